"""Going downhill: move every parameter a little against its slope, and the loss falls.

Source: Cauchy (1847), "Méthode générale pour la résolution des systèmes d'équations simultanées".
"""

from collections.abc import Sequence


def downhill(params: Sequence[float], grads: Sequence[float], lr: float) -> list[float]:
    """Return the parameters after one move.

    Args:
        params: The numbers that can be moved: weights and biases.
        grads: The slope of the loss for each of them.
        lr: The learning rate: how big the move is.

    Source: Lesson 4.

    >>> downhill([1.0, 2.0], [0.5, -1.0], 0.5)
    [0.75, 2.5]
    """
    # param - lr * slope.  Where the loss rises with the parameter, the parameter goes down.
    return [param - lr * slope for param, slope in zip(params, grads)]
