"""What the rules for silent trouble look at: a program that ran, and the names that it left."""

import ast
import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from engine.explain.explanation import Note
from engine.explain.scene import segment

Node = TypeVar("Node", bound=ast.AST)


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

    def code(self, node: ast.AST, limit: int = 40) -> str:
        """Return the learner's words for an expression."""
        text = " ".join(segment(self.lines, node).split())
        return text if len(text) <= limit else text[: limit - 3] + "..."

    @cached_property
    def parents(self) -> dict[ast.AST, ast.AST]:
        """Return the node around each node."""
        nodes = itertools.chain.from_iterable(self.nodes.values())
        return {child: node for node in nodes for child in ast.iter_child_nodes(node)}

    @cached_property
    def nodes(self) -> dict[type[ast.AST], list[ast.AST]]:
        """Return all nodes by their kind, gathered once for all the rules."""
        found: dict[type[ast.AST], list[ast.AST]] = {}
        for node in ast.walk(self.tree):
            found.setdefault(type(node), []).append(node)
        return found

    def all(self, kind: type[Node]) -> list[Node]:
        """Return the nodes of one kind."""
        return [node for node in self.nodes.get(kind, ()) if isinstance(node, kind)]

    @cached_property
    def assignments(self) -> list[ast.Assign | ast.AugAssign]:
        """Return what gives a name or a place a value, plain assignments first."""
        return [*self.all(ast.Assign), *self.all(ast.AugAssign)]

    @cached_property
    def blocks(self) -> list[list[ast.stmt]]:
        """Return the program's lines, and those inside each of its statements."""
        kinds = [k for k in self.nodes if issubclass(k, ast.stmt | ast.Module)]
        bodies = [getattr(n, "body", []) for kind in kinds for n in self.nodes[kind]]
        return [body for body in bodies if body]

    @cached_property
    def lines(self) -> list[str]:
        """Return the source's lines."""
        return self.source.split("\n")

    def is_shown(self, statement: ast.stmt) -> bool:
        """Return whether the cell shows this statement's value: it is the last line."""
        return bool(self.tree.body) and statement is self.tree.body[-1]


Rule = Callable[[Run], Iterable[Note]]
