"""Points in the plane to learn from: made on the spot, the same ones for the same seed.

Each returns inputs `X` (n, 2) and targets `T` (n, 1), half of them 0 and half of them 1 but for the
gates; `noise` is the standard deviation of what is added to both coordinates.
"""

from collections.abc import Sequence

import numpy as np

from engine.nn.activations import Array

# What the four corners 00, 01, 10 and 11 have for targets.
GATES = {"and": (0, 0, 0, 1), "or": (0, 1, 1, 1), "nand": (1, 1, 1, 0), "xor": (0, 1, 1, 0)}


def corners(
    targets: Sequence[int], n: int, noise: float, rng: np.random.Generator
) -> tuple[Array, Array]:
    """Return points around the corners 00, 01, 10 and 11, as many at each.

    Args:
        targets: What is to be answered at each corner: `[0, 0, 0, 1]` is AND.
        n: How many points there are in all.
        noise: How far they are scattered.
        rng: What random numbers come from.

    >>> X, T = corners([0, 1, 1, 0], 4, 0, np.random.default_rng(0))
    >>> X.tolist(), T[:, 0].tolist()
    ([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], [0.0, 1.0, 1.0, 0.0])
    """
    X = np.tile([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], (n // 4, 1))
    T = np.tile(np.array(targets, dtype=float).reshape(4, 1), (n // 4, 1))
    return X + rng.normal(0, noise, X.shape), T


def moons(n: int, noise: float, rng: np.random.Generator) -> tuple[Array, Array]:
    """Return two half circles, each with one end inside the other.

    Args:
        n: How many points there are in all.
        noise: How far they are scattered.
        rng: What random numbers come from.

    >>> X, T = moons(6, 0, np.random.default_rng(0))
    >>> X.shape, T[:, 0].tolist()
    ((6, 2), [0.0, 0.0, 0.0, 1.0, 1.0, 1.0])
    """
    half = n // 2
    turn = rng.uniform(0, np.pi, half)
    upper = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    lower = np.stack([1 - np.cos(turn), 0.5 - np.sin(turn)], axis=1)
    X = np.concatenate([upper, lower])
    return X + rng.normal(0, noise, X.shape), np.repeat([[0.0], [1.0]], half, axis=0)


def circles(n: int, noise: float, rng: np.random.Generator) -> tuple[Array, Array]:
    """Return a ring of radius 1, with targets 0, around a ring of radius 1/2, with targets 1.

    Args:
        n: How many points there are in all.
        noise: How far they are scattered.
        rng: What random numbers come from.

    >>> X, T = circles(4, 0, np.random.default_rng(0))
    >>> np.hypot(X[:, 0], X[:, 1]).round(6).tolist(), T[:, 0].tolist()
    ([1.0, 1.0, 0.5, 0.5], [0.0, 0.0, 1.0, 1.0])
    """
    half = n // 2
    turn = rng.uniform(0, 2 * np.pi, 2 * half)
    radius = np.repeat([1.0, 0.5], half)
    X = np.stack([radius * np.cos(turn), radius * np.sin(turn)], axis=1)
    return X + rng.normal(0, noise, X.shape), np.repeat([[0.0], [1.0]], half, axis=0)


def spirals(n: int, noise: float, rng: np.random.Generator) -> tuple[Array, Array]:
    """Return two spirals of one turn and a half, the one half a turn behind the other.

    Args:
        n: How many points there are in all.
        noise: How far they are scattered.
        rng: What random numbers come from.

    Source: Lang and Witbrock (1988), "Learning to tell two spirals apart", with fewer turns.

    >>> X, T = spirals(4, 0, np.random.default_rng(0))
    >>> bool(np.allclose(X[:2], -X[2:])), T[:, 0].tolist()
    (True, [0.0, 0.0, 1.0, 1.0])
    """
    half = n // 2
    # The root spreads the points evenly along the arms.
    way = np.sqrt(rng.uniform(0, 1, half))
    turn = 3 * np.pi * way
    arm = np.stack([way * np.cos(turn), way * np.sin(turn)], axis=1)
    X = np.concatenate([arm, -arm])
    return X + rng.normal(0, noise, X.shape), np.repeat([[0.0], [1.0]], half, axis=0)
