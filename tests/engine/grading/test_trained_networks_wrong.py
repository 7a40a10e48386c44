"""Lesson 5: wrong training, networks and models, each with a piece of the words it must be told."""

import textwrap

import pytest

from tests.engine.grading.array_grading import Grader

S = "import numpy as np\ndef s(Z): return (1 + np.tanh(Z / 2)) / 2\n"

TRAIN = """
def train(X, T, h, epochs, lr, rng):
    W1, b1 = {one}, np.zeros(h)
    W2, b2 = {two}, np.zeros(1)
    for _ in range({epochs}):
        H = s(X @ W1 + b1)
        Y = s(H @ W2 + b2)
        d2 = {d2}
        {before}
        d1 = {d1}
        {step}
    return {end}
"""
NETWORK = """
class MLP:
    def __init__(self, sizes, rng):
        self.W = [{start} for n, m in zip(sizes, sizes[1:])]
        self.b = [np.zeros(m) for m in sizes[1:]]
    def run(self, X):
        A = [X]
        for W, b in zip(self.W, self.b):
            A.append({answer})
        return A
    def predict(self, X):
        {predict}
    def train_step(self, X, T, lr):
        A = self.run(X)
        loss = {loss}
        back = {back}
        for i in reversed(range(len(self.W))):
            d = back * A[i + 1] * (1 - A[i + 1])
            {move}
        {end}
"""


def train(**changes: str) -> str:
    parts = {
        "one": "rng.normal(size=(2, h)) / 2 ** 0.5",
        "two": "rng.normal(size=(h, 1)) / h ** 0.5",
        "epochs": "epochs",
        "d2": "2 * (Y - T) / Y.size * Y * (1 - Y)",
        "before": "pass",
        "d1": "d2 @ W2.T * H * (1 - H)",
        "step": "W1, b1, W2, b2 = (W1 - lr * X.T @ d1, b1 - lr * d1.sum(0),"
        " W2 - lr * H.T @ d2, b2 - lr * d2.sum(0))",
        "end": "W1, b1, W2, b2",
    }
    return TRAIN.format(**{**parts, **changes})


def network(**changes: str) -> str:
    parts = {
        "start": "rng.normal(size=(n, m)) / n ** 0.5",
        "answer": "s(A[-1] @ W + b)",
        "predict": "return self.run(X)[-1]",
        "loss": "np.mean((A[-1] - T) ** 2)",
        "back": "2 * (A[-1] - T) / T.size",
        "move": "W = self.W[i]; self.W[i] = W - lr * A[i].T @ d; "
        "self.b[i] = self.b[i] - lr * d.sum(0); back = d @ W.T",
        "end": "return loss",
    }
    return NETWORK.format(**{**parts, **changes})


WRONG = {
    "np-train": {
        "nothing": (train(end="None"), "ends without a `return`"),
        "a flat bias": (
            train(end="W1, b1.reshape(1, h), W2, b2"),
            "`b1` has the shape `(1, 3)`. `(3,)` is wanted: 3 numbers, one for each hidden neuron.",
        ),
        "weights turned": (
            train(end="W1.T, b1, W2.T, b2"),
            "`W1` has the shape `(3, 2)`. `(2, 3)` is wanted: 2 rows, one for each input, and 3 "
            "columns, one for each hidden neuron. Rows and columns have changed places",
        ),
        "mixed up at the end": (train(end="W1, W2, b1, b2"), "`b1` has the shape `(3, 1)`"),
        "one epoch": (train(epochs="1"), "10 seeds"),
        "zero start": (
            train(one="np.zeros((2, h))", two="np.zeros((h, 1))"),
            "two different seeds led to the same numbers",
        ),
        "a product that does not fit": (train(d1="d2 @ W2 * H * (1 - H)"), "`W2` has shape (3, 1)"),
        "chance of its own": (
            train(one="np.random.default_rng().normal(size=(2, h)) / 2 ** 0.5"),
            "Two generators with the same seed led to different numbers.",
        ),
        "always the same": (
            "def train(X, T, h, epochs, lr, rng):\n    rng = np.random.default_rng(0)\n"
            + train().split("rng):\n")[1],
            "two different seeds led to the same numbers",
        ),
    },
    "mlp": {
        "prints the loss": (network(end="print(loss)"), "`train_step` returns nothing."),
        "predict prints": (
            network(predict="print(self.run(X)[-1])"),
            "gave `None`. Does `predict` end with a `return`?",
        ),
        "all answers": (network(predict="return self.run(X)"), "a list with parts of differing"),
        "flat predictions": (
            network(predict="return self.run(X)[-1].ravel()"),
            "has the shape `(5,)`. `(5, 1)` is wanted: 5 rows, one for each example, and 1 column, "
            "for the one output.",
        ),
        "turned predictions": (
            network(predict="return self.run(X)[-1].T"),
            "Rows and columns have changed places",
        ),
        "no sigmoid": (network(answer="A[-1] @ W + b"), "between 0 and 1"),
        "own seed": (
            network(start="np.random.default_rng(0).normal(size=(n, m)) / n ** 0.5"),
            "two different seeds led to the same predictions",
        ),
        "global chance": (
            network(start="np.random.normal(size=(n, m)) / n ** 0.5"),
            "Two generators with the same seed led to different networks.",
        ),
        "a loss for each row": (
            network(loss="np.mean((A[-1] - T) ** 2, axis=1)"),
            "gave an array of the shape `(3,)`. The loss is one number",
        ),
        "distance for the loss": (
            network(loss="np.mean(np.abs(A[-1] - T))"),
            "The mean squared error before the step is",
        ),
        "uphill": (network(back="2 * (T - A[-1]) / T.size"), "uphill: look at the signs"),
        "stays": (network(move="pass"), "They have not moved at all."),
        "rate left out": (
            network(move="self.W[i] = self.W[i] - A[i].T @ d; self.b[i] = self.b[i] - d.sum(0)"),
            "by the learning rate times their slopes",
        ),
        "divided by the rows": (
            network(back="2 * (A[-1] - T) / len(T)"),
            "by the learning rate times their slopes",
        ),
        "last layer alone learns": (
            network(
                move="self.W[i] = self.W[i] - lr * A[i].T @ d; "
                "self.b[i] = self.b[i] - lr * d.sum(0); break"
            ),
            "Of 10 seeds",
        ),
        "no predict": (network().replace("def predict", "def answer"), "predict"),
        "no self": (network().replace("predict(self, X)", "predict(X)"), "self"),
    },
    "moons": {
        "no model": ("model = None", "`NoneType`, and has no `predict`"),
        "the class": (
            "class Model:\n    def predict(self, X): return X[:, :1] > 0\nmodel = Model",
            "`model` is the class `Model` itself",
        ),
        "a function": ("def model(X): return X[:, :1]", "`function`, and has no `predict`"),
        "both classes": (
            "class M:\n    def predict(self, X): return np.hstack([X[:, :1] > 0, X[:, :1] <= 0])\n"
            "model = M()",
            "has the shape `(400, 2)`. `(400, 1)` is wanted",
        ),
        "text": (
            "class M:\n    def predict(self, X): return [['up'] for x in X]\nmodel = M()",
            "`(400, 1)` is wanted",
        ),
        "the training rows only": (
            "class M:\n    def predict(self, X): return T_train\nmodel = M()",
            "has the shape `(200, 1)`",
        ),
        "nothing": (
            "class M:\n    def predict(self, X): print(X)\nmodel = M()",
            "only `return` hands it",
        ),
        "always one": (
            "class M:\n    def predict(self, X): return np.ones((len(X), 1))\nmodel = M()",
            "hardly better than a coin",
        ),
    },
}


@pytest.mark.parametrize(("exercise", "name"), [(e, name) for e in WRONG for name in WRONG[e]])
def test_a_wrong_solution_is_told_what_fits_it(grader: Grader, exercise: str, name: str) -> None:
    code, words = WRONG[exercise][name]
    result = grader.grade(exercise, S + textwrap.dedent(code))
    assert not result.passed
    assert words in result.feedback
