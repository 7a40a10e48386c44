"""A network of any depth on arrays: the weights in a list, and a loop over the layers.

Nothing is new since `two_layers` but the loop: each layer does what those two did.

Source: Rumelhart, Hinton and Williams (1986), "Learning representations by back-propagating
errors".
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from engine.nn.activations import Array, activate, activation_slope
from engine.nn.losses import mean_squared_error, mean_squared_error_slope
from engine.nn.two_layers import first_weights


class MLP:
    """A multi-layer perceptron: layers of neurons, each fed by all of the layer before.

    Args:
        sizes: How many numbers go in, are in each hidden layer, and come out.
        rng: What the first weights come from.
        activation: That of the hidden neurons: "sigmoid", "tanh" or "relu". The output neurons are
            sigmoid neurons.

    Source: Lesson 5.

    >>> model = MLP([2, 3, 1], np.random.default_rng(0))
    >>> [W.shape for W in model.weights], model.predict(np.zeros((4, 2))).shape
    ([(2, 3), (3, 1)], (4, 1))
    """

    def __init__(
        self, sizes: Sequence[int], rng: np.random.Generator, activation: str = "sigmoid"
    ) -> None:
        """Draw the first weights; the biases start at 0."""
        # W (d, h) has a column for each neuron, b (h,) a number for each.
        self.weights = [first_weights(d, h, rng) for d, h in pairwise(sizes)]
        self.biases = [np.zeros(h) for h in sizes[1:]]
        self.activations = [activation] * (len(self.weights) - 1) + ["sigmoid"]

    def outputs(self, X: Array) -> list[Array]:
        """Return the inputs (n, d), and after them each layer's outputs (n, h)."""
        outputs = [X]
        for W, b, activation in zip(self.weights, self.biases, self.activations):
            # Z = X W + b: a row for each example, a column for each neuron.
            outputs.append(activate(outputs[-1] @ W + b, activation))
        return outputs

    def predict(self, X: Array) -> Array:
        """Return the last layer's outputs, (n, k)."""
        return self.outputs(X)[-1]

    def gradients(self, X: Array, T: Array) -> list[tuple[Array, Array]]:
        """Return each layer's slopes of the mean squared error: for W (d, h), and for b (h,)."""
        return self.backward(self.outputs(X), T)

    def backward(self, outputs: Sequence[Array], T: Array) -> list[tuple[Array, Array]]:
        """Return the gradients for what `outputs` returned, the first layer's first."""
        slope = mean_squared_error_slope(outputs[-1], T)
        gradients = []
        for layer in reversed(range(len(self.weights))):
            # Through the activation, back to the totals.
            slope = slope * activation_slope(outputs[layer + 1], self.activations[layer])
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
        for layer, (dW, db) in enumerate(self.backward(outputs, T)):
            self.weights[layer] = self.weights[layer] - lr * dW
            self.biases[layer] = self.biases[layer] - lr * db
        return mean_squared_error(outputs[-1], T)
