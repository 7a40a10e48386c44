"""Stepping through a cell: what is recorded of loops, functions, errors and generators."""

from collections.abc import Callable

import pytest

from engine.kernel.steps import Step, TraceResult
from engine.kernel.trace import Stepper

Trace = Callable[..., TraceResult]
EVERY = "This program takes more than 1,000 steps. You see the first 1,000."


@pytest.fixture
def trace(notebook) -> Trace:
    """Return what steps through a cell of the notebook's lesson."""

    def run(code: str, setup: str = "") -> TraceResult:
        return Stepper(notebook.kernel, notebook.read_line).trace("l", "one", code, setup)

    return run


def path(result: TraceResult) -> list[tuple[str, int]]:
    return [(step.event, step.line) for step in result.steps]


def lines(result: TraceResult) -> list[int]:
    return [step.line for step in result.steps if step.event == "line"]


def changes(step: Step) -> dict[str, tuple[str, str, str | None]]:
    found = [one for one in step.variables if one.change]
    return {one.name: (one.change, one.value, one.before) for one in found}


def given(result: TraceResult, event: str) -> list[tuple[str, str | None]]:
    return [(step.calls[-1], step.value) for step in result.steps if step.event == event]


def test_a_loop_is_one_step_for_each_line_that_runs(trace: Trace) -> None:
    result = trace("total = 0\nfor x in [5, 6]:\n    total += x\n")
    assert lines(result) == [1, 2, 3, 2, 3, 2]
    assert changes(result.steps[2]) == {"x": ("new", "5", None)}
    assert changes(result.steps[3]) == {"total": ("changed", "5", "0")}
    assert (result.steps[-1].event, result.limit_reached, result.word) == ("end", False, "")


def test_the_value_of_the_last_line_is_told_at_the_end(trace: Trace) -> None:
    assert trace("6 * 7").steps[-1].value == "42"


def test_output_is_counted_step_by_step(trace: Trace) -> None:
    result = trace("print('a')\nprint('bc', end='')\nx = 1")
    assert [step.output for step in result.steps] == [0, 2, 4, 4]
    assert result.output == "a\nbc"


def test_a_function_shows_its_own_names_and_what_it_returns(trace: Trace) -> None:
    result = trace("def double(n):\n    m = 2 * n\n    return m\ny = double(4)")
    inside = result.steps[2]
    assert (inside.line, inside.calls) == (2, ("double",))
    assert [(one.name, one.scope) for one in inside.variables] == [("n", "local")]
    assert given(result, "return") == [("double", "8")]
    assert changes(result.steps[-1]) == {"y": ("new", "8", None)}


def test_recursion_shows_every_call(trace: Trace) -> None:
    code = "def f(n):\n    if n == 0:\n        return 1\n    return n * f(n - 1)\nf(3)"
    result = trace(code)
    assert max(len(step.calls) for step in result.steps) == 4
    assert [value for _, value in given(result, "return")] == ["1", "1", "2", "6"]


def test_of_very_many_calls_the_first_and_the_last_are_told(trace: Trace) -> None:
    result = trace("def f(n):\n    return n and f(n - 1)\nf(99)")
    deepest = max(result.steps, key=lambda step: len(step.calls))
    assert len(deepest.calls) == 9
    assert any("92 more" in step.calls for step in result.steps)


def test_a_change_made_inside_a_function_is_seen_outside(trace: Trace) -> None:
    result = trace("def add(xs):\n    xs.append(3)\nnumbers = [1]\nadd(numbers)")
    returned = next(step for step in result.steps if step.event == "return")
    assert changes(returned)["numbers"] == ("changed", "[1, 3]", "[1]")
    first = next(step for step in result.steps if step.line == 4)
    assert changes(first)["numbers"] == ("new", "[1]", None)


def test_a_generator_yields_and_goes_on(trace: Trace) -> None:
    result = trace("def g():\n    yield 1\n    yield 2\nfor v in g():\n    pass")
    assert given(result, "yield") == [("g", "1"), ("g", "2")]
    assert given(result, "return") == [("g", "None")]
    assert not [step for step in result.steps if step.event == "exception"]


def test_a_generator_that_is_left_yields_nothing_more(trace: Trace) -> None:
    code = (
        "def g():\n    try:\n        yield 1\n    finally:\n        x = 2\nfor v in g():\n    break"
    )
    result = trace(code)
    assert given(result, "yield") == [("g", "1")]
    assert given(result, "return") == []


@pytest.mark.parametrize(
    "code",
    [
        "xs = [x * x for x in range(5)]",
        "xs = {x: [y for y in range(3)] for x in range(5)}",
        "xs = [\n    x * x\n    for x in range(5)\n    if x\n]",
        "xs = sum(\n    x\n    for x in range(5)\n)",
        "print(\n    1,\n    2,\n)",
    ],
)
def test_one_statement_is_one_step(trace: Trace, code: str) -> None:
    assert path(trace(code)) == [("line", 1), ("end", 1)]


def test_a_comprehension_in_a_loop_is_a_step_each_time(trace: Trace) -> None:
    result = trace("for i in range(2):\n    xs = [\n        i for _ in range(3)\n    ]")
    assert lines(result) == [1, 2, 1, 2, 1]


def test_a_function_called_in_a_comprehension_is_stepped_into(trace: Trace) -> None:
    result = trace("def f(x):\n    return -x\nxs = [f(x) for x in (1, 2)]")
    assert given(result, "return") == [("f", "-1"), ("f", "-2")]


def test_an_error_that_is_caught_is_a_step(trace: Trace) -> None:
    code = (
        "try:\n    1 / 0\nexcept ValueError:\n    a = 1\nexcept ZeroDivisionError as e:\n    b = 2"
    )
    result = trace(code)
    found = next(step for step in result.steps if step.event == "exception")
    assert (found.line, found.value) == (2, "ZeroDivisionError: division by zero")
    assert changes(result.steps[-1])["e"][0] == "gone"
    assert result.error is None


def test_an_error_that_ends_the_program_is_the_last_step(trace: Trace) -> None:
    result = trace("def f(a):\n    return 1 / a\nf(0)")
    assert path(result)[-2:] == [("exception", 2), ("exception", 3)]
    assert (result.error.type, result.error.place.line) == ("ZeroDivisionError", 2)
    assert given(result, "return") == []


def test_code_that_python_cannot_read_has_no_steps(trace: Trace) -> None:
    result = trace("x = (")
    assert (list(result.steps), result.error.type) == ([], "SyntaxError")


def test_names_that_are_deleted_are_gone(trace: Trace) -> None:
    result = trace("x = 1\ndel x\ny = 2")
    assert changes(result.steps[2]) == {"x": ("gone", "", "1")}
    assert "x" not in [one.name for one in result.steps[3].variables]


def test_classes_methods_and_lambdas_are_called_by_their_names(trace: Trace) -> None:
    code = (
        "class A:\n    k = 1\n    def inc(self):\n        self.v = 2\nA().inc()\n(lambda q: q)(1)"
    )
    calls = {step.calls for step in trace(code).steps}
    assert calls == {(), ("class A",), ("A.inc",), ("lambda",)}


ENDLESS = {
    "pass": "while True: pass",
    "continue": "while True:\n    continue",
    "one line": "n = 0\nwhile True: n += 1",
    "nested": "while True:\n    while 1: ...",
    "for": "for i in iter(int, 1): pass",
    "except": "while True:\n    try:\n        x = 1\n    except:\n        pass",
    "base": "while True:\n    try:\n        x = 1\n    except BaseException:\n        pass",
    "around": "def f():\n    while 1:\n        x = 1\ntry:\n    f()\nexcept:\n    print('caught')",
}


@pytest.mark.parametrize("code", ENDLESS.values(), ids=ENDLESS)
def test_an_endless_loop_ends_at_the_limit(trace: Trace, code: str) -> None:
    result = trace(code)
    assert (len(result.steps), result.limit_reached, result.word) == (1000, True, EVERY)
    assert (result.error, result.output) == (None, "")


def test_a_thousand_steps_fit(trace: Trace) -> None:
    result = trace("for i in range(499): pass\n" + "x = 1\n" * 499)
    assert not result.limit_reached
    assert len(trace("x = 1\n" * 999).steps) == 1000
    assert trace("x = 1\n" * 1000).limit_reached


def test_what_is_stepped_over_ends_too(notebook, trace: Trace, monkeypatch) -> None:
    monkeypatch.setattr("engine.kernel.recorder.MOST_EVENTS", 5_000)
    notebook.run("def earlier():\n    while True:\n        x = 1", cell="before")
    result = trace("earlier()")
    assert result.word == "This program runs for a long time. You see only its beginning."


def test_very_much_to_show_ends_too(trace: Trace, monkeypatch) -> None:
    monkeypatch.setattr("engine.kernel.recorder.MOST_CHARACTERS", 1_000)
    result = trace("x = 'a' * 99\n" * 50)
    assert result.word == "The values of this program take much room. You see only its beginning."
    assert 1 < len(result.steps) < 10


def test_stop_keeps_the_steps_so_far(trace: Trace) -> None:
    result = trace("x = 1\nraise KeyboardInterrupt")
    assert result.word == "You stopped the program. You see its steps up to there."
    assert lines(result) == [1, 2]
