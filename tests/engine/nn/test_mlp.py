"""The network on arrays, against nudged slopes and against the same network in loops."""

import numpy as np
import pytest

from engine.nn.data_sets import circles, moons, spirals
from engine.nn.mlp import MLP, minibatches
from engine.nn.slope import numeric_slope
from engine.nn.xor_network import XOR_DATA, XOR_START, xor_network


def loss_with(model: MLP, part: list, layer: int, place: tuple, value: float, data: tuple) -> float:
    """Return the loss when one weight or bias has another value."""
    kept = part[layer].copy()
    part[layer][place] = value
    loss = float(np.mean((model.predict(data[0]) - data[1]) ** 2))
    part[layer] = kept
    return loss


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu"])
@pytest.mark.parametrize("sizes", [[2, 1], [2, 3, 1], [3, 4, 4, 2]])
def test_every_slope_agrees_with_nudging(sizes: list[int], activation: str) -> None:
    rng = np.random.default_rng(5)
    model = MLP(sizes, rng, activation)
    data = rng.normal(size=(6, sizes[0])), rng.uniform(size=(6, sizes[-1]))
    for layer, slopes in enumerate(model.gradients(*data)):
        for part, slope in zip((model.weights, model.biases), slopes, strict=True):
            for place in np.ndindex(slope.shape):
                at = float(part[layer][place])
                nudged = numeric_slope(
                    lambda value, part=part, layer=layer, place=place: loss_with(
                        model, part, layer, place, value, data
                    ),
                    at,
                )
                assert slope[place] == pytest.approx(nudged, abs=1e-8)


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
    before = float(np.mean((model.predict(X) - T) ** 2))
    assert model.train_step(X, T, 1.0) == before
    assert model.train_step(X, T, 1.0) < before


def test_every_row_comes_once_and_keeps_its_target() -> None:
    X = np.arange(10.0).reshape(10, 1)
    batches = list(minibatches(X, X * 2, 4, np.random.default_rng(3)))
    assert [len(rows) for rows, _ in batches] == [4, 4, 2]
    assert sorted(np.concatenate([rows for rows, _ in batches])[:, 0]) == list(range(10))
    assert all((targets == rows * 2).all() for rows, targets in batches)


@pytest.mark.parametrize("make", [moons, circles, spirals])
def test_the_same_seed_makes_the_same_points(make: object) -> None:
    one, other, third = (make(20, 0.1, np.random.default_rng(seed)) for seed in (1, 1, 2))
    assert (one[0] == other[0]).all()
    assert (one[0] != third[0]).any()
    assert one[1].mean() == 0.5
