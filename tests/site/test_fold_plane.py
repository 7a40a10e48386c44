"""The model of the explore picture of lesson 3."""

from tests.site.conftest import Evaluate

MODEL = "widgets/fold-plane/model"
WORDS = "widgets/fold-plane/words"


def test_the_start_is_xor_by_two_hidden_neurons(evaluate: Evaluate) -> None:
    assert evaluate(MODEL, "m.rightByNetwork(m.START)") == 4
    assert evaluate(MODEL, "m.rightByLine(m.START.line)") == 3


def test_two_corners_are_folded_onto_one_point(evaluate: Evaluate) -> None:
    groups = evaluate(MODEL, "m.gathered(m.START).map((group) => group.length)")
    assert sorted(groups) == [1, 1, 2]


def test_layers_become_neurons(evaluate: Evaluate) -> None:
    layers = "[[[[1, 2], [3, 4]], [5, 6]], [[[7, 8]], [9]]]"
    state = evaluate(MODEL, f"m.withLayers(m.START, {layers})")
    assert state["hidden2"] == {"w1": 3, "w2": 4, "bias": 6}
    assert state["output"] == {"w1": 7, "w2": 8, "bias": 9}


def test_a_mixed_point_is_told(evaluate: Evaluate) -> None:
    state = '{ ...s, stage: "fold", hidden2: s.hidden1 }'
    code = f"((s) => m.verdict({state}, 0))({start()})"
    assert "a one and a zero lie on the same point" in str(evaluate(WORDS, code))


def start() -> str:
    neuron = "{ w1: 1, w2: 1, bias: -0.5 }"
    nand = "{ w1: -1, w2: -1, bias: 1.5 }"
    last = "{ w1: 1, w2: 1, bias: -1.5 }"
    return f"{{ line: {neuron}, hidden1: {neuron}, hidden2: {nand}, output: {last} }}"


def test_the_address_gives_back_the_state(evaluate: Evaluate) -> None:
    back = evaluate(MODEL, "m.readAddress(m.writeAddress(m.START))")
    assert back == evaluate(MODEL, "m.START")


def test_a_damaged_address_is_none(evaluate: Evaluate) -> None:
    code = '["", "line", "fold~1,1,1", "line~a,b,c~1,1,1~1,1,1~1,1,1"].map(m.readAddress)'
    assert evaluate(MODEL, code) == [None] * 4
