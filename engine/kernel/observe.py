"""The learner's realm of grading: run the code, make the calls of a plan, tell what came back.

Nothing here knows what is right. What it returns is plain data; the judge, in another realm,
compares. So whatever a learner's program does to this realm, only right values pass.
"""

import ast
import builtins
import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from time import perf_counter
from types import CodeType, FunctionType, ModuleType
from typing import TypeAlias

from engine.kernel.baseline import Baseline
from engine.kernel.deadline import limited
from engine.kernel.decode import plain, real
from engine.kernel.encode import encode, type_name
from engine.kernel.errors import explained_report, report
from engine.kernel.output import Output, Stream
from engine.kernel.program import cell_filename, prepare, run
from engine.kernel.silence import Silence
from engine.kernel.wire import Json, JsonObject, items, measure, objects, text, texts
from engine.kernel.withhold import withheld

Namespace: TypeAlias = dict[str, object]

USUAL_SECONDS = 5.0
MOST_PRINTED = 2_000
MOST_NAMES = 200
# The first errors are the ones that are shown; to explain one takes some milliseconds.
MOST_EXPLAINED = 3


class Observer:
    """Observes learner's programs, one after the other."""

    def __init__(
        self, baseline: Baseline, is_trusted: bool = False, silence: Silence | None = None
    ) -> None:
        """Start an observer.

        Args:
            baseline: What the interpreter is put back to around each program.
            is_trusted: The programs are the course's own: they are stopped from within when the
                plan's time is over. A learner's are interrupted from outside.
            silence: Falls on the answers that an earlier program has loaded.
        """
        self.baseline = baseline
        self.is_trusted = is_trusted
        self.silence = silence
        self.started = 0.0
        self.ends = 0.0
        self.names: Namespace = {}
        self.explained = 0

    def observe(self, code: str, setup: str, plan: JsonObject) -> JsonObject:
        """Return an Observation of one program: what happened, step by step of the plan."""
        self.started = perf_counter()
        self.ends = self.started + measure(plan, "seconds", USUAL_SECONDS)
        self.baseline.restore()
        answers = withheld(texts(plan, "withholds"), self.baseline, self.silence)
        with answers, main_module() as namespace:
            try:
                return self.watch(code, setup, plan, namespace)
            except KeyboardInterrupt:
                return {"timed_out": True}
            finally:
                self.baseline.restore()

    def watch(self, code: str, setup: str, plan: JsonObject, namespace: Namespace) -> JsonObject:
        """Run set-up, what the exercise provides, and the learner's code; then make each step."""
        filename = cell_filename(text(plan, "exercise"))
        self.names, self.explained = namespace, 0
        try:
            program = prepare(code, filename)
        except SyntaxError as error:
            return {"syntax": explained_report(error, filename, namespace).to_dict()}
        given_code = "\n".join((setup, text(plan, "provides")))
        set_up = self.attempt(lambda: run(prepare(given_code, "<set-up>"), namespace), filename)
        if "raised" in set_up or "interrupted" in set_up:
            return {"fault": set_up}
        given = dict(namespace)
        ran = self.attempt(lambda: run(program, namespace), filename)
        if "raised" in ran or "interrupted" in ran:
            return {"cell": ran, "names": names_in(namespace, given)}
        steps = self.steps(objects(plan, "steps"), namespace, filename)
        return {
            "cell": {"printed": ran.get("printed", "")},
            "names": names_in(namespace, given),
            "functions": {
                name: {**signature(namespace.get(name)), "returns": returned(code, name)}
                for name in texts(plan, "names")
            },
            "steps": steps,
            "seconds": round(perf_counter() - self.started, 3),
        }

    def steps(
        self, steps: Sequence[JsonObject], namespace: Namespace, filename: str
    ) -> Sequence[JsonObject]:
        """Make the steps in order; stop at an interrupt."""
        done: list[JsonObject] = []
        for step in steps:
            self.baseline.restore()
            done.append(self.step(step, namespace, filename))
            if "interrupted" in done[-1]:
                break
        return done

    def step(self, step: JsonObject, namespace: Namespace, filename: str) -> JsonObject:
        """Make one step: read names, or call the learner's function or a probe."""
        if "reads" in step:
            found = [name for name in texts(step, "reads") if name in namespace]
            return {"read": {name: encode(namespace[name]) for name in found}}
        arguments = [real(plain(item)) for item in items(step, "arguments")]
        before = [encode(argument) for argument in arguments]
        result: list[object] = []
        ran = self.attempt(lambda: result.append(call(step, namespace, arguments)), filename)
        if not result:
            return ran
        after = [encode(argument) for argument in arguments]
        return {
            "value": encode(result[0]),
            "changed": [i for i, argument in enumerate(before) if after[i] != argument],
            "handed_back": handed_back(result[0], arguments),
            **ran,
        }

    def attempt(self, action: Callable[[], object], filename: str) -> dict[str, Json]:
        """Do something with the output caught, and tell how it ended."""
        printed: list[str] = []
        output = Output(lambda part: keep(printed, part))
        try:
            with streams(output), limited(self.ends) if self.is_trusted else nullcontext():
                try:
                    action()
                finally:
                    # At once: what comes next needs the builtins.
                    self.baseline.restore_builtins()
        except KeyboardInterrupt:
            return {"interrupted": True}
        except BaseException as error:
            return {
                "raised": {"types": type_names(error), "report": self.report(error, filename)},
                "printed": "".join(printed)[:MOST_PRINTED],
            }
        return {"printed": "".join(printed)[:MOST_PRINTED]}

    def report(self, error: BaseException, filename: str) -> JsonObject:
        """Return what is wrong; in plain words where the learner will read it."""
        if self.is_trusted or self.explained >= MOST_EXPLAINED:
            return report(error, filename).to_dict()
        self.explained += 1
        return explained_report(error, filename, self.names).to_dict()


def keep(printed: list[str], part: JsonObject) -> None:
    """Keep what went to standard output, as far as it is needed."""
    if part.get("kind") == "stdout" and len(printed) < MOST_PRINTED:
        printed.append(text(part, "text"))


def call(step: JsonObject, namespace: Namespace, arguments: Sequence[object]) -> object:
    """Call the learner's function, or the probe that the step brings."""
    if "probe" not in step:
        function = namespace[text(step, "function")]
    else:
        beside: Namespace = {**namespace, "namespace": namespace}
        run(prepare(text(step, "probe"), "<check>"), beside)
        function = beside["probe"]
    if not callable(function):
        raise TypeError(f"'{type_name(function)}' object is not callable")
    value: object = function(*arguments)
    return value


def handed_back(value: object, arguments: Sequence[object]) -> list[int]:
    """Return which arguments came back as the result, or as an item of it."""
    kind = type(value)
    members = [value, *value] if kind in (list, tuple) and isinstance(value, Sequence) else [value]
    return [
        index
        for index, argument in enumerate(arguments)
        if not isinstance(argument, int | float | str | tuple | None)
        and any(member is argument for member in members)
    ]


def type_names(error: BaseException) -> list[str]:
    """Return the names of the exception's type and of those that it comes from."""
    bases = type.__dict__["__mro__"].__get__(type(error))
    return [base.__name__ for base in bases if base is not object]


def names_in(namespace: Namespace, given: Namespace) -> JsonObject:
    """Return what the learner's code defined, each name with its kind of value."""
    own = [
        name
        for name, value in namespace.items()
        if type(name) is str and not (name in given and given[name] is value)
    ]
    return {name: kind_of(namespace[name]) for name in own[:MOST_NAMES] if name[:2] != "__"}


def kind_of(value: object) -> str:
    """Return "function", "class", "module", "value", in the words of the messages."""
    if isinstance(value, type):
        return "class"
    if isinstance(value, ModuleType):
        return "module"
    return "function" if callable(value) else "value"


def signature(value: object) -> JsonObject:
    """Return how many arguments a function takes, and what it calls them."""
    if type(value) is not FunctionType or not isinstance(value, FunctionType):
        return {"kind": kind_of(value)}
    code: CodeType = value.__code__
    most = code.co_argcount
    takes_more = bool(code.co_flags & 0x04)
    return {
        "kind": "function",
        "parameters": list(code.co_varnames[:most]),
        "least": most - len(value.__defaults__ or ()),
        "most": None if takes_more else most,
    }


def returned(code: str, name: str) -> list[str]:
    """Return the names that a function of the code hands back at its end; none if it hands back
    anything else.

    >>> returned("def f(x):\\n    a = b = x\\n    return a, b", "f")
    ['a', 'b']
    """
    found = [each for each in ast.parse(code).body if isinstance(each, ast.FunctionDef)]
    last = next((each.body[-1] for each in reversed(found) if each.name == name), None)
    value = last.value if isinstance(last, ast.Return) else None
    parts = value.elts if isinstance(value, ast.Tuple | ast.List) else [value]
    names = [each.id for each in parts if isinstance(each, ast.Name)]
    return names if len(names) == len(parts) else []


@contextmanager
def main_module() -> Iterator[Namespace]:
    """Give a fresh `__main__`, and bring the old one back afterwards."""
    before = sys.modules.get("__main__")
    module = ModuleType("__main__")
    module.__dict__["__builtins__"] = builtins
    sys.modules["__main__"] = module
    try:
        yield module.__dict__
    finally:
        if before is not None:
            sys.modules["__main__"] = before


@contextmanager
def streams(output: Output) -> Iterator[None]:
    """Send what is printed to an output; the program's input is empty."""
    before = sys.stdin, sys.stdout, sys.stderr
    sys.stdin = io.StringIO()
    sys.stdout, sys.stderr = Stream(output, "stdout"), Stream(output, "stderr")
    try:
        yield
    finally:
        sys.stdin, sys.stdout, sys.stderr = before
        output.close()
