"""What the rules for silent trouble look at: a program that ran, and the names that it left."""

import ast
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from engine.explain.explanation import Note
from engine.explain.scene import segment


@dataclass(frozen=True)
class Run:
    """A program that ran without an error, and the names that it left.

    Args:
        first_bad: Name and line of the first value that became nan or inf, where that was watched.
    """

    source: str
    tree: ast.Module
    names: Mapping[str, object]
    first_bad: tuple[str, int] | None = None
    parents: dict[ast.AST, ast.AST] = field(default_factory=dict)

    def code(self, node: ast.AST, limit: int = 40) -> str:
        """Return the learner's words for an expression."""
        text = " ".join(segment(self.lines, node).split())
        return text if len(text) <= limit else text[: limit - 3] + "..."

    @cached_property
    def lines(self) -> list[str]:
        """Return the source's lines."""
        return self.source.split("\n")

    def is_shown(self, statement: ast.stmt) -> bool:
        """Return whether the cell shows this statement's value: it is the last line."""
        return bool(self.tree.body) and statement is self.tree.body[-1]


Rule = Callable[[Run], Iterable[Note]]
