"""Right solutions in many styles: each must pass, however it is written."""

import textwrap

import pytest

from engine.grading import ExerciseText, grade

WEIGHTED_SUM = {
    "a loop": """
        def weighted_sum(inputs, weights):
            total = 0
            for i in range(len(inputs)):
                total = total + inputs[i] * weights[i]
            return total
        """,
    "a while loop": """
        def weighted_sum(inputs, weights):
            total, i = 0, 0
            while i < len(inputs):
                total += inputs[i] * weights[i]
                i += 1
            return total
        """,
    "zip and sum": """
        def weighted_sum(inputs, weights):
            return sum(x * w for x, w in zip(inputs, weights))
        """,
    "a list comprehension": """
        def weighted_sum(a, b):
            return sum([a[i] * b[i] for i, _ in enumerate(a)])
        """,
    "a float to start from": """
        def weighted_sum(inputs, weights):
            total = 0.0
            for x, w in zip(inputs, weights):
                total += x * w
            return total
        """,
    "numpy's dot": """
        import numpy as np
        def weighted_sum(inputs, weights):
            return np.dot(inputs, weights)
        """,
    "numpy arrays": """
        import numpy
        def weighted_sum(inputs, weights):
            x, w = numpy.array(inputs, dtype=float), numpy.array(weights, dtype=float)
            return (x * w).sum()
        """,
    "an array without axes": """
        import numpy as np
        def weighted_sum(inputs, weights):
            return np.asarray(np.inner(np.float64(inputs), np.float64(weights)))
        """,
    "recursion": """
        def weighted_sum(inputs, weights):
            if not inputs:
                return 0
            return inputs[0] * weights[0] + weighted_sum(inputs[1:], weights[1:])
        """,
    "a lambda": "weighted_sum = lambda i, w: sum(map(lambda p: p[0] * p[1], zip(i, w)))",
    "operator.mul": """
        from operator import mul
        def weighted_sum(*lists):
            return sum(map(mul, *lists))
        """,
    "reduce": """
        from functools import reduce
        def weighted_sum(inputs, weights):
            return reduce(lambda total, p: total + p[0] * p[1], zip(inputs, weights), 0)
        """,
    "math.fsum": """
        import math
        def weighted_sum(inputs, weights):
            return math.fsum(x * w for x, w in zip(inputs, weights))
        """,
    "math.sumprod where there is one": """
        import math
        def weighted_sum(inputs, weights):
            if hasattr(math, "sumprod"):
                return math.sumprod(inputs, weights)
            return sum(x * w for x, w in zip(inputs, weights))
        """,
    "fractions": """
        from fractions import Fraction
        def weighted_sum(inputs, weights):
            return sum((Fraction(x) * Fraction(w) for x, w in zip(inputs, weights)), Fraction(0))
        """,
    "decimals": """
        from decimal import Decimal
        def weighted_sum(inputs, weights):
            return sum((Decimal(x) * Decimal(w) for x, w in zip(inputs, weights)), Decimal(0))
        """,
    "an object that can be called": """
        class Summer:
            def __call__(self, inputs, weights):
                return sum(x * w for x, w in zip(inputs, weights))
        weighted_sum = Summer()
        """,
    "a method": """
        class Neuron:
            def total(self, inputs, weights):
                return sum(x * w for x, w in zip(inputs, weights))
        weighted_sum = Neuron().total
        """,
    "a helper inside": """
        def weighted_sum(inputs, weights):
            def product(i):
                return inputs[i] * weights[i]
            return sum(product(i) for i in range(len(inputs)))
        """,
    "a helper outside": """
        def multiply(x, w):
            return x * w
        def weighted_sum(inputs, weights):
            return sum(map(multiply, inputs, weights))
        """,
    "a decorator": """
        import functools
        def noisy(f):
            @functools.wraps(f)
            def wrapper(*args, **kwargs):
                return f(*args, **kwargs)
            return wrapper
        @noisy
        def weighted_sum(inputs, weights):
            return sum(x * w for x, w in zip(inputs, weights))
        """,
    "default arguments": """
        def weighted_sum(inputs=(), weights=(), start=0):
            total = start
            for x, w in zip(inputs, weights):
                total += x * w
            return total
        """,
    "types": """
        from __future__ import annotations
        def weighted_sum(inputs: list[float], weights: list[float]) -> float:
            return sum(x * w for x, w in zip(inputs, weights))
        """,
    "a copy that is used up": """
        def weighted_sum(inputs, weights):
            left, total = list(inputs), 0
            while left:
                total += left.pop() * weights[len(left)]
            return total
        """,
    "a generator of its own": """
        def products(inputs, weights):
            for x, w in zip(inputs, weights):
                yield x * w
        def weighted_sum(inputs, weights):
            return sum(products(inputs, weights))
        """,
    "the walrus": """
        def weighted_sum(inputs, weights):
            total = 0
            return [total := total + x * w for x, w in zip(inputs, weights)][-1] if inputs else 0
        """,
    "accumulate": """
        from itertools import accumulate, chain
        def weighted_sum(inputs, weights):
            products = (x * w for x, w in zip(inputs, weights))
            *_, last = accumulate(chain([0], products))
            return last
        """,
    "prints for debugging": """
        def weighted_sum(inputs, weights):
            total = 0
            for x, w in zip(inputs, weights):
                total += x * w
                print("so far", total)
            return total
        print(weighted_sum([1, 2], [3, 4]))
        """,
    "a name of its own that hides a builtin": """
        def weighted_sum(list, weights):
            sum = 0
            for x, w in zip(list, weights):
                sum += x * w
            return sum
        """,
    "Windows line ends": "def weighted_sum(i, w):\r\n    return sum(x*y for x, y in zip(i, w))\r\n",
    "tabs": "def weighted_sum(i, w):\n\treturn sum(x*y for x, y in zip(i, w))\n",
    "a small number instead of zero": """
        def weighted_sum(inputs, weights):
            return sum((x * w for x, w in zip(inputs, weights)), 1e-12)
        """,
}

STEP = {
    "if and else": """
        def step(total):
            if total >= 0:
                return 1
            else:
                return 0
        """,
    "a comparison": "def step(total):\n    return total >= 0",
    "a comparison as a number": "step = lambda t: int(t >= 0)",
    "a float": "def step(t):\n    return 1.0 if not t < 0 else 0.0",
    "numpy's where": "import numpy as np\ndef step(t):\n    return np.where(t >= 0, 1, 0)",
    "numpy's heaviside": "import numpy as np\ndef step(t):\n    return np.heaviside(t, 1)",
    "a numpy truth value": "import numpy as np\ndef step(t):\n    return np.float64(t) >= 0",
    "match": """
        def step(total):
            match total >= 0:
                case True:
                    return 1
                case _:
                    return 0
        """,
}

NEURON = {
    "six lines": """
        def neuron(inputs, weights, bias):
            total = bias
            for x, w in zip(inputs, weights):
                total += x * w
            if total >= 0:
                return 1
            return 0
        """,
    "one line": """
        def neuron(i, w, b):
            return int(b + sum(x * y for x, y in zip(i, w)) >= 0)
        """,
    "two helpers": """
        def weighted_sum(inputs, weights):
            return sum(x * w for x, w in zip(inputs, weights))
        def step(total):
            return total >= 0
        def neuron(inputs, weights, bias):
            return step(weighted_sum(inputs, weights) + bias)
        """,
    "the bias last": """
        def neuron(inputs, weights, bias):
            total = 0
            for i, x in enumerate(inputs):
                total += weights[i] * x
            return 1 if total >= -bias else 0
        """,
    "numpy": """
        import numpy as np
        def neuron(inputs, weights, bias):
            return (np.array(inputs) @ np.array(weights) + bias >= 0).astype(int)
        """,
    "the bias as one more weight": """
        def neuron(inputs, weights, bias):
            return sum(x * w for x, w in zip([*inputs, 1], [*weights, bias])) >= 0
        """,
}

DECISION_LINE = {
    "solved for x2": """
        def decision_line(weights, bias, x1):
            if weights[1] == 0:
                raise ValueError("no line")
            return -(bias + weights[0] * x1) / weights[1]
        """,
    "in another order": """
        def decision_line(w, b, x1):
            w1, w2 = w
            if not w2:
                raise ValueError
            return -w1 / w2 * x1 - b / w2
        """,
    "an error turned into another": """
        def decision_line(weights, bias, x1):
            try:
                return (-bias - weights[0] * x1) / weights[1]
            except ZeroDivisionError as error:
                raise ValueError("the second weight is 0") from error
        """,
    "an error of its own": """
        class NoLine(ValueError):
            pass
        def decision_line(weights, bias, x1):
            if weights[1] == 0:
                raise NoLine("no line")
            return (bias + weights[0] * x1) / -weights[1]
        """,
}

GATES = {
    ("and-gate", "the lesson's"): "weights = [1, 1]\nbias = -1.5",
    ("and-gate", "a tuple"): "weights, bias = (2, 2), -3",
    ("and-gate", "uneven"): "weights = [0.5, 3]\nbias = -3.25",
    ("and-gate", "exactly on the edge"): "weights = [1, 1]\nbias = -2",
    (
        "and-gate",
        "numpy",
    ): "import numpy as np\nweights = np.array([1, 1])\nbias = np.float64(-1.5)",
    ("and-gate", "truth values"): "weights = [True, True]\nbias = -2",
    ("and-gate", "searched for"): """
        for b in range(-10, 10):
            weights, bias = [1, 1], b / 4
            if [neuron([x, y], weights, bias) for x in (0, 1) for y in (0, 1)] == [0, 0, 0, 1]:
                break
        """,
    ("and-gate", "its own neuron"): "def neuron(*a):\n    return 1\nweights = [1, 1]\nbias = -1.5",
    ("and-gate", "by keyword"): """
        weights, bias = [1, 1], -1.5
        print(neuron(inputs=[1, 1], weights=weights, bias=bias))
        """,
    ("or-gate", "the lesson's"): "weights = [1, 1]\nbias = -0.5",
    ("or-gate", "on the edge"): "weights = [7, 1]\nbias = -1",
    ("not-gate", "the lesson's"): "weights = [-1]\nbias = 0.5",
    ("not-gate", "on the edge"): "weights = [-0.25]\nbias = 0",
    ("nand-gate", "the lesson's"): "weights = [-1, -1]\nbias = 1.5",
    ("nand-gate", "uneven"): "weights = [-3, -2]\nbias = 3",
    ("majority", "the lesson's"): "weights = [1, 1, 1]\nbias = -1.5",
    ("majority", "uneven"): "weights = [2, 3, 4]\nbias = -5",
    ("majority", "tiny"): "weights = [1e-6, 1e-6, 1e-6]\nbias = -1.5e-6",
}

CASES = [
    *((("weighted-sum", style), code) for style, code in WEIGHTED_SUM.items()),
    *((("step", style), code) for style, code in STEP.items()),
    *((("neuron", style), code) for style, code in NEURON.items()),
    *((("decision-line", style), code) for style, code in DECISION_LINE.items()),
    *GATES.items(),
]


@pytest.mark.parametrize(("case", "code"), CASES, ids=[" by ".join(case) for case, _ in CASES])
def test_a_right_solution_passes(case: tuple[str, str], code: str) -> None:
    result = grade(ExerciseText(case[0]), textwrap.dedent(code))
    assert result.passed, result.feedback
    assert all(check.passed and not check.message for check in result.checks)
    assert result.feedback.startswith("That is right")
    assert result.mistake is None
