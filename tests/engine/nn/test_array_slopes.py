"""Slopes by nudging on arrays, beside lesson 4's on lists."""

import numpy as np
import pytest

from engine.nn.array_slopes import gradient_check, numeric_gradients
from engine.nn.slope import numeric_slopes


def f(arrays: list[np.ndarray]) -> float:
    W, b = arrays
    return float((np.sin(W) @ b).sum())


def test_they_are_those_of_lesson_4() -> None:
    W, b = np.array([[0.5, 1.0], [-2.0, 0.25]]), np.array([1.5, -1.0])
    dW, db = numeric_gradients(f, [W, b])
    flat = numeric_slopes(lambda p: f([np.reshape(p[:4], (2, 2)), np.array(p[4:])]), [*W.flat, *b])
    assert [*dW.flat, *db] == pytest.approx(flat)


def test_the_arrays_are_left_as_they_were() -> None:
    W, b = np.ones((2, 2), dtype=int), np.ones(2)
    numeric_gradients(f, [W, b])
    assert (W == 1).all()
    assert (b == 1).all()


def test_one_wrong_slope_among_many_is_found() -> None:
    W, b = np.ones((3, 3)), np.array([1.0, 2.0, 3.0])
    rules = [np.cos(W) * b, 3 * np.sin(np.ones(3))]
    assert gradient_check(f, [W, b], rules) < 1e-9
    rules[0][1, 2] += 0.01
    assert gradient_check(f, [W, b], rules) == pytest.approx(0.01, abs=1e-6)
