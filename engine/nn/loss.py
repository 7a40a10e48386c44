"""The loss: one number that says how wrong a prediction is, and that can be made smaller.

Source: the squared error is Legendre's and Gauss's; that a network learns by going down its slope
is in Widrow and Hoff (1960), "Adaptive switching circuits".
"""


def loss(prediction: float, target: float) -> float:
    """Return the squared error: 0 when the prediction is right, and never below.

    Source: Lesson 4.

    >>> loss(0.5, 1), loss(1, 0.5), loss(3, 3)
    (0.25, 0.25, 0)
    """
    # (prediction - target)^2.  The square makes both directions count alike.
    return (prediction - target) ** 2


def loss_slope(prediction: float, target: float) -> float:
    """Return how fast the loss rises when the prediction does.

    Source: Lesson 4.

    >>> loss_slope(0.5, 1), loss_slope(1, 0.5)
    (-1.0, 1.0)
    """
    # 2 * (prediction - target).  Too low a prediction has a slope below 0: up makes it better.
    return 2 * (prediction - target)
