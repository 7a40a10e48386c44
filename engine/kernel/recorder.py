"""Records a program line by line while it runs, with CPython's own tracing (`sys.settrace`)."""

import ast
import opcode
import sys
from collections.abc import Callable
from time import perf_counter
from types import CodeType, FrameType
from typing import Protocol

from engine.kernel.describe import describe, is_shown, shorten
from engine.kernel.encode import type_name
from engine.kernel.errors import message_of
from engine.kernel.program import is_cell
from engine.kernel.statements import folded_lines, mentioned
from engine.kernel.steps import Step, Variable, compare

MOST_STEPS = 1_000
MOST_CHARACTERS = 2_000_000
MOST_EVENTS = 200_000
MOST_SECONDS = 10.0
MOST_CALLS = 8
# Python has a frame of its own for these; here they belong to their line.
STEPPED_OVER = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>")
# How loops and generators end: no errors.
QUIET = (StopIteration, StopAsyncIteration, GeneratorExit, SystemExit, KeyboardInterrupt)

TOO_MANY = "This program takes more than {most:,} steps. You see the first {most:,}."
TOO_LARGE = "The values of this program take much room. You see only its beginning."
TOO_LONG = "This program runs for a long time. You see only its beginning."

# A flag of CPython's code objects: names are kept as those of a function are.
CO_OPTIMIZED = 1


class Trace(Protocol):
    """What `sys.settrace` takes."""

    def __call__(self, frame: FrameType, event: str, argument: object, /) -> "Trace | None":
        """Take one event, and return what takes this frame's next ones."""


class StepLimit(BaseException):
    """Ends a program of which enough was recorded. Its text is the word for the learner."""


class Recorder:
    """The steps of one program so far."""

    def __init__(
        self,
        code: str,
        filename: str,
        names: dict[str, object],
        printed: Callable[[], int],
    ) -> None:
        """Get ready, before the program runs.

        Args:
            code: The cell's text.
            filename: The cell's, as `program.cell_filename` makes it.
            names: The namespace that the program will run in.
            printed: Tells how many characters have been printed.
        """
        tree = ast.parse(code)
        self.filename = filename
        self.names = names
        self.printed = printed
        self.folded = folded_lines(tree)
        self.mentioned = mentioned(tree)
        self.known = set(names)
        self.steps: list[Step] = []
        self.size = 0
        self.events = 0
        self.deadline = perf_counter() + MOST_SECONDS
        self.stack: list[FrameType] = []
        # Where an error has come to, as long as nothing else has happened.
        self.failing: FrameType | None = None
        self.cell_values = self.read_cell()
        self.local_values: dict[FrameType, dict[str, str]] = {}
        self.last_lines: dict[FrameType, int] = {}
        self.starts: dict[CodeType, dict[int, int]] = {}

    def run(self, program: Callable[[], object]) -> object:
        """Run a program and record it; return its value.

        Raises:
            StepLimit: Enough was recorded.
        """
        sys.settrace(self.on_call)
        try:
            value = program()
        finally:
            sys.settrace(None)
        self.record("end", self.steps[-1].line if self.steps else 1, self.value_text(value))
        return value

    def value_text(self, value: object) -> str | None:
        """Return a value's text; None for none."""
        return None if value is None else describe(value)

    def on_call(self, frame: FrameType, event: str, argument: object) -> Trace | None:
        """Decide what is recorded of a function that is called: all, its time, or nothing."""
        self.count()
        code = frame.f_code
        if code.co_filename != self.filename:
            return self.on_elsewhere if is_cell(code.co_filename) else None
        if code.co_name in STEPPED_OVER:
            return self.on_elsewhere
        self.stack.append(frame)
        self.last_lines.pop(frame, None)
        return self.on_event

    def on_elsewhere(self, frame: FrameType, event: str, argument: object) -> Trace:
        """Count what is stepped over, so that it ends too."""
        self.count()
        return self.on_elsewhere

    def on_event(self, frame: FrameType, event: str, argument: object) -> Trace:
        """Record what happens in a function of the cell, or in the cell itself."""
        self.count()
        self.return_to(frame)
        if event == "line":
            self.on_line(frame)
        elif event == "exception":
            self.on_exception(frame, argument)
        elif event == "return":
            self.on_return(frame, argument)
        self.failing = frame if event == "exception" else None
        return self.on_event

    def count(self) -> None:
        """Count one event.

        Raises:
            StepLimit: The program goes on for too long.
        """
        self.events += 1
        if self.events > MOST_EVENTS or perf_counter() > self.deadline:
            raise StepLimit(TOO_LONG)

    def return_to(self, frame: FrameType) -> None:
        """Drop functions that were left without a word."""
        if frame not in self.stack:
            self.stack.append(frame)
        while self.stack[-1] is not frame:
            self.stack.pop()

    def on_line(self, frame: FrameType) -> None:
        """Record that a line runs next, once for each time that its statement begins."""
        line = self.line_of(frame)
        if line < 1:
            # A program without statements has a line 0.
            return
        is_again = line in self.folded and self.last_lines.get(frame) == line
        self.last_lines[frame] = line
        if not is_again or frame.f_lasti == self.start_of(frame.f_code, line):
            self.record("line", line)

    def start_of(self, code: CodeType, line: int) -> int:
        """Return the first instruction of a statement."""
        if code not in self.starts:
            starts: dict[int, int] = {}
            for start, _end, here in code.co_lines():
                if here is not None:
                    starts.setdefault(self.folded.get(here, here), start)
            self.starts[code] = starts
        return self.starts[code].get(line, -1)

    def on_exception(self, frame: FrameType, argument: object) -> None:
        """Record an error where it arises, and where it comes through."""
        error = argument[1] if isinstance(argument, tuple) else None
        if isinstance(error, BaseException) and not isinstance(error, QUIET):
            words = f"{type_name(error)}: {message_of(error)}".removesuffix(": ")
            self.record("exception", self.line_of(frame), shorten(words))

    def line_of(self, frame: FrameType) -> int:
        """Return the line of a frame's statement."""
        return self.folded.get(frame.f_lineno, frame.f_lineno)

    def on_return(self, frame: FrameType, value: object) -> None:
        """Record what a function gives back, and leave it."""
        kind = "" if self.failing is frame else ending(frame)
        if kind and is_function(frame.f_code):
            self.record(kind, self.line_of(frame), describe(value))
        self.stack.pop()
        if kind != "yield":
            self.local_values.pop(frame, None)

    def record(self, event: str, line: int, value: str | None = None) -> None:
        """Keep one step.

        Raises:
            StepLimit: There is no room for it.
        """
        if len(self.steps) >= MOST_STEPS:
            raise StepLimit(TOO_MANY.format(most=MOST_STEPS))
        variables = (*self.locals_now(), *self.cell_now())
        step = Step(event, line, self.calls(), variables, value, self.printed())
        self.size += step.size()
        if self.size > MOST_CHARACTERS:
            raise StepLimit(TOO_LARGE)
        self.steps.append(step)

    def calls(self) -> tuple[str, ...]:
        """Return the functions that run, outermost first; of very many the first and the last."""
        codes = [frame.f_code for frame in self.stack if not is_module(frame.f_code)]
        if len(codes) <= MOST_CALLS:
            return tuple(map(label, codes))
        few, left = MOST_CALLS // 2, len(codes) - MOST_CALLS
        return (*map(label, codes[:few]), f"{left:,} more", *map(label, codes[-few:]))

    def locals_now(self) -> tuple[Variable, ...]:
        """Return the variables of the function that runs, with what changed."""
        if not self.stack or is_module(self.stack[-1].f_code):
            return ()
        frame = self.stack[-1]
        before = self.local_values.get(frame, {})
        now = self.local_values[frame] = texts(dict(frame.f_locals))
        return compare(before, now, "local")

    def cell_now(self) -> tuple[Variable, ...]:
        """Return the variables of the cell itself, with what changed."""
        before, self.cell_values = self.cell_values, self.read_cell()
        return compare(before, self.cell_values, "cell")

    def read_cell(self) -> dict[str, str]:
        """Return the texts of the cell's variables: those it mentions, and those it has made."""
        values = dict(self.names)
        return texts(
            {
                name: value
                for name, value in values.items()
                if name in self.mentioned or name not in self.known
            }
        )


def texts(values: dict[str, object]) -> dict[str, str]:
    """Return the texts of variables."""
    return {
        name: describe(value)
        for name, value in values.items()
        if type(name) is str and is_shown(name, value)
    }


def ending(frame: FrameType) -> str:
    """Return how a function is left: "return", "yield", or "" when an error leaves it."""
    code, at = frame.f_code.co_code, frame.f_lasti
    here, before = opcode.opname[code[at]], opcode.opname[code[max(at - 2, 0)]]
    # Since Python 3.12 a `yield` has been passed by the time that its value is told.
    if here == "YIELD_VALUE" or (here == "RESUME" and before == "YIELD_VALUE"):
        return "yield"
    return "return" if here.startswith("RETURN") else ""


def is_module(code: CodeType) -> bool:
    """Return whether code is the cell itself."""
    return code.co_name == "<module>"


def is_function(code: CodeType) -> bool:
    """Return whether code is a function, not a class or the cell itself."""
    return bool(code.co_flags & CO_OPTIMIZED)


def label(code: CodeType) -> str:
    """Return the name of a function as its call is shown."""
    name = code.co_qualname.rpartition("<locals>.")[2]
    if not is_function(code):
        return f"class {name}"
    return name.replace("<lambda>", "lambda")
