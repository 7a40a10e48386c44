"""The arrays and probes with which the exercises of lesson 5 are checked."""

from math import exp
from random import Random

from engine.grading.spec import Arguments, Code, array

Rows = list[list[float]]

# What each axis of the parameters of two layers counts.
PARAMETERS = {
    "W1": ("input", "hidden neuron"),
    "b1": ("hidden neuron",),
    "W2": ("hidden neuron", "output"),
    "b2": ("output",),
}
XOR_X = array([[0, 0], [0, 1], [1, 0], [1, 1]])
XOR_T = array([[0], [1], [1], [0]])


def rows(random: Random, count: int, width: int, size: float = 2) -> Rows:
    """Return rows of random numbers with two digits behind the point."""
    return [[round(random.uniform(-size, size), 2) for _ in range(width)] for _ in range(count)]


def one_array(random: Random) -> Arguments:
    """Return an array of totals with one or two axes."""
    count = random.randint(1, 5)
    if random.random() < 0.3:
        return (array(rows(random, 1, count, 8)[0]),)
    return (array(rows(random, count, random.randint(1, 4), 8)),)


def network_of(random: Random, n: int, d: int, h: int, k: int) -> Arguments:
    """Return inputs and the parameters of two layers."""
    return (
        array(rows(random, n, d)),
        array(rows(random, d, h)),
        array(rows(random, 1, h)[0]),
        array(rows(random, h, k)),
        array(rows(random, 1, k)[0]),
    )


def one_forward(random: Random) -> Arguments:
    """Return a network of any size, with differing lengths, so that no two axes can be mixed up."""
    return network_of(random, *random.sample(range(1, 7), 4))


def answers(X: Rows, W: Rows, b: list[float]) -> Rows:
    """Return what a layer of sigmoid neurons answers, without numpy."""
    columns = list(zip(*W, strict=True))
    return [
        [
            1 / (1 + exp(-bias - sum(x * w for x, w in zip(row, column, strict=True))))
            for column, bias in zip(columns, b, strict=True)
        ]
        for row in X
    ]


def one_backward(random: Random) -> Arguments:
    """Return inputs, targets, both layers' answers and the weights between them."""
    n, d, h, k = random.sample(range(1, 7), 4)
    X, W1, b1 = rows(random, n, d), rows(random, d, h), rows(random, 1, h)[0]
    W2, b2 = rows(random, h, k), rows(random, 1, k)[0]
    T = [[float(random.randint(0, 1)) for _ in range(k)] for _ in range(n)]
    H = answers(X, W1, b1)
    return array(X), array(T), array(H), array(answers(H, W2, b2)), array(W2)


def backward_case(seed: int, n: int, d: int, h: int, k: int) -> Arguments:
    """Return a fixed case of these lengths."""
    random = Random(seed)
    X, W2 = rows(random, n, d), rows(random, h, k)
    H = answers(X, rows(random, d, h), rows(random, 1, h)[0])
    Y = answers(H, W2, rows(random, 1, k)[0])
    T = [[float((i + j) % 2) for j in range(k)] for i in range(n)]
    return array(X), array(T), array(H), array(Y), array(W2)


def generator(seed: int) -> Code:
    """Return a random generator."""
    return Code(f"numpy.random.default_rng({seed})")
