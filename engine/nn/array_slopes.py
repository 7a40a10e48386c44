"""Slopes by nudging, for every number of every array: what tells whether a way back is right.

Source: the central difference of lesson 4, one number at a time.
"""

from collections.abc import Callable, Sequence

import numpy as np

from engine.nn.activations import Array


def numeric_gradients(
    f: Callable[[Sequence[Array]], float], arrays: Sequence[Array], h: float = 1e-5
) -> list[Array]:
    """Return the slope of `f` for each number of the arrays, in arrays of the same shapes.

    Args:
        f: A function of some arrays that returns one number.
        arrays: Where the slopes are wanted; they are left as they are.
        h: How far to nudge to either side.

    Source: Lesson 5.

    >>> X = np.array([[1.0, 2.0], [3.0, 4.0]])
    >>> [slopes.round(6).tolist() for slopes in numeric_gradients(lambda a: (a[0] ** 2).sum(), [X])]
    [[[2.0, 4.0], [6.0, 8.0]]]
    """
    nudged = [np.array(array, dtype=float) for array in arrays]
    gradients = [np.zeros_like(array) for array in nudged]
    for array, gradient in zip(nudged, gradients):
        for place in np.ndindex(array.shape):
            kept = array[place]
            array[place] = kept + h
            up = f(nudged)
            array[place] = kept - h
            down = f(nudged)
            # All others stay where they are, so what moves is due to this one.
            array[place] = kept
            gradient[place] = (up - down) / (2 * h)
    return gradients


def gradient_check(
    f: Callable[[Sequence[Array]], float], arrays: Sequence[Array], gradients: Sequence[Array]
) -> float:
    """Return the largest distance between slopes that a rule gave and those found by nudging.

    Args:
        f: A function of some arrays that returns one number.
        arrays: The arrays at which the slopes were worked out.
        gradients: The slopes to check, in arrays of the same shapes.

    >>> X = np.array([1.0, 2.0])
    >>> round(gradient_check(lambda a: (a[0] ** 2).sum(), [X], [np.array([2.0, 3.0])]), 6)
    1.0
    """
    pairs = zip(gradients, numeric_gradients(f, arrays))
    return max(float(np.abs(rule - nudged).max()) for rule, nudged in pairs)
