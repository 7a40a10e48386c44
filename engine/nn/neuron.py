"""One neuron: it multiplies, adds and compares.

Source: McCulloch and Pitts (1943), "A logical calculus of the ideas immanent in nervous
activity": a unit that fires when what comes in reaches a threshold. The weights that may be any
number are Rosenblatt's (1958). The bias is the threshold with its sign turned round.
"""

from collections.abc import Sequence
from typing import NamedTuple


def neuron(inputs: Sequence[float], weights: Sequence[float], bias: float) -> int:
    """Return 1 if the neuron fires, else 0.

    Args:
        inputs: The numbers that come in.
        weights: One number for each input: how much that input counts, for or against.
        bias: How easily the neuron fires when nothing comes in.

    Source: Lesson 1.

    >>> neuron([1, 1], [1, 1], -1.5), neuron([1, 0], [1, 1], -1.5)
    (1, 0)
    """
    # Start from the bias: a negative one holds the neuron back, a positive one pushes it.
    total = bias
    # Multiply and add.  total = bias + x1*w1 + x2*w2 + ...
    for x, w in zip(inputs, weights):
        total += x * w
    # Compare. Landing exactly on 0 is enough to fire.
    if total >= 0:
        return 1
    return 0


def weighted_sum(inputs: Sequence[float], weights: Sequence[float]) -> float:
    """Return the sum of every input times its weight; 0 for no inputs.

    Source: Lesson 1.

    >>> weighted_sum([1, 2], [3, 4])
    11
    """
    # x1*w1 + x2*w2 + ...
    return sum(x * w for x, w in zip(inputs, weights))


def step(total: float) -> int:
    """Return 1 if the total is at least 0, else 0.

    Source: Lesson 1.

    >>> step(-0.25), step(0), step(0.25)
    (0, 1, 1)
    """
    return 1 if total >= 0 else 0


class Gate(NamedTuple):
    """The weights and the bias that make a neuron answer like a logic gate.

    >>> weights, bias = AND_GATE
    >>> [neuron(pair, weights, bias) for pair in ([0, 0], [0, 1], [1, 0], [1, 1])]
    [0, 0, 0, 1]
    """

    weights: tuple[float, ...]
    bias: float


# Two ones are needed to lift the total over 1.5.
AND_GATE = Gate((1, 1), -1.5)
# One is enough to lift it over 0.5.
OR_GATE = Gate((1, 1), -0.5)
# A negative weight speaks against firing: the neuron fires by itself until its input is 1.
NOT_GATE = Gate((-1,), 0.5)
# AND with every sign turned round.
NAND_GATE = Gate((-1, -1), 1.5)
