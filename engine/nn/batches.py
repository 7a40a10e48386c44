"""Which examples are learned from, and when: a part kept back for the test, the rest in batches.

Source: small batches in a new order each time are in LeCun and others (1998), "Efficient
BackProp", sections 4.1 and 4.2.
"""

from collections.abc import Iterator

import numpy as np

from engine.nn.activations import Array


def minibatches(
    X: Array, T: Array, size: int, rng: np.random.Generator
) -> Iterator[tuple[Array, Array]]:
    """Yield all examples once, in a new order, so many at a time.

    Args:
        X: Inputs, (n, d).
        T: Targets, (n, k); each row stays with its inputs.
        size: How many rows there are in a batch; the last may have fewer.
        rng: What the order comes from.

    Source: Lesson 5.

    >>> rows = np.arange(5.0).reshape(5, 1)
    >>> [len(X) for X, T in minibatches(rows, rows, 2, np.random.default_rng(0))]
    [2, 2, 1]
    """
    order = rng.permutation(len(X))
    for start in range(0, len(X), size):
        # The same rows of both.
        rows = order[start : start + size]
        yield X[rows], T[rows]


def split(
    X: Array, T: Array, part: float, rng: np.random.Generator
) -> tuple[Array, Array, Array, Array]:
    """Return `X_train`, `T_train`, `X_test` and `T_test`, mixed before they are parted.

    Args:
        X: Inputs, (n, d).
        T: Targets, (n, k); each row stays with its inputs.
        part: How much is to train with, from 0 to 1.
        rng: What the order comes from.

    >>> rows = np.arange(10.0).reshape(10, 1)
    >>> [len(part) for part in split(rows, rows, 0.7, np.random.default_rng(0))]
    [7, 7, 3, 3]
    """
    order = rng.permutation(len(X))
    cut = round(part * len(X))
    return X[order[:cut]], T[order[:cut]], X[order[cut:]], T[order[cut:]]
