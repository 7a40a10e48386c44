"""Lesson 3, layers and networks: right solutions in many styles. Each must pass."""

import textwrap

import pytest

from engine.grading import ExerciseText, grade

XOR_BY_HAND = {
    "OR, NAND and AND": """
        def xor(a, b):
            h = [neuron([a, b], [1, 1], -0.5), neuron([a, b], [-1, -1], 1.5)]
            return neuron(h, [1, 1], -1.5)
        """,
    "one line": """
        def xor(a, b):
            return neuron((neuron((a, b), (1, 1), -1), neuron((a, b), (1, 1), -2)), (1, -1), -1)
        """,
    "one neuron for each one": """
        def xor(a, b):
            first = neuron([a, b], [1, -1], -0.5)
            second = neuron([a, b], [-1, 1], -0.5)
            return neuron([first, second], [1, 1], -0.5)
        """,
    "an input beside a hidden neuron": """
        def xor(a, b):
            both = neuron([a, b], [1, 1], -2)
            same = neuron([a], [1], -0.5)
            return neuron([same, b, both], [1, 1, -2], -1)
        """,
    "gates of its own, by keyword": """
        from functools import partial
        OR = partial(neuron, weights=[1, 1], bias=-0.5)
        NAND = partial(neuron, weights=[-1, -1], bias=1.5)
        AND = partial(neuron, weights=[1, 1], bias=-1.5)
        def xor(a, b):
            return AND([OR([a, b]), NAND([a, b])])
        """,
    "the neuron under another name": """
        n = neuron
        def xor(a, b, ask=neuron):
            return ask([n([a, b], [1, 1], -0.5), n([a, b], [-1, -1], 1.5)], [1, 1], -1.5)
        """,
    "the neuron written once more": """
        def neuron(inputs, weights, bias):
            return 1 if bias + sum(x * w for x, w in zip(inputs, weights)) >= 0 else 0
        gate = lambda w, b: lambda x: neuron(x, w, b)
        OR, NAND, AND = gate([1, 1], -0.5), gate([-1, -1], 1.5), gate([1, 1], -1.5)
        def xor(a, b):
            return AND([OR([a, b]), NAND([a, b])])
        """,
    "the neuron written once more, under other names": """
        from functools import partial
        def neuron(inputs, weights, bias):
            return bias + sum(x * w for x, w in zip(inputs, weights)) >= 0
        OR = partial(neuron, weights=[1, 1], bias=-0.5)
        NAND = partial(neuron, weights=[-1, -1], bias=1.5)
        AND = partial(neuron, weights=[1, 1], bias=-1.5)
        def xor(a, b):
            return AND([OR([a, b]), NAND([a, b])])
        """,
    "gates in a class": """
        class Gate:
            def __init__(self, weights, bias): self.weights, self.bias = weights, bias
            def __call__(self, *inputs): return neuron(inputs, self.weights, self.bias)
        OR, NAND, AND = Gate([1, 1], -1), Gate([-1, -1], 1), Gate([1, 1], -2)
        xor = lambda a, b: AND(OR(a, b), NAND(a, b))
        """,
    "the neuron of the engine under another name": """
        import engine
        n = neuron = engine.neuron
        def xor(a, b):
            return n([n([a, b], [1, 1], -1), n([a, b], [1, 1], -2)], [1, -1], -1)
        """,
    "the neuron of the engine": """
        from engine import neuron
        def xor(a, b):
            h = [neuron([a, b], w, c) for w, c in [([1, 1], -0.5), ([-1, -1], 1.5)]]
            return neuron(h, [1, 1], -1.5)
        """,
    "a neuron that the cell spoils": """
        def xor(a, b):
            h1, h2 = neuron([a, b], [1, 1], -0.5), neuron([a, b], [-1, -1], 1.5)
            return neuron([h1, h2], [1, 1], -1.5)
        neuron = None
        """,
    "numpy": """
        import numpy as np
        def xor(a, b):
            x = np.array([a, b])
            h = np.array([neuron(x, np.ones(2), -0.5), neuron(x, -np.ones(2), 1.5)])
            return neuron(h, np.array([1, 1]), np.float64(-1.5))
        """,
}

LAYER = {
    "a loop over positions": """
        from engine import neuron
        def layer(inputs, weights, biases):
            answers = []
            for j in range(len(weights)):
                answers.append(neuron(inputs, weights[j], biases[j]))
            return answers
        """,
    "a tuple of booleans": """
        def layer(inputs, weights, biases):
            return tuple(
                b + sum(x * w for x, w in zip(inputs, row)) >= 0 for row, b in zip(weights, biases)
            )
        """,
    "numpy": """
        import numpy as np
        def layer(inputs, weights, biases):
            totals = np.array(weights) @ np.array(inputs) + np.array(biases)
            return (totals >= 0).astype(int)
        """,
    "map": """
        from engine import neuron
        def layer(inputs, weights, biases):
            return list(map(lambda w, b: neuron(inputs, w, b), weights, biases))
        """,
    "places filled in": """
        from engine import neuron
        def layer(inputs, weights, biases):
            answers = [0.0] * len(biases)
            for j, (w, b) in enumerate(zip(weights, biases)):
                if neuron(inputs, w, b):
                    answers[j] = 1.0
            return answers
        """,
    "the bias as a weight": """
        def layer(inputs, weights, biases):
            rows = [[*w, b] for w, b in zip(weights, biases)]
            return [int(sum(x * w for x, w in zip([*inputs, 1], row)) >= 0) for row in rows]
        """,
    "recursion": """
        from engine import neuron
        def layer(inputs, weights, biases):
            if not weights:
                return []
            first = neuron(inputs, weights[0], biases[0])
            return [first] + layer(inputs, weights[1:], biases[1:])
        """,
}

NETWORK = {
    "a loop": """
        from engine import neuron
        def network(inputs, layers):
            for weights, biases in layers:
                inputs = [neuron(inputs, w, b) for w, b in zip(weights, biases)]
            return inputs
        """,
    "recursion": """
        from engine import neuron
        def network(inputs, layers):
            if not layers:
                return inputs
            weights, biases = layers[0]
            return network([neuron(inputs, w, b) for w, b in zip(weights, biases)], layers[1:])
        """,
    "reduce": """
        from functools import reduce
        from engine import neuron
        def layer(values, pair):
            return [neuron(values, w, b) for w, b in zip(*pair)]
        def network(inputs, layers):
            return reduce(layer, layers, inputs)
        """,
    "numpy": """
        import numpy as np
        def network(inputs, layers):
            values = np.array(inputs, dtype=float)
            for W, b in layers:
                values = np.heaviside(np.array(W) @ values + b, 1.0)
            return values
        """,
    "classes": """
        class Neuron:
            def __init__(self, w, b): self.w, self.b = w, b
            def __call__(self, x): return self.b + sum(i * w for i, w in zip(x, self.w)) >= 0
        class Network:
            def __init__(self, layers):
                self.layers = [[Neuron(w, b) for w, b in zip(W, B)] for W, B in layers]
            def __call__(self, x):
                for layer in self.layers:
                    x = [neuron(x) for neuron in layer]
                return x
        def network(inputs, layers):
            return Network(layers)(inputs)
        """,
    "a copy that is used up": """
        from engine import neuron
        def network(inputs, layers):
            left = list(layers)
            while left:
                weights, biases = left.pop(0)
                inputs = tuple(neuron(inputs, w, b) for w, b in zip(weights, biases))
            return inputs
        """,
}

XOR_WEIGHTS = {
    "OR and NAND": "layers = [([[1, 1], [-1, -1]], [-0.5, 1.5]), ([[1, 1]], [-1.5])]",
    "OR and AND": "layers = [([[1, 1], [1, 1]], [-1, -2]), ([[1, -1]], [-1])]",
    "one for each one": "layers = (([[1, -1], [-1, 1]], [-1, -1]), ([[9, 9]], [-9]))",
    "NOR and AND": "layers = [([[-1, -1], [1, 1]], [0, -2]), ([[-1, -1]], [0])]",
    "the engine's": "from engine import XOR_LAYERS as layers",
    "numpy": """
        import numpy as np
        layers = [
            (np.array([[2.0, 2.0], [-2.0, -2.0]]), np.array([-1.0, 3.0])),
            (np.array([[2.0, 2.0]]), np.array([-3.0])),
        ]
        """,
    "lists for pairs": "layers = [[[[1, 1], [1, 1]], [-0.5, -1.5]], [[[1, -2]], [-0.5]]]",
    "a network that the cell spoils": """
        layers = [([[1, 1], [-1, -1]], [-0.5, 1.5]), ([[1, 1]], [-1.5])]
        network = neuron = layer = None
        """,
    "found by chance": """
        import random
        numbers = random.Random(3)
        def few(n):
            return [numbers.choice([-2, -1, -0.5, 0.5, 1, 2]) for _ in range(n)]
        while True:
            layers = [([few(2), few(2)], few(2)), ([few(2)], few(1))]
            if [network([a, b], layers)[0] for a in (0, 1) for b in (0, 1)] == [0, 1, 1, 0]:
                break
        """,
}

SOLUTIONS = {
    "xor-by-hand": XOR_BY_HAND,
    "layer": LAYER,
    "network": NETWORK,
    "xor-weights": XOR_WEIGHTS,
}


@pytest.mark.parametrize(
    ("exercise", "style"), [(e, style) for e, styles in SOLUTIONS.items() for style in styles]
)
def test_a_right_solution_passes_in_any_style(exercise: str, style: str) -> None:
    result = grade(ExerciseText(exercise), textwrap.dedent(SOLUTIONS[exercise][style]), seed=5)
    assert result.passed, result.feedback
