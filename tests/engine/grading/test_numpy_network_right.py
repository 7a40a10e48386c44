"""Lesson 5: right solutions in many styles; each must pass, however it is written."""

import textwrap

import pytest

from tests.engine.grading.array_grading import Grader

NP = "import numpy as np\n"
S = NP + "def s(Z): return (1 + np.tanh(np.asarray(Z) / 2)) / 2\n"

SIGMOID = {
    "by tanh": "def sigmoid(Z): return np.tanh(Z / 2) / 2 + 0.5",
    "two formulas by where": """
        def sigmoid(values):
            e = np.exp(-np.abs(values))
            return np.where(values >= 0, 1 / (1 + e), e / (1 + e))
        """,
    "cut off far out": "def sigmoid(Z): return 1 / (1 + np.exp(-np.clip(Z, -500, 500)))",
    "warnings switched off": """
        def sigmoid(Z):
            with np.errstate(over="ignore"):
                return 1 / (1 + np.exp(-Z))
        """,
    "logaddexp": "def sigmoid(Z): return np.exp(-np.logaddexp(0, -Z))",
    "vectorized": """
        import math
        def one(z):
            return 1 / (1 + math.exp(-z)) if z > 0 else math.exp(z) / (1 + math.exp(z))
        def sigmoid(Z):
            return np.vectorize(one)(Z)
        """,
    "a loop over all numbers": """
        from math import tanh
        def sigmoid(Z):
            flat = [(1 + tanh(z / 2)) / 2 for z in np.ravel(Z)]
            return np.array(flat).reshape(np.shape(Z))
        """,
    "recursion over the axes": """
        import math
        def sigmoid(Z):
            if np.ndim(Z) == 0:
                return 0.5 * math.tanh(0.5 * Z) + 0.5
            return np.array([sigmoid(row) for row in Z])
        """,
    "masks in place": """
        def sigmoid(Z):
            out = np.empty(Z.shape)
            up = Z >= 0
            out[up] = 1 / (1 + np.exp(-Z[up]))
            e = np.exp(Z[~up])
            out[~up] = e / (e + 1)
            return out
        """,
    "a lambda": "sigmoid = lambda Z: np.reciprocal(1.0 + np.exp(np.minimum(-Z, 700.0)))",
}
FORWARD = {
    "dot": """
        def forward(X, W1, b1, W2, b2):
            H = s(np.dot(X, W1) + b1)
            return H, s(np.dot(H, W2) + b2)
        """,
    "einsum": """
        def forward(a, b, c, d, e):
            hidden = s(np.einsum("nd,dh->nh", a, b) + c)
            return [hidden, s(np.einsum("nh,hk->nk", hidden, d) + e)]
        """,
    "a loop over layers": """
        def forward(X, *params):
            answers = []
            for W, b in zip(params[::2], params[1::2]):
                X = s(X @ W + b)
                answers.append(X)
            return tuple(answers)
        """,
    "row by row": """
        def forward(X, W1, b1, W2, b2):
            H = np.array([s(x @ W1 + b1) for x in X])
            Y = np.vstack([s(h @ W2 + b2) for h in H])
            return H, Y
        """,
    "plain lists": """
        from math import exp
        def layer(rows, W, b):
            return [[1 / (1 + exp(-b[j] - sum(r[i] * W[i][j] for i in range(len(r)))))
                     for j in range(len(b))] for r in rows]
        def forward(X, W1, b1, W2, b2):
            H = layer(X.tolist(), W1.tolist(), b1.tolist())
            return H, layer(H, W2.tolist(), b2.tolist())
        """,
    "turned round and back": """
        def forward(X, W1, b1, W2, b2):
            H = s(W1.T @ X.T + b1[:, None])
            return H.T, s(W2.T @ H + b2.reshape(-1, 1)).T
        """,
    "a column of ones for the bias": """
        def forward(X, W1, b1, W2, b2):
            one = np.ones((len(X), 1))
            H = s(np.hstack([X, one]) @ np.vstack([W1, b1]))
            return H, s(np.hstack([H, one]) @ np.vstack([W2, b2]))
        """,
    "in place on its own": """
        def forward(X, W1, b1, W2, b2):
            H = X @ W1
            H += b1
            H[:] = s(H)
            Y = np.matmul(H, W2)
            Y += b2
            return H, s(Y)
        """,
    "broadcast and sum": """
        def forward(X, W1, b1, W2, b2):
            H = s((X[:, :, None] * W1[None]).sum(axis=1) + b1)
            return H, s((H[:, :, None] * W2).sum(1) + b2)
        """,
}
BACKWARD = {
    "einsum": """
        def backward(X, T, H, Y, W2):
            d2 = 2 / Y.size * (Y - T) * Y * (1 - Y)
            d1 = np.einsum("nk,hk->nh", d2, W2) * (H - H ** 2)
            return (np.einsum("nd,nh->dh", X, d1), np.einsum("nh->h", d1),
                    np.einsum("nh,nk->hk", H, d2), np.einsum("nk->k", d2))
        """,
    "example by example": """
        def backward(X, T, H, Y, W2):
            dW1, db1 = np.zeros((X.shape[1], H.shape[1])), np.zeros(H.shape[1])
            dW2, db2 = np.zeros(W2.shape), np.zeros(Y.shape[1])
            for x, t, h, y in zip(X, T, H, Y):
                d2 = 2 * (y - t) * y * (1 - y) / Y.size
                d1 = W2 @ d2 * h * (1 - h)
                dW1 += np.outer(x, d1)
                db1 += d1
                dW2 += np.multiply.outer(h, d2)
                db2 += d2
            return dW1, db1, dW2, db2
        """,
    "plain loops": """
        def backward(X, T, H, Y, W2):
            n, k, h, d = len(Y), len(Y[0]), len(H[0]), len(X[0])
            d2 = [[2 * (Y[i][j] - T[i][j]) * Y[i][j] * (1 - Y[i][j]) / (n * k)
                   for j in range(k)] for i in range(n)]
            d1 = [[sum(d2[i][j] * W2[m][j] for j in range(k)) * H[i][m] * (1 - H[i][m])
                   for m in range(h)] for i in range(n)]
            dW1 = [[sum(X[i][a] * d1[i][m] for i in range(n)) for m in range(h)] for a in range(d)]
            dW2 = [[sum(H[i][m] * d2[i][j] for i in range(n)) for j in range(k)] for m in range(h)]
            return dW1, [sum(c) for c in zip(*d1)], dW2, [sum(c) for c in zip(*d2)]
        """,
    "ones for the sums": """
        def backward(inputs, targets, hidden, answers, weights):
            n, k = answers.shape
            back = (answers - targets) * 2 / n / k * answers * (1 - answers)
            before = np.dot(back, weights.T) * hidden * (1 - hidden)
            ones = np.ones(n)
            return inputs.T.dot(before), ones @ before, hidden.T.dot(back), ones @ back
        """,
    "the slope in two steps": """
        def backward(X, T, H, Y, W2):
            dY = 2 * (Y - T) / np.prod(Y.shape)
            dZ2 = np.multiply(dY, Y * (1 - Y))
            dH = dZ2 @ np.transpose(W2)
            dZ1 = dH * H
            dZ1 -= dH * H * H
            return [X.T @ dZ1, np.sum(dZ1, 0), H.T @ dZ2, np.sum(dZ2, 0)]
        """,
    "tensordot": """
        def backward(X, T, H, Y, W2):
            d2 = -2 * (T - Y) * Y * (1 - Y) / Y.size
            d1 = np.tensordot(d2, W2, (1, 1)) * H * (1 - H)
            return (np.tensordot(X, d1, (0, 0)), d1.sum(0), np.tensordot(H, d2, (0, 0)), d2.sum(0))
        """,
    "products of columns": """
        def backward(X, T, H, Y, W2):
            d2 = 2 * (Y - T) / Y.size * Y * (1 - Y)
            d1 = (d2 @ W2.T) * H * (1 - H)
            mix = lambda A, B: (A[:, :, np.newaxis] * B[:, np.newaxis, :]).sum(axis=0)
            return mix(X, d1), d1.sum(axis=0), mix(H, d2), d2.sum(axis=0)
        """,
}
INIT = {
    "standard_normal": """
        def init(d, h, k, rng):
            W1 = rng.standard_normal((d, h)) / np.sqrt(d)
            return W1, np.zeros(h), rng.standard_normal((h, k)) / np.sqrt(h), np.zeros(k)
        """,
    "evenly spread": """
        def init(inputs, hidden, outputs, generator):
            a, b = (3 / inputs) ** 0.5, (3 / hidden) ** 0.5
            return (generator.uniform(-a, a, (inputs, hidden)), np.zeros((hidden,)),
                    generator.uniform(-b, b, (hidden, outputs)), np.zeros((outputs,)))
        """,
    "a helper for a layer": """
        from math import sqrt
        def one(n, m, rng): return rng.normal(scale=1 / sqrt(n), size=(n, m)), np.zeros(m)
        def init(d, h, k, rng): return *one(d, h, rng), *one(h, k, rng)
        """,
    "number by number": """
        def init(d, h, k, rng):
            W1 = [[rng.normal() * d ** -0.5 for _ in range(h)] for _ in range(d)]
            W2 = [[rng.normal() * h ** -0.5 for _ in range(k)] for _ in range(h)]
            return np.array(W1), np.zeros(h), np.array(W2), np.zeros(k)
        """,
    "lists": """
        def init(d, h, k, rng):
            W1 = (rng.normal(size=(d, h)) / d ** 0.5).tolist()
            return [W1, [0] * h, (rng.normal(size=(h, k)) / h ** 0.5).tolist(), [0.0] * k]
        """,
    "single precision": """
        def init(d, h, k, rng):
            W1 = rng.normal(0, 1 / np.sqrt(d), (d, h)).astype(np.float32)
            W2 = rng.normal(0, 1 / np.sqrt(h), (h, k)).astype("float32")
            return W1, np.zeros(h, dtype="float32"), W2, np.zeros(k, np.float32)
        """,
    "signs": """
        def init(d, h, k, rng):
            W1 = rng.choice([-1.0, 1.0], (d, h)) / np.sqrt(d)
            W2 = rng.choice([-1.0, 1.0], (h, k)) / np.sqrt(h)
            return W1, np.zeros(h), W2, np.zeros(k)
        """,
    "the second layer first": """
        def init(d, h, k, rng):
            W2 = rng.normal(0, np.sqrt(1 / h), h * k).reshape(h, k)
            W1 = rng.normal(0, np.sqrt(1 / d), d * h).reshape(d, h)
            b1, b2 = W1[0] * 0, np.zeros_like(W2[0])
            return W1, b1, W2, b2
        """,
}
MINIBATCHES = {
    "a list": """
        def minibatches(X, T, size, rng):
            order = rng.permutation(len(X))
            return [(X[order[i:i + size]], T[order[i:i + size]])
                    for i in range(0, len(X), size)]
        """,
    "shuffled in place": """
        def minibatches(A, B, n, generator):
            rows = np.arange(A.shape[0])
            generator.shuffle(rows)
            while rows.size:
                now, rows = rows[:n], rows[n:]
                yield A[now], B[now]
        """,
    "recursion": """
        def cut(X, T, size):
            return [] if len(X) == 0 else [(X[:size], T[:size])] + cut(X[size:], T[size:], size)
        def minibatches(X, T, size, rng):
            p = rng.permutation(len(X))
            return cut(X[p], T[p], size)
        """,
    "side by side": """
        def minibatches(X, T, size, rng):
            both = rng.permutation(np.hstack([X, T]))
            for start in range(0, len(both), size):
                yield both[start:start + size, :-1], both[start:start + size, -1:]
        """,
    "sorted by chance": """
        def minibatches(X, T, size, rng):
            order = np.argsort(rng.random(len(X)))
            return zip(*([A[order[i:i + size]] for i in range(0, len(X), size)] for A in (X, T)))
        """,
    "array_split": """
        def minibatches(X, T, size, rng):
            cuts = np.arange(size, len(X), size)
            for rows in np.split(rng.permutation(len(X)), cuts):
                yield [X[rows], T[rows]]
        """,
    "row by row": """
        def minibatches(X, T, size, rng):
            pairs = list(zip(X.tolist(), T.tolist()))
            rng.shuffle(pairs)
            batch = []
            for pair in pairs:
                batch.append(pair)
                if len(batch) == size:
                    yield np.array([x for x, _ in batch]), np.array([t for _, t in batch])
                    batch = []
            if batch:
                yield np.array([x for x, _ in batch]), np.array([t for _, t in batch])
        """,
    "drawn without putting back": """
        def minibatches(X, T, size, rng):
            rows = rng.choice(len(X), len(X), replace=False)
            return ((X.take(part, axis=0), T.take(part, axis=0))
                    for part in (rows[i:i + size] for i in range(0, len(rows), size)))
        """,
    "an object": """
        class minibatches:
            def __init__(self, X, T, size, rng):
                self.data, self.size, self.order = (X, T), size, rng.permutation(len(X)).tolist()
            def __iter__(self):
                return self
            def __next__(self):
                if not self.order:
                    raise StopIteration
                rows, self.order = self.order[:self.size], self.order[self.size:]
                return tuple(A[rows] for A in self.data)
        """,
}
SOLUTIONS = {
    "np-sigmoid": SIGMOID,
    "np-forward": FORWARD,
    "np-backward": BACKWARD,
    "init": INIT,
    "minibatches": MINIBATCHES,
}


@pytest.mark.parametrize(
    ("exercise", "style"), [(e, style) for e, styles in SOLUTIONS.items() for style in styles]
)
def test_a_right_solution_passes_in_any_style(grader: Grader, exercise: str, style: str) -> None:
    start = NP if exercise == "np-sigmoid" else S
    result = grader.grade(exercise, start + textwrap.dedent(SOLUTIONS[exercise][style]))
    assert result.passed, result.feedback
