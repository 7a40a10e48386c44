"""The network of lesson 4 on arrays: two layers of sigmoid neurons, all examples at once.

Rows are examples: `X` is (n, d), `W1` (d, h), `b1` (h,), `W2` (h, k), `b2` (k,). The loss is the
mean over all entries of the squared error.

Source: Rumelhart, Hinton and Williams (1986), "Learning representations by back-propagating
errors"; the spread of the first weights is LeCun and others (1998), "Efficient BackProp", section
4.6.
"""

from typing import TypeAlias

import numpy as np

from engine.nn.activations import Array, activate, activation_slope
from engine.nn.losses import mean_squared_error_slope

# W1, b1, W2 and b2, or their slopes.
Parameters: TypeAlias = tuple[Array, Array, Array, Array]


def sigmoid(Z: Array) -> Array:
    """Return the sigmoid of every number of an array.

    Source: Lesson 5.

    >>> sigmoid(np.array([[0, 1000], [-1000, 0]])).tolist()
    [[0.5, 1.0], [0.0, 0.5]]
    """
    return activate(np.asarray(Z), "sigmoid")


def forward(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> tuple[Array, Array]:
    """Return what the hidden layer answers, (n, h), and the output layer, (n, k).

    Source: Lesson 5.

    >>> W1, b1, W2, b2 = np.zeros((2, 4)), np.zeros(4), np.zeros((4, 1)), np.zeros(1)
    >>> H, Y = forward(np.ones((3, 2)), W1, b1, W2, b2)
    >>> H.shape, Y.tolist()
    ((3, 4), [[0.5], [0.5], [0.5]])
    """
    # X @ W1 is every weighted sum of every example; the bias is added to each row.
    H = sigmoid(X @ W1 + b1)
    return H, sigmoid(H @ W2 + b2)


def backward(X: Array, T: Array, H: Array, Y: Array, W2: Array) -> Parameters:
    """Return the slopes of the loss for W1, b1, W2 and b2, each of the same shape.

    Args:
        X: Inputs, (n, d).
        T: Targets, (n, k).
        H: What the hidden layer answers, (n, h).
        Y: What the output layer answers, (n, k).
        W2: The weights between the two, (h, k).

    Source: Lesson 5.
    """
    # Through the loss and the output's sigmoid, back to the totals: (n, k).
    dZ2 = mean_squared_error_slope(Y, T) * activation_slope(Y, "sigmoid")
    # Back through the weights and the hidden sigmoid: (n, k) @ (k, h) is (n, h).
    dZ1 = dZ2 @ W2.T * activation_slope(H, "sigmoid")
    # A weight's slope sums over the examples what came in times the slope of the total.
    return X.T @ dZ1, dZ1.sum(axis=0), H.T @ dZ2, dZ2.sum(axis=0)


def first_weights(d: int, h: int, rng: np.random.Generator) -> Array:
    """Return random weights for a layer, (d, h): a column for each neuron.

    Args:
        d: How many inputs each neuron has.
        h: How many neurons there are.
        rng: What the weights come from.

    >>> first_weights(2, 3, np.random.default_rng(0)).shape
    (2, 3)
    """
    # With the standard deviation 1 / sqrt(d), a total of d products spreads as one input does.
    return rng.normal(0, d**-0.5, (d, h))


def init(d: int, h: int, k: int, rng: np.random.Generator) -> Parameters:
    """Return the first weights and biases of a network.

    Args:
        d: How many inputs.
        h: How many hidden neurons.
        k: How many outputs.
        rng: What the weights come from.

    Source: Lesson 5.

    >>> [array.shape for array in init(2, 4, 1, np.random.default_rng(0))]
    [(2, 4), (4,), (4, 1), (1,)]
    """
    return first_weights(d, h, rng), np.zeros(h), first_weights(h, k, rng), np.zeros(k)


def train(
    X: Array, T: Array, h: int, epochs: int, lr: float, rng: np.random.Generator
) -> Parameters:
    """Return the parameters after so many steps downhill on all examples at once.

    Args:
        X: Inputs, (n, d).
        T: Targets, (n, k).
        h: How many hidden neurons.
        epochs: How many steps.
        lr: The learning rate.
        rng: What the first weights come from.

    Source: Lesson 5.
    """
    W1, b1, W2, b2 = init(X.shape[1], h, T.shape[1], rng)
    for _ in range(epochs):
        H, Y = forward(X, W1, b1, W2, b2)
        # All four slopes from the old values, before any of them moves.
        dW1, db1, dW2, db2 = backward(X, T, H, Y, W2)
        W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2
