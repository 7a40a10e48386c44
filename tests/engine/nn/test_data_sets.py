"""Points in the plane: where they lie, which class they have, and that a seed fixes them."""

import numpy as np
import pytest

from engine.nn.data_sets import GATES, circles, corners, moons, spirals


@pytest.mark.parametrize("make", [moons, circles, spirals])
def test_the_same_seed_makes_the_same_points(make: object) -> None:
    one, other, third = (make(20, 0.1, np.random.default_rng(seed)) for seed in (1, 1, 2))
    assert (one[0] == other[0]).all()
    assert (one[0] != third[0]).any()
    assert one[1].mean() == 0.5


@pytest.mark.parametrize("make", [moons, circles, spirals])
@pytest.mark.parametrize("noise", [0, 0.15])
def test_points_have_the_shapes_that_a_network_takes(make: object, noise: float) -> None:
    X, T = make(40, noise, np.random.default_rng(1))
    assert (X.shape, T.shape, X.dtype, T.dtype) == ((40, 2), (40, 1), float, float)


def test_moons_are_two_half_circles_each_with_an_end_in_the_other() -> None:
    X, T = moons(200, 0, np.random.default_rng(1))
    upper, lower = X[T[:, 0] == 0], X[T[:, 0] == 1]
    assert np.hypot(*upper.T) == pytest.approx(np.ones(100))
    assert np.hypot(lower[:, 0] - 1, lower[:, 1] - 0.5) == pytest.approx(np.ones(100))
    assert upper[:, 1].min() < lower[:, 1].max()


def test_noise_is_a_standard_deviation() -> None:
    clean, noisy = (circles(20_000, noise, np.random.default_rng(1))[0] for noise in (0, 0.15))
    assert (noisy - clean).std() == pytest.approx(0.15, abs=0.002)


def test_spirals_are_each_other_turned_by_half() -> None:
    X, T = spirals(100, 0, np.random.default_rng(1))
    assert X[T[:, 0] == 0] == pytest.approx(-X[T[:, 0] == 1])
    assert np.hypot(*X.T).max() <= 1


@pytest.mark.parametrize("gate", GATES)
def test_corners_answer_by_the_gates_table(gate: str) -> None:
    X, T = corners(GATES[gate], 40, 0.1, np.random.default_rng(1))
    tables = {"and": min, "or": max, "nand": lambda p: 1 - min(p), "xor": lambda p: p[0] != p[1]}
    assert [float(tables[gate](tuple(pair))) for pair in X.round()] == T[:, 0].tolist()
