"""Runs cells. Each lesson has its own names, which live from cell to cell."""

import ast
import builtins
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from time import perf_counter
from types import ModuleType
from typing import TypeAlias

from engine.kernel.baseline import Baseline
from engine.kernel.console import ReadLine, console
from engine.kernel.display import show_value
from engine.kernel.errors import ErrorReport, explained_report
from engine.kernel.output import Emit, Output
from engine.kernel.program import cell_filename, prepare, run
from engine.kernel.wire import JsonObject, WireError

Namespace: TypeAlias = dict[str, object]

ASKED_TO_STOP = (
    "Your code asked Python to stop (sys.exit). This run ended there; "
    "Python goes on and keeps your names."
)


@dataclass(frozen=True)
class RunResult:
    """How a run ended: "ok", "error" or "interrupted".

    Args:
        noticed: What is probably not meant, although the program ran.
    """

    status: str
    error: ErrorReport | None
    seconds: float
    noticed: tuple[JsonObject, ...] = ()

    def to_dict(self) -> JsonObject:
        """Return it as the page reads it."""
        error = self.error.to_dict() if self.error else None
        ending: JsonObject = {"status": self.status, "error": error}
        return {**ending, "seconds": round(self.seconds, 6), "noticed": self.noticed}


@dataclass(frozen=True)
class Ended:
    """A run that is over, and what it takes to explain it.

    Args:
        failure: What stopped it, and the name of the file that it was in.
    """

    code: str
    names: Namespace
    result: RunResult
    failure: tuple[BaseException, str] | None

    def explained(self) -> RunResult:
        """Return the result with its error explained, or with what is probably not meant."""
        status, failure = self.result.status, self.failure
        if status == "error" and failure is not None:
            return replace(self.result, error=explained_report(*failure, self.names))
        return replace(self.result, noticed=remarks(status, self.code, self.names, failure))


@dataclass(frozen=True)
class Stage:
    """Where a run's output goes and its input comes from."""

    output: Output
    read_line: ReadLine


class Lesson:
    """One lesson's names, in a `__main__` of its own."""

    def __init__(self) -> None:
        """Start with no names."""
        self.module = ModuleType("__main__")
        self.prepare()
        self.is_set_up = False

    def prepare(self) -> None:
        """Put back what every module has: a cell may have cleared its names."""
        self.names.update(__name__="__main__", __builtins__=builtins)

    @property
    def names(self) -> Namespace:
        """Return the names and their values."""
        return self.module.__dict__


class Kernel:
    """Runs cells of any lesson, one after the other."""

    def __init__(self, baseline: Baseline) -> None:
        """Start with no lessons.

        Args:
            baseline: What the interpreter is put back to before each run.
        """
        self.baseline = baseline
        self.lessons: dict[str, Lesson] = {}
        # Builtins that the last run had replaced: the next one says so.
        self.replaced: tuple[str, ...] = ()
        self.failure: tuple[BaseException, str] | None = None
        # The last run, as long as the page has not got what explains it.
        self.unexplained: Ended | None = None

    def lesson(self, lesson_id: str) -> Lesson:
        """Return a lesson, a new one where it has not been met."""
        if lesson_id not in self.lessons:
            self.lessons[lesson_id] = Lesson()
        return self.lessons[lesson_id]

    def reset(self, lesson_id: str) -> None:
        """Forget a lesson's names."""
        self.lessons.pop(lesson_id, None)

    def run(
        self, lesson_id: str, cell: str, code: str, setup: str, emit: Emit, read_line: ReadLine
    ) -> RunResult:
        """Run one cell.

        Args:
            lesson_id: Whose names it sees.
            cell: The cell's id, as it stands in tracebacks.
            code: The cell's text.
            setup: Runs first where the lesson has no names yet.
            emit: Takes each OutputPart as it comes.
            read_line: Asks for a line of input.
        """
        self.failure = self.unexplained = None
        started = perf_counter()
        stage = Stage(Output(emit), read_line)
        try:
            status, error = self.run_cell(self.lesson(lesson_id), cell, code, setup, stage)
        except KeyboardInterrupt:
            # It came a moment late, between the cell's last line and here.
            status, error = "interrupted", None
        seconds = perf_counter() - started
        names = self.lesson(lesson_id).names
        notes = remarks(status, code, names, self.failure)
        result = RunResult(status, error, seconds, notes)
        if sys.modules.get("engine.explain") is None:
            self.unexplained = Ended(code, names, result, self.failure)
        self.failure = None
        return result

    def explain(self) -> RunResult:
        """Return the last run's result once more, now that what explains it is there.

        Raises:
            WireError: The last run was explained already.
        """
        ended, self.unexplained = self.unexplained, None
        if ended is None:
            raise WireError("there is nothing left to explain")
        return ended.explained()

    def run_cell(
        self, lesson: Lesson, cell: str, code: str, setup: str, stage: Stage
    ) -> tuple[str, ErrorReport | None]:
        """Run one cell with everything around it as it should be; after it, as the engine needs."""
        replaced = dict.fromkeys((*self.replaced, *self.baseline.make_ready()))
        self.replaced = ()
        for note in (*put_back(list(replaced)), *unhide(lesson.names, code)):
            stage.output.part("note", text=note)
        lesson.prepare()
        main_before = sys.modules.get("__main__")
        sys.modules["__main__"] = lesson.module
        try:
            with console(stage.output, stage.read_line, self.baseline):
                return self.set_up_and_run(lesson, cell, code, setup, stage.output)
        finally:
            if main_before is not None:
                sys.modules["__main__"] = main_before
            self.baseline.free_the_engine()

    def set_up_and_run(
        self, lesson: Lesson, cell: str, code: str, setup: str, output: Output
    ) -> tuple[str, ErrorReport | None]:
        """Run the set-up where it is due, then the cell."""
        if not lesson.is_set_up and setup:
            status, error = self.guarded(setup, "<set-up>", lesson.names, output)
            if status != "ok":
                return status, error
        lesson.is_set_up = True
        return self.guarded(code, cell_filename(cell), lesson.names, output)

    def guarded(
        self, code: str, filename: str, names: Namespace, output: Output
    ) -> tuple[str, ErrorReport | None]:
        """Run a program, show its value, and tell how it ended, whatever it does."""
        try:
            show_value(self.value_of(code, filename, names), output)
        except KeyboardInterrupt as stop:
            self.failure = stop, filename
            return "interrupted", None
        except SystemExit as request:
            if type(request.code) is str and request.code:
                output.write("stderr", request.code + "\n")
            output.part("note", text=ASKED_TO_STOP)
        except BaseException as error:
            self.failure = error, filename
            return "error", explained_report(error, filename, names)
        return "ok", None

    def value_of(self, code: str, filename: str, names: Namespace) -> object:
        """Return the value of a program's last expression."""
        program = prepare(code, filename)
        try:
            return run(program, names)
        finally:
            # At once: all that comes next needs the builtins.
            self.replaced = (*self.replaced, *self.baseline.restore_builtins())


def noticed(code: str, names: Namespace) -> tuple[JsonObject, ...]:
    """Return what is probably not meant in a program that ran; never raises."""
    try:
        # After the output is there: the first run does not wait for it.
        from engine.explain import notice

        notes = [(note.line, note.cause, note.fix) for note in notice(code, names)]
    except Exception:
        return ()
    return tuple({"line": line, "cause": cause, "fix": fix} for line, cause, fix in notes)


def remarks(
    status: str, code: str, names: Namespace, failure: tuple[BaseException, str] | None
) -> tuple[JsonObject, ...]:
    """Return what is to be said of a run without an error: of its results, or where it stopped."""
    if status == "ok":
        return noticed(code, names)
    if status != "interrupted" or failure is None:
        return ()
    explanation = explained_report(*failure, names).explanation
    if explanation is None or explanation.line is None or " loop " not in explanation.cause:
        return ()
    return ({"line": explanation.line, "cause": explanation.cause, "fix": explanation.fix},)


def put_back(names: Sequence[str]) -> list[str]:
    """Return a note about builtins that an earlier cell had replaced."""
    if not names:
        return []
    several = ", ".join(f"`{name}`" for name in names[:5])
    return [f"An earlier cell had replaced Python's own {several}. It is back as it was."]


def unhide(names: Namespace, code: str) -> list[str]:
    """Drop names that keep the cell from calling a builtin, such as `print = None` leaves.

    Only where the cell calls the name and does not set it itself: `sum = 0` and then
    `sum = sum + 1` goes on working.
    """
    notes = []
    hiding = [name for name in names.keys() & vars(builtins).keys() if name in code]
    hiding = [name for name in hiding if not callable(names[name])]
    for name in sorted(called_but_not_set(code).intersection(hiding)) if hiding else ():
        hidden: Callable[[object], object] | None = getattr(builtins, name, None)
        if callable(hidden):
            del names[name]
            notes.append(
                f"An earlier cell had given the name `{name}` to something else. "
                f"It is Python's own `{name}` again."
            )
    return notes


def called_but_not_set(code: str) -> set[str]:
    """Return the names that a program calls and never sets."""
    try:
        nodes = list(ast.walk(ast.parse(code)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set()
    called = {n.func.id for n in nodes if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
    return called - {
        n.id for n in nodes if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load)
    }
