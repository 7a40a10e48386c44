"""Lesson 5: wrong functions on arrays, each with a piece of the words that it must be told."""

import textwrap

import pytest

from tests.engine.grading.array_grading import Grader

START = "import numpy as np\n"
S = START + "def s(Z): return (1 + np.tanh(Z / 2)) / 2\n"


def forward(hidden: str = "s(X @ W1 + b1)", out: str = "s(H @ W2 + b2)", end: str = "H, Y") -> str:
    return f"def forward(X, W1, b1, W2, b2):\n    H = {hidden}\n    Y = {out}\n    return {end}\n"


def backward(
    d2: str = "2 * (Y - T) / Y.size * Y * (1 - Y)",
    d1: str = "d2 @ W2.T * H * (1 - H)",
    end: str = "X.T @ d1, d1.sum(0), H.T @ d2, d2.sum(0)",
) -> str:
    return f"def backward(X, T, H, Y, W2):\n    d2 = {d2}\n    d1 = {d1}\n    return {end}\n"


def init(
    one: str = "rng.normal(0, d ** -0.5, (d, h))",
    two: str = "rng.normal(0, h ** -0.5, (h, k))",
    biases: str = "np.zeros(h), np.zeros(k)",
    end: str = "W1, b1, W2, b2",
) -> str:
    made = f"W1, W2 = {one}, {two}\n    b1, b2 = {biases}"
    return f"def init(d, h, k, rng):\n    {made}\n    return {end}\n"


def batches(
    order: str = "rng.permutation(len(X))",
    starts: str = "range(0, len(X), size)",
    rows: str = "order[i:i + size]",
    pair: str = "X[rows], T[rows]",
) -> str:
    return (
        f"def minibatches(X, T, size, rng):\n    order = {order}\n    for i in {starts}:\n"
        f"        rows = {rows}\n        yield {pair}\n"
    )


SIGMOID = {
    "only one number": (
        "def sigmoid(Z):\n    if Z < 0:\n        return np.exp(Z) / (1 + np.exp(Z))\n    return Z",
        "an array with many answers",
    ),
    "list back": (
        "def sigmoid(Z): return [(1 + np.tanh(z / 2)) / 2 for z in Z.ravel()]",
        "a numpy array is wanted",
    ),
    "flattened": (
        "def sigmoid(Z): return ((1 + np.tanh(Z / 2)) / 2).ravel()",
        "has the shape `(4,)`. `(2, 2)` is wanted: 2 rows and 2 columns. Was it made flat?",
    ),
    "the mean": (
        "def sigmoid(Z): return np.array(((1 + np.tanh(Z / 2)) / 2).mean())",
        "If a sum or a mean made it, `axis=0`",
    ),
    "its own slope": (
        "def sigmoid(Z):\n    a = (1 + np.tanh(Z / 2)) / 2\n    return a * (1 - a)",
        "It should give",
    ),
    "printed": ("def sigmoid(Z): print((1 + np.tanh(Z / 2)) / 2)", "only `return` hands it"),
    "nothing": ("def sigmoid(Z): y = (1 + np.tanh(Z / 2)) / 2", "ends without a `return`"),
    "in place": (
        "def sigmoid(Z):\n    np.tanh(Z / 2, out=Z)\n    Z += 1\n    return Z / 2",
        "changed its argument `Z`",
    ),
    "whole numbers": (
        "def sigmoid(Z):\n    out = np.zeros_like(Z, dtype=int)\n"
        "    out[...] = (1 + np.tanh(Z / 2)) / 2\n    return out",
        "whole numbers",
    ),
    "rounded": (
        "def sigmoid(Z): return ((1 + np.tanh(Z / 2)) / 2).round(3)",
        "leave out `round()`",
    ),
    "only the example": (
        "def sigmoid(Z): return np.array([[0.5, 0.880797077977882], "
        "[0.119202922022118, 0.622459331201855]])",
        "whatever it is called with",
    ),
    "without an end": ("def sigmoid(Z):\n    while True: pass", "or it may only be slow"),
}
FORWARD = {
    "hidden turned": (
        forward(end="H.T, Y"),
        "`H` has the shape `(2, 3)`. `(3, 2)` is wanted: 3 rows, one for each example, and 2 "
        "columns, one for each hidden neuron. Rows and columns have changed places",
    ),
    "learner's names": (
        "def forward(data, A, a, B, b):\n    hidden = s(data @ A + a)\n"
        "    out = s(hidden @ B + b).sum(axis=1)\n    return hidden, out",
        "The shapes here: `data (3, 2)`, `A (2, 2)`, `a (2,)`, `B (2, 1)`, `b (1,)`. `out` (`Y` in "
        "the task) has the shape `(3,)`. `(3, 1)` is wanted: 3 rows, one for each example, and 1 "
        "column, for the one output. An axis is missing: keep it with `keepdims=True`",
    ),
    "one example only": (
        forward(hidden="s(X[0] @ W1 + b1)"),
        "The rows are missing",
    ),
    "star for product": (forward(hidden="s(X * W1 + b1)"), "`X` has shape (3, 2)"),
    "turned weights": (forward(out="s(H @ W2.T + b2)"), "`W2.T` has shape (1, 2)"),
    "wrong side": (forward(hidden="s(W1 @ X + b1)"), "`W1` has shape (2, 2)"),
    "other order": (forward(end="Y, H"), "`Y` (`H` in the task) has the shape `(3, 1)`"),
    "three results": (forward(end="X, H, Y"), "gave three values. Two are wanted: `(H, Y)`"),
    "a dict": (forward(end="{'H': H, 'Y': Y}"), "Two are wanted: `(H, Y)`"),
    "first bias lost": (forward(hidden="s(X @ W1)"), "`H` is `[[0.7311, 0.2689],"),
    "bias twice": (
        forward(out="s(H @ W2 + b2 + b2)"),
        "`H` is right. `Y` is `[[0.1474], [0.1474], [0.1413]]`. It should be `[[0.4366]",
    ),
    "last sees X": (
        "def forward(X, W1, b1, W2, b2):\n    H = s(X @ W1 + b1)\n    return H, s(X @ W2 + b2)",
        "`H` is right. `Y` is",
    ),
    "bias column": (
        forward(hidden="s(X @ W1 + b1.reshape(-1, 1))"),
        "fit",
    ),
    "too few parameters": ("def forward(X, W1, W2): return X, X", "Yours takes three arguments"),
    "bias changed": (
        "def forward(X, W1, b1, W2, b2):\n    b1 += 0.0\n    W1 *= 2\n    H = s(X @ W1 / 2 + b1)\n"
        "    return H, s(H @ W2 + b2)",
        "changed its argument `W1`",
    ),
    "rounded": (forward(end="H.round(2), Y.round(2)"), "leave out `round()`"),
    "printed": (forward(end="print(H, Y)"), "only `return` hands it"),
}
BACKWARD = {
    "biases keep the rows": (
        backward(end="X.T @ d1, d1, H.T @ d2, d2"),
        "There is an axis too many: its rows are still to be added up.",
    ),
    "biases with keepdims": (
        backward(end="X.T @ d1, d1.sum(0, keepdims=True), H.T @ d2, d2.sum(0, keepdims=True)"),
        "`db1` has the shape `(1, 3)`. `(3,)` is wanted: 3 numbers, one for each hidden neuron. "
        "There is an axis too many: leave out `keepdims=True`",
    ),
    "all slopes of a bias added": (
        backward(end="X.T @ d1, d1.sum(), H.T @ d2, d2.sum()"),
        "`db1` is a single number",
    ),
    "second weights turned": (
        backward(end="X.T @ d1, d1.sum(0), d2.T @ H, d2.sum(0)"),
        "`dW2` has the shape `(1, 3)`. `(3, 1)` is wanted: 3 rows, one for each hidden neuron, and "
        "1 column, for the one output.",
    ),
    "inputs not turned": (backward(end="X @ d1, d1.sum(0), H.T @ d2, d2.sum(0)"), "`X`"),
    "weights not turned": (backward(d1="d2 @ W2 * H * (1 - H)"), "`d2`"),
    "sigmoid of the answer": (
        backward(d2="2 * (Y - T) / Y.size * s(Y) * (1 - s(Y))"),
        "`dW1` is",
    ),
    "last sigmoid left out": (backward(d2="2 * (Y - T) / Y.size"), "`dW1` is"),
    "means of the weights": (
        backward(end="X.T @ d1 / len(X), d1.sum(0), H.T @ d2 / len(X), d2.sum(0)"),
        "`dW1` is",
    ),
    "weights left out": (
        backward(d1="d2.sum(1, keepdims=True) * H * (1 - H)"),
        "`dW1` is",
    ),
    "two slopes": (backward(end="X.T @ d1, H.T @ d2"), "gave two values. Four are wanted"),
    "another order": (
        backward(end="X.T @ d1, H.T @ d2, d1.sum(0), d2.sum(0)"),
        "`db1` has the shape `(3, 1)`. `(3,)` is wanted",
    ),
    "H changed": (
        "def backward(X, T, H, Y, W2):\n    d2 = 2 * (Y - T) / Y.size * Y * (1 - Y)\n"
        "    g2 = H.T @ d2\n    H *= 1 - H\n    d1 = d2 @ W2.T * H\n"
        "    return X.T @ d1, d1.sum(0), g2, d2.sum(0)",
        "changed its argument `H`",
    ),
    "steps and not slopes": (
        backward(end="-0.1 * X.T @ d1, -0.1 * d1.sum(0), -0.1 * H.T @ d2, -0.1 * d2.sum(0)"),
        "`dW1` is",
    ),
    "lost name": (backward(d1="dZ2 @ W2.T * H * (1 - H)"), "dZ2"),
}
INIT = {
    "one bias number": (init(biases="0, 0"), "`b1` is a single number, `0`. `(60,)` is wanted"),
    "bias rows": (
        init(biases="np.zeros((1, h)), np.zeros((1, k))"),
        "`b1` has the shape `(1, 60)`. `(60,)` is wanted: 60 numbers, one for each hidden neuron",
    ),
    "only the weights": (init(end="W1, W2"), "gave two values. It should give four arrays"),
    "second turned": (
        init(two="rng.normal(0, h ** -0.5, (k, h))"),
        "`W2` has the shape `(20, 60)`. `(60, 20)` is wanted: 60 rows, one for each hidden neuron, "
        "and 20 columns, one for each output. Rows and columns have changed places",
    ),
    "divided by the inputs": (
        init(one="rng.normal(0, 1 / d, (d, h))", two="rng.normal(0, 1 / h, (h, k))"),
        "1 / sqrt(100), which is 0.100",
    ),
    "spread by the outputs": (init(one="rng.normal(0, h ** -0.5, (d, h))"), "sqrt(100)"),
    "biases of one": (init(biases="np.ones(h), np.ones(k)"), "The biases should all be 0."),
    "global chance": (
        init(one="np.random.normal(0, d ** -0.5, (d, h))"),
        "Two generators with the same seed led to different numbers.",
    ),
    "printed": (init(end="print(W1, b1, W2, b2)"), "only `return` hands it"),
    "nothing": (init(end="None"), "ends without a `return`"),
    "works for the example": (
        init(one="rng.normal(0, 0.7, (2, 4))", two="rng.normal(0, 0.5, (4, 1))"),
        "`W1` has the shape `(2, 4)`. `(100, 60)` is wanted",
    ),
    "shape as two arguments": (init(one="rng.normal(0, 1, d, h)"), "at most 3 values"),
    "other order": (init(end="W1, W2, b1, b2"), "`b1` has the shape `(60, 20)`"),
}
MINIBATCHES = {
    "global chance": (batches(order="np.random.permutation(len(X))"), "from `rng`"),
    "an order of its own": (
        batches(order="np.random.default_rng().permutation(len(X))"),
        "from `rng`",
    ),
    "rest lost": (batches(starts="range(0, len(X) // size * size, size)"), "last rows never come"),
    "size as the count": (
        batches(starts="range(size)", rows="order[i::size]"),
        "your batches have",
    ),
    "an empty batch": (
        batches(starts="range(0, len(X) + 1, size)"),
        "Leave out the empty one",
    ),
    "inputs alone": (batches(pair="X[rows]"), "A batch is a pair"),
    "one row at a time": (batches(pair="X[rows[0]], T[rows[0]]"), "two axes"),
    "targets flat": (batches(pair="X[rows], T[rows].ravel()"), "The rows of `T`"),
    "targets not shuffled": (batches(pair="X[rows], T[i:i + size]"), "not in the same order"),
    "the row numbers": (batches(pair="rows, rows"), "The rows of `X`"),
    "the first batch only": (
        "def minibatches(X, T, size, rng):\n    rows = rng.permutation(len(X))[:size]\n"
        "    return [(X[rows], T[rows])]",
        "Of 6 rows, 2 came",
    ),
    "in place": (
        "def minibatches(X, T, size, rng):\n    order = rng.permutation(len(X))\n"
        "    X[:] = X[order]\n    T[:] = T[order]\n    for i in range(0, len(X), size):\n"
        "        yield X[i:i + size], T[i:i + size]",
        "`X` and `T` were changed",
    ),
    "all in one": (
        "def minibatches(X, T, size, rng):\n    o = rng.permutation(len(X))\n    return X[o], T[o]",
        "A batch is a pair",
    ),
    "return in the loop": (
        batches().replace("yield", "return"),
        "A batch is a pair",
    ),
    "printed": (batches().replace("yield X[rows], T[rows]", "print(X[rows], T[rows])"), "return"),
    "for ever": (
        batches(starts="iter(int, 1)", rows="order[:size]"),
        "Some rows come more than once",
    ),
    "index out of reach": (
        batches(pair="X[rows + 1], T[rows + 1]"),
        "there is no",
    ),
}
WRONG = {
    "np-sigmoid": SIGMOID,
    "np-forward": FORWARD,
    "np-backward": BACKWARD,
    "init": INIT,
    "minibatches": MINIBATCHES,
}


@pytest.mark.parametrize(("exercise", "name"), [(e, name) for e in WRONG for name in WRONG[e]])
def test_a_wrong_solution_is_told_what_fits_it(grader: Grader, exercise: str, name: str) -> None:
    code, words = WRONG[exercise][name]
    start = START if exercise == "np-sigmoid" else S
    result = grader.grade(exercise, start + textwrap.dedent(code))
    assert not result.passed
    assert words in result.feedback
