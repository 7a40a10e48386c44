"""The network of any depth, against nudged slopes and against the same network in loops."""

from collections.abc import Sequence

import numpy as np
import pytest

from engine.nn.array_slopes import gradient_check
from engine.nn.data_sets import moons
from engine.nn.losses import mean_squared_error
from engine.nn.mlp import MLP
from engine.nn.xor_network import XOR_DATA, XOR_START, xor_network


def loss_with(model: MLP, arrays: Sequence[np.ndarray], X: np.ndarray, T: np.ndarray) -> float:
    """Return the loss with other weights and biases."""
    count = len(model.weights)
    model.weights, model.biases = list(arrays[:count]), list(arrays[count:])
    return mean_squared_error(model.predict(X), T)


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu"])
@pytest.mark.parametrize("sizes", [[2, 1], [2, 3, 1], [3, 4, 4, 2]])
def test_every_slope_agrees_with_nudging(sizes: list[int], activation: str) -> None:
    rng = np.random.default_rng(5)
    model = MLP(sizes, rng, activation)
    X, T = rng.normal(size=(6, sizes[0])), rng.uniform(size=(6, sizes[-1]))
    slopes = model.gradients(X, T)
    arrays = [*model.weights, *model.biases]
    rules = [dW for dW, _ in slopes] + [db for _, db in slopes]
    assert gradient_check(lambda nudged: loss_with(model, nudged, X, T), arrays, rules) < 1e-9


def test_it_is_the_network_of_lesson_4_on_all_examples_at_once() -> None:
    w11, w12, b1, w21, w22, b2, v1, v2, c = XOR_START
    model = MLP([2, 2, 1], np.random.default_rng(0))
    model.weights = [np.array([[w11, w21], [w12, w22]]), np.array([[v1], [v2]])]
    model.biases = [np.array([b1, b2]), np.array([c])]
    X = np.array([x for x, _ in XOR_DATA], dtype=float)
    expected = [xor_network(x, XOR_START) for x, _ in XOR_DATA]
    _, H, Y = model.outputs(X)
    assert np.hstack([H, Y]) == pytest.approx(np.array(expected))


def test_a_step_returns_the_loss_before_and_makes_it_smaller() -> None:
    X, T = moons(40, 0.1, np.random.default_rng(1))
    model = MLP([2, 5, 1], np.random.default_rng(2))
    before = mean_squared_error(model.predict(X), T)
    assert model.train_step(X, T, 1.0) == before
    assert model.train_step(X, T, 1.0) < before


def test_a_step_leaves_the_examples_and_older_arrays_as_they_were() -> None:
    X, T = moons(10, 0.1, np.random.default_rng(1))
    model = MLP([2, 3, 1], np.random.default_rng(2))
    kept = X.copy(), T.copy(), model.weights[0].copy()
    older = model.weights[0]
    model.train_step(X, T, 1.0)
    assert all((now == then).all() for now, then in zip((X, T, older), kept, strict=True))
    assert (model.weights[0] != older).any()


def test_the_same_seed_gives_the_same_network() -> None:
    one, other, third = (MLP([2, 4, 1], np.random.default_rng(seed)) for seed in (1, 1, 2))
    assert (one.weights[0] == other.weights[0]).all()
    assert (one.weights[0] != third.weights[0]).all()


@pytest.mark.parametrize("inputs", [1, 4, 100])
def test_first_totals_spread_as_one_input_does(inputs: int) -> None:
    rng = np.random.default_rng(3)
    model = MLP([inputs, 400, 1], rng)
    totals = rng.normal(size=(400, inputs)) @ model.weights[0]
    assert totals.std() == pytest.approx(1, abs=0.1)
    assert not any(b.any() for b in model.biases)
