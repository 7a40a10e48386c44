"""Slopes by nudging: move a number a little, look how far the result moves.

Slow, since every slope needs two runs of the function; but it needs no rule, so it can check them.

Source: the central difference is in every book on numerical methods; see Press and others,
"Numerical Recipes", section 5.7, for why h is neither larger nor smaller.
"""

from collections.abc import Callable, Sequence


def numeric_slope(f: Callable[[float], float], x: float, h: float = 1e-5) -> float:
    """Return how fast `f` rises at `x`.

    Args:
        f: A function of one number.
        x: Where.
        h: How far to nudge to either side.

    Source: Lesson 4.

    >>> round(numeric_slope(lambda x: x * x, 3), 6)
    6.0
    """
    # (f(x + h) - f(x - h)) / (2h): the two ends are 2h apart.
    return (f(x + h) - f(x - h)) / (2 * h)


def numeric_slopes(
    f: Callable[[list[float]], float], params: Sequence[float], h: float = 1e-5
) -> list[float]:
    """Return the slope of `f` for each of its parameters, nudging one at a time.

    Args:
        f: A function of a list of numbers.
        params: The list at which the slopes are wanted; it is left as it is.
        h: How far to nudge to either side.

    >>> [round(slope, 6) for slope in numeric_slopes(lambda p: p[0] * p[1], [2, 3])]
    [3.0, 2.0]
    """
    slopes = []
    for i in range(len(params)):
        up, down = list(params), list(params)
        # All others stay where they are, so what moves is due to this one.
        up[i] += h
        down[i] -= h
        slopes.append((f(up) - f(down)) / (2 * h))
    return slopes


def gradient_check(
    f: Callable[[list[float]], float], params: Sequence[float], grads: Sequence[float]
) -> float:
    """Return the largest distance between slopes that a rule gave and those found by nudging.

    Args:
        f: A function of a list of numbers.
        params: The list at which the slopes were worked out.
        grads: The slopes to check, one for each parameter.

    Source: Lesson 4.

    >>> round(gradient_check(lambda p: p[0] * p[1], [2, 3], [3, 2.5]), 6)
    0.5
    """
    # The worst one decides: a sum or a mean could hide it among many good ones.
    return max(abs(rule - nudged) for rule, nudged in zip(grads, numeric_slopes(f, params)))
