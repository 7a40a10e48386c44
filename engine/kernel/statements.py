"""What a cell's text tells before it is stepped through: its statements and its names."""

import ast
from collections.abc import Iterator
from typing import TypeVar

COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
# The name under which a program that is stepped through finds what ends it.
LIMIT_NAME = "__step_limit__"


def folded_lines(tree: ast.Module) -> dict[int, int]:
    """Return the lines that are one step together, each with the first of its statement.

    A statement over several lines is one step, and one with a comprehension is one step however
    often that goes round. Any other line is a step each time it is come to.

    >>> folded_lines(ast.parse("x = [\\n  1,\\n]\\ny = 2"))
    {1: 1, 2: 1, 3: 1}
    """
    first_of = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt):
            for first, last, is_folded in spans(node):
                if is_folded or last > first:
                    first_of.update(dict.fromkeys(range(first, last + 1), first))
    return first_of


def spans(node: ast.stmt) -> Iterator[tuple[int, int, bool]]:
    """Return the lines of a statement, of a compound one the head, and whether it goes round."""
    children = list(ast.iter_child_nodes(node))
    body = [child for child in children if isinstance(child, ast.stmt)]
    parts = [child for child in children if not is_block(child)]
    ends = [last for part in parts for inner in ast.walk(part) if (last := end_of(inner))]
    if isinstance(node, ast.Match) or (body and body[0].lineno > node.lineno):
        if not isinstance(node, ast.Try | ast.ClassDef):
            yield node.lineno, max([node.lineno, *ends]), goes_round(parts)
    elif not body:
        yield node.lineno, node.end_lineno or node.lineno, goes_round([node])


def end_of(node: ast.AST) -> int:
    """Return a node's last line, 0 where it has none."""
    last: object = getattr(node, "end_lineno", None)
    return last if isinstance(last, int) else 0


def is_block(node: ast.AST) -> bool:
    """Return whether a node is a statement inside another one, or holds such statements."""
    return isinstance(node, ast.stmt | ast.ExceptHandler | ast.match_case)


def goes_round(nodes: list[ast.stmt] | list[ast.AST]) -> bool:
    """Return whether there is a comprehension in some nodes."""
    return any(isinstance(inner, COMPREHENSIONS) for node in nodes for inner in ast.walk(node))


def mentioned(tree: ast.Module) -> set[str]:
    """Return the names that a program reads or sets.

    >>> sorted(mentioned(ast.parse("total = bias + step(x)")))
    ['bias', 'step', 'total', 'x']
    """
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def steppable(tree: ast.Module) -> ast.Module:
    """Return the program so that stepping through it always ends.

    Each `try` gets one more handler before its own, which lets pass what ends a stepping. A loop
    that does nothing at all gets something to do, because Python would not tell of its rounds.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Try) and node.handlers:
            handler = ast.ExceptHandler(limit_name(), None, [ast.Raise()])
            node.handlers.insert(0, placed(handler, node.handlers[0]))
        elif isinstance(node, ast.While) and all(does_nothing(inner) for inner in node.body):
            node.body.insert(0, placed(ast.Expr(limit_name()), node.body[0]))
    return ast.fix_missing_locations(tree)


def limit_name() -> ast.Name:
    """Return the name of what ends a stepping, to be read."""
    return ast.Name(LIMIT_NAME, ast.Load())


Node = TypeVar("Node", bound=ast.AST)


def placed(added: Node, place: ast.AST) -> Node:
    """Return what is added to a program, at the place of what it comes before."""
    for node in ast.walk(added):
        ast.copy_location(node, place)
    return added


def does_nothing(node: ast.stmt) -> bool:
    """Return whether a statement leaves no trace in a compiled program."""
    is_constant = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return is_constant or isinstance(node, ast.Pass | ast.Continue)
