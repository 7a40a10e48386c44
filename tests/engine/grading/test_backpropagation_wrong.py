"""Lesson 4: wrong solutions that the lesson does not show, each with the mistake it is told."""

import textwrap

import pytest

from engine.grading import GradeResult, grade
from tests.engine.grading.lesson_words import words

START = "from math import exp, tanh\nfrom engine import sigmoid, sigmoid_slope\n"


def tell(exercise: str, code: str, seed: int = 11) -> GradeResult:
    start = "from math import exp, tanh\n" if exercise == "sigmoid" else START
    return grade(words()[exercise], start + textwrap.dedent(code), seed)


CHAIN = """
def gradients(x, t, w1, b1, w2, b2):
    h = sigmoid(w1 * x + b1)
    y = sigmoid(w2 * h + b2)
    d2 = {d2}
    d1 = {d1}
    return {result}
"""
XOR = """
def train_xor(params, epochs, lr):
    w11, w12, b1, w21, w22, b2, v1, v2, c = params
    for _ in range({epochs}):
        for (x1, x2), t in [((0, 0), 0), ((0, 1), 1), ((1, 0), 1), ((1, 1), 0)]:
            h1 = sigmoid(w11 * x1 + w12 * x2 + b1)
            h2 = sigmoid(w21 * x1 + w22 * x2 + b2)
            y = sigmoid(v1 * h1 + v2 * h2 + c)
            d = {d}
            d1, d2 = {hidden}
            v1 -= lr * d * h1
            v2 -= lr * d * h2
            c -= {bias}
            w11, w12, b1 = w11 - lr * d1 * x1, w12 - lr * d1 * x2, b1 - lr * d1
            w21, w22, b2 = w21 - lr * d2 * x1, w22 - lr * d2 * x2, b2 - lr * d2
    return {result}
"""


def chain(**changes: str) -> str:
    parts = {
        "d2": "2 * (y - t) * y * (1 - y)",
        "d1": "d2 * w2 * h * (1 - h)",
        "result": "d1 * x, d1, d2 * h, d2",
    }
    return CHAIN.format(**{**parts, **changes})


def xor(**changes: str) -> str:
    parts = {
        "epochs": "epochs",
        "d": "2 * (y - t) * y * (1 - y)",
        "hidden": "d * v1 * h1 * (1 - h1), d * v2 * h2 * (1 - h2)",
        "bias": "lr * d",
        "result": "[w11, w12, b1, w21, w22, b2, v1, v2, c]",
    }
    return XOR.format(**{**parts, **changes})


CHECK = """
def gradient_check(f, params, grads):
    found = []
    for i in range(len(params)):
        up, down = list(params), list(params)
        up[i] += 1e-5
        down[i] -= 1e-5
        found.append((f(up) - f(down)) / 2e-5)
    off = [s - g for s, g in zip(found, grads)]
    return {result}
"""

# Exercise, code, the mistake that it is told; None for "called with, got, expected".
WRONG = {
    "e to the power written out": (
        "sigmoid",
        "def sigmoid(z): return 1 / (1 + exp(0 - z))",
        "too-large",
    ),
    "plus z": ("sigmoid", "def sigmoid(total): return 1 / (1 + exp(total))", "sign-lost-short"),
    "step in long": (
        "sigmoid",
        "def sigmoid(z):\n    if z < 0:\n        return 0.0\n    return 1.0",
        "still-a-step",
    ),
    "tanh": ("sigmoid", "def sigmoid(z): return tanh(z)", None),
    "sigmoid printed": (
        "sigmoid",
        "def sigmoid(z): print((1 + tanh(z / 2)) / 2)",
        "prints-instead",
    ),
    "slope of the total": (
        "sigmoid-slope",
        "def sigmoid_slope(x): return x - x * x",
        "z-for-answer",
    ),
    "height": (
        "sigmoid-slope",
        "def sigmoid_slope(z):\n    s = sigmoid(z)\n    return s",
        "answer-itself",
    ),
    "square of answer": (
        "sigmoid-slope",
        "def sigmoid_slope(z): return sigmoid(z) * sigmoid(z)",
        "squared",
    ),
    "slope of tanh": ("sigmoid-slope", "def sigmoid_slope(z): return 1 - tanh(z) ** 2", None),
    "difference": ("loss", "def loss(a, b):\n    d = a - b\n    return d", "not-squared"),
    "distance by max": ("loss", "def loss(a, b): return max(a - b, b - a)", "distance"),
    "half a square": ("loss", "def loss(a, b): return 0.5 * (b - a) ** 2", "halved"),
    "a cube": ("loss", "def loss(a, b): return abs(a - b) ** 3", None),
    "one-sided": (
        "numeric-slope",
        "def numeric_slope(f, x, h=1e-5):\n    a = f(x)\n    b = f(x + h)\n    return (b - a) / h",
        "forward-only",
    ),
    "to the left": (
        "numeric-slope",
        "def numeric_slope(f, x, h=1e-5): return (f(x - h) - f(x)) / -h",
        "backward-only",
    ),
    "twice": (
        "numeric-slope",
        "def numeric_slope(f, x, h=1e-5): return f(x + h) / h - f(x - h) / h",
        "divided-by-h",
    ),
    "minus": (
        "numeric-slope",
        "def numeric_slope(f, x, h=1e-5): return -(f(x + h) - f(x - h)) / (2 * h)",
        "turned-round",
    ),
    "four h": (
        "numeric-slope",
        "def numeric_slope(f, x, h=1e-5): return (f(x + h) - f(x - h)) / (4 * h)",
        None,
    ),
    "second sees x": (
        "two-neurons",
        "def forward(x, a, b, c, d): return sigmoid(a * x + b), sigmoid(c * x + d)",
        "input-again",
    ),
    "dict": (
        "two-neurons",
        "def forward(x, a, b, c, d):\n    h = sigmoid(a * x + b)\n"
        "    return {'h': h, 'y': sigmoid(c * h + d)}",
        None,
    ),
    "sigmoid twice": (
        "two-neurons",
        "def forward(x, a, b, c, d):\n    h = sigmoid(a * x + b)\n"
        "    return h, sigmoid(sigmoid(c * h + d))",
        None,
    ),
    "half the slopes": ("chain-rule", chain(d2="(y - t) * y * (1 - y)"), "factor-lost"),
    "target minus y": ("chain-rule", chain(d2="2 * (t - y) * y * (1 - y)"), "sign-turned"),
    "no slope at the end": ("chain-rule", chain(d2="2 * (y - t)"), "last-sigmoid-left-out"),
    "no slope inside": ("chain-rule", chain(d1="w2 * d2"), "first-sigmoid-left-out"),
    "no weight": ("chain-rule", chain(d1="d2 * h * (1 - h)"), "weight-left-out"),
    "y twice": ("chain-rule", chain(d1="d2 * w2 * y * (1 - y)"), "last-answer-twice"),
    "slope of the answers": (
        "chain-rule",
        chain(d2="2 * (y - t) * sigmoid_slope(y)", d1="d2 * w2 * sigmoid_slope(h)"),
        "sigmoid-of-answer",
    ),
    "x for both": ("chain-rule", chain(result="d1 * x, d1, d2 * x, d2"), "input-for-second"),
    "no inputs": ("chain-rule", chain(result="(d1, d1, d2, d2)"), "inputs-left-out"),
    "back to front": ("chain-rule", chain(result="[d2 * h, d2, d1 * x, d1]"), "second-first"),
    "three only": ("chain-rule", chain(result="d1 * x, d1, d2 * h"), None),
    "w1 on the way": ("chain-rule", chain(d1="d2 * w1 * h * (1 - h)"), None),
    "sum": ("gradient-check", CHECK.format(result="sum(map(abs, off))"), "added-up"),
    "mean": ("gradient-check", CHECK.format(result="sum(map(abs, off)) / len(off)"), "averaged"),
    "last": ("gradient-check", CHECK.format(result="abs(off[-1])"), "last-one"),
    "first": ("gradient-check", CHECK.format(result="abs(off[0])"), None),
    "smallest": ("gradient-check", CHECK.format(result="min(map(abs, off))"), None),
    "all slopes": ("gradient-check", CHECK.format(result="found"), None),
    "plus": (
        "downhill",
        "def downhill(p, g, lr): return [a + b * lr for a, b in zip(p, g)]",
        "uphill",
    ),
    "no rate": (
        "downhill",
        "def downhill(p, g, r): return [a - b for a, b in zip(p, g)]",
        "rate-unused",
    ),
    "same list": (
        "downhill",
        "def downhill(p, g, lr):\n    for i, s in enumerate(g): p[i] = p[i] - lr * s\n    return p",
        "list-changed",
    ),
    "divided": (
        "downhill",
        "def downhill(p, g, lr): return [a - b / (lr or 1) for a, b in zip(p, g)]",
        None,
    ),
    "half steps": ("xor-backprop", xor(d="(y - t) * y * (1 - y)"), "factor-lost"),
    "up": ("xor-backprop", xor(d="2 * (t - y) * y * (1 - y)"), "uphill"),
    "once": ("xor-backprop", xor(epochs="1"), "one-epoch"),
    "crossed": (
        "xor-backprop",
        xor(hidden="d * v2 * h1 * (1 - h1), d * v1 * h2 * (1 - h2)"),
        "weights-mixed-up",
    ),
    "hidden ones rest": ("xor-backprop", xor(hidden="0, 0"), "output-only"),
    "last bias rests": ("xor-backprop", xor(bias="0"), None),
    "answers": ("xor-backprop", xor(result="h1, h2, y"), None),
    "no sigmoid slope": ("xor-backprop", xor(d="2 * (y - t)"), None),
}


@pytest.mark.parametrize(("exercise", "code", "mistake"), WRONG.values(), ids=WRONG)
def test_a_wrong_solution_is_told_what_fits_it(
    exercise: str, code: str, mistake: str | None
) -> None:
    result = tell(exercise, code)
    assert not result.passed
    assert result.mistake == mistake, result.feedback


def test_a_network_that_does_not_learn_xor_is_told_its_answers() -> None:
    checks = {check.name: check.message for check in tell("xor-backprop", xor(epochs="1")).checks}
    assert checks["learns XOR within 1000 epochs"].startswith(
        "After 1000 epochs your network answers `[0."
    )


def test_training_that_does_not_bring_the_loss_down_is_told_both_losses() -> None:
    code = "def train(data, params, epochs, lr):\n    return list(params)\n"
    checks = {check.name: check.message for check in tell("train-two-neurons", code).checks}
    assert checks["brings the loss down over 300 epochs"] == (
        "Before training, the mean loss on the data is `0.2417`. After it, it is `0.2417`, and it "
        "should be less than a quarter of that."
    )


def test_importing_the_answer_is_told_in_one_sentence() -> None:
    result = tell("downhill", "from engine import downhill")
    assert result.feedback.endswith("cannot be imported here: write your own`.")
