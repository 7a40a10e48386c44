"""Lesson 4: right solutions in many styles; each must pass, however it is written."""

import textwrap

import pytest

from engine.grading import ExerciseText, grade

SIGMOID = {
    "by tanh": "import math\ndef sigmoid(z): return (1 + math.tanh(z / 2)) / 2",
    "numpy": """
        import numpy as np
        def sigmoid(z):
            return np.where(z >= 0, 1 / (1 + np.exp(-abs(z))), 1 - 1 / (1 + np.exp(-abs(z))))
        """,
    "an exception caught": """
        from math import exp
        def sigmoid(z):
            try:
                return 1 / (1 + exp(-z))
            except OverflowError:
                return 0
        """,
    "cut off far out": """
        import math
        def sigmoid(total):
            total = max(-700, min(700, total))
            return 1 / (1 + math.e ** -total)
        """,
    "a power of e": "def sigmoid(z): return 1 / (1 + 2.718281828459045 ** -z) if z > -500 else 0.0",
    "numpy's own types": """
        import numpy as np
        def sigmoid(z):
            z = np.float64(z)
            with np.errstate(over="ignore"):
                return 1 / (1 + np.exp(-z))
        """,
}
SIGMOID_SLOPE = {
    "by nudging": """
        from engine import numeric_slope, sigmoid
        def sigmoid_slope(z): return numeric_slope(sigmoid, z)
        """,
    "answer less its square": """
        from engine import sigmoid
        def sigmoid_slope(z):
            y = sigmoid(z)
            return y - y ** 2
        """,
    "both sides of 0": """
        from engine import sigmoid
        def sigmoid_slope(z): return sigmoid(z) * sigmoid(-z)
        """,
    "without an import of ours": """
        from math import exp
        def sigmoid_slope(z):
            e = exp(-abs(z))
            return e / (1 + e) ** 2
        """,
}
LOSS = {
    "multiplied out": "def loss(p, t): return p * p - 2 * p * t + t * t",
    "pow": "def loss(p, t): return pow(abs(t - p), 2)",
    "a lambda": "loss = lambda prediction, target: (target - prediction) ** 2",
    "numpy": "import numpy as np\ndef loss(p, t): return np.square(np.subtract(p, t))",
}
NUMERIC_SLOPE = {
    "named parts": """
        def numeric_slope(function, place, nudge=1e-5):
            up = function(place + nudge)
            down = function(place - nudge)
            return (up - down) / nudge / 2
        """,
    "mean of both one-sided slopes": """
        def numeric_slope(f, x, h=1e-5):
            here = f(x)
            return ((f(x + h) - here) / h + (here - f(x - h)) / h) / 2
        """,
    "numpy": """
        import numpy as np
        def numeric_slope(f, x, h=0.00001):
            a, b = (f(x + s * h) for s in (1, -1))
            return np.float64(a - b) / (2 * h)
        """,
}
FORWARD = {
    "a loop over neurons": """
        from engine import sigmoid
        def forward(x, w1, b1, w2, b2):
            answers = []
            for w, b in ((w1, b1), (w2, b2)):
                x = sigmoid(b + w * x)
                answers.append(x)
            return answers
        """,
    "its own sigmoid": """
        from math import tanh
        def s(z): return 0.5 + tanh(z / 2) / 2
        def forward(i, a, b, c, d):
            h = s(i * a + b)
            return (h, s(h * c + d))
        """,
    "numpy": """
        import numpy as np
        def forward(x, w1, b1, w2, b2):
            h = 1 / (1 + np.exp(-(w1 * x + b1)))
            return np.array([h, 1 / (1 + np.exp(-(w2 * h + b2)))])
        """,
}
GRADIENTS = {
    "in long": """
        from engine import sigmoid, sigmoid_slope
        def gradients(x, target, w1, b1, w2, b2):
            z1 = w1 * x + b1
            h = sigmoid(z1)
            z2 = w2 * h + b2
            y = sigmoid(z2)
            error = y - target
            dy = error + error
            db2 = dy * sigmoid_slope(z2)
            dw2 = db2 * h
            db1 = db2 * w2 * sigmoid_slope(z1)
            dw1 = db1 * x
            return [dw1, db1, dw2, db2]
        """,
    "target first, sign turned twice": """
        from engine import sigmoid
        def gradients(x, t, a, b, c, d):
            h = sigmoid(a * x + b)
            y = sigmoid(c * h + d)
            back = -2 * (t - y) * y * (1 - y)
            first = back * c * h * (1 - h)
            return first * x, first, back * h, back
        """,
    "by nudging": """
        from engine import sigmoid
        def gradients(x, target, *params):
            def wrong(w1, b1, w2, b2):
                return (sigmoid(w2 * sigmoid(w1 * x + b1) + b2) - target) ** 2
            slopes = []
            for i in range(4):
                up, down = list(params), list(params)
                up[i] += 1e-5
                down[i] -= 1e-5
                slopes.append((wrong(*up) - wrong(*down)) / 2e-5)
            return tuple(slopes)
        """,
    "numpy": """
        import numpy as np
        def gradients(x, target, w1, b1, w2, b2):
            s = lambda z: 1 / (1 + np.exp(-z))
            h = s(w1 * x + b1); y = s(w2 * h + b2)
            d2 = 2 * (y - target) * y * (1 - y)
            d1 = d2 * w2 * h * (1 - h)
            return np.array([d1 * x, d1, d2 * h, d2])
        """,
}
GRADIENT_CHECK = {
    "a comprehension": """
        def gradient_check(f, params, grads):
            def slope(i, h=1e-6):
                def moved(by): return f([p + by * (i == k) for k, p in enumerate(params)])
                return (moved(h) - moved(-h)) / (2 * h)
            return max(abs(slope(i) - g) for i, g in enumerate(grads))
        """,
    "changed and put back": """
        def gradient_check(f, params, grads):
            params = params[:]
            worst = 0.0
            for i, g in enumerate(grads):
                kept = params[i]
                params[i] = kept + 1e-5
                up = f(params)
                params[i] = kept - 1e-5
                down = f(params)
                params[i] = kept
                worst = max(worst, abs(g - (up - down) / 2e-5))
            return worst
        """,
    "another h": """
        def gradient_check(f, p, g):
            worst = -1
            for i in range(len(p)):
                a, b = [*p], [*p]
                a[i], b[i] = p[i] + 1e-4, p[i] - 1e-4
                d = (f(a) - f(b)) / 2e-4 - g[i]
                if d < 0: d = -d
                if d > worst: worst = d
            return worst
        """,
    "sorted": """
        def gradient_check(f, params, grads):
            off = []
            for i in range(len(params)):
                hi = params[:i] + [params[i] + 1e-5] + params[i + 1:]
                lo = params[:i] + [params[i] - 1e-5] + params[i + 1:]
                off.append(abs((f(hi) - f(lo)) / 2e-5 - grads[i]))
            return sorted(off)[-1]
        """,
}
DOWNHILL = {
    "a loop": """
        def downhill(params, grads, lr):
            new = []
            for i in range(len(params)):
                new.append(params[i] - grads[i] * lr)
            return new
        """,
    "map": "def downhill(p, g, lr): return list(map(lambda a, b: a - lr * b, p, g))",
    "a tuple": "def downhill(p, g, lr): return tuple(a - lr * b for a, b in zip(p, g))",
    "numpy": """
        import numpy as np
        def downhill(params, grads, lr):
            return np.array(params) - lr * np.array(grads)
        """,
    "a copy changed": """
        def downhill(params, grads, lr):
            params = list(params)
            for i, g in enumerate(grads): params[i] -= lr * g
            return params
        """,
}
TRAIN = {
    "all in one": """
        from engine import sigmoid
        def train(data, params, epochs, lr):
            w1, b1, w2, b2 = params
            for epoch in range(epochs):
                for x, target in data:
                    h = sigmoid(w1 * x + b1)
                    y = sigmoid(w2 * h + b2)
                    d2 = 2 * (y - target) * y * (1 - y)
                    d1 = d2 * w2 * h * (1 - h)
                    w1 -= lr * d1 * x
                    b1 -= lr * d1
                    w2 -= lr * d2 * h
                    b2 -= lr * d2
            return [w1, b1, w2, b2]
        """,
    "one loop over all updates": """
        from engine import gradients
        def train(data, params, epochs, lr):
            for x, t in list(data) * epochs:
                params = [p - lr * g for p, g in zip(params, gradients(x, t, *params))]
            return params
        """,
    "numpy": """
        import numpy as np
        from engine import gradients
        def train(data, params, epochs, lr):
            p = np.array(params, dtype=float)
            for _ in range(epochs):
                for x, t in data:
                    p = p - lr * np.array(gradients(x, t, *p))
            return p
        """,
    "recursion over epochs": """
        from engine import downhill, gradients
        def train(data, params, epochs, lr):
            if epochs == 0:
                return list(params)
            for x, t in data:
                params = downhill(params, gradients(x, t, *params), lr)
            return train(data, params, epochs - 1, lr)
        """,
}
XOR_BACKPROP = {
    "lists and loops": """
        from engine import sigmoid
        def train_xor(params, epochs, lr):
            p = list(params)
            for _ in range(epochs):
                for a in (0, 1):
                    for b in (0, 1):
                        rows = (p[:3], p[3:6])
                        h = [sigmoid(u * a + v * b + w) for u, v, w in rows]
                        y = sigmoid(p[6] * h[0] + p[7] * h[1] + p[8])
                        d = 2 * (y - (a != b)) * y * (1 - y)
                        grads = []
                        for j in (0, 1):
                            dj = d * p[6 + j] * h[j] * (1 - h[j])
                            grads += [dj * a, dj * b, dj]
                        grads += [d * h[0], d * h[1], d]
                        p = [v - lr * g for v, g in zip(p, grads)]
            return p
        """,
    "numpy matrices": """
        import numpy as np
        def train_xor(params, epochs, lr):
            p = np.array(params, float)
            s = lambda z: 1 / (1 + np.exp(-z))
            for _ in range(epochs):
                for x, t in (((0, 0), 0), ((0, 1), 1), ((1, 0), 1), ((1, 1), 0)):
                    W, b = p[:6].reshape(2, 3)[:, :2], p[:6].reshape(2, 3)[:, 2]
                    x = np.array(x, float)
                    h = s(W @ x + b)
                    y = s(p[6:8] @ h + p[8])
                    d = 2 * (y - t) * y * (1 - y)
                    dh = d * p[6:8] * h * (1 - h)
                    g = np.concatenate([np.column_stack([np.outer(dh, x), dh]).ravel(), d * h, [d]])
                    p = p - lr * g
            return p
        """,
    "in place on a copy": """
        from math import exp
        def s(z): return 1 / (1 + exp(-z))
        def train_xor(start, epochs, lr):
            w = start[:]
            cases = [(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)]
            while epochs > 0:
                epochs -= 1
                for a, b, t in cases:
                    one, two = s(w[0]*a + w[1]*b + w[2]), s(w[3]*a + w[4]*b + w[5])
                    out = s(w[6]*one + w[7]*two + w[8])
                    d = (out - t) * 2 * out * (1 - out) * lr
                    d1, d2 = d * w[6] * one * (1 - one), d * w[7] * two * (1 - two)
                    for i, step in enumerate((d1*a, d1*b, d1, d2*a, d2*b, d2, d*one, d*two, d)):
                        w[i] -= step
            return w
        """,
}
SOLUTIONS = {
    "sigmoid": SIGMOID,
    "sigmoid-slope": SIGMOID_SLOPE,
    "loss": LOSS,
    "numeric-slope": NUMERIC_SLOPE,
    "two-neurons": FORWARD,
    "chain-rule": GRADIENTS,
    "gradient-check": GRADIENT_CHECK,
    "downhill": DOWNHILL,
    "train-two-neurons": TRAIN,
    "xor-backprop": XOR_BACKPROP,
}


@pytest.mark.parametrize(
    ("exercise", "style"), [(e, style) for e, styles in SOLUTIONS.items() for style in styles]
)
def test_a_right_solution_passes_in_any_style(exercise: str, style: str) -> None:
    result = grade(ExerciseText(exercise), textwrap.dedent(SOLUTIONS[exercise][style]), seed=5)
    assert result.passed, result.feedback
