"""Headings: their anchors in the page, and their order."""

import re

from builder.lesson.model import Heading
from builder.lesson.pieces import Title
from builder.lesson.problems import Problems

LINKED_WORDS = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
FIRST_LEVEL = 2


class HeadingReader:
    """Read the headings of one lesson, from the first to the last."""

    def __init__(self, problems: Problems) -> None:
        """Start below the lesson's title."""
        self.problems = problems
        self.taken: set[str] = set()
        self.repeats: dict[str, int] = {}
        self.level = 1

    def read(self, title: Title) -> Heading:
        """Return a heading with its anchor, and note a problem with its level."""
        self.check_level(title)
        return Heading(title.line, title.level, title.markdown, self.free_anchor(title.markdown))

    def check_level(self, title: Title) -> None:
        """Note a level that no heading should have at this place."""
        if title.level < FIRST_LEVEL:
            message = "the title stands in the front matter: start headings here with ##"
            self.problems.add(title.line, message)
        elif title.level > self.level + 1:
            wanted = "#" * (self.level + 1)
            message = f"this heading jumps from level {self.level} to {title.level}: use {wanted}"
            self.problems.add(title.line, message)
        self.level = title.level

    def free_anchor(self, markdown: str) -> str:
        """Return an anchor that no heading has yet; repeated ones get numbers as on Git hosts."""
        start = anchor = slug(markdown) or "section"
        while anchor in self.taken:
            self.repeats[start] = self.repeats.get(start, 0) + 1
            anchor = f"{start}-{self.repeats[start]}"
        self.taken.add(anchor)
        return anchor


def slug(markdown: str) -> str:
    """Return the words of a heading as Git hosts write them in an address.

    >>> slug("What is a `weight`?")
    'what-is-a-weight'
    """
    words = LINKED_WORDS.sub(r"\1", markdown).lower()
    return re.sub(r"[^\w\s-]", "", words).strip().replace(" ", "-")


def kebab(markdown: str) -> str:
    """Return the words of a heading as an id.

    >>> kebab("Why is `my_sum` 0?")
    'why-is-my-sum-0'
    """
    return re.sub(r"[\W_]+", "-", slug(markdown)).strip("-")
