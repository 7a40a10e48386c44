"""The arrays and probes with which the exercises of lesson 5 are checked."""

from math import exp
from random import Random

from engine.grading.spec import Arguments, Code, array

Rows = list[list[float]]

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


WARNINGS_PROBE = """
def probe(Z):
    import warnings
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        sigmoid(Z)
    return [str(each.message) for each in seen]
"""

# The probes only hand over what the learner's code gave: what is right is judged elsewhere.
INIT_PROBE = """
def probe(d, h, k, rng, again, other):
    import numpy as np
    made, same, differs = ([np.array(each, dtype=float) for each in init(d, h, k, r)]
                           for r in (rng, again, other))
    return [made, same, differs]
"""

XOR_PROBE = """
def probe(X, T, h, epochs, lr, seeds):
    import numpy as np
    return [
        [np.array(each, dtype=float) for each in
         train(X.copy(), T.copy(), h, epochs, lr, np.random.default_rng(seed))]
        for seed in seeds
    ]
"""

BATCHES_PROBE = """
def probe(count, size, rng):
    import numpy as np
    X = np.arange(2.0 * count).reshape(count, 2)
    T = np.arange(count).reshape(count, 1) * 10.0
    passes = [
        [[np.array(a).tolist(), np.array(b).tolist()] for a, b in minibatches(X, T, size, rng)]
        for _ in range(2)
    ]
    return [passes, X, T]
"""

PREDICT_PROBE = """
def probe(sizes, n, rng, again, other):
    import numpy as np
    X = np.linspace(-1, 1, n * sizes[0]).reshape(n, sizes[0])
    return [np.array(MLP(list(sizes), r).predict(X), dtype=float) for r in (rng, again, other)]
"""

STEP_PROBE = """
def probe(targets, lr, rng):
    import numpy as np
    model = MLP([1, len(targets[0])], rng)
    places = np.array([[0.0], [1.0]])
    before = np.array(model.predict(places), dtype=float)
    said = float(model.train_step(np.array([[0.0], [1.0], [2.0]]), np.array(targets), lr))
    return [before.tolist(), said, np.array(model.predict(places), dtype=float).tolist()]
"""

LEARNS_PROBE = """
def probe(sizes, X, T, steps, lr, seeds):
    import numpy as np
    found = []
    for seed in seeds:
        model = MLP(list(sizes), np.random.default_rng(seed))
        for _ in range(steps):
            model.train_step(X, T, lr)
        found.append(np.array(model.predict(X), dtype=float).tolist())
    return found
"""

MOONS_PROBE = """
def probe(seed):
    import numpy
    from engine.nn.data_sets import moons
    X, _ = moons(400, 0.1, numpy.random.default_rng(seed))
    return numpy.array(model.predict(X), dtype=float)
"""
