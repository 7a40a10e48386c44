"""Neurons with two inputs as lines in the plane."""

import pytest

from tests.site.conftest import Evaluate

MODEL = "widgets/plane/geometry"


def neuron(w1: float, w2: float, bias: float) -> str:
    return f"{{ w1: {w1}, w2: {w2}, bias: {bias} }}"


@pytest.mark.parametrize(
    ("numbers", "name"),
    [
        ((1, 1, -1.5), "AND"),
        ((1, 1, -0.5), "OR"),
        ((-1, -1, 1.5), "NAND"),
        ((-1, -1, 0.5), "NOR"),
        ((0, 0, 0), "always 1"),
        ((0, 0, -1), "always 0"),
        ((-1, 0, 0.5), "NOT of the first input"),
    ],
)
def test_a_gate_is_known_by_its_answers(
    evaluate: Evaluate, numbers: tuple[float, float, float], name: str
) -> None:
    assert evaluate(MODEL, f"m.gateName({neuron(*numbers)})") == name


def test_a_total_of_exactly_0_fires(evaluate: Evaluate) -> None:
    assert evaluate(MODEL, f"m.answer({neuron(1, 1, -2)}, {{ x: 1, y: 1 }})") == 1


def test_an_upright_line_runs_from_edge_to_edge(evaluate: Evaluate) -> None:
    ends = evaluate(MODEL, f"m.lineEnds({neuron(2, 0, -1)})")
    assert ends == [{"x": 0.5, "y": -0.75}, {"x": 0.5, "y": 1.75}]


@pytest.mark.parametrize("numbers", [(0, 0, 1), (1, 1, 9)])
def test_there_may_be_no_line_to_see(
    evaluate: Evaluate, numbers: tuple[float, float, float]
) -> None:
    assert evaluate(MODEL, f"m.lineEnds({neuron(*numbers)})") is None


def test_the_firing_side_is_the_part_of_the_square_at_or_above_0(evaluate: Evaluate) -> None:
    corners = evaluate(MODEL, f"m.firingSide({neuron(2, 0, -1)})")
    assert corners == [
        {"x": 0.5, "y": -0.75},
        {"x": 1.75, "y": -0.75},
        {"x": 1.75, "y": 1.75},
        {"x": 0.5, "y": 1.75},
    ]


def test_a_moved_line_keeps_its_weights(evaluate: Evaluate) -> None:
    moved = evaluate(MODEL, f"m.moveTo({neuron(1, 1, -1.5)}, {{ x: 0.25, y: 0.25 }})")
    assert moved == {"w1": 1, "w2": 1, "bias": -0.5}


def test_a_turned_line_goes_through_both_points_and_keeps_its_side(evaluate: Evaluate) -> None:
    fixed, point = "{ x: 1, y: 0 }", "{ x: 1, y: 1 }"
    turned = f"m.turnTo({neuron(3, 4, -5)}, {fixed}, {point})"
    totals = evaluate(MODEL, f"[{fixed}, {point}, {{ x: 2, y: 0 }}].map(p => m.total({turned}, p))")
    assert totals == pytest.approx([0, 0, 5])


@pytest.mark.parametrize("text", ["", "1,2", "1,2,x", "1,,2", "1,2,Infinity", "1,2,3,4"])
def test_a_damaged_address_is_no_neuron(evaluate: Evaluate, text: str) -> None:
    assert evaluate(MODEL, f'm.readAddress("{text}")') is None


def test_an_address_gives_back_its_neuron(evaluate: Evaluate) -> None:
    address = f"m.writeAddress({neuron(1, -0.5, 2.25)})"
    back = evaluate(MODEL, f"m.readAddress({address})")
    assert back == {"w1": 1, "w2": -0.5, "bias": 2.25}


def test_the_formula_shows_the_signs(evaluate: Evaluate) -> None:
    formula = evaluate(MODEL, f"m.formula({neuron(-1, 0.5, -1.5)})")
    assert formula == "−1.5 − 1 × x1 + 0.5 × x2"
