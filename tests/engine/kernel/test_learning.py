"""The updates of learning, with a learner's `nudge` and with the course's."""

import pytest

from engine.kernel.baseline import Baseline
from engine.kernel.learning import history
from engine.kernel.observe import Observer
from engine.kernel.wire import WireError

AND = [[[0, 0], 0], [[0, 1], 0], [[1, 0], 0], [[1, 1], 1]]
NUDGE = """
from engine import neuron
def nudge(w, b, x, target, lr):
    error = target - neuron(x, w, b)
    return [weight + lr * error * value for weight, value in zip(w, x)], b + lr * error
"""


def learn(code: str = "", **changes: object) -> dict:
    request = {"code": code, "setup": "", "data": AND, "lr": 0.5, "epochs": 10, **changes}
    return history(Observer(Baseline(), is_trusted=True), request)


def test_without_code_the_course_teaches_the_neuron() -> None:
    result = learn()
    assert (result["by"], result["trouble"], len(result["updates"])) == ("engine", "", 40)
    assert result["updates"][0] == {"w": [0.0, 0.0], "b": -0.5, "error": -1}
    assert result["updates"][-1] == {"w": [1.0, 0.5], "b": -1.5, "error": 0}


def test_a_learners_nudge_makes_the_updates() -> None:
    result = learn(NUDGE + "print('seen by nobody')")
    assert (result["by"], result["trouble"]) == ("learner", "")
    assert result["updates"] == learn()["updates"]


def test_a_nudge_that_changes_its_argument_does_no_harm() -> None:
    code = NUDGE + "def nudge(w, b, x, t, lr, f=nudge):\n    w[:], b = f(w, b, x, t, lr)\n"
    assert learn(code + "    return w, b")["updates"] == learn()["updates"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("return w, float('nan')", "update 1 is not the one that the learning rule makes"),
        ("return [1, 2, 3], b", "update 1 is not the one that the learning rule makes"),
        ("return ['a', 'b'], b", "update 1 is not the one that the learning rule makes"),
        ("return w, b", "update 1 is not the one that the learning rule makes"),
        ("return 7", "it stops with TypeError: cannot unpack non-iterable int object"),
        ("return 1 / 0", "it stops with ZeroDivisionError: division by zero"),
        ("raise SystemExit", "it stops with SystemExit"),
    ],
)
def test_what_a_bad_nudge_does_is_told_in_words(body: str, words: str) -> None:
    result = learn(f"def nudge(w, b, x, target, lr):\n    {body}")
    assert result["trouble"] == words
    assert (result["by"], result["updates"]) == ("engine", learn()["updates"])


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("x = 1", "there is no function `nudge` in it"),
        ("nudge = 7", "there is no function `nudge` in it"),
        ("def nudge(", "Python cannot read it"),
        ("1 / 0", "it stops with ZeroDivisionError: division by zero"),
    ],
)
def test_a_cell_without_a_nudge_is_told_in_words(code: str, words: str) -> None:
    assert learn(code)["trouble"] == words


@pytest.mark.parametrize(
    "code", ["while True: pass", "def nudge(w, b, x, t, lr):\n    while True: pass"]
)
def test_a_nudge_that_does_not_end_is_stopped(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.kernel.learning.SECONDS", 0.2)
    assert learn(code)["trouble"] == "it takes too long"


@pytest.mark.parametrize(
    "changes",
    [
        {"epochs": 0},
        {"epochs": 10_000},
        {"data": []},
        {"data": [[[0, 0], 2]]},
        {"data": [[[0, 0], 1], [[0], 1]]},
        {"data": [[["a"], 1]]},
        {"lr": "fast"},
        {"lr": float("inf")},
    ],
)
def test_a_request_that_is_not_agreed_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(WireError):
        learn(**changes)
