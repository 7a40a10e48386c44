"""The two layers on arrays beside nudging, beside lesson 4's network, and on XOR."""

import numpy as np
import pytest

from engine.nn.array_slopes import gradient_check
from engine.nn.two_layers import backward, forward, init, train
from engine.nn.xor_network import XOR_DATA, XOR_START, xor_gradients

X = np.array([x for x, _ in XOR_DATA], dtype=float)
T = np.array([[t] for _, t in XOR_DATA], dtype=float)


def loss(parameters: list[np.ndarray], inputs: np.ndarray, targets: np.ndarray) -> float:
    return float(np.mean((forward(inputs, *parameters)[1] - targets) ** 2))


@pytest.mark.parametrize("shape", [(4, 2, 3, 1), (5, 3, 2, 2), (1, 1, 1, 3)])
def test_the_slopes_agree_with_nudging(shape: tuple[int, int, int, int]) -> None:
    n, d, h, k = shape
    rng = np.random.default_rng(1)
    inputs, targets = rng.normal(size=(n, d)), rng.random((n, k))
    parameters = [array + 0.1 for array in init(d, h, k, rng)]
    H, Y = forward(inputs, *parameters)
    slopes = backward(inputs, targets, H, Y, parameters[2])
    assert [slope.shape for slope in slopes] == [array.shape for array in parameters]
    assert gradient_check(lambda arrays: loss(arrays, inputs, targets), parameters, slopes) < 1e-9


def test_one_example_gives_the_slopes_of_lesson_4() -> None:
    w11, w12, b1, w21, w22, b2, v1, v2, c = XOR_START
    W1, W2 = np.array([[w11, w21], [w12, w22]]), np.array([[v1], [v2]])
    x, t = np.array([[1.0, 0.0]]), np.array([[1.0]])
    H, Y = forward(x, W1, np.array([b1, b2]), W2, np.array([c]))
    dW1, db1, dW2, db2 = backward(x, t, H, Y, W2)
    found = [dW1[0, 0], dW1[1, 0], db1[0], dW1[0, 1], dW1[1, 1], db1[1], *dW2[:, 0], *db2]
    assert found == pytest.approx(xor_gradients([1, 0], 1, XOR_START))


def test_it_solves_xor_for_most_seeds() -> None:
    solved = 0
    for seed in range(10):
        parameters = train(X, T, 8, 2000, 5, np.random.default_rng(seed))
        solved += bool(np.all(np.abs(forward(X, *parameters)[1] - T) < 0.5))
    assert solved >= 9
