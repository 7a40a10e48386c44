"""Lesson 4's rules for slopes beside nudging, and nudging beside slopes that are known."""

from math import cos, exp, sin
from random import Random

import pytest

from engine.nn.downhill import downhill
from engine.nn.loss import loss, loss_slope
from engine.nn.sigmoid import sigmoid, sigmoid_slope
from engine.nn.slope import gradient_check, numeric_slope, numeric_slopes
from engine.nn.two_neurons import forward, gradients
from engine.nn.xor_network import XOR_DATA, xor_gradients, xor_network

PLACES = [-4.0, -1.5, -0.25, 0.0, 0.5, 2.0, 5.0]


def chain_loss(params: list[float], x: float, target: float) -> float:
    return loss(forward(x, *params)[1], target)


@pytest.mark.parametrize("x", PLACES)
def test_nudging_finds_slopes_that_are_known(x: float) -> None:
    assert numeric_slope(sin, x) == pytest.approx(cos(x), abs=1e-9)
    assert numeric_slope(exp, x) == pytest.approx(exp(x), rel=1e-8)
    assert numeric_slope(lambda v: v**3, x) == pytest.approx(3 * x * x, abs=1e-8)


@pytest.mark.parametrize("h", [1.0, 0.5, 1e-3])
def test_nudging_uses_its_h(h: float) -> None:
    assert numeric_slope(lambda v: v**3, 2.0, h) == pytest.approx(12 + h * h)


def test_nudging_leaves_the_list_as_it_was() -> None:
    params = [1.0, 2.0]
    assert numeric_slopes(sum, params) == pytest.approx([1.0, 1.0])
    assert params == [1.0, 2.0]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_slope_that_is_off_is_found_wherever_it_stands(place: int) -> None:
    slopes = [2.0, 3.0, 4.0]
    slopes[place] -= 0.25
    found = gradient_check(lambda p: 2 * p[0] + 3 * p[1] + 4 * p[2], [1, 2, 3], slopes)
    assert found == pytest.approx(0.25)


@pytest.mark.parametrize("z", PLACES)
def test_the_slope_of_the_sigmoid_agrees_with_nudging(z: float) -> None:
    assert sigmoid_slope(z) == pytest.approx(numeric_slope(sigmoid, z), abs=1e-9)


@pytest.mark.parametrize("y", PLACES)
def test_the_slope_of_the_loss_agrees_with_nudging(y: float) -> None:
    assert loss_slope(y, 1) == pytest.approx(numeric_slope(lambda v: loss(v, 1), y), abs=1e-8)


@pytest.mark.parametrize("z", [-1e308, -750.5, 750.5, 1e308])
def test_the_sigmoid_and_its_slope_are_finite_far_out(z: float) -> None:
    assert sigmoid(z) in (0.0, 1.0) or sigmoid(z) == pytest.approx(0, abs=1e-300)
    assert sigmoid_slope(z) == pytest.approx(0, abs=1e-300)


@pytest.mark.parametrize("seed", range(10))
def test_the_chain_rule_agrees_with_nudging(seed: int) -> None:
    random = Random(seed)
    x, *params = (random.uniform(-3, 3) for _ in range(5))
    slopes = gradients(x, seed % 2, *params)
    assert gradient_check(lambda p: chain_loss(p, x, seed % 2), params, slopes) < 1e-9


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("x", "target"), XOR_DATA)
def test_the_way_back_through_two_hidden_neurons_agrees_with_nudging(
    seed: int, x: tuple[int, int], target: int
) -> None:
    random = Random(seed)
    params = [random.uniform(-3, 3) for _ in range(9)]
    slopes = xor_gradients(x, target, params)
    assert gradient_check(lambda p: loss(xor_network(x, p)[2], target), params, slopes) < 1e-9


@pytest.mark.parametrize("seed", range(5))
def test_a_small_step_downhill_makes_the_loss_smaller(seed: int) -> None:
    random = Random(seed)
    x, *params = (random.uniform(-2, 2) for _ in range(5))
    moved = downhill(params, gradients(x, 1, *params), 0.1)
    assert chain_loss(moved, x, 1) < chain_loss(params, x, 1)
