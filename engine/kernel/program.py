"""A cell's text made ready to run: compiled, with its last expression apart.

>>> run(prepare("x = 6\\nx * 7", "cell doctest"), {})
42
"""

import ast
import linecache

# By names of our own: a program may delete the builtins while it runs.
from builtins import eval as evaluate
from builtins import exec as execute
from collections.abc import Callable
from dataclasses import dataclass
from types import CodeType
from typing import TypeAlias

Rewrite: TypeAlias = Callable[[ast.Module], ast.Module]

PREFIX = "cell "


@dataclass(frozen=True)
class Program:
    """A compiled cell.

    Args:
        body: All statements but a last expression, or None where there is nothing else.
        last: The last expression, whose value is shown, or None.
    """

    body: CodeType | None
    last: CodeType | None


def cell_filename(cell: str) -> str:
    """Return the name that a cell has in tracebacks."""
    return PREFIX + cell


def is_cell(filename: str) -> bool:
    """Return whether a file name is that of a learner's cell."""
    return filename.startswith(PREFIX)


def prepare(code: str, filename: str, rewrite: Rewrite | None = None) -> Program:
    """Compile a cell.

    Args:
        code: The cell's text.
        filename: Its name in tracebacks.
        rewrite: Changes the program's tree before it is compiled.

    Raises:
        SyntaxError: Also where Python calls it something else: text that cannot be source at all.
    """
    remember(code, filename)
    try:
        single = None if rewrite else single_expression(code, filename)
        if single:
            return Program(None, single)
        tree = ast.parse(code, filename)
        tree = rewrite(tree) if rewrite else tree
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        alone = isinstance(last, ast.Expr) and not tree.body
        body = None if alone else compile(tree, filename, "exec", dont_inherit=True)
        if not isinstance(last, ast.Expr):
            return Program(body, None)
        return Program(
            body, compile(ast.Expression(last.value), filename, "eval", dont_inherit=True)
        )
    except (ValueError, OverflowError, RecursionError, MemoryError) as error:
        raise unreadable(error, filename) from None
    except SyntaxError as error:
        # A NUL character is told without a place.
        raise (error if error.filename else unreadable(error, filename)) from None


def single_expression(code: str, filename: str) -> CodeType | None:
    """Return the compiled cell where it is one line with one expression, or None.

    It needs no tree, which would take twice as long.
    """
    if "\n" in code:
        return None
    try:
        return compile(code, filename, "eval", dont_inherit=True)
    except SyntaxError:
        # Told by the program's own compilation, if it is an error there too.
        return None


def unreadable(error: BaseException, filename: str) -> SyntaxError:
    """Return a SyntaxError for source that Python gives up on in another way."""
    if isinstance(error, RecursionError | MemoryError | OverflowError):
        words = "this code is nested too deeply for Python to read"
    else:
        words = "this code holds a character that Python cannot read"
    return SyntaxError(words, (filename, None, None, None))


def run(program: Program, namespace: dict[str, object]) -> object:
    """Run a program and return the value of its last expression."""
    if program.body is not None:
        execute(program.body, namespace)
    if program.last is None:
        return None
    value: object = evaluate(program.last, namespace)
    return value


def remember(code: str, filename: str) -> None:
    """Keep the cell's text where tracebacks look for it."""
    lines = [line + "\n" for line in code.split("\n")]
    linecache.cache[filename] = (len(code), None, lines, filename)


def line_of(filename: str, line: int) -> str:
    """Return one line of a remembered cell."""
    return linecache.getline(filename, line)
