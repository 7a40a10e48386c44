"""Where everything of the course lies."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Project:
    """The folders of one copy of the course; a test makes its own from a temporary folder.

    Args:
        root: The folder that holds `lessons/`, `site/` and `engine/`.
    """

    root: Path = ROOT

    @property
    def lessons(self) -> Path:
        """Return the folder of the lesson files."""
        return self.root / "lessons"

    @property
    def site(self) -> Path:
        """Return the folder of templates, TypeScript, CSS and static files."""
        return self.root / "site"

    @property
    def templates(self) -> Path:
        """Return the folder of the page templates."""
        return self.site / "templates"

    @property
    def node_modules(self) -> Path:
        """Return the folder of the installed Node packages."""
        return self.site / "node_modules"

    @property
    def dist(self) -> Path:
        """Return the folder that the finished site is written to."""
        return self.root / "dist"

    @property
    def cache(self) -> Path:
        """Return the folder of what may be deleted at any time and is then made again."""
        return self.root / ".cache"
