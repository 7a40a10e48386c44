"""Make the blocks of a lesson from its pieces."""

from collections.abc import Sequence
from dataclasses import replace

from builder.lesson.answers import AnswerReader
from builder.lesson.cells import Live, check_output, is_output, read_cell, read_live
from builder.lesson.exercises import read_exercise
from builder.lesson.folds import FORMS
from builder.lesson.headings import HeadingReader
from builder.lesson.model import Block, Cell, Exercise, Heading, Prose, Quiz
from builder.lesson.options import read_id, read_options
from builder.lesson.pieces import Fence, Fold, Mark, Piece, Text, Title
from builder.lesson.problems import Problems
from builder.lesson.scanner import Scanner
from builder.lesson.task_list import check_choices, read_choices, starts_task_list, stray_items
from builder.lesson.widgets import read_widget

BANK_LEVEL = 2


class Assembler:
    """Go through the pieces of one lesson once, and put each in its block."""

    def __init__(self, lesson_id: str, scanner: Scanner, pieces: Sequence[Piece]) -> None:
        """Start at the first piece."""
        self.lesson_id = lesson_id
        self.lines = scanner.lines
        self.readable = scanner.readable
        self.problems: Problems = scanner.problems
        self.pieces = list(pieces)
        self.folds = claim_folds(pieces, self.problems)
        self.headings = HeadingReader(self.problems)
        self.blocks: list[Block] = []
        self.index = 0

    def assemble(self) -> list[Block]:
        """Return the blocks."""
        while self.index < len(self.pieces):
            piece = self.pieces[self.index]
            self.index += 1
            if isinstance(piece, Title):
                self.blocks.append(self.headings.read(piece))
            elif isinstance(piece, Text):
                self.add_prose(piece)
            elif isinstance(piece, Fence):
                self.add_fence(piece)
            elif isinstance(piece, Mark):
                self.add_marked(piece)
        return self.blocks

    def add_prose(self, text: Text) -> None:
        """Add a text, unless it is blank."""
        start = next((i for i in range(text.start, text.end) if self.lines[i].strip()), None)
        if start is None:
            return
        for line in stray_items(self.lines, self.readable, text):
            message = (
                "this task list belongs to no quiz: put `<!-- quiz id=some-name -->` before it"
            )
            self.problems.add(line, message)
        markdown = "\n".join(self.lines[start : text.end]).rstrip()
        self.blocks.append(Prose(start + 1, markdown))

    def add_fence(self, fence: Fence) -> None:
        """Add a live fence, or an output to the cell before it."""
        last = self.blocks[-1] if self.blocks else None
        if is_output(fence):
            cell = last if isinstance(last, Cell) else None
            if check_output(fence, cell, self.problems) and cell:
                self.blocks[-1] = replace(cell, output=fence.code, output_line=fence.line)
            return
        live = read_live(fence, self.problems)
        if live is None:
            return
        if live.role in FORMS:
            form = f"put it into <details><summary>{FORMS[live.role]}</summary> after an exercise"
            self.problems.add(live.line, f"this {live.role} stands alone: {form}")
        elif live.role == "exercise":
            self.add_exercise(live)
        else:
            self.add_cell(live)

    def add_cell(self, live: Live) -> None:
        """Add a run or set-up cell."""
        if live.role == "setup":
            ran = (b for b in self.blocks if isinstance(b, Exercise | Cell))
            first = next((block for block in ran if not is_setup(block)), None)
            if first:
                message = f"set-up runs before every other cell: move it above line {first.line}"
                self.problems.add(live.line, message)
        self.blocks.append(read_cell(live, self.problems))

    def add_exercise(self, live: Live) -> None:
        """Add an exercise with its folds; its title is the heading that it stands under."""
        title, has_task = "", False
        for block in reversed(self.blocks):
            if isinstance(block, Heading):
                title = block.markdown
                break
            if isinstance(block, Exercise):
                message = f"the exercise in line {block.line} has the same heading: add one before"
                self.problems.add(live.line, message)
                title = block.title
                break
            has_task = has_task or isinstance(block, Prose)
        if not title:
            self.problems.add(
                live.line, "this exercise has no title: add a heading before its task"
            )
        elif not has_task:
            message = "this exercise has no task: say what to do, with an example, before its code"
            self.problems.add(live.line, message)
        folds = self.folds.get(live.line, [])
        self.blocks.append(read_exercise(live, title, folds, self.lines, self.problems))

    def add_marked(self, mark: Mark) -> None:
        """Add what a mark announces."""
        if mark.words[0] == "widget":
            widget, rest = read_widget(mark, self.next_text(), self.lines, self.problems)
            self.blocks.append(widget)
            self.hand_back(rest)
        elif mark.words[0] == "answers":
            self.add_answers(mark)
        else:
            self.add_quiz(mark)

    def next_text(self) -> Text | None:
        """Return the next piece if it is text."""
        piece = self.pieces[self.index] if self.index < len(self.pieces) else None
        return piece if isinstance(piece, Text) else None

    def hand_back(self, rest: Text | None) -> None:
        """Put what is left of a text in the place of the whole."""
        if rest is not None:
            self.pieces[self.index] = rest

    def add_quiz(self, mark: Mark) -> None:
        """Add a quiz or a prediction."""
        kind = mark.words[0]
        what = f"the mark '{kind}'"
        options = read_options(mark.words[1:], ("id",), what, mark.line, self.problems)
        quiz_id = read_id(options, kind, mark.line, self.problems)
        if not self.blocks or not isinstance(self.blocks[-1], Prose):
            message = f"there is no question before this {kind}: write it above, as a paragraph"
            self.problems.add(mark.line, message)
        text = self.next_text()
        if text is None or not starts_task_list(self.lines, text):
            message = f"no list of answers follows {what}: write them as `- [ ] ` and `- [x] `"
            self.problems.add(mark.line, message)
            return
        choices, rest = read_choices(self.lines, text, self.problems)
        check_choices(choices, kind, mark.line, self.problems)
        self.blocks.append(Quiz(mark.line, quiz_id, choices, kind == "predict"))
        self.hand_back(rest)

    def add_answers(self, mark: Mark) -> None:
        """Add the bank of questions, which ends at the next heading of level 1 or 2."""
        headings = (block for block in reversed(self.blocks) if isinstance(block, Heading))
        last = next(headings, None)
        if last is None or last.level != BANK_LEVEL:
            message = "the mark 'answers' needs a heading of its own: write `## Questions` above it"
            self.problems.add(mark.line, message)
        start = self.index
        while self.index < len(self.pieces) and not ends_bank(self.pieces[self.index]):
            self.index += 1
        reader = AnswerReader(self.lesson_id, self.lines, self.problems)
        self.blocks.append(reader.read(mark, self.pieces[start : self.index]))


def is_setup(block: Block) -> bool:
    """Tell whether a block is a set-up cell."""
    return isinstance(block, Cell) and block.role == "setup"


def ends_bank(piece: Piece) -> bool:
    """Tell whether a piece ends the bank of questions."""
    return isinstance(piece, Title) and piece.level <= BANK_LEVEL


def claim_folds(pieces: Sequence[Piece], problems: Problems) -> dict[int, list[Fold]]:
    """Return the folds of each exercise by the exercise's line.

    A fold belongs to the exercise before it, unless a heading stands between them that ends it.
    """
    claimed: dict[int, list[Fold]] = {}
    level = exercise_level = 1
    exercise: int | None = None
    for piece in pieces:
        if isinstance(piece, Title):
            level = piece.level
            exercise = None if level <= exercise_level else exercise
        elif isinstance(piece, Fence) and piece.info.split()[1:2] == ["exercise"]:
            exercise, exercise_level = piece.line, level
        elif isinstance(piece, Fold) and exercise is not None:
            claimed.setdefault(exercise, []).append(piece)
        elif isinstance(piece, Fold):
            message = f"this {piece.kind} belongs to no exercise: move it below one"
            problems.add(piece.line, message)
    return claimed
