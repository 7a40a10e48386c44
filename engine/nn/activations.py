"""What a neuron makes of its total, for a whole array of totals at once.

The sigmoid of lesson 4 and two others, each with its slope told from its own outputs.

Source: tanh is preferred to the sigmoid in LeCun and others (1998), "Efficient BackProp", section
4.4; relu is Nair and Hinton (2010), "Rectified linear units improve restricted Boltzmann machines".
"""

from typing import TypeAlias

import numpy as np

# Numbers in rows and columns, or in one row: numpy.typing's NDArray[np.float64], spelt out because
# its import takes a browser longer than that of all the networks.
Array: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def activate(Z: Array, activation: str) -> Array:
    """Return what neurons make of their totals, number by number.

    Args:
        Z: Totals, of any shape.
        activation: "sigmoid", "tanh" or "relu".

    Returns:
        Outputs, of the same shape.

    >>> activate(np.array([0.0, -1000.0, 1000.0]), "sigmoid").tolist()
    [0.5, 0.0, 1.0]
    """
    if activation == "relu":
        return np.maximum(Z, 0)
    if activation == "tanh":
        return np.tanh(Z)
    # sigmoid(z) = 1 / (1 + e^-z) = (1 + tanh(z / 2)) / 2, which no z is too large for.
    return (1 + np.tanh(Z / 2)) / 2


def activation_slope(H: Array, activation: str) -> Array:
    """Return how fast the activation rises, told from its outputs.

    Args:
        H: What `activate` returned, of any shape.
        activation: "sigmoid", "tanh" or "relu".

    Returns:
        Slopes, of the same shape.

    >>> activation_slope(np.array([0.5]), "sigmoid").tolist()
    [0.25]
    """
    if activation == "relu":
        return (H > 0).astype(float)
    return 1 - H * H if activation == "tanh" else H * (1 - H)
