"""Training two neurons in a row: every example moves all four numbers downhill.

Source: Rumelhart, Hinton and Williams (1986), "Learning representations by back-propagating
errors"; one example at a time, as in their "on-line" form.
"""

from collections.abc import Sequence

from engine.nn.downhill import downhill
from engine.nn.loss import loss
from engine.nn.two_neurons import forward, gradients

# One input, and the target that belongs to it.
Pair = tuple[float, float]


def mean_loss(data: Sequence[Pair], params: Sequence[float]) -> float:
    """Return the mean of the losses on all examples.

    >>> mean_loss([(2, 1), (2, 0)], [0.5, -1, 3, -1.5])
    0.25
    """
    w1, b1, w2, b2 = params
    return sum(loss(forward(x, w1, b1, w2, b2)[1], target) for x, target in data) / len(data)


def train(data: Sequence[Pair], params: Sequence[float], epochs: int, lr: float) -> list[float]:
    """Return the parameters after going downhill, one example at a time.

    Args:
        data: Pairs of input and target, in the order in which they are met.
        params: `[w1, b1, w2, b2]` to start from.
        epochs: How many times to go through all of the data.
        lr: The learning rate.

    Source: Lesson 4.

    >>> train([(2, 1)], [0.5, -1, 3, -1.5], 1, 2)
    [1.25, -0.625, 3.25, -1.0]
    """
    moved = list(params)
    for _ in range(epochs):
        for x, target in data:
            w1, b1, w2, b2 = moved
            # All four slopes first, and only then all four moves.
            moved = downhill(moved, gradients(x, target, w1, b1, w2, b2), lr)
    return moved
