"""Read comments: marks that say what the next block is, and notes that are dropped."""

from builder.lesson.inline import Paragraph, blank_code, find_comments
from builder.lesson.pieces import Mark
from builder.lesson.problems import Problems, nearest

MARKS = ("quiz", "predict", "widget", "answers")
INDENT = 3


class CommentReader:
    """Read the comments of one file; their lines become blank."""

    def __init__(self, lines: list[str], problems: Problems) -> None:
        """Start at the top of a file."""
        self.lines = lines
        self.problems = problems
        self.has_more_ends = True

    def starts_at(self, index: int) -> bool:
        """Tell whether a comment starts a line."""
        line = self.lines[index]
        stripped = line.lstrip(" ")
        return stripped.startswith("<!--") and len(line) - len(stripped) <= INDENT

    def read(self, index: int) -> tuple[Mark | None, int]:
        """Return the mark that starts at a line and the line to go on with.

        A note gives None and leaves only what stands behind it, as text.
        """
        end = self.find_end(index)
        if end is None:
            self.problems.add(index + 1, "this comment is never closed: add -->")
            self.lines[index] = ""
            return None, index + 1
        whole = "\n".join(self.lines[index : end + 1])
        inside, _, rest = whole.partition("<!--")[2].partition("-->")
        words = tuple(inside.split())
        is_mark = self.is_mark(words, index + 1)
        if is_mark and rest.strip():
            self.problems.add(end + 1, "a mark stands on a line of its own: move the rest down")
        blanks = [""] * (end - index)
        self.lines[index : end + 1] = [*blanks, "" if is_mark else rest.strip()]
        return Mark(index + 1, words) if is_mark else None, end + 1

    def find_end(self, index: int) -> int | None:
        """Return the line that holds the end of a comment, or None."""
        if "-->" in self.lines[index].partition("<!--")[2]:
            return index
        if not self.has_more_ends:
            return None
        for end in range(index + 1, len(self.lines)):
            if "-->" in self.lines[end]:
                return end
        self.has_more_ends = False
        return None

    def is_mark(self, words: tuple[str, ...], line: int) -> bool:
        """Tell whether a comment is a mark; one that nearly is, is a problem."""
        if not words or words[0] in MARKS:
            return bool(words)
        guess = nearest(words[0], MARKS, 0.75)
        if guess:
            self.problems.add(line, f"unknown mark '{words[0]}': did you mean '{guess}'?")
        return False

    def drop_inline(self, paragraph: Paragraph, readable: list[str]) -> None:
        """Take the comments inside a paragraph out of the lines."""
        if "<!--" not in paragraph.text:
            return
        kept, position = list[str](), 0
        for start, end in find_comments(paragraph.text):
            comment = paragraph.text[start:end]
            self.check_inline(comment, paragraph.line_at(start))
            kept += [paragraph.text[position:start], "\n" * comment.count("\n")]
            position = end
        rest = paragraph.text[position:]
        if "<!--" in blank_code(rest):
            line = paragraph.line_at(paragraph.text.rindex("<!--"))
            self.problems.add(line, "this comment is not closed in its paragraph: add -->")
        new = "".join([*kept, rest]).split("\n")
        for index, words in enumerate(new, start=paragraph.start):
            self.lines[index] = readable[index] = words

    def check_inline(self, comment: str, line: int) -> None:
        """Tell a mark that hides in a paragraph."""
        words = comment.removeprefix("<!--").removesuffix("-->").split()
        if words and nearest(words[0], MARKS, 0.75):
            message = f"the mark '{words[0]}' stands on a line of its own, at the left edge"
            self.problems.add(line, f"{message}: move it there")
