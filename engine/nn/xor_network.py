"""Two inputs, two hidden neurons, one output: backpropagation finds the weights of XOR.

Source: Rumelhart, Hinton and Williams (1986), "Learning internal representations by error
propagation", where XOR is the first task. Nothing is new here after `two_neurons`: there are only
two ways back instead of one.
"""

from collections.abc import Sequence

from engine.nn.downhill import downhill
from engine.nn.loss import loss, loss_slope
from engine.nn.sigmoid import sigmoid

XOR_DATA: tuple[tuple[tuple[int, int], int], ...] = (
    ((0, 0), 0),
    ((0, 1), 1),
    ((1, 0), 1),
    ((1, 1), 0),
)
# w11 w12 b1, w21 w22 b2: the hidden neurons. v1 v2 c: the output neuron. Nothing is special about
# these numbers; they are neither all 0 nor the same for both hidden neurons.
XOR_START = (0.5, -1.0, 0.0, 1.0, -0.5, 0.0, 1.0, 0.75, 0.0)


def xor_network(x: Sequence[float], params: Sequence[float]) -> tuple[float, float, float]:
    """Return what the two hidden neurons and the output neuron answer.

    Args:
        x: Two inputs.
        params: The nine numbers `w11 w12 b1 w21 w22 b2 v1 v2 c`.

    Source: Lesson 4.

    >>> xor_network([0, 0], XOR_START[:6] + (0, 0, 0))
    (0.5, 0.5, 0.5)
    """
    w11, w12, b1, w21, w22, b2, v1, v2, c = params
    h1 = sigmoid(w11 * x[0] + w12 * x[1] + b1)
    h2 = sigmoid(w21 * x[0] + w22 * x[1] + b2)
    return h1, h2, sigmoid(v1 * h1 + v2 * h2 + c)


def xor_gradients(x: Sequence[float], target: float, params: Sequence[float]) -> list[float]:
    """Return the slopes of the loss for the nine numbers, in their order.

    Source: Lesson 4.

    >>> xor_gradients([1, 1], 1, [0, 0, 0, 0, 0, 0, 4, 0, -2])
    [-0.25, -0.25, -0.25, -0.0, -0.0, -0.0, -0.125, -0.125, -0.25]
    """
    h1, h2, y = xor_network(x, params)
    v1, v2 = params[6], params[7]
    # Back to the total of the output neuron.
    dz = loss_slope(y, target) * y * (1 - y)
    # Each hidden neuron gets its share through its own weight.
    dz1 = dz * v1 * h1 * (1 - h1)
    dz2 = dz * v2 * h2 * (1 - h2)
    return [
        *(dz1 * x[0], dz1 * x[1], dz1),
        *(dz2 * x[0], dz2 * x[1], dz2),
        *(dz * h1, dz * h2, dz),
    ]


def xor_loss(params: Sequence[float]) -> float:
    """Return the mean loss on the four cases of XOR.

    >>> xor_loss([0, 0, 0, 0, 0, 0, 0, 0, 0])
    0.25
    """
    return sum(loss(xor_network(x, params)[2], target) for x, target in XOR_DATA) / len(XOR_DATA)


def train_xor(params: Sequence[float], epochs: int, lr: float) -> list[float]:
    """Return the nine numbers after going downhill, one case at a time.

    Args:
        params: The nine numbers to start from.
        epochs: How many times to go through the four cases, in the order 00, 01, 10, 11.
        lr: The learning rate.

    Source: Lesson 4.

    >>> trained = train_xor(XOR_START, 1000, 2)
    >>> [round(xor_network(x, trained)[2]) for x, target in XOR_DATA]
    [0, 1, 1, 0]
    """
    moved = list(params)
    for _ in range(epochs):
        for x, target in XOR_DATA:
            moved = downhill(moved, xor_gradients(x, target, moved), lr)
    return moved
