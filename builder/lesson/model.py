"""What a lesson file holds, as data. Every block knows the line it starts on."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from builder.hashing import digest


@dataclass(frozen=True)
class Problem:
    """A mistake in a file, told as a compiler would: `file:line: what is wrong and what to do`."""

    path: Path
    line: int
    message: str


@dataclass(frozen=True)
class Prose:
    """Markdown that is only read."""

    line: int
    markdown: str


@dataclass(frozen=True)
class Heading:
    """A heading; `anchor` is its id in the page, unique in the lesson."""

    line: int
    level: int
    markdown: str
    anchor: str


@dataclass(frozen=True)
class Choice:
    """One answer to a quiz or a prediction, with what the learner is told who picks it."""

    line: int
    markdown: str
    is_right: bool
    explanation: str


@dataclass(frozen=True)
class Quiz:
    """A question with choices. One that guards the next cell is a prediction."""

    line: int
    id: str
    choices: tuple[Choice, ...]
    is_prediction: bool


@dataclass(frozen=True)
class Cell:
    """A live cell that is run: role `run`, or `setup`, which runs by itself before any other.

    Args:
        output: What the cell must print, or None where the lesson does not say.
        prediction: The id of the prediction that guards this cell, or None.
    """

    line: int
    id: str
    role: str
    code: str
    output: str | None = None
    output_line: int | None = None
    prediction: str | None = None
    options: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Hint:
    """One hint; they are opened in order."""

    line: int
    title: str
    markdown: str


@dataclass(frozen=True)
class Mistake:
    """A wrong solution that learners really write, and the words for whoever behaves like it."""

    line: int
    id: str
    title: str
    code: str
    feedback: str


@dataclass(frozen=True)
class Solution:
    """The reference solution as the learner sees it, and its explanation in Markdown."""

    line: int
    code: str
    explanation: str


@dataclass(frozen=True)
class Exercise:
    """A graded cell with what belongs to it. `title` is the heading that it stands under."""

    line: int
    id: str
    title: str
    starter: str
    hints: tuple[Hint, ...]
    mistakes: tuple[Mistake, ...]
    solution: Solution | None


@dataclass(frozen=True)
class Widget:
    """An explore picture: `image` is the fallback, `description` its text equivalent."""

    line: int
    name: str
    options: dict[str, str]
    image: str
    description: str


@dataclass(frozen=True)
class Answer:
    """One question learners ask, other ways to ask it, and the answer in Markdown."""

    line: int
    id: str
    question: str
    also_asked: tuple[str, ...]
    markdown: str


@dataclass(frozen=True)
class Answers:
    """The lesson's bank of questions and answers."""

    line: int
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Bank:
    """A bank of questions that belongs to no lesson; its id is the name of its file."""

    path: Path
    id: str
    title: str
    answers: tuple[Answer, ...]


Block = Prose | Heading | Quiz | Cell | Exercise | Widget | Answers


@dataclass(frozen=True)
class Lesson:
    """A lesson: `01-neuron.md` is number 1 with the id `neuron`."""

    path: Path
    number: int
    id: str
    title: str
    minutes: int
    needs: tuple[str, ...]
    teaches: tuple[str, ...]
    blocks: tuple[Block, ...]

    @cached_property
    def digest(self) -> str:
        """Return a short hash of all that the lesson holds."""
        return digest(repr(self))

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Return the anchors of the lesson's headings."""
        return frozenset(block.anchor for block in self.blocks if isinstance(block, Heading))

    @cached_property
    def named(self) -> list[Cell | Quiz | Exercise]:
        """Return the blocks that have an id, in order."""
        return named_blocks(self.blocks)

    def setup_code(self) -> str:
        """Return the code of the lesson's set-up cells, in order."""
        cells = [block for block in self.blocks if isinstance(block, Cell)]
        return "\n".join(cell.code for cell in cells if cell.role == "setup")

    def exercises(self) -> tuple[Exercise, ...]:
        """Return the lesson's exercises, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Exercise))

    @cached_property
    def questions(self) -> tuple[Answer, ...]:
        """Return the questions of the lesson's bank, in order."""
        banks = [block for block in self.blocks if isinstance(block, Answers)]
        return tuple(answer for bank in banks for answer in bank.answers)


def named_blocks(blocks: Iterable[Block]) -> list[Cell | Quiz | Exercise]:
    """Return the blocks that have an id, in order."""
    return [block for block in blocks if isinstance(block, Cell | Quiz | Exercise) and block.id]
