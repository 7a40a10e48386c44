"""The slopes of two neurons in a row, with a learner's `gradients` and with the course's."""

import pytest

from engine.kernel.baseline import Baseline
from engine.kernel.observe import Observer
from engine.kernel.slopes import slopes
from engine.kernel.wire import WireError
from engine.nn.two_neurons import gradients

NUMBERS = [2, 1, 0.5, -1, 3, -1.5]
OWN = """
from math import exp
def sigmoid(z):
    return 1 / (1 + exp(-z))
def gradients(x, target, w1, b1, w2, b2):
    h = sigmoid(w1 * x + b1)
    y = sigmoid(w2 * h + b2)
    second = 2 * (y - target) * y * (1 - y)
    first = second * w2 * h * (1 - h)
    return [first * x, first, second * h, second]
"""


def ask(code: str = "", numbers: object = NUMBERS) -> dict:
    request = {"code": code, "setup": "", "numbers": numbers}
    return slopes(Observer(Baseline(), is_trusted=True), request)


def test_without_code_the_course_works_them_out() -> None:
    expected = {"by": "engine", "trouble": "", "slopes": list(gradients(*NUMBERS))}
    assert ask() == expected


def test_a_learners_gradients_works_them_out() -> None:
    numbers = [0.7, 0, 1.5, -0.25, -2, 0.125]
    result = ask(OWN, numbers)
    assert (result["by"], result["trouble"]) == ("learner", "")
    assert result["slopes"] == pytest.approx(gradients(*numbers))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (OWN.replace("2 * (y", "(y"), "it does not give the four slopes of these numbers"),
        (OWN.replace(", second]", "]"), "it does not give the four slopes of these numbers"),
        (OWN.replace("first * x", "'a'"), "it does not give the four slopes of these numbers"),
        (OWN.replace("1 / (1", "1 / 0 * (1"), "it stops with ZeroDivisionError: division by zero"),
        (OWN.replace("def gradients", "def gradient"), "there is no function `gradients` in it"),
        ("def gradients(*numbers):\n    while True: pass", "it takes too long"),
        ("def gradients(", "Python cannot read it"),
    ],
)
def test_what_a_bad_gradients_does_is_told_in_words(
    code: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.kernel.slopes.SECONDS", 0.2)
    assert ask(code) == {**ask(), "trouble": words}


@pytest.mark.parametrize("numbers", [[], [1] * 5, [1] * 7, ["a"] * 6, [float("nan")] * 6])
def test_numbers_that_are_not_agreed_are_refused(numbers: object) -> None:
    with pytest.raises(WireError):
        ask("", numbers)
