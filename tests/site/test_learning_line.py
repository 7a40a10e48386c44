"""The model of the explore picture of lesson 2."""

import pytest

from tests.site.conftest import Evaluate

MODEL = "widgets/learning-line/model"
UPDATES = "[{ w: [0, 0], b: -1, error: -1 }, { w: [1, 1], b: 0, error: 1 }]"
TWO = "[{ x: 0, y: 0, target: 0 }, { x: 1, y: 1, target: 1 }]"


def test_a_gate_is_four_examples(evaluate: Evaluate) -> None:
    assert evaluate(MODEL, 'm.gate("xor").map((each) => each.target)') == [0, 1, 1, 0]


def test_before_the_first_update_all_is_0(evaluate: Evaluate) -> None:
    assert evaluate(MODEL, f"m.neuronAt({UPDATES}, 0)") == {"w1": 0, "w2": 0, "bias": 0}
    assert evaluate(MODEL, f"m.neuronAt({UPDATES}, 2)") == {"w1": 1, "w2": 1, "bias": 0}


def test_mistakes_are_counted_epoch_by_epoch(evaluate: Evaluate) -> None:
    state = f"{{ examples: {TWO}, lr: 1, epochs: 2, step: 0 }}"
    assert evaluate(MODEL, f"m.mistakesByEpoch({UPDATES}, {state})") == [2, 0]


def test_an_update_is_told_in_words(evaluate: Evaluate) -> None:
    state = f"{{ examples: {TWO}, lr: 1, epochs: 1, step: 2 }}"
    assert evaluate(MODEL, f"m.updateWords({UPDATES}, {state})") == (
        "Epoch 1: the example 1, 1 has the target 1. "
        "The neuron says 0, so the error is 1, and the neuron is nudged."
    )


def test_the_address_gives_back_the_state(evaluate: Evaluate) -> None:
    state = '{ examples: m.gate("and"), lr: 0.5, epochs: 10, step: 7 }'
    back = evaluate(MODEL, f"m.readAddress(m.writeAddress({state}))")
    assert back == evaluate(MODEL, state)


DAMAGED = [
    "",
    "x",
    "0_0_0,1,10",
    "0_0_0,1,10,11",
    "0_0_2,1,10,0",
    "9_0_1,1,10,0",
    "0_0_0,nan,10,0",
    "0_0_0,1,0.5,0",
    "0_0_0,1,1e9,0",
    "~".join(["0_0_0"] * 13) + ",1,10,0",
    "0_0_0,-1,1,0",
]


@pytest.mark.parametrize("text", DAMAGED)
def test_a_damaged_address_is_none(evaluate: Evaluate, text: str) -> None:
    assert evaluate(MODEL, f'm.readAddress("{text}")') is None
