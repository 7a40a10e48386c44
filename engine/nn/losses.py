"""How wrong a whole table of predictions is: one number, and its slope for each prediction.

Source: the squared error is that of lesson 4; the cross-entropy is the likelihood of the targets,
see Bridle (1990), "Training stochastic model recognition algorithms as networks".
"""

import numpy as np

from engine.nn.activations import Array

# Below this a probability is taken as this: the logarithm of 0 has no value.
LEAST = 1e-12


def mean_squared_error(Y: Array, T: Array) -> float:
    """Return the mean over all entries of the squared error.

    Args:
        Y: Predictions, (n, k).
        T: Targets, (n, k).

    >>> mean_squared_error(np.array([[0.5, 1.0]]), np.array([[1.0, 1.0]]))
    0.125
    """
    # mean((Y - T)^2): over the rows and over the columns.
    return float(np.mean((Y - T) ** 2))


def mean_squared_error_slope(Y: Array, T: Array) -> Array:
    """Return the slope of `mean_squared_error` for each prediction, (n, k).

    >>> mean_squared_error_slope(np.array([[0.5, 1.0]]), np.array([[1.0, 1.0]])).tolist()
    [[-0.5, 0.0]]
    """
    # 2 (Y - T), over how many predictions share the mean.
    return 2 * (Y - T) / T.size


def cross_entropy(P: Array, T: Array) -> float:
    """Return the mean over rows of how little probability each row's target got.

    Args:
        P: Probabilities, (n, k); each row sums to 1.
        T: Targets, (n, k); each row has a single 1.

    >>> round(cross_entropy(np.array([[0.5, 0.5]]), np.array([[1.0, 0.0]])), 4)
    0.6931
    """
    # mean over rows of -sum(T log P): only the probability of the target counts.
    return float(np.mean(-np.sum(T * np.log(np.maximum(P, LEAST)), axis=1)))
