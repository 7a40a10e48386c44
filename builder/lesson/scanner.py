"""Split the lines of a lesson into tokens: text, fences, headings, marks and folds."""

import re
from collections.abc import Iterator

from builder.lesson.comments import CommentReader
from builder.lesson.fences import (
    BURIED,
    FenceFinder,
    FenceStart,
    check_language,
    code_between,
    is_acted_on,
    match_fence,
)
from builder.lesson.inline import paragraphs
from builder.lesson.pieces import Fence, FoldEnd, FoldStart, Text, Title, Token
from builder.lesson.problems import Problems

HEADING = re.compile(r"^(#{1,6})(?:[ \t]+(.*))?$")
HEADING_END = re.compile(r"(?:^|[ \t])#+[ \t]*$")
TIGHT_HEADING = re.compile(r"^#{1,6}[^#\s]")
INDENTED_HEADING = re.compile(r"^[ \t]+#{1,6}[ \t]+\S")
UNDERLINE = re.compile(r"^ {0,3}(=+|-{2,})[ \t]*$")
FOLD = re.compile(r"^<details>\s*<summary>(.*)</summary>\s*$")
FOLD_LIKE = re.compile(r"^\s*</?(details|summary)\b", re.IGNORECASE)
FOLD_END = re.compile(r"^</details>\s*$")
UNTITLED = "untitled"
FOLD_FORM = "write `<details><summary>Title</summary>` and `</details>` on lines of their own"


class Scanner:
    """Read the lines of one lesson once, from top to bottom.

    `readable` holds, for every line, what of it is prose: code, marks and comments are left out.
    """

    def __init__(self, lines: list[str], start: int, problems: Problems) -> None:
        """Start at the first line after the front matter."""
        self.lines = lines
        self.problems = problems
        self.readable = [""] * len(lines)
        self.start = start
        self.fences = FenceFinder(lines, problems)
        self.comments = CommentReader(lines, problems)

    def tokens(self) -> list[Token]:
        """Return the tokens, and take comments out of the lines."""
        tokens = list(self.scan())
        for paragraph in paragraphs(self.readable):
            self.comments.drop_inline(paragraph, self.readable)
        return tokens

    def scan(self) -> Iterator[Token]:
        """Yield the tokens; text ends where anything else starts."""
        text_start = index = self.start
        while index < len(self.lines):
            token, following = self.read(index)
            if token is not None:
                if text_start < index:
                    yield Text(text_start, index)
                yield token
                text_start = following
            index = following
        if text_start < index:
            yield Text(text_start, index)

    def read(self, index: int) -> tuple[Token | None, int]:
        """Return what starts at a line, None for text, and the index of the line after it."""
        line = self.lines[index]
        fence = match_fence(line)
        if fence:
            return self.read_fence(fence, index)
        if self.comments.starts_at(index):
            mark, following = self.comments.read(index)
            self.readable[following - 1] = self.lines[following - 1]
            return mark, following
        if line.startswith("#") and HEADING.match(line):
            return self.read_heading(index), index + 1
        if FOLD_LIKE.match(line):
            return self.read_fold(index), index + 1
        self.check_text(index)
        self.readable[index] = line
        return None, index + 1

    def read_fence(self, start: FenceStart, opening: int) -> tuple[Fence | None, int]:
        """Return a fence that the builder acts on, or None for one that is only shown."""
        check_language(start, opening + 1, self.problems)
        end = self.fences.find_end(start, opening)
        if not is_acted_on(start):
            return None, end.next_line
        if start.indent:
            message = "this fence is indented: move it to the left edge, out of any list"
            self.problems.add(opening + 1, message)
        code = code_between(self.lines[opening + 1 : end.code_end], start)
        return Fence(opening + 1, start.info, code, end.is_closed), end.next_line

    def read_heading(self, index: int) -> Title:
        """Return the heading on a line."""
        match = HEADING.match(self.lines[index])
        level = len(match[1]) if match else 1
        words = HEADING_END.sub("", (match and match[2]) or "").strip()
        self.readable[index] = self.lines[index]
        if not words:
            self.problems.add(index + 1, "this heading has no words: write some, or delete it")
        return Title(index + 1, level, words)

    def read_fold(self, index: int) -> FoldStart | FoldEnd | None:
        """Return the start or the end of a folded section; anything like it is a problem."""
        line = self.lines[index]
        start = FOLD.match(line)
        if start:
            self.readable[index] = line
            self.need_blank_after(index, "</summary>")
            return FoldStart(index + 1, start[1].strip())
        if FOLD_END.match(line):
            self.need_blank_after(index, "</details>")
            return FoldEnd(index + 1)
        return self.read_bad_fold(index)

    def read_bad_fold(self, index: int) -> FoldStart | None:
        """Return the start of a folded section as it seems to be meant, and note its problem."""
        line = self.lines[index].strip().lower()
        continues = index > 0 and self.lines[index - 1].strip().lower().startswith("<details")
        if not (line.startswith("<summary") and continues):
            self.problems.add(index + 1, f"this is no folded section: {FOLD_FORM}")
        return FoldStart(index + 1, UNTITLED) if line.startswith("<details") else None

    def need_blank_after(self, index: int, tag: str) -> None:
        """Tell a line that follows a tag at once: a Git host would show its Markdown as it is."""
        following = self.lines[index + 1 : index + 2]
        if following and following[0].strip() and not FOLD_LIKE.match(following[0]):
            self.problems.add(index + 1, f"leave a blank line after {tag}")

    def check_text(self, index: int) -> None:
        """Tell lines that Markdown reads in another way than they look."""
        line = self.lines[index]
        if TIGHT_HEADING.match(line):
            self.add(index, r"write a space after #, or \# to show the sign itself")
        elif INDENTED_HEADING.match(line):
            self.add(index, "this heading is indented: move it to the left edge")
        elif BURIED.match(line):
            self.add(index, "a fence starts on a line of its own: move it below the list mark")
        elif UNDERLINE.match(line) and index and self.is_paragraph(self.readable[index - 1]):
            form = "write headings as `## Title`, and leave a blank line before a rule"
            self.add(index, f"this line makes a heading of the one above: {form}")

    def is_paragraph(self, line: str) -> bool:
        """Tell whether a line of prose would be taken for a heading if it were underlined."""
        return bool(line.strip()) and not line.startswith(("#", "<details", "</details"))

    def add(self, index: int, message: str) -> None:
        """Note a problem at the line of an index."""
        self.problems.add(index + 1, message)
