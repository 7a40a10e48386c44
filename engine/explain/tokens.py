"""A reader of tokens that never stops at a mistake, and is the same in every Python version."""

import re
from dataclasses import dataclass

OPENERS = {"(": ")", "[": "]", "{": "}"}
CLOSERS = {closer: opener for opener, closer in OPENERS.items()}

_OPERATORS = [
    "**=",
    "//=",
    ">>=",
    "<<=",
    "...",
    "!=",
    "==",
    "<=",
    ">=",
    "->",
    ":=",
    "+=",
    "-=",
    "*=",
    "/=",
    "%=",
    "@=",
    "&=",
    "|=",
    "^=",
    "**",
    "//",
    "<<",
    ">>",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    ";",
    ".",
    "=",
    "+",
    "-",
    "*",
    "/",
    "%",
    "@",
    "&",
    "|",
    "^",
    "~",
    "<",
    ">",
]
_STRING_START = r"(?i:[rbfut]|rb|br|fr|rf|tr|rt)?(?:'''|\"\"\"|'|\")"
_TOKEN = re.compile(
    r"(?P<space>[ \t\f]+|\\\n)"
    r"|(?P<comment>#[^\n]*)"
    rf"|(?P<string>{_STRING_START})"
    r"|(?P<number>0[xX][0-9a-fA-F_]+|0[bBoO][0-7_]+"
    r"|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)"
    r"|(?P<name>[^\W\d]\w*)"
    r"|(?P<newline>\n)"
    rf"|(?P<operator>{'|'.join(re.escape(text) for text in _OPERATORS)})"
    r"|(?P<odd>.)",
)


@dataclass(frozen=True)
class Token:
    """A word of the source. Lines and columns count from 1; `end_column` is one past the end.

    Args:
        kind: name, number, string, operator, odd, comment or newline.
        depth: How many brackets are open before it.
        closed: False for a string without its closing quote.
    """

    kind: str
    text: str
    line: int
    column: int
    end_line: int
    end_column: int
    depth: int
    closed: bool = True

    def touches(self, other: "Token") -> bool:
        """Return whether the other token follows with nothing in between."""
        return self.end_line == other.line and self.end_column == other.column


def read_tokens(source: str) -> list[Token]:
    """Return every token of the source, comments and newlines included."""
    tokens: list[Token] = []
    position, line, line_start, depth = 0, 1, 0, 0
    while position < len(source):
        match = _TOKEN.match(source, position)
        if match is None:
            break
        kind, end, closed = match.lastgroup or "odd", match.end(), True
        if kind == "string":
            end, closed = _string_end(source, match)
        text = source[position:end]
        end_line = line + text.count("\n")
        end_start = line_start if end_line == line else position + text.rindex("\n") + 1
        if kind != "space":
            column, end_column = position - line_start + 1, end - end_start + 1
            if kind == "newline":
                end_column = column + 1
            tokens.append(Token(kind, text, line, column, end_line, end_column, depth, closed))
        depth = _depth_after(text, depth)
        position, line, line_start = end, end_line, end_start
    return tokens


def _depth_after(text: str, depth: int) -> int:
    if text in OPENERS:
        return depth + 1
    return max(0, depth - 1) if text in CLOSERS else depth


def _string_end(source: str, match: re.Match[str]) -> tuple[int, bool]:
    """Return where the string ends, and whether a closing quote ends it."""
    quote = match.group().lstrip("rRbBfFuUtT")
    position = match.end()
    while position < len(source):
        if source[position] == "\\":
            position += 2
        elif source.startswith(quote, position):
            return position + len(quote), True
        elif source[position] == "\n" and len(quote) == 1:
            return position, False
        else:
            position += 1
    return len(source), False
