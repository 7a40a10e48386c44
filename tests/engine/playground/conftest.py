"""A player, and experiments for it."""

from collections.abc import Callable

import pytest

from engine.kernel.baseline import Baseline
from engine.playground.play import Player

START = {
    "data": "moons",
    "noise": 0.1,
    "depth": 1,
    "width": 6,
    "activation": "tanh",
    "lr": 0.5,
    "batch": 10,
    "seed": 1,
    "points": [],
}
OWN_MLP = """
import numpy as np

class MLP:
    def __init__(self, sizes, rng):
        self.W = [rng.normal(0, 1 / np.sqrt(a), (a, b)) for a, b in zip(sizes, sizes[1:])]
        self.b = [np.zeros((1, b)) for b in sizes[1:]]
    def outputs(self, X):
        found = [X]
        for W, b in zip(self.W, self.b):
            found.append(1 / (1 + np.exp(-(found[-1] @ W + b))))
        return found
    def predict(self, X):
        return self.outputs(X)[-1]
    def train_step(self, X, T, lr):
        found = self.outputs(X)
        slope = 2 * (found[-1] - T) / T.size
        for i in reversed(range(len(self.W))):
            total = slope * found[i + 1] * (1 - found[i + 1])
            slope = total @ self.W[i].T
            self.W[i] = self.W[i] - lr * found[i].T @ total
            self.b[i] = self.b[i] - lr * total.sum(axis=0, keepdims=True)
        return float(np.mean((found[-1] - T) ** 2))
"""
Begin = Callable[..., tuple[Player, dict]]


def begin(code: str = "", **changes: object) -> tuple[Player, dict]:
    """Return a player with an experiment, and its scene."""
    player = Player(Baseline())
    settings = {**START, **changes}
    return player, player.start({"settings": settings, "code": code, "setup": ""})


def train(player: Player, epochs: int) -> dict:
    """Train up to the end of an epoch, slice by slice, and return its frame."""
    frame = None
    while player.session.epoch < epochs:
        left = epochs - player.session.epoch
        progress = player.advance({"epochs": left, "seconds": 0.05})
        assert progress["word"] == ""
        frame = progress["frame"]
    return frame


@pytest.fixture
def own_points() -> list[list[float]]:
    return [[-1, 0, 0], [1, 0, 1], [-1.5, 1, 0], [1.5, 1, 1], [0.5, -1, 1], [-0.5, -1, 0]]
