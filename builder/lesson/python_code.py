"""Check the grammar of the code in a lesson, without running it."""

import warnings

from builder.lesson.pieces import Fence
from builder.lesson.problems import Problems

LONGEST = 50_000


def check_grammar(fence: Fence, what: str, problems: Problems, wants_error: bool = False) -> None:
    """Note a problem where code does not compile, or compiles where it should not.

    Args:
        wants_error: Whether the cell is meant to show an error of grammar.
    """
    if not fence.is_closed:
        return
    if len(fence.code) > LONGEST:
        message = f"this {what} has {len(fence.code)} characters: split it, {LONGEST} are the most"
        problems.add(fence.line, message)
        return
    found = find_syntax_error(fence.code)
    if wants_error and not found:
        message = "the code has no syntax error, though its options say so: drop error="
        problems.add(fence.line, message)
    elif found and not wants_error:
        offset, reason = found
        problems.add(fence.line + offset, f"syntax error in this {what}: {reason}")


def find_syntax_error(code: str) -> tuple[int, str] | None:
    """Return the line of the first syntax error and what Python says, or None.

    >>> find_syntax_error("x = 1")
    >>> find_syntax_error("x = ")
    (1, 'invalid syntax')
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(code, "<lesson>", "exec", dont_inherit=True)
    except SyntaxError as error:
        return max(error.lineno or 1, 1), error.msg
    except (ValueError, OverflowError, RecursionError, MemoryError):
        return 1, "Python cannot read this code"
    return None
