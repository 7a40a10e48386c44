"""The pieces that a lesson's source falls into before anyone asks what they mean.

A piece refers to the source by line numbers, so that every later step can still say where
something stands. `Text` is a half-open range of lines, counted from 0.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Text:
    """Lines of prose, plain fences included: `lines[start:end]`."""

    start: int
    end: int

    @property
    def line(self) -> int:
        """Return the line that the text starts on, counted from 1."""
        return self.start + 1


@dataclass(frozen=True)
class Fence:
    """A fence that the builder acts on: live code or an output.

    Args:
        info: What stands after the backticks.
        is_closed: False where its end had to be guessed.
    """

    line: int
    info: str
    code: str
    is_closed: bool = True


@dataclass(frozen=True)
class Title:
    """A heading."""

    line: int
    level: int
    markdown: str


@dataclass(frozen=True)
class Mark:
    """A comment whose first word says what the block after it is."""

    line: int
    words: tuple[str, ...]


@dataclass(frozen=True)
class FoldStart:
    """The line `<details><summary>title</summary>`."""

    line: int
    title: str


@dataclass(frozen=True)
class FoldEnd:
    """The line `</details>`."""

    line: int


@dataclass
class Fold:
    """A hint, mistake or solution: a `<details>` and what is in it."""

    line: int
    kind: str
    title: str
    inside: "list[Text | Fence | Title | Mark]" = field(default_factory=list)


Token = Text | Fence | Title | Mark | FoldStart | FoldEnd
Piece = Text | Fence | Title | Mark | Fold
