"""Lesson 5: right training, networks and models in many styles; each must pass."""

import textwrap

import pytest

from tests.engine.grading.array_grading import Grader

S = "import numpy as np\ndef s(Z): return (1 + np.tanh(np.asarray(Z) / 2)) / 2\n"

TRAIN = {
    "in place, in functions of its own": """
        def forward(X, p):
            H = s(X @ p[0] + p[1])
            return H, s(H @ p[2] + p[3])
        def train(X, T, h, epochs, lr, rng):
            sizes = [X.shape[1], h, T.shape[1]]
            p = []
            for n, m in zip(sizes, sizes[1:]):
                p += [rng.normal(size=(n, m)) / np.sqrt(n), np.zeros(m)]
            for _ in range(epochs):
                H, Y = forward(X, p)
                d2 = 2 * (Y - T) / Y.size * Y * (1 - Y)
                d1 = d2 @ p[2].T * H * (1 - H)
                for each, slope in zip(p, (X.T @ d1, d1.sum(0), H.T @ d2, d2.sum(0))):
                    each -= lr * slope
            return p
        """,
    "transposed inside": """
        def train(X, T, h, epochs, lr, rng):
            A, B = rng.normal(0, 1, (h, X.shape[1])) / 2 ** 0.5, rng.normal(0, 1, (1, h)) / h ** 0.5
            a, b = np.zeros((h, 1)), np.zeros((1, 1))
            x, t = X.T, T.T
            for _ in range(epochs):
                H = s(A @ x + a)
                Y = s(B @ H + b)
                d = (Y - t) * Y * (1 - Y) * 2 / t.size
                e = B.T @ d * H * (1 - H)
                B, b = B - lr * d @ H.T, b - lr * d.sum(1, keepdims=True)
                A, a = A - lr * e @ x.T, a - lr * e.sum(1, keepdims=True)
            return A.T, a.ravel(), B.T, b.ravel()
        """,
}
MLP = {
    "a class for a layer": """
        class Layer:
            def __init__(self, n, m, rng):
                self.W, self.b = rng.standard_normal((n, m)) / np.sqrt(n), np.zeros((1, m))
            def forward(self, X):
                self.X, self.A = X, s(X @ self.W + self.b)
                return self.A
            def backward(self, dA, lr):
                dZ = dA * self.A * (1 - self.A)
                back = dZ @ self.W.T
                self.W -= lr * self.X.T @ dZ
                self.b -= lr * dZ.sum(axis=0, keepdims=True)
                return back
        class MLP:
            def __init__(self, sizes, rng):
                self.layers = [Layer(n, m, rng) for n, m in zip(sizes[:-1], sizes[1:])]
            def predict(self, X):
                for layer in self.layers:
                    X = layer.forward(X)
                return X
            def train_step(self, X, T, lr):
                off = self.predict(X) - T
                back = 2 * off / off.size
                for layer in self.layers[::-1]:
                    back = layer.backward(back, lr)
                return float((off * off).mean())
        """,
    "recursion": """
        class MLP:
            def __init__(me, widths, generator):
                me.p = [(generator.uniform(-1, 1, (a, b)) * (3 / a) ** 0.5, np.zeros(b))
                        for a, b in zip(widths, widths[1:])]
            def predict(me, X):
                for W, b in me.p:
                    X = s(X.dot(W) + b)
                return X
            def train_step(me, X, T, lr):
                losses = []
                def down(i, A):
                    if i == len(me.p):
                        losses.append(np.square(A - T).mean())
                        return (A - T) * 2 / T.size
                    W, b = me.p[i]
                    out = s(A @ W + b)
                    d = down(i + 1, out) * out * (1 - out)
                    me.p[i] = W - lr * A.T @ d, b - lr * d.sum(0)
                    return d @ W.T
                down(0, X)
                return losses[0]
        """,
    "the bias as one more weight": """
        def more(A): return np.column_stack([A, np.ones(len(A))])
        class MLP:
            def __init__(self, sizes, rng):
                self.weights = []
                for n, m in zip(sizes, sizes[1:]):
                    self.weights.append(np.vstack([rng.normal(0, n ** -0.5, (n, m)), np.zeros(m)]))
            def predict(self, X, keep=None):
                for W in self.weights:
                    X = s(more(X) @ W)
                    if keep is not None:
                        keep.append(X)
                return X
            def train_step(self, X, T, lr):
                A = [X]
                self.predict(X, A)
                loss = ((A[-1] - T) ** 2).sum() / T.size
                d = 2 * (A[-1] - T) / T.size * A[-1] * (1 - A[-1])
                slopes = []
                for i in range(len(self.weights) - 1, -1, -1):
                    slopes.insert(0, more(A[i]).T @ d)
                    if i:
                        d = d @ self.weights[i][:-1].T * A[i] * (1 - A[i])
                self.weights = [W - lr * g for W, g in zip(self.weights, slopes)]
                return loss
        """,
    "single precision": """
        class MLP:
            def __init__(self, sizes, rng):
                self.W, self.b = {}, {}
                for i in range(1, len(sizes)):
                    shape = sizes[i - 1], sizes[i]
                    self.W[i] = (rng.normal(size=shape) / np.sqrt(shape[0])).astype(np.float32)
                    self.b[i] = np.zeros(sizes[i], np.float32)
            def run(self, X):
                A = {0: np.asarray(X, np.float32)}
                for i in self.W:
                    A[i] = s(A[i - 1] @ self.W[i] + self.b[i])
                return A
            def predict(self, X):
                return self.run(X)[len(self.W)]
            def train_step(self, X, T, lr):
                A = self.run(X)
                off = A[len(self.W)] - np.asarray(T, np.float32)
                back = 2 * off / off.size
                for i in range(len(self.W), 0, -1):
                    back = back * A[i] * (1 - A[i])
                    W = self.W[i]
                    self.W[i] = W - np.float32(lr) * A[i - 1].T @ back
                    self.b[i] = self.b[i] - np.float32(lr) * back.sum(axis=0)
                    back = back @ W.T
                return np.mean(off ** 2)
        """,
}
MOONS = {
    "all rows at once": """
        from engine import MLP
        model = MLP([2, 12, 1], np.random.default_rng(3))
        for _ in range(3000):
            model.train_step(X_train, T_train, 5)
        """,
    "a tree of neighbours": """
        class Nearest:
            def predict(self, X):
                far = ((X[:, None, :] - X_train[None, :, :]) ** 2).sum(axis=2)
                return T_train[far.argmin(axis=1)]
        model = Nearest()
        """,
    "a polynomial": """
        def bent(X):
            x, y = np.asarray(X).T
            return np.stack([x ** i * y ** j for i in range(6) for j in range(3)], axis=1)
        w = np.linalg.lstsq(bent(X_train), 2 * T_train - 1, rcond=None)[0]
        class model:
            predict = staticmethod(lambda X: (bent(X) @ w > 0) * 1)
        """,
    "trained until the loss is low": """
        from engine import MLP, minibatches
        rng = np.random.default_rng(11)
        model = MLP([2, 8, 8, 1], rng)
        loss = 1
        while loss > 0.002:
            for X, T in minibatches(X_train, T_train, 50, rng):
                loss = model.train_step(X, T, 4)
        """,
}
SOLUTIONS = {
    "np-train": TRAIN,
    "mlp": MLP,
    "moons": MOONS,
}


@pytest.mark.parametrize(
    ("exercise", "style"), [(e, style) for e, styles in SOLUTIONS.items() for style in styles]
)
def test_a_right_solution_passes_in_any_style(grader: Grader, exercise: str, style: str) -> None:
    result = grader.grade(exercise, S + textwrap.dedent(SOLUTIONS[exercise][style]))
    assert result.passed, result.feedback
