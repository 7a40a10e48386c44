"""Two sigmoid neurons in a row: the smallest network in which a slope has to travel back.

Source: Rumelhart, Hinton and Williams (1986), "Learning representations by back-propagating
errors"; here with one neuron a layer. The numbers have the names of lesson 4.
"""

from engine.nn.loss import loss_slope
from engine.nn.sigmoid import sigmoid


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
