"""Lesson 2: right solutions in many styles; each must pass, however it is written."""

import textwrap

import pytest

from engine.grading import ExerciseText, grade

PREDICT = {
    "a comparison alone": """
        def predict(x, w, b):
            return sum(a * c for a, c in zip(x, w)) + b >= 0
        """,
    "the course's neuron": """
        from engine import neuron
        def predict(inputs, weights, bias):
            return neuron(inputs, weights, bias)
        """,
    "numpy": """
        import numpy as np
        def predict(x, w, b):
            return np.heaviside(np.dot(x, w) + b, 1)
        """,
    "a while loop": """
        def predict(x, w, b):
            i = 0
            while i < len(x):
                b += x[i] * w[i]
                i += 1
            if b < 0:
                return 0
            else:
                return 1
        """,
}

ERROR = {
    "three cases": """
        def error(target, prediction):
            if target == prediction:
                return 0
            return 1 if target else -1
        """,
    "a float": "def error(t, p): return float(t) - p",
    "a table": "def error(t, p): return {(0, 1): -1, (1, 0): 1}.get((t, p), 0)",
}

NUDGE = {
    "a comprehension": """
        from engine import neuron
        def nudge(w, b, x, target, lr):
            error = target - neuron(x, w, b)
            return [weight + lr * error * value for weight, value in zip(w, x)], b + lr * error
        """,
    "its own helpers": """
        def total(x, w, b):
            return b + sum(map(lambda pair: pair[0] * pair[1], zip(x, w)))
        def nudge(w, b, x, target, lr):
            step = lr * (target - (total(x, w, b) >= 0))
            return [w[i] + step * x[i] for i in range(len(w))], b + step
        """,
    "numpy arrays": """
        import numpy as np
        def nudge(w, b, x, target, lr):
            w, x = np.array(w), np.array(x)
            error = target - int(w @ x + b >= 0)
            return w + lr * error * x, b + lr * error
        """,
    "a tuple of weights in a list": """
        from engine import neuron
        def nudge(w, b, x, target, lr):
            e = target - neuron(x, w, b)
            return [tuple(a + lr * e * v for a, v in zip(w, x)), b + lr * e]
        """,
    "two cases written out": """
        from engine import neuron
        def nudge(w, b, x, target, lr):
            says = neuron(x, w, b)
            new = w.copy()
            if says == 0 and target == 1:
                for i, value in enumerate(x):
                    new[i] = new[i] + lr * value
                b = b + lr
            elif says == 1 and target == 0:
                for i, value in enumerate(x):
                    new[i] = new[i] - lr * value
                b = b - lr
            return new, b
        """,
    "both signs turned round": """
        from engine import neuron
        def nudge(w, b, x, target, lr):
            wrong = neuron(x, w, b) - target
            return [weight - lr * wrong * value for weight, value in zip(w, x)], b - lr * wrong
        """,
    "the bias as one more weight": """
        def nudge(w, b, x, target, lr):
            everything, inputs = w + [b], list(x) + [1]
            total = sum(p * q for p, q in zip(everything, inputs))
            error = target - (1 if total >= 0 else 0)
            moved = [p + lr * error * q for p, q in zip(everything, inputs)]
            return moved[:-1], moved[-1]
        """,
}

TRAIN = {
    "new lists each time": """
        from engine import neuron
        def train(data, epochs, lr):
            w, b = [0] * len(data[0][0]), 0
            for _ in range(epochs):
                for x, target in data:
                    error = target - neuron(x, w, b)
                    w = [weight + lr * error * value for weight, value in zip(w, x)]
                    b = b + lr * error
            return w, b
        """,
    "nothing done when right": """
        from engine import neuron
        def train(data, epochs, lr):
            w = [0.0 for _ in data[0][0]]
            b = 0.0
            for _ in range(epochs):
                for x, target in data:
                    if neuron(x, w, b) != target:
                        way = 1 if target == 1 else -1
                        for i in range(len(w)):
                            w[i] += lr * way * x[i]
                        b += lr * way
            return (w, b)
        """,
    "stopping when nothing moves": """
        from engine import neuron
        def train(data, epochs, lr):
            w, b, epoch = [0.0] * len(data[0][0]), 0.0, 0
            while epoch < epochs:
                before = (list(w), b)
                for x, target in data:
                    error = target - neuron(x, w, b)
                    for i in range(len(x)):
                        w[i] += error * lr * x[i]
                    b += error * lr
                if before == (w, b):
                    break
                epoch += 1
            return w, b
        """,
    "numpy": """
        import numpy as np
        def train(data, epochs, lr):
            X, T = np.array([x for x, _ in data], dtype=float), [t for _, t in data]
            w, b = np.zeros(X.shape[1]), 0.0
            for _ in range(epochs):
                for x, t in zip(X, T):
                    error = t - (x @ w + b >= 0)
                    w += lr * error * x
                    b += lr * error
            return w, b
        """,
    "a class": """
        class Neuron:
            def __init__(self, size):
                self.w, self.b = [0.0] * size, 0.0
            def learn(self, x, target, lr):
                total = self.b + sum(p * q for p, q in zip(x, self.w))
                step = lr * (target - (total >= 0))
                self.w = [p + step * q for p, q in zip(self.w, x)]
                self.b += step
        def train(data, epochs, lr):
            n = Neuron(len(data[0][0]))
            for x, target in data * epochs:
                n.learn(x, target, lr)
            return n.w, n.b
        """,
    "recursion over the epochs": """
        from engine import neuron
        def train(data, epochs, lr):
            if epochs == 0:
                return [0.0] * len(data[0][0]), 0.0
            w, b = train(data, epochs - 1, lr)
            for x, target in data:
                e = target - neuron(x, w, b)
                w, b = [p + lr * e * q for p, q in zip(w, x)], b + lr * e
            return w, b
        """,
    "the weighted sum in another order": """
        import math
        def train(data, epochs, lr):
            w, b = [0.0] * len(data[0][0]), 0.0
            for _ in range(epochs):
                for x, t in data:
                    total = math.fsum([p * q for p, q in reversed(list(zip(x, w)))] + [b])
                    e = t - (1 if total >= 0 else 0)
                    b += lr * e
                    for i, value in enumerate(x):
                        w[i] += lr * e * value
            return w, b
        """,
}

ACCURACY = {
    "a mean": """
        from statistics import fmean
        from engine import neuron
        def accuracy(data, w, b):
            if not data:
                raise ValueError("nothing to measure")
            return fmean(neuron(x, w, b) == t for x, t in data)
        """,
    "the wrong ones taken away": """
        from engine import neuron
        def accuracy(data, w, b):
            try:
                return 1 - sum(abs(t - neuron(x, w, b)) for x, t in data) / len(data)
            except ZeroDivisionError:
                raise ValueError
        """,
    "numpy": """
        import numpy as np
        def accuracy(data, w, b):
            if len(data) == 0:
                raise ValueError
            X, T = np.array([x for x, _ in data]), np.array([t for _, t in data])
            return np.mean((X @ np.array(w) + b >= 0) == T)
        """,
    "a fraction": """
        from fractions import Fraction
        from engine import neuron
        def accuracy(data, w, b):
            if data == []:
                raise ValueError("no data")
            return float(Fraction(len([1 for x, t in data if neuron(x, w, b) == t]), len(data)))
        """,
}

EPOCHS = {
    "a flag": """
        from engine import neuron
        def epochs_to_learn(data, lr, limit):
            w, b = [0.0] * len(data[0][0]), 0.0
            for epoch in range(limit):
                clean = True
                for x, t in data:
                    e = t - neuron(x, w, b)
                    if e:
                        clean = False
                        w = [p + lr * e * q for p, q in zip(w, x)]
                        b += lr * e
                if clean:
                    return epoch + 1
        """,
    "a look before each epoch": """
        from engine import neuron
        def epochs_to_learn(data, lr, limit):
            w, b, epoch = [0.0] * len(data[0][0]), 0.0, 1
            while epoch <= limit:
                if all(neuron(x, w, b) == t for x, t in data):
                    return epoch
                for x, t in data:
                    e = t - neuron(x, w, b)
                    w, b = [p + lr * e * q for p, q in zip(w, x)], b + lr * e
                epoch += 1
            return None
        """,
    "squared errors": """
        from engine import neuron
        def epochs_to_learn(data, lr, limit):
            w, b = [0] * len(data[0][0]), 0
            for epoch in range(1, limit + 1):
                errors = []
                for x, t in data:
                    errors.append(t - neuron(x, w, b))
                    for i in range(len(w)):
                        w[i] += lr * errors[-1] * x[i]
                    b += lr * errors[-1]
                if sum(e ** 2 for e in errors) == 0:
                    return epoch
            return None
        """,
}

RATES = {
    "max with a key": """
        from engine import epochs_to_learn
        def slowest(data, rates, limit):
            return max(rates, key=lambda r: epochs_to_learn(data, r, limit) or limit + 1)
        """,
    "infinity for never": """
        from engine import epochs_to_learn
        def slowest(data, rates, limit):
            found = [epochs_to_learn(data, r, limit) for r in rates]
            found = [float("inf") if n is None else n for n in found]
            return rates[found.index(max(found))]
        """,
    "a stable sort": """
        from engine import epochs_to_learn
        def slowest(data, rates, limit):
            def slowness(r):
                n = epochs_to_learn(data, r, limit)
                return (n is None, n or 0)
            return sorted(rates, key=slowness, reverse=True)[0]
        """,
    "the course's Perceptron": """
        from engine import Perceptron
        def slowest(data, rates, limit):
            worst, most = None, -1
            for r in rates:
                mistakes = Perceptron(len(data[0][0])).train(data, limit, r).mistakes
                n = mistakes.index(0) if 0 in mistakes else limit
                if n > most:
                    worst, most = r, n
            return worst
        """,
}

FLOWERS = {
    "the learning rule": """
        from engine import neuron
        w, b = [0.0, 0.0], 0.0
        for _ in range(10):
            for x, target in flowers:
                e = target - neuron(x, w, b)
                w = [p + 0.1 * e * q for p, q in zip(w, x)]
                b += 0.1 * e
        """,
    "the course's train": "from engine import train\nw, b = train(flowers, 20, 1)",
    "numpy": """
        import numpy as np
        w, b = np.zeros(2), np.float64(0)
        for _ in range(5):
            for x, t in flowers:
                e = t - (np.dot(w, x) + b >= 0)
                w, b = w + e * np.array(x), b + e
        """,
    "a tuple": "w = (0.0, 1.0)\nb = -0.8",
    "flowers put in another order": """
        from engine import neuron
        flowers.sort(key=str)
        w, b = [0.0, 0.0], 0.0
        for _ in range(50):
            for x, target in flowers:
                e = target - neuron(x, w, b)
                w = [p + 0.1 * e * q for p, q in zip(w, x)]
                b += 0.1 * e
        """,
}

SOLUTIONS = {
    "predict": PREDICT,
    "error": ERROR,
    "nudge": NUDGE,
    "train": TRAIN,
    "accuracy": ACCURACY,
    "epochs-to-learn": EPOCHS,
    "learning-rates": RATES,
    "flowers": FLOWERS,
}


@pytest.mark.parametrize(
    ("exercise", "style"), [(e, style) for e, styles in SOLUTIONS.items() for style in styles]
)
def test_a_right_solution_passes_in_any_style(exercise: str, style: str) -> None:
    result = grade(ExerciseText(exercise), textwrap.dedent(SOLUTIONS[exercise][style]), seed=5)
    assert result.passed, result.feedback
