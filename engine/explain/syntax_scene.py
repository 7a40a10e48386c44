"""What the rules for syntax errors look at: the source, its tokens and Python's own complaint."""

import warnings
from collections.abc import Callable
from functools import cached_property

from engine.explain.explanation import Change, Finding, Place
from engine.explain.tokens import Token, read_tokens

Rule = Callable[["SyntaxScene"], Finding | None]

_MEANINGLESS = ("comment", "newline")


def complaint(source: str) -> SyntaxError | None:
    """Return what Python says against the source, or None if it can be run."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source, "<repair>", "exec", dont_inherit=True)
    except SyntaxError as error:
        return error
    except (ValueError, RecursionError, MemoryError, OverflowError):
        return SyntaxError("cannot be read", ("<repair>", 0, 0, None))
    return None


class SyntaxScene:
    """One syntax error and the source around it."""

    def __init__(self, source: str, error: SyntaxError) -> None:
        """Read the source up to the place that Python names."""
        self.source = source
        self.lines = source.split("\n")
        self.kind = type(error)
        self.message = str(error.msg)
        self.line = min(max(error.lineno or 1, 1), len(self.lines))
        self.column = max(error.offset or 1, 1)
        self.end_line = max(error.end_lineno or self.line, self.line)
        self.end_column = error.end_offset or 0
        self.every_token = read_tokens(source)
        self.tokens = [t for t in self.every_token if t.kind not in _MEANINGLESS]

    @cached_property
    def here(self) -> list[Token]:
        """Return the tokens that start on the line of the error."""
        return self.on_line(self.line)

    @cached_property
    def text(self) -> str:
        """Return the line of the error."""
        return self.lines[self.line - 1]

    @cached_property
    def index(self) -> int | None:
        """Return the position in `tokens` of the one that Python points at."""
        for index, token in enumerate(self.tokens):
            if (token.end_line, token.end_column) > (self.line, self.column):
                return index
        return None

    def on_line(self, line: int) -> list[Token]:
        """Return the tokens that start on this line."""
        return [token for token in self.tokens if token.line == line]

    @cached_property
    def statement(self) -> list[Token]:
        """Return the tokens of the statement that the error is in, across its lines."""
        group: list[Token] = []
        for token in self.every_token:
            if token.kind == "newline" and token.depth == 0:
                if group and group[-1].end_line >= self.line:
                    break
                group = []
            elif token.kind not in _MEANINGLESS:
                group.append(token)
        return group if group and group[0].line <= self.line else self.here

    @property
    def place(self) -> Place:
        """Return the place that Python names, as far as it lies in the source."""
        width = len(self.text)
        column = min(self.column, width + 1)
        if self.end_line == self.line and self.end_column > column:
            return Place(self.line, column, self.line, min(self.end_column, width + 1))
        return Place(self.line, column, self.line, min(column + 1, width + 1))

    def helps(self, change: Change) -> bool:
        """Return whether the source can be run after the change, or fails only further down."""
        error = complaint(change.applied_to(self.source))
        if error is None:
            return True
        grown = change.replacement.count("\n") - (change.end_line - change.line)
        return (error.lineno or 0) > max(self.line, change.end_line) + max(grown, 0)

    def mends(self, change: Change) -> bool:
        """Return whether nothing at all is wrong after the change."""
        return complaint(change.applied_to(self.source)) is None

    def repaired(
        self, cause: str, fix: str, change: Change, place: Place | None = None
    ) -> Finding | None:
        """Return the finding if its change really helps."""
        if not self.helps(change):
            return None
        where = place or Place(change.line, change.column, change.end_line, change.end_column)
        return Finding(cause, fix, where, change)


def span(first: Token, last: Token | None = None) -> Place:
    """Return the place from one token to another."""
    last = last or first
    return Place(first.line, first.column, last.end_line, last.end_column)


def replace(first: Token, text: str, last: Token | None = None) -> Change:
    """Return the change that puts text in place of one token, or of all up to `last`."""
    last = last or first
    return Change(first.line, first.column, last.end_line, last.end_column, text)


def insert_after(token: Token, text: str) -> Change:
    """Return the change that puts text behind a token."""
    return Change(token.end_line, token.end_column, token.end_line, token.end_column, text)


def insert_before(token: Token, text: str) -> Change:
    """Return the change that puts text before a token."""
    return Change(token.line, token.column, token.line, token.column, text)


def texts(tokens: list[Token]) -> list[str]:
    """Return the texts of the tokens."""
    return [token.text for token in tokens]
