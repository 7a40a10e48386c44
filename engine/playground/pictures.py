"""What a network and each of its neurons answer all over the plane, as small pictures."""

from base64 import b64encode
from collections.abc import Sequence

import numpy as np

from engine.nn.activations import Array
from engine.playground.network import Layer, Network, hidden_outputs

SIDE = 48
# Every so manieth place is looked at for the picture of a hidden neuron.
SMALL_STEP = 2
Box = tuple[float, float, float, float]


class Pictures:
    """Takes the pictures of one experiment."""

    def __init__(self, box: Box, activation: str) -> None:
        """Choose the places to look at.

        Args:
            box: Left, right, bottom, top.
            activation: That of the hidden neurons.
        """
        self.activation = activation
        self.places = grid(box, SIDE)
        small = self.places.reshape(SIDE, SIDE, 2)[::SMALL_STEP, ::SMALL_STEP]
        self.small_places = small.reshape(-1, 2)

    def output(self, network: Network) -> str:
        """Return the picture of the output."""
        return pictures(network.predict(self.places))[0]

    def hidden(self, layers: Sequence[Layer]) -> list[list[str]]:
        """Return a picture of each hidden neuron, layer by layer."""
        outputs = hidden_outputs(layers, self.small_places, self.activation)
        return [pictures(self.scaled(each)) for each in outputs]

    def scaled(self, outputs: Array) -> Array:
        """Return a layer's outputs as numbers from 0 to 1."""
        if self.activation == "tanh":
            return (outputs + 1) / 2
        if self.activation == "relu":
            largest: Array = np.maximum(outputs.max(axis=0), 1e-9)
            return outputs / largest
        return outputs


def grid(box: Box, side: int) -> Array:
    """Return the middles of side by side squares, (side * side, 2), the top row first."""
    left, right, bottom, top = box
    middles = (np.arange(side) + 0.5) / side
    x1, x2 = np.meshgrid(left + (right - left) * middles, top - (top - bottom) * middles)
    return np.stack([x1.ravel(), x2.ravel()], axis=1)


def pictures(outputs: Array) -> list[str]:
    """Return each column of outputs from 0 to 1 as bytes from 0 to 255, in base64."""
    whole = np.nan_to_num(outputs, nan=0.5, posinf=1.0, neginf=0.0)
    columns = (np.clip(whole, 0, 1) * 255).astype(np.uint8).T
    return [b64encode(column.tobytes()).decode() for column in columns]
