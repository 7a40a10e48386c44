"""What is told when the site cannot be built."""

from collections.abc import Iterable
from pathlib import Path

from builder.lesson.model import Problem


class BuildFailed(Exception):
    """The site cannot be built; `lines` say why, each as `file:line: what and what to do`."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Keep the lines."""
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))


def as_line(problem: Problem, root: Path) -> str:
    """Return a problem as one line; the file is named as seen from a folder.

    >>> as_line(Problem(Path("/c/lessons/01-a.md"), 3, "no title: write one"), Path("/c"))
    'lessons/01-a.md:3: no title: write one'
    """
    inside = problem.path.is_relative_to(root)
    path = problem.path.relative_to(root) if inside else problem.path
    return f"{path.as_posix()}:{problem.line}: {problem.message}"
