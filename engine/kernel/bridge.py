"""All that a worker calls: `connect` once, then `call`, JSON in and JSON out.

The same functions serve both realms of the page. The learner's has `run`, `rehearse`, `explain`,
`trace`, `check`, `reset`, `complete`, `peek`, `history`, `slopes`, `layers`, `observe`, and for the
playground `playground`, `advance` and `program`; the judge's has `plan` and `judge`, and its wheel
alone has `engine.grading`.
"""

import gc
import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from engine.kernel.baseline import Baseline
from engine.kernel.complete import complete
from engine.kernel.console import console
from engine.kernel.observe import Observer
from engine.kernel.output import Output
from engine.kernel.peek import peek
from engine.kernel.platform import in_page
from engine.kernel.run import Kernel, Lesson
from engine.kernel.silence import Silence
from engine.kernel.wholeness import Wholeness
from engine.kernel.wire import JsonObject, WireError, flag, number, record, text, texts

if TYPE_CHECKING:
    from engine.playground.play import Player

# Sends one OutputPart: its kind, and the whole part as JSON.
EmitPart = Callable[[str, str], None]
ReadLine = Callable[[str], str | None]
# What every Python runs right. Short, as the next run may wait for it.
CHECK = "print(total)"


class Bridge:
    """One realm's kernel, and how it reaches its page."""

    def __init__(self, emit: EmitPart, read_line: ReadLine) -> None:
        """Start the kernel.

        Args:
            emit: Takes each part of a run's output as it comes.
            read_line: Asks for one line of input; None is the end of it.
        """
        self.emit = emit
        self.read_line = read_line
        self.baseline = Baseline()
        self.kernel = Kernel(self.baseline)
        self.silence = Silence() if in_page() else None
        self.wholeness = Wholeness(self.baseline.modules)
        self.has_checked = False
        self._player: Player | None = None
        self.methods: dict[str, Callable[[JsonObject], JsonObject]] = {
            "run": self.run,
            "rehearse": self.rehearse,
            "explain": self.explain,
            "trace": self.trace,
            "check": self.check,
            "reset": self.reset,
            "complete": self.complete,
            "peek": self.peek,
            "history": self.history,
            "slopes": self.slopes,
            "layers": self.layers,
            "observe": self.observe,
            "playground": lambda request: self.player().start(request),
            "advance": lambda request: self.player().advance(request),
            "program": lambda request: self.player().program(request),
            "plan": self.plan,
            "judge": self.judge,
        }

    def call(self, method: str, payload: str) -> str:
        """Call one method: JSON in, JSON out.

        Raises:
            WireError: There is no such method, or the payload is not what it takes.
        """
        if method not in self.methods:
            raise WireError(f"the kernel has no method '{method}'")
        request = json.loads(payload)
        if not isinstance(request, dict):
            raise WireError("the payload is not an object")
        is_restored = False
        try:
            result = json.dumps(self.methods[method](request))
            is_restored = method == "check"
            return result
        finally:
            # A run that comes straight after a check need not put everything back once more.
            self.baseline.is_restored = is_restored

    def run(self, request: JsonObject) -> JsonObject:
        """Run a cell: RunRequest to RunResult."""
        return self.kernel.run(
            text(request, "lesson"),
            text(request, "cell"),
            text(request, "code"),
            text(request, "setup"),
            self.send,
            self.read_line,
        ).to_dict()

    def rehearse(self, _request: JsonObject) -> JsonObject:
        """Run a cell as a learner's is run, but with names of its own: RunResult.

        The browser compiles well what runs often, so the worker has this run while nobody waits.
        """
        kernel = Kernel(self.baseline)
        return kernel.run("", "", "print(1 + 1)", "", self.send, self.read_line).to_dict()

    def explain(self, _request: JsonObject) -> JsonObject:
        """Explain the run that has just ended, where it came before what explains it: RunResult."""
        return self.kernel.explain().to_dict()

    def trace(self, request: JsonObject) -> JsonObject:
        """Step through a cell: RunRequest to TraceResult."""
        # Only for those who step: Python starts sooner without it.
        from engine.kernel.trace import Stepper

        result = Stepper(self.kernel, self.read_line).trace(
            text(request, "lesson"),
            text(request, "cell"),
            text(request, "code"),
            text(request, "setup"),
        )
        return result.to_dict()

    def send(self, part: JsonObject) -> None:
        """Send one part of the output."""
        self.emit(text(part, "kind"), json.dumps(part))

    def check(self, request: JsonObject) -> JsonObject:
        """Run a cell that every Python runs right: a program may have left this one unfit.

        Whether the engine and the library are as they were takes longer, and is told where `whole`
        and `library` ask for it.
        """
        if self.has_checked:
            self.after_a_check()
        is_asked_for_whole = flag(request, "whole")
        if is_asked_for_whole:
            # A run puts them back itself; since then, a task that it has left may have gone on.
            self.baseline.restore_builtins()
        self.baseline.restore_rest()
        parts: list[JsonObject] = []
        output, lesson = Output(parts.append), Lesson()
        # Small whole numbers are shared by all of Python, and memory can be written to.
        lesson.names["total"] = sum(range(257))
        with console(output, lambda _: None, self.baseline):
            Kernel(self.baseline).set_up_and_run(lesson, "", CHECK, "", output)
        whole = not is_asked_for_whole or self.wholeness.is_whole()
        library = not flag(request, "library") or self.baseline.has_library()
        return {"parts": parts, "library": library, "whole": whole}

    def after_a_check(self) -> None:
        """Let the course speak again, and leave nothing of one program for the next to find."""
        self.has_checked = False
        if self.silence is not None:
            self.silence.lift()
        gc.collect()

    def reset(self, request: JsonObject) -> JsonObject:
        """Forget a lesson's names."""
        self.kernel.reset(text(request, "lesson"))
        return {}

    def complete(self, request: JsonObject) -> JsonObject:
        """Complete a word: CompleteRequest to CompleteResult."""
        names = self.kernel.lesson(text(request, "lesson")).names
        return complete(text(request, "code"), number(request, "position"), names)

    def peek(self, request: JsonObject) -> JsonObject:
        """Read plain values: PeekRequest to PeekResult."""
        names = self.kernel.lesson(text(request, "lesson")).names
        return {"values": peek(names, texts(request, "names"))}

    def history(self, request: JsonObject) -> JsonObject:
        """Learn some data: HistoryRequest to HistoryResult."""
        # Only for the picture that shows it: Python starts sooner without it.
        from engine.kernel.learning import history

        # Stopped from within when it does not end, so that the learner's names are kept.
        return history(Observer(self.baseline, is_trusted=True), request)

    def slopes(self, request: JsonObject) -> JsonObject:
        """Work out the slopes of two neurons: SlopesRequest to SlopesResult."""
        from engine.kernel.slopes import slopes

        return slopes(Observer(self.baseline, is_trusted=True), request)

    def layers(self, request: JsonObject) -> JsonObject:
        """Find layers that are XOR: LayersRequest to LayersResult."""
        from engine.kernel.layers import layers

        return layers(Observer(self.baseline, is_trusted=True), request)

    def player(self) -> "Player":
        """Return what plays in the playground; numpy is there once it is asked for."""
        if self._player is None:
            from engine.playground.play import Player

            self._player = Player(self.baseline)
        return self._player

    def observe(self, request: JsonObject) -> JsonObject:
        """Carry out a plan on a learner's code."""
        self.has_checked = True
        observer = Observer(self.baseline, silence=self.silence)
        return observer.observe(
            text(request, "code"), text(request, "setup"), record(request, "plan")
        )

    def plan(self, request: JsonObject) -> JsonObject:
        """Make the plan for an exercise."""
        from engine.grading import load, make_plan

        exercise = load(text(record(request, "exercise"), "id"))
        return {"plan": make_plan(exercise, number(request, "seed"))}

    def judge(self, request: JsonObject) -> JsonObject:
        """Judge an observation: GradeResult."""
        from engine.grading import ExerciseText, judge

        exercise_text = ExerciseText.from_dict(record(request, "exercise"))
        observer = Observer(self.baseline, is_trusted=True)
        result = judge(
            exercise_text,
            record(request, "plan"),
            record(request, "observation"),
            observer.observe,
        )
        return result.to_dict()


# The one bridge of a realm: a worker can only call functions of a module.
_bridges: list[Bridge] = []


def connect(emit: EmitPart, read_line: ReadLine) -> None:
    """Start this realm's kernel; the functions belong to the worker."""
    _bridges[:] = [Bridge(emit, read_line)]
    # All that is there now stays: no program has it looked through for what is no longer used.
    if in_page():
        gc.freeze()


def call(method: str, payload: str) -> str:
    """Call one method of the bridge: JSON in, JSON out."""
    if not _bridges:
        raise WireError("connect() comes first")
    return _bridges[0].call(method, payload)
