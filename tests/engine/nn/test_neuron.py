import subprocess
import sys

import pytest

import engine
from engine.nn.neuron import AND_GATE, NAND_GATE, NOT_GATE, OR_GATE, neuron, step, weighted_sum

PAIRS = [[0, 0], [0, 1], [1, 0], [1, 1]]


def test_the_first_program_of_the_course_prints_one_then_zero() -> None:
    assert neuron([1, 1], [1, 1], -1.5) == 1
    assert neuron([1, 0], [1, 1], -1.5) == 0


@pytest.mark.parametrize(
    ("gate", "table"),
    [(AND_GATE, [0, 0, 0, 1]), (OR_GATE, [0, 1, 1, 1]), (NAND_GATE, [1, 1, 1, 0])],
)
def test_a_gate_answers_by_its_truth_table(gate: tuple, table: list[int]) -> None:
    assert [neuron(pair, *gate) for pair in PAIRS] == table


def test_not_turns_its_input_round() -> None:
    assert [neuron([x], *NOT_GATE) for x in (0, 1)] == [1, 0]


def test_landing_on_zero_is_enough_to_fire() -> None:
    assert (step(0), step(-1e-9), neuron([1], [2], -2)) == (1, 0, 1)


def test_a_neuron_without_inputs_answers_by_its_bias() -> None:
    assert (neuron([], [], 0.5), neuron([], [], -0.5), weighted_sum([], [])) == (1, 0, 0)


def test_a_neuron_is_the_step_of_the_weighted_sum_and_the_bias() -> None:
    inputs, weights = [0.5, -2, 3], [1, 0.25, -0.5]
    for bias in (-2, 1.4, 1.5, 1.6):
        assert neuron(inputs, weights, bias) == step(weighted_sum(inputs, weights) + bias)


def test_every_public_name_is_there_and_listed() -> None:
    assert set(dir(engine)) == set(engine.__all__) == set(engine.PUBLIC)
    assert all(getattr(engine, name) is not None for name in engine.__all__)


def test_nothing_of_the_engine_imports_numpys_types_which_takes_a_browser_long() -> None:
    code = (
        "import sys, engine, engine.playground.play\n"
        "[getattr(engine, name) for name in engine.__all__]\n"
        "print('numpy' in sys.modules, 'numpy.typing' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True False\n"


def test_a_name_that_the_engine_lacks_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'engine' has no attribute 'nothing'"):
        engine.nothing  # noqa: B018
