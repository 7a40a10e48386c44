"""Find code, comments, links and pictures inside paragraphs, in linear time."""

import re
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

BACKTICKS = re.compile(r"\\`|`+")
BRACKET = re.compile(r"\\.|!\[|\[|\]", re.DOTALL)
# Possessive throughout: a target that does not match must not be tried in other ways.
TARGET = re.compile(
    r"""\(\s*+
    (?:<(?P<angled>[^<>\n]*+)>|(?P<plain>(?:[^\s()]++|\([^\s()]*+\))*+))
    (?:\s++(?:"[^"]*+"|'[^']*+'))?+
    \s*+\)""",
    re.VERBOSE,
)
BOUNDARY = re.compile(r"^\s*(?:#|[-*+]\s|\d+[.)]\s|<details|\|)")


@dataclass(frozen=True)
class Paragraph:
    """Neighbouring lines of prose, joined; `start` is the index of the first one."""

    start: int
    text: str

    @cached_property
    def line_ends(self) -> list[int]:
        """Return the positions of the line ends."""
        return [match.start() for match in re.finditer("\n", self.text)]

    def line_at(self, position: int) -> int:
        """Return the line of a position, counted from 1."""
        return self.start + bisect_left(self.line_ends, position) + 1


@dataclass(frozen=True)
class Link:
    """A link, or a picture: its words, where it leads, and the line that it ends on."""

    line: int
    words: str
    target: str
    is_picture: bool


def paragraphs(readable: list[str]) -> Iterator[Paragraph]:
    """Yield the paragraphs, headings, list items and table rows of the lines that are prose."""
    start, lines = 0, list[str]()
    for index, line in enumerate(readable):
        if lines and (not line.strip() or BOUNDARY.match(line)):
            yield Paragraph(start, "\n".join(lines))
            lines = []
        if line.strip():
            start = start if lines else index
            lines.append(line)
    if lines:
        yield Paragraph(start, "\n".join(lines))


def code_spans(text: str) -> list[tuple[int, int]]:
    """Return where code in backticks starts and ends.

    >>> code_spans("a `b` c")
    [(2, 5)]
    """
    runs = [run.span() for run in BACKTICKS.finditer(text) if run[0][0] == "`"]
    places: dict[int, deque[tuple[int, int]]] = defaultdict(deque)
    for run in runs:
        places[run[1] - run[0]].append(run)
    spans: list[tuple[int, int]] = []
    reached = 0
    for start, end in runs:
        same = places[end - start]
        while same and same[0][0] <= max(start, reached - 1):
            same.popleft()
        if start >= reached and same:
            reached = same.popleft()[1]
            spans.append((start, reached))
    return spans


def blank_code(text: str) -> str:
    """Return a text of the same length, with blanks in the place of code.

    >>> blank_code("a `b` c")
    'a     c'
    """
    kept, position = list[str](), 0
    for start, end in code_spans(text):
        blanks = re.sub(r"[^\n]", " ", text[start:end])
        kept += [text[position:start], blanks]
        position = end
    return "".join([*kept, text[position:]])


def find_links(paragraph: Paragraph) -> Iterator[Link]:
    """Yield the links and pictures of a paragraph."""
    if "](" not in paragraph.text:
        return
    text = blank_code(paragraph.text)
    opened: list[re.Match[str]] = []
    for bracket in BRACKET.finditer(text):
        if bracket[0] in ("[", "!["):
            opened.append(bracket)
        elif bracket[0] == "]" and opened:
            opening = opened.pop()
            target = TARGET.match(text, bracket.end())
            if target:
                words = paragraph.text[opening.end() : bracket.start()]
                address = target["angled"] if target["plain"] is None else target["plain"]
                yield Link(paragraph.line_at(bracket.start()), words, address, opening[0] == "![")


def find_comments(text: str) -> Iterator[tuple[int, int]]:
    """Yield where comments inside a paragraph start and end, those in code left out."""
    visible = blank_code(text)
    start = visible.find("<!--")
    while start >= 0:
        end = visible.find("-->", start + 4)
        if end < 0:
            return
        yield start, end + 3
        start = visible.find("<!--", end + 3)
