"""Tell open pages that the site was built again, or why it could not be."""

import json
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from builder.esbuild import bundle_classic
from builder.hashing import digest
from builder.kept import make_kept
from builder.project import Project

TEMPLATES = Path(__file__).parent / "templates"
SCRIPT = "reload.js"
HEARTBEAT = 15.0


class Live:
    """The state of the latest build, followed by any number of pages."""

    def __init__(self, script: bytes) -> None:
        """Start before the first build.

        Args:
            script: The script that follows the builds in a page.
        """
        self.script = script
        self.changed = threading.Condition()
        self.builds = 0
        self.problems: tuple[str, ...] = ()
        self.count = 0

    def built(self) -> None:
        """Tell that there is a new build."""
        self.tell(1, ())

    def failed(self, lines: Sequence[str]) -> None:
        """Tell why there is no new build."""
        self.tell(0, tuple(lines))

    def tell(self, builds: int, problems: tuple[str, ...]) -> None:
        """Change the state and wake all who follow it."""
        with self.changed:
            self.builds += builds
            self.problems = problems
            self.count += 1
            self.changed.notify_all()

    def follow(self) -> Iterator[str]:
        """Yield the state now and whenever it changes, and `""` in quiet times."""
        seen = -1
        while True:
            with self.changed:
                if self.count == seen:
                    self.changed.wait(HEARTBEAT)
                state = self.as_json() if self.count != seen else ""
                seen = self.count
            yield state

    def as_json(self) -> str:
        """Return the state as the script in the page reads it."""
        return json.dumps({"build": f"{id(self)}-{self.builds}", "problems": self.problems})

    def page(self) -> str:
        """Return the page that is shown where there is no build at all."""
        loader = FileSystemLoader(TEMPLATES)
        environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
        return environment.get_template("problems.html").render(lines=self.problems)


def reload_script(project: Project) -> bytes:
    """Return the script that follows the builds in a page, made once."""
    source = project.site / "src" / "dev" / "reload.ts"
    folder = project.cache / "dev" / digest(source.read_bytes())
    if not folder.exists():
        make_kept(folder, lambda part: bundle_classic(project, source, part / SCRIPT))
    return (folder / SCRIPT).read_bytes()
