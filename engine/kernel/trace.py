"""Steps through a cell: runs it on a copy of the lesson's names and records every line.

The names themselves stay as they were, also the lists and objects that they hold, so that a
learner can look at a cell as often as they like.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from time import perf_counter

from engine.kernel.console import ReadLine
from engine.kernel.output import Output
from engine.kernel.program import is_cell, prepare, run
from engine.kernel.recorder import Recorder, StepLimit
from engine.kernel.run import Kernel, Lesson, Namespace, Stage
from engine.kernel.statements import LIMIT_NAME, steppable
from engine.kernel.steps import TraceResult
from engine.kernel.wire import JsonObject, text

LONGEST_OUTPUT = 200_000
STOPPED = "You stopped the program. You see its steps up to there."


class Stepper(Kernel):
    """A kernel that records the one cell that it runs."""

    def __init__(self, kernel: Kernel, read_line: ReadLine) -> None:
        """Start with nothing recorded.

        Args:
            kernel: Whose lessons are used.
            read_line: Asks for a line of input.
        """
        super().__init__(kernel.baseline)
        self.lessons = kernel.lessons
        self.ask = read_line
        self.recorder: Recorder | None = None
        self.limit: StepLimit | None = None
        self.printed: list[str] = []
        self.notes: list[str] = []
        self.length = 0
        self.output = Output(self.take)

    def trace(self, lesson_id: str, cell: str, code: str, setup: str) -> TraceResult:
        """Run a cell and return its steps.

        Args:
            lesson_id: Whose names it sees.
            cell: The cell's id.
            code: The cell's text.
            setup: Runs first where the lesson has no names yet.
        """
        lesson = self.lesson(lesson_id)
        status, error = "interrupted", None
        try:
            with untouched(lesson):
                stage = Stage(self.output, self.read_line)
                status, error = self.run_cell(lesson, cell, code, setup, stage)
        except KeyboardInterrupt:
            # It came a moment late: the steps are there all the same.
            pass
        words = [STOPPED] if status == "interrupted" else [str(self.limit)] if self.limit else []
        return TraceResult(
            self.recorder.steps if self.recorder else (),
            bool(words),
            "\n".join([*words, *self.notes]),
            error,
            "".join(self.printed)[:LONGEST_OUTPUT],
        )

    def take(self, part: JsonObject) -> None:
        """Take a part of the output: keep what is text."""
        if part["kind"] in ("stdout", "stderr"):
            self.printed.append(text(part, "text"))
            self.length += len(self.printed[-1])
        elif part["kind"] == "note":
            self.notes.append(text(part, "text"))

    def read_line(self, prompt: str) -> str | None:
        """Ask for a line of input; the time that the learner takes does not count."""
        asked = perf_counter()
        line = self.ask(prompt)
        if self.recorder:
            self.recorder.deadline += perf_counter() - asked
        self.take({"kind": "stdout", "text": f"{prompt}{line or ''}\n"})
        return line

    def value_of(self, code: str, filename: str, names: Namespace) -> object:
        """Run a program, and record it unless it is the set-up."""
        if not is_cell(filename):
            return super().value_of(code, filename, names)
        program = prepare(code, filename, steppable)
        names[LIMIT_NAME] = StepLimit
        recorder = self.recorder = Recorder(code, filename, names, self.length_now)
        try:
            recorder.run(lambda: run(program, names))
        except StepLimit as limit:
            self.limit = limit
        finally:
            self.replaced = (*self.replaced, *self.baseline.restore_builtins())
        return None

    def length_now(self) -> int:
        """Return how many characters the program has printed."""
        self.output.flush()
        return min(self.length, LONGEST_OUTPUT)


@contextmanager
def untouched(lesson: Lesson) -> Iterator[None]:
    """Put copies in the place of a lesson's values while the block runs.

    The copies stand in the lesson's own namespace, because functions of earlier cells look there.
    """
    names, was_set_up = lesson.names, lesson.is_set_up
    values = dict(names)
    try:
        names.update(copies(values))
        yield
    finally:
        names.clear()
        names.update(values)
        lesson.is_set_up = was_set_up


def copies(values: Namespace) -> Namespace:
    """Return copies of values; what two of them share, their copies share too."""
    memo: dict[int, object] = {}
    copied: Namespace = {}
    for name, value in values.items():
        try:
            copied[name] = deepcopy(value, memo)
        except KeyboardInterrupt:
            raise
        except BaseException:
            # Modules, generators and the like have no copy.
            copied[name] = value
    return copied
