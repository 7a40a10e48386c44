"""Two sigmoid neurons in a row: the smallest network in which a slope has to travel back.

Source: Rumelhart, Hinton and Williams (1986), "Learning representations by back-propagating
errors"; here with one neuron a layer. The numbers have the names of lesson 4.
"""

from collections.abc import Sequence

from engine.nn.downhill import downhill
from engine.nn.loss import loss, loss_slope
from engine.nn.sigmoid import sigmoid

# One input, and the target that belongs to it.
Pair = tuple[float, float]


def forward(x: float, w1: float, b1: float, w2: float, b2: float) -> tuple[float, float]:
    """Return what the first neuron answers, and what the second makes of it.

    Source: Lesson 4.

    >>> forward(2, 0.5, -1, 3, -1.5)
    (0.5, 0.5)
    """
    # h = sigmoid(w1*x + b1)
    h = sigmoid(w1 * x + b1)
    # y = sigmoid(w2*h + b2).  The second neuron never sees x.
    return h, sigmoid(w2 * h + b2)


def gradients(
    x: float, target: float, w1: float, b1: float, w2: float, b2: float
) -> tuple[float, float, float, float]:
    """Return the slopes of the loss for `w1`, `b1`, `w2` and `b2`, by the chain rule.

    Source: Lesson 4.

    >>> gradients(2, 1, 0.5, -1, 3, -1.5)
    (-0.375, -0.1875, -0.125, -0.25)
    """
    h, y = forward(x, w1, b1, w2, b2)
    # From the loss back to the total of the second neuron: two slopes, multiplied.
    dz2 = loss_slope(y, target) * y * (1 - y)
    # Through the weight between the two, back to the first neuron's output and its total.
    dh = dz2 * w2
    dz1 = dh * h * (1 - h)
    # A weight moves its total by what comes in through it; a bias by itself.
    return dz1 * x, dz1, dz2 * h, dz2


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
