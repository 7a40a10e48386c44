"""Neurons side by side make a layer, and layers one after the other make a network.

Source: McCulloch and Pitts (1943), "A logical calculus of the ideas immanent in nervous
activity", on what nets of such units can compute. That one layer is not enough for XOR was made
plain by Minsky and Papert (1969), "Perceptrons". All neurons here are those of lesson 1: each
answers 0 or 1.
"""

from collections.abc import Sequence
from typing import TypeAlias

from engine.nn.neuron import AND_GATE, NAND_GATE, OR_GATE, neuron

# One list of weights for each neuron, and one bias for each neuron.
Layer: TypeAlias = tuple[Sequence[Sequence[float]], Sequence[float]]


def layer(
    inputs: Sequence[float], weights: Sequence[Sequence[float]], biases: Sequence[float]
) -> list[int]:
    """Return what every neuron of a layer answers to the same inputs.

    Args:
        inputs: The numbers that come in. Every neuron sees all of them.
        weights: `weights[j]` are the weights of neuron j, one for each input.
        biases: `biases[j]` is the bias of neuron j.

    Source: Lesson 3.

    >>> layer([1, 0], [[1, 1], [-1, -1]], [-0.5, 1.5])
    [1, 1]
    """
    # Each neuron has its own weights and its own bias; the inputs are the same for all.
    return [neuron(inputs, own_weights, bias) for own_weights, bias in zip(weights, biases)]


def network(inputs: Sequence[float], layers: Sequence[Layer]) -> Sequence[float]:
    """Return what the last layer answers.

    Args:
        inputs: The numbers that come in to the first layer.
        layers: `(weights, biases)` for each layer, first to last.

    Source: Lesson 3.

    >>> [network(pair, XOR_LAYERS) for pair in ([0, 0], [0, 1], [1, 0], [1, 1])]
    [[0], [1], [1], [0]]
    """
    values = inputs
    for weights, biases in layers:
        # What one layer answers is what the next one gets.
        values = layer(values, weights, biases)
    return values


# XOR is "at least one of the two, and not both": OR and NAND side by side, then AND on top.
XOR_LAYERS: tuple[Layer, ...] = (
    ((OR_GATE.weights, NAND_GATE.weights), (OR_GATE.bias, NAND_GATE.bias)),
    ((AND_GATE.weights,), (AND_GATE.bias,)),
)
