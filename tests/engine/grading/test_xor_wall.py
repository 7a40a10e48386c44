"""Lesson 3, what one neuron can do: right solutions in many styles. Each must pass."""

import textwrap

import pytest

from engine.grading import ExerciseText, grade

MISTAKES = {
    "a sum of booleans": """
        from engine import neuron
        def mistakes(w, b, data):
            return sum(neuron(x, w, b) != t for x, t in data)
        """,
    "absolute errors": """
        from engine import neuron
        def mistakes(w, b, data):
            return sum(abs(t - neuron(x, w, b)) for x, t in data)
        """,
    "squared errors as floats": """
        from engine import neuron
        def mistakes(w, b, data):
            return float(sum((t - neuron(x, w, b)) ** 2 for x, t in data))
        """,
    "a neuron of its own": """
        def mistakes(w, b, data):
            count = 0
            for i in range(len(data)):
                total = b
                for j in range(len(w)):
                    total = total + w[j] * data[i][0][j]
                count = count + (1 if (total >= 0) != bool(data[i][1]) else 0)
            return count
        """,
    "numpy": """
        import numpy as np
        def mistakes(w, b, data):
            if not data:
                return np.int64(0)
            X, T = np.array([x for x, _ in data], float), np.array([t for _, t in data])
            return np.sum((X @ np.array(w, float) + b >= 0) != T)
        """,
    "the accuracy of the engine": """
        from engine import accuracy
        def mistakes(w, b, data):
            return round((1 - accuracy(data, w, b)) * len(data)) if data else 0
        """,
    "the length of a list": """
        import engine
        def mistakes(weights, bias, examples):
            return len([0 for e in examples if engine.neuron(e[0], weights, bias) - e[1]])
        """,
}

BEST_LINE = {
    "product and min": """
        from itertools import product
        from engine import neuron
        def best_line(data, values):
            return min(
                sum(neuron(x, [w1, w2], b) != t for x, t in data)
                for w1, w2, b in product(values, repeat=3)
            )
        """,
    "sorted": """
        from engine import neuron
        def best_line(data, values):
            counts = []
            for w1 in values:
                for w2 in values:
                    for b in values:
                        wrong = 0
                        for x, t in data:
                            wrong += abs(neuron(x, (w1, w2), b) - t)
                        counts.append(wrong)
            return sorted(counts)[0]
        """,
    "infinity to start from": """
        from engine import neuron
        def mistakes(w, b, data):
            return sum(neuron(x, w, b) != t for x, t in data)
        def best_line(data, values):
            best = float("inf")
            for b in set(values):
                for w2 in set(values):
                    for w1 in set(values):
                        if mistakes([w1, w2], b, data) < best:
                            best = mistakes([w1, w2], b, data)
            return best
        """,
    "one number that counts up": """
        def best_line(data, values):
            n, best = len(values), len(data)
            for i in range(n ** 3):
                w1, w2, b = values[i % n], values[i // n % n], values[i // n // n]
                wrong = sum((b + w1 * x[0] + w2 * x[1] >= 0) != t for x, t in data)
                best = wrong if wrong < best else best
            return best
        """,
    "numpy": """
        import numpy as np
        def best_line(data, values):
            if not data:
                return 0
            w1, w2, b = np.meshgrid(values, values, values)
            wrong = sum(((b + w1 * x[0] + w2 * x[1]) >= 0) != bool(t) for x, t in data)
            return wrong.min()
        """,
    "a set that is searched for the smallest": """
        from engine import neuron
        def best_line(data, values):
            best = {len(data)}
            [[[best.add(len([1 for x, t in data if neuron(x, [p, q], r) != t]))
               for p in values] for q in values] for r in values]
            return min(best)
        """,
}

SEPARABLE = {
    "a coarse grid": """
        from itertools import product
        from engine import neuron
        def separable(data):
            return any(
                all(neuron(x, [w1, w2], b) == t for x, t in data)
                for w1, w2, b in product([-2, -1, 0, 1], repeat=3)
            )
        """,
    "a fine grid": """
        from engine import neuron
        values = [n / 2 for n in range(-6, 7)]
        def separable(data):
            fewest = len(data)
            for w1 in values:
                for w2 in values:
                    for b in values:
                        fewest = min(fewest, sum(neuron(x, [w1, w2], b) != t for x, t in data))
            return fewest == 0
        """,
    "the diagonals": """
        def separable(data):
            ones = {tuple(x) for x, t in data if t == 1}
            zeros = {tuple(x) for x, t in data if t == 0}
            a, b = {(0, 0), (1, 1)}, {(0, 1), (1, 0)}
            return not (ones & zeros or (a <= ones and b <= zeros) or (b <= ones and a <= zeros))
        """,
    "learning with a limit": """
        from engine import epochs_to_learn
        def separable(data):
            return not data or epochs_to_learn(data, 0.5, 100) is not None
        """,
    "its own learning": """
        def separable(data):
            w1 = w2 = b = 0
            for _ in range(200):
                wrong = False
                for (x1, x2), t in data:
                    e = t - (b + w1 * x1 + w2 * x2 >= 0)
                    if e:
                        wrong = True
                    w1, w2, b = w1 + e * x1, w2 + e * x2, b + e
                if not wrong:
                    return True
            return False
        """,
    "numpy booleans": """
        import numpy as np
        def separable(data):
            v = np.array([-2.0, -1, 0, 1, 2])
            w1, w2, b = np.meshgrid(v, v, v)
            right = np.ones_like(w1, dtype=bool)
            for x, t in data:
                right &= ((b + w1 * x[0] + w2 * x[1]) >= 0) == bool(t)
            return right.any()
        """,
    "the sums of the totals": """
        def separable(data):
            table = {}
            for x, t in data:
                if table.setdefault(tuple(x), t) != t:
                    return False
            if len(table) < 4:
                return True
            return (table[0, 0] + table[1, 1], table[0, 1] + table[1, 0]) not in ((0, 2), (2, 0))
        """,
    "random neurons": """
        import random
        from engine import neuron
        def separable(data):
            numbers = random.Random(1)
            for _ in range(3000):
                w, b = [numbers.uniform(-1, 1), numbers.uniform(-1, 1)], numbers.uniform(-1, 1)
                if all(neuron(x, w, b) == t for x, t in data):
                    return 1
            return 0
        """,
    "a class": """
        from engine import neuron
        class Search:
            values = range(-2, 3)
            def __call__(self, data):
                return any(
                    not [1 for x, t in data if neuron(x, [p, q], r) != t]
                    for p in self.values for q in self.values for r in self.values
                )
        separable = Search()
        """,
}

COUNT = {
    "the number": "def count_separable():\n    return 14",
    "a float": "count_separable = lambda: 14.0",
    "a set of tables": """
        from engine import neuron
        def count_separable():
            v = [-2, -1, 0, 1, 2]
            return len({
                tuple(neuron([p, q], [w1, w2], b) for p in (0, 1) for q in (0, 1))
                for w1 in v for w2 in v for b in v
            })
        """,
    "learning each function": """
        from itertools import product
        from engine import epochs_to_learn
        def count_separable():
            rows = [[0, 0], [0, 1], [1, 0], [1, 1]]
            return sum(
                epochs_to_learn(list(zip(rows, table)), 1, 50) is not None
                for table in product([0, 1], repeat=4)
            )
        """,
    "a search for each function": """
        from engine import neuron
        def separable(data):
            for w1 in range(-2, 3):
                for w2 in range(-2, 3):
                    for b in range(-2, 3):
                        if all(neuron(x, [w1, w2], b) == t for x, t in data):
                            return True
            return False
        def count_separable():
            count = 0
            for number in range(16):
                data = [([i // 2, i % 2], number >> i & 1) for i in range(4)]
                count += separable(data)
            return count
        """,
    "numbers for tables": """
        import numpy as np
        def count_separable():
            v = np.arange(-2, 3)
            w1, w2, b = np.meshgrid(v, v, v)
            code = (b >= 0) * 1 + (b + w2 >= 0) * 2 + (b + w1 >= 0) * 4 + (b + w1 + w2 >= 0) * 8
            return np.unique(code).size
        """,
}

SOLUTIONS = {
    "mistakes": MISTAKES,
    "best-line": BEST_LINE,
    "separable": SEPARABLE,
    "count-separable": COUNT,
}


@pytest.mark.parametrize(
    ("exercise", "style"), [(e, style) for e, styles in SOLUTIONS.items() for style in styles]
)
def test_a_right_solution_passes_in_any_style(exercise: str, style: str) -> None:
    result = grade(ExerciseText(exercise), textwrap.dedent(SOLUTIONS[exercise][style]), seed=5)
    assert result.passed, result.feedback
