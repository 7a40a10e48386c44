"""The learning rule, against a run worked out by hand and against a proved bound."""

from random import Random

import pytest

from engine.nn.neuron import weighted_sum
from engine.nn.perceptron import Perceptron, train

AND = [([0, 0], 0), ([0, 1], 0), ([1, 0], 0), ([1, 1], 1)]
XOR = [([0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 0)]

# AND from zeros with a rate of 1, worked out with pencil and paper: w1, w2, b after each example.
# Epoch 1, first example: 0 >= 0 fires, the target is 0, the error is -1, so b becomes -1.
BY_HAND = [
    [(0, 0, -1), (0, 0, -1), (0, 0, -1), (1, 1, 0)],
    [(1, 1, -1), (1, 0, -2), (1, 0, -2), (2, 1, -1)],
    [(2, 1, -1), (2, 0, -2), (1, 0, -3), (2, 1, -2)],
    [(2, 1, -2), (2, 1, -2), (1, 1, -3), (2, 2, -2)],
    [(2, 2, -2), (2, 1, -3), (2, 1, -3), (2, 1, -3)],
    [(2, 1, -3), (2, 1, -3), (2, 1, -3), (2, 1, -3)],
]


def test_and_is_learnt_step_by_step_as_worked_out_by_hand() -> None:
    history = Perceptron(2).train(AND, 6, 1)
    steps = [(*w, b) for w, b in history.steps]
    assert steps == [step for epoch in BY_HAND for step in epoch]


def test_mistakes_are_counted_when_they_are_met() -> None:
    assert Perceptron(2).train(AND, 7, 1).mistakes == [2, 3, 3, 2, 1, 0, 0]


def test_the_lessons_program_learns_and_within_ten_epochs() -> None:
    perceptron = Perceptron(2)
    assert 0 in perceptron.train(AND, 10, 0.1).mistakes
    assert [perceptron.predict(x) for x, _ in AND] == [0, 0, 0, 1]


@pytest.mark.parametrize("lr", [0.125, 0.5, 4])
def test_from_zeros_the_rate_only_scales_the_weights(lr: float) -> None:
    assert train(AND, 6, lr) == ([2 * lr, 1 * lr], -3 * lr)


def test_xor_is_never_learnt() -> None:
    assert 0 not in Perceptron(2).train(XOR, 200, 0.25).mistakes


@pytest.mark.parametrize("seed", range(8))
def test_updates_stay_below_the_bound_that_novikoff_proved(seed: int) -> None:
    random = Random(seed)
    line = [random.uniform(-1, 1) for _ in range(3)]
    points = [[random.uniform(-1, 1), random.uniform(-1, 1), 1.0] for _ in range(40)]
    points = [p for p in points if abs(weighted_sum(p, line)) > 0.1]
    length = sum(part * part for part in line) ** 0.5
    margin = min(abs(weighted_sum(p, line)) for p in points) / length
    radius = max(sum(part * part for part in p) for p in points) ** 0.5
    data = [(p[:2], int(weighted_sum(p, line) > 0)) for p in points]
    mistakes = Perceptron(2).train(data, 3000, 1).mistakes
    assert sum(mistakes) <= (radius / margin) ** 2 + 1
    assert mistakes[-1] == 0
