"""The data, neurons and layers with which the exercises of lesson 3 are checked."""

from itertools import pairwise
from random import Random

from engine.grading.spec import Arguments, quarters
from engine.nn.neuron import neuron
from engine.nn.perceptron import Example

CORNERS = ([0, 0], [0, 1], [1, 0], [1, 1])


def gate(*targets: int) -> list[Example]:
    """Return the four examples of a function of two inputs.

    >>> gate(0, 1, 1, 0)
    [([0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 0)]
    """
    return [(list(corner), target) for corner, target in zip(CORNERS, targets, strict=True)]


AND, OR, XOR, XNOR = gate(0, 0, 0, 1), gate(0, 1, 1, 1), gate(0, 1, 1, 0), gate(1, 0, 0, 1)
# Six rows that say one thing and six that say the opposite: every neuron is wrong six times.
TORN = [([1, 0], 0), ([1, 0], 1)] * 6
# Where a line runs matters here, and which of the two inputs is which.
SCATTERED = [([0.5, 2], 1), ([2, 0.5], 0), ([-1, 0.25], 1), ([1, 1.5], 0), ([0, -2], 0)]


def some_data(random: Random, count: int) -> list[Example]:
    """Return examples of two inputs of 0 or 1; some may be repeated, some contradict."""
    return [
        ([random.randint(0, 1), random.randint(0, 1)], random.randint(0, 1)) for _ in range(count)
    ]


def neuron_and_data(random: Random) -> Arguments:
    """Return a neuron of any size and examples near its line."""
    size = random.randint(1, 4)
    w, b = quarters(random, size), quarters(random, 1)[0]
    data = [(quarters(random, size), random.randint(0, 1)) for _ in range(random.randint(1, 8))]
    return w, b, data


def data_and_values(random: Random) -> Arguments:
    """Return data and a few unsorted values."""
    data = [(quarters(random, 2), random.randint(0, 1)) for _ in range(random.randint(1, 7))]
    return data, quarters(random, random.randint(2, 4))


def data_of_one_line(random: Random) -> Arguments:
    """Return data that a neuron made, so that a line parts it; rows are repeated."""
    weights, bias = quarters(random, 2), quarters(random, 1)[0]
    rows = [random.choice(CORNERS) for _ in range(random.randint(1, 7))]
    return ([(list(row), neuron(row, weights, bias)) for row in rows],)


def any_data(random: Random) -> Arguments:
    """Return data of any kind."""
    return (some_data(random, random.randint(1, 6)),)


def rows_again(random: Random) -> Arguments:
    """Return data with repeated rows, as often of one line as of any kind."""
    return random.choice([data_of_one_line, any_data])(random)


def torn_data(random: Random) -> Arguments:
    """Return shuffled data in which no line is right: XOR or its opposite, with more rows."""
    data = random.choice([XOR, XNOR]) + some_data(random, random.randint(0, 2))
    return (random.sample(data, len(data)),)


def some_layer(random: Random, inputs: int, neurons: int) -> tuple[list[list[float]], list[float]]:
    """Return the weights and the biases of a layer."""
    return [quarters(random, inputs) for _ in range(neurons)], quarters(random, neurons)


def layer_call(random: Random) -> Arguments:
    """Return inputs and a layer of any size."""
    size = random.randint(1, 5)
    return quarters(random, size), *some_layer(random, size, random.randint(1, 5))


def network_call(random: Random) -> Arguments:
    """Return inputs and a network of any depth and width."""
    sizes = [random.randint(1, 4) for _ in range(random.randint(2, 5))]
    layers = [some_layer(random, *pair) for pair in pairwise(sizes)]
    return quarters(random, sizes[0]), layers


TWO_NEURONS = ([[1, 1], [-1, -1]], [-0.5, 1.5])
THREE_LAYERS = [
    ([[1, -1], [0.5, 2], [-1, 1]], [0.25, -1, -0.5]),
    ([[1, 1, -2], [-1, 2, 1]], [-0.5, -1.5]),
    ([[2, -1], [1, 1], [-1, 0.5]], [-1.5, -2, 0.25]),
]
