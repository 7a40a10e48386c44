"""What learns in the playground, and how its neurons are looked into."""

from collections.abc import Sequence
from typing import Protocol, TypeAlias

import numpy as np

from engine.nn.activations import Array, activate
from engine.nn.mlp import MLP
from engine.playground.settings import Settings

# A layer's weights (d, h) and biases (h,).
Layer: TypeAlias = tuple[Array, Array]


class Network(Protocol):
    """The course's network, or a learner's own."""

    def predict(self, X: Array) -> Array:
        """Return the outputs for each row, (n, 1)."""

    def train_step(self, X: Array, T: Array, lr: float) -> float:
        """Move the weights once, and return the loss before."""

    def layers(self) -> Sequence[Layer]:
        """Return the layers from first to last; none where they are not to be seen."""


def hidden_outputs(layers: Sequence[Layer], X: Array, activation: str) -> list[Array]:
    """Return the outputs of each hidden layer, (n, h)."""
    outputs: list[Array] = []
    for W, b in layers[:-1]:
        X = activate(X @ W + b, activation)
        outputs.append(X)
    return outputs


class CourseNetwork:
    """The course's own network."""

    def __init__(self, settings: Settings, rng: np.random.Generator) -> None:
        """Make it with random weights."""
        self.model = MLP(settings.sizes, rng, settings.activation)
        self.predict = self.model.predict
        self.train_step = self.model.train_step

    def layers(self) -> Sequence[Layer]:
        """Return the layers from first to last."""
        return list(zip(self.model.weights, self.model.biases, strict=True))
