"""The sigmoid: a step without a corner, so that a small move of the total always shows.

Source: Rumelhart, Hinton and Williams (1986), "Learning representations by back-propagating
errors", equation 2, use it for the units of a network that learns.
"""

from math import exp


def sigmoid(z: float) -> float:
    """Return a number between 0 and 1: near 0 far below 0, 0.5 at 0, near 1 far above.

    Args:
        z: The total of a neuron: its bias plus its weighted sum.

    Source: Lesson 4.

    >>> sigmoid(0), round(sigmoid(2), 4), sigmoid(-1000), sigmoid(1000)
    (0.5, 0.8808, 0.0, 1.0)
    """
    # sigmoid(z) = 1 / (1 + e^-z)
    if z >= 0:
        return 1 / (1 + exp(-z))
    # The same with both sides times e^z: for a z far below 0, e^-z is too large for a float.
    power = exp(z)
    return power / (1 + power)


def sigmoid_slope(z: float) -> float:
    """Return how fast the sigmoid rises at `z`: at most 0.25, and nearly 0 far out.

    Source: Lesson 4.

    >>> sigmoid_slope(0), round(sigmoid_slope(2), 4)
    (0.25, 0.105)
    """
    # The slope can be told from the output alone: output * (1 - output).
    output = sigmoid(z)
    return output * (1 - output)
