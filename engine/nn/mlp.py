"""A network of any depth on arrays: rows are examples, and all of a layer moves at once.

Nothing is new since `xor_network` but the writing: `X @ W` is every weighted sum of every example.

Source: Rumelhart, Hinton and Williams (1986), "Learning representations by back-propagating
errors"; the spread of the first weights is LeCun and others (1998), "Efficient BackProp", section
4.6.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

# Rows and columns of floats.
Array: TypeAlias = NDArray[np.float64]


def activate(Z: Array, activation: str) -> Array:
    """Return what neurons make of their totals, number by number.

    Args:
        Z: Totals, of any shape.
        activation: "sigmoid", "tanh" or "relu".

    >>> activate(np.array([0.0, -1000.0, 1000.0]), "sigmoid").tolist()
    [0.5, 0.0, 1.0]
    """
    if activation == "relu":
        return np.maximum(Z, 0)
    if activation == "tanh":
        return np.tanh(Z)
    # sigmoid(z) = 1 / (1 + e^-z) = (1 + tanh(z / 2)) / 2, which no z is too large for.
    return (1 + np.tanh(Z / 2)) / 2


def activation_slope(H: Array, activation: str) -> Array:
    """Return how fast the activation rises, told from its outputs.

    Args:
        H: What `activate` returned.
        activation: "sigmoid", "tanh" or "relu".

    >>> activation_slope(np.array([0.5]), "sigmoid").tolist()
    [0.25]
    """
    if activation == "relu":
        return (H > 0).astype(float)
    return 1 - H * H if activation == "tanh" else H * (1 - H)


class MLP:
    """A multi-layer perceptron: layers of neurons, each fed by all of the layer before.

    Args:
        sizes: How many numbers go in, are in each hidden layer, and come out.
        rng: What the first weights come from.
        activation: That of the hidden neurons; the output neurons are sigmoid neurons.

    Source: Lesson 5.

    >>> model = MLP([2, 3, 1], np.random.default_rng(0))
    >>> [W.shape for W in model.weights], model.predict(np.zeros((4, 2))).shape
    ([(2, 3), (3, 1)], (4, 1))
    """

    def __init__(
        self, sizes: Sequence[int], rng: np.random.Generator, activation: str = "sigmoid"
    ) -> None:
        """Draw the first weights; the biases start at 0."""
        self.activation = activation
        # W (d, h): a column for each neuron. Totals of d inputs then spread as one input does.
        self.weights = [rng.normal(0, d**-0.5, (d, h)) for d, h in pairwise(sizes)]
        self.biases = [np.zeros(h) for h in sizes[1:]]

    def outputs(self, X: Array) -> list[Array]:
        """Return the inputs (n, d), and after them each layer's outputs (n, h)."""
        outputs = [X]
        for layer, (W, b) in enumerate(zip(self.weights, self.biases), start=1):
            is_last = layer == len(self.weights)
            # Z = X W + b: a row for each example, a column for each neuron.
            outputs.append(activate(outputs[-1] @ W + b, "sigmoid" if is_last else self.activation))
        return outputs

    def predict(self, X: Array) -> Array:
        """Return the last layer's outputs, (n, k)."""
        return self.outputs(X)[-1]

    def gradients(self, X: Array, T: Array) -> list[tuple[Array, Array]]:
        """Return each layer's slopes of the mean squared error: for W (d, h), and for b (h,)."""
        return self.backward(self.outputs(X), T)

    def backward(self, outputs: Sequence[Array], T: Array) -> list[tuple[Array, Array]]:
        """Return the gradients for what `outputs` returned, from the last layer to the first."""
        # loss = mean((Y - T)^2), so each output's slope is 2 (Y - T) over how many there are.
        slope = 2 * (outputs[-1] - T) / T.size
        gradients = []
        for layer in reversed(range(len(self.weights))):
            is_last = layer == len(self.weights) - 1
            kind = "sigmoid" if is_last else self.activation
            # Through the activation, back to the totals.
            slope = slope * activation_slope(outputs[layer + 1], kind)
            # A weight's slope sums over all examples what came in times the total's slope.
            gradients.append((outputs[layer].T @ slope, slope.sum(axis=0)))
            if layer > 0:
                # Back through the weights to the layer before.
                slope = slope @ self.weights[layer].T
        return gradients[::-1]

    def train_step(self, X: Array, T: Array, lr: float) -> float:
        """Go downhill once on these examples, and return the loss before.

        Args:
            X: Inputs, (n, d).
            T: Targets, (n, k).
            lr: The learning rate.
        """
        outputs = self.outputs(X)
        loss = float(np.mean((outputs[-1] - T) ** 2))
        for layer, (dW, db) in enumerate(self.backward(outputs, T)):
            self.weights[layer] = self.weights[layer] - lr * dW
            self.biases[layer] = self.biases[layer] - lr * db
        return loss


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
        rows = order[start : start + size]
        yield X[rows], T[rows]
