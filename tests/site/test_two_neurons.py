"""The model of the explore picture of lesson 4, against the engine's numbers."""

import json
from random import Random

import pytest

from engine.nn.loss import loss
from engine.nn.slope import numeric_slope
from engine.nn.two_neurons import forward, gradients
from engine.nn.two_neurons_training import train
from tests.site.conftest import Evaluate

MODEL = "widgets/two-neurons/model"
WORDS = "widgets/two-neurons/words"
NAMES = ["x", "target", "w1", "b1", "w2", "b2"]
LESSON = [2, 1, 0.5, -1, 3, -1.5]
RANDOM = Random(4)
CASES = [LESSON, [-3, 0, 900, 5, -2, 0.5]]
CASES += [[round(RANDOM.uniform(-3, 3), 3) for _ in NAMES] for _ in range(6)]


def numbers(values: list[float]) -> str:
    return json.dumps(dict(zip(NAMES, values, strict=True)))


def test_its_values_are_the_engines(evaluate: Evaluate) -> None:
    each = ", ".join(f"m.forward({numbers(case)})" for case in CASES)
    for case, found in zip(CASES, evaluate(MODEL, f"[{each}]"), strict=True):
        x, target, *params = case
        h, y = forward(x, *params)
        expected = pytest.approx([h, y, loss(y, target)])
        assert [found[name] for name in ("h", "y", "loss")] == expected


def test_its_slopes_are_the_engines(evaluate: Evaluate) -> None:
    each = ", ".join(f"m.backward(m.forward({numbers(case)}))" for case in CASES)
    for case, found in zip(CASES, evaluate(MODEL, f"[{each}]"), strict=True):
        expected = pytest.approx(gradients(*case))
        assert [found[name] for name in ("w1", "b1", "w2", "b2")] == expected


def test_its_nudged_slopes_are_the_engines(evaluate: Evaluate) -> None:
    found = evaluate(MODEL, f"m.nudgedSlopes({numbers(LESSON)})")
    x, target, *params = LESSON
    for index, name in enumerate(("w1", "b1", "w2", "b2")):

        def loss_at(value: float, index: int = index) -> float:
            nudged = [*params[:index], value, *params[index + 1 :]]
            return loss(forward(x, *nudged)[1], target)

        assert found[name] == pytest.approx(numeric_slope(loss_at, params[index]), abs=1e-9)


@pytest.mark.parametrize("case", CASES)
def test_every_slope_agrees_with_nudging(evaluate: Evaluate, case: list[float]) -> None:
    pair = f"[m.backward(m.forward({numbers(case)})), m.nudgedSlopes({numbers(case)})]"
    slopes, nudged = evaluate(MODEL, pair)
    assert slopes == pytest.approx(nudged, abs=1e-7)


def test_a_step_downhill_is_the_engines(evaluate: Evaluate) -> None:
    slopes = f"m.backward(m.forward({numbers(LESSON)}))"
    moved = evaluate(MODEL, f"m.downhill({numbers(LESSON)}, {slopes}, 2)")
    x, target, *params = LESSON
    expected = train([(x, target)], params, 1, 2)
    assert [moved[name] for name in NAMES] == pytest.approx([x, target, *expected])


def test_each_step_makes_one_number_known(evaluate: Evaluate) -> None:
    count = "[...m.GIVEN, ...m.MADE].filter((name) => m.hasValue(name, step)).length"
    slopes = "m.SLOPED.filter((name) => m.hasSlope(name, step)).length"
    steps = f"[...Array(m.LAST_STEP + 1).keys()].map((step) => {count} + {slopes})"
    assert evaluate(MODEL, steps) == list(range(6, 20))


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (0, "Before the first step, only the numbers are there: x is −3."),
        (1, "Forwards: z1 = w1 × x + b1 = 0.5 × (−3) − 1 = −2.5."),
        (2, "Forwards: h = sigmoid(z1) = sigmoid(−2.5) = 0.0759."),
        (5, "Forwards: loss = (y − target)² = (0.2188 − 0)² = 0.0479."),
        (6, "Backwards: slope of y = 2 × (y − target) = 2 × (0.2188 − 0) = 0.4377. "
            "Nudging y gives 0.4377."),
        (12, "Backwards: slope of w1 = slope of z1 × x = 0.0157 × (−3) = −0.0472. "
            "Nudging w1 gives −0.0472."),
    ],
)  # fmt: skip
def test_each_step_is_told_with_its_numbers(evaluate: Evaluate, step: int, words: str) -> None:
    given = numbers([-3, 0, 0.5, -1, 3, -1.5])
    model = 'import("./src/widgets/two-neurons/model")'
    code = f"await {model}.then((model) => {{ const values = model.forward({given}); "
    code += f"return m.sentence({step}, values, model.backward(values), "
    code += f"model.nudgedSlopes({given})); }})"
    assert evaluate(WORDS, code) == words


@pytest.mark.parametrize(
    ("number", "text"),
    [("0", "0"), ("-0", "0"), ("1 / 3", "0.3333"), ("-2.00004", "−2"), ("0.000123", "0.00012"),
     ("-1.26e-7", "−1.3e−7"), ("3e-12", "about 0"), ("12345.678", "12345.678")],
)  # fmt: skip
def test_a_number_is_easy_to_read(evaluate: Evaluate, number: str, text: str) -> None:
    assert evaluate(WORDS, f"m.formatNumber({number})") == text


def test_a_step_that_was_too_long_is_told(evaluate: Evaluate) -> None:
    words = evaluate(WORDS, "[m.downhillWords(0.5, 0.25, 1), m.downhillWords(0.25, 0.5, 9)]")
    assert words == [
        "One step downhill. The loss went from 0.5 to 0.25.",
        "The loss went from 0.25 to 0.5. The step was too long and went past the low place. "
        "Try a smaller learning rate.",
    ]


def test_an_address_gives_back_its_state(evaluate: Evaluate) -> None:
    state = f"{{ numbers: {numbers(LESSON)}, lr: 0.5, step: 7 }}"
    back = evaluate(MODEL, f"m.readAddress(m.writeAddress({state}))")
    assert back == {"numbers": dict(zip(NAMES, LESSON, strict=True)), "lr": 0.5, "step": 7}


@pytest.mark.parametrize(
    "text", ["", "1,2", "2,1,0.5,-1,3,-1.5,1,14", "2,1,0.5,-1,3,-1.5,1,0.5", "2,,0,0,0,0,1,0",
             "2,1,0.5,-1,3,1e9,1,0", "2,1,x,-1,3,-1.5,1,0", "2,1,0.5,-1,3,-1.5,1,0,0"],
)  # fmt: skip
def test_a_damaged_address_is_no_state(evaluate: Evaluate, text: str) -> None:
    assert evaluate(MODEL, f'm.readAddress("{text}")') is None
