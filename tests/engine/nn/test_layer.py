from itertools import product

import numpy as np
import pytest

from engine.nn.layer import XOR_LAYERS, layer, network
from engine.nn.neuron import neuron

PAIRS = [[0, 0], [0, 1], [1, 0], [1, 1]]
# How many functions of 1, 2, 3 and 4 inputs one neuron computes: OEIS A000609.
PUBLISHED = {1: 4, 2: 14, 3: 104, 4: 1882}


def quarters(rng: np.random.Generator, *shape: int) -> np.ndarray:
    return rng.integers(-12, 13, shape) / 4


def test_the_xor_network_answers_by_its_truth_table() -> None:
    assert [network(pair, XOR_LAYERS) for pair in PAIRS] == [[0], [1], [1], [0]]


def test_the_hidden_layer_of_xor_brings_the_two_ones_together() -> None:
    assert [layer(pair, *XOR_LAYERS[0]) for pair in PAIRS] == [[0, 1], [1, 1], [1, 1], [1, 0]]


@pytest.mark.parametrize("seed", range(20))
def test_a_network_agrees_with_numpy(seed: int) -> None:
    rng = np.random.default_rng(seed)
    sizes = rng.integers(1, 6, 4)
    shapes = list(zip(sizes[1:], sizes[:-1], strict=True))
    layers = [(quarters(rng, *shape), quarters(rng, shape[0])) for shape in shapes]
    inputs = quarters(rng, sizes[0])
    values = inputs
    for weights, biases in layers:
        values = np.heaviside(weights @ values + biases, 1.0)
    plain = [(weights.tolist(), biases.tolist()) for weights, biases in layers]
    assert network(inputs.tolist(), plain) == values.tolist()


def test_neurons_that_land_on_zero_fire_in_a_layer_too() -> None:
    assert layer([1, 1], [[1, 1], [1, -1], [1, 0]], [-2, 0, -1.5]) == [1, 1, 0]


def test_one_layer_alone_is_a_network() -> None:
    assert network([1, 0], [([[1, 1], [-1, -1]], [-0.5, 1.5])]) == [1, 1]


@pytest.mark.parametrize("count", PUBLISHED)
def test_one_neuron_computes_as_many_functions_as_the_lesson_says(count: int) -> None:
    corners = np.array(list(product([0, 1], repeat=count)))
    values = list(product(range(-3, 4), repeat=count))
    totals = corners @ np.array(values).T
    biases = np.arange(-13, 14).reshape(-1, 1, 1)
    tables = (totals + biases >= 0).transpose(0, 2, 1).reshape(-1, 2**count)
    assert len(np.unique(np.packbits(tables, axis=1), axis=0)) == PUBLISHED[count]


def test_the_odd_number_network_of_the_lesson_is_right_for_all_eight_cases() -> None:
    hidden = ([[1, 1, 1]] * 3, [-0.5, -1.5, -2.5])
    for x in product([0, 1], repeat=3):
        assert network(x, [hidden, ([[1, -1, 1]], [-0.5])]) == [sum(x) % 2]


def test_neurons_of_a_layer_do_not_hear_each_other() -> None:
    weights, biases = [[2, -1], [0.5, 0.5], [-1, 3]], [-0.5, -1, 0.25]
    alone = [neuron([1, 0.5], w, b) for w, b in zip(weights, biases, strict=True)]
    assert layer([1, 0.5], weights, biases) == alone
