"""Let lists nest as on any Git host; Python-Markdown alone wants four spaces for each level."""

import re
from dataclasses import dataclass, field

from markdown.preprocessors import Preprocessor

ITEM = re.compile(r"^ *(?P<mark>[-*+]|\d{1,9}\.) +(?=\S)")
RULE = re.compile(r"^ {0,3}([-*])( *\1){2,} *$")
LEVEL = "    "


class ListPreprocessor(Preprocessor):
    """Indent each line of a list by its level, as Python-Markdown wants it."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with the new indent."""
        nesting = Nesting()
        return [line for old in lines for line in nesting.next(old)]


@dataclass
class Nesting:
    """Where the line now read stands among the lists around it.

    Args:
        columns: For each open list item, the column at which its text starts.
        after_blank: Whether the line before was blank.
        after_text: Whether the line before was text that a list must be kept apart from.
    """

    columns: list[int] = field(default_factory=list)
    after_blank: bool = True
    after_text: bool = False

    def next(self, line: str) -> list[str]:
        """Take the next line and return the lines that stand for it."""
        if not line.strip():
            self.after_blank, self.after_text = True, False
            return [""]
        item = None if RULE.match(line) else ITEM.match(line)
        new = self.item(line, item) if item else self.text(line)
        self.after_blank = False
        return new

    def item(self, line: str, item: re.Match[str]) -> list[str]:
        """Take a line that starts a list item."""
        if not self.columns and self.after_text and item["mark"] not in ("-", "*", "+", "1."):
            return self.text(line)
        blank = [""] if self.after_text else []
        self.leave(width(line))
        indent = LEVEL * len(self.columns)
        self.columns.append(item.end())
        self.after_text = False
        return [*blank, f"{indent}{item['mark']} {line[item.end() :]}"]

    def text(self, line: str) -> list[str]:
        """Take a line of text: in the item it is indented for, or going on where it stood."""
        if self.after_blank:
            self.leave(width(line))
        self.after_text = self.after_blank or not self.columns or self.after_text
        margin = self.columns[-1] if self.columns else 0
        return [LEVEL * len(self.columns) + line[min(margin, width(line)) :]]

    def leave(self, column: int) -> None:
        """Close the items whose text starts to the right of a column."""
        while self.columns and column < self.columns[-1]:
            self.columns.pop()


def width(line: str) -> int:
    """Return by how many spaces a line is indented."""
    return len(line) - len(line.lstrip(" "))
