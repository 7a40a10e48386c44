"""Lesson 3: wrong solutions that the lesson does not show, each with the mistake it is told."""

import textwrap
from functools import cache

import pytest

from builder.lesson.course import read_course
from builder.project import ROOT
from engine.grading import ExerciseText, GradeResult, KnownMistake, grade

MISTAKES = {
    "right answers taken for wrong": (
        """
        import engine
        def mistakes(w, b, data):
            n = 0
            for x, t in data:
                n += 1 if engine.neuron(x, w, b) == t else 0
            return n
        """,
        "right-ones-counted",
    ),
    "a mean": (
        """
        import numpy as np
        from engine import neuron
        def mistakes(w, b, data):
            return np.mean([neuron(x, w, b) != t for x, t in data] or [0])
        """,
        "fraction-wrong",
    ),
    "the size of the sum of errors": (
        """
        from engine import neuron
        def mistakes(w, b, data):
            return abs(sum(t - neuron(x, w, b) for x, t in data))
        """,
        "errors-cancel-sign-dropped",
    ),
    "weights and bias in each other's place": (
        """
        from engine import neuron
        def mistakes(w, b, data):
            return sum(neuron(w, x, 0 * b) != t for x, t in data)
        """,
        "bias-left-out",
    ),
    "a neuron that learns while it is counted": (
        """
        from engine import neuron
        def mistakes(w, b, data):
            n = 0
            for x, t in data:
                e = t - neuron(x, w, b)
                n += abs(e)
                for i in range(len(w)):
                    w[i] += e * x[i]
            return n
        """,
        "changes-argument",
    ),
    "nothing returned": (
        """
        from engine import neuron
        def mistakes(w, b, data):
            print(sum(neuron(x, w, b) != t for x, t in data))
        """,
        "prints-instead",
    ),
}

BEST_LINE = {
    "a count that is never set back": (
        """
        from engine import neuron
        def best_line(data, values):
            wrong, fewest = 0, 1000
            for w1 in values:
                for w2 in values:
                    for b in values:
                        for x, t in data:
                            wrong += neuron(x, [w1, w2], b) != t
                        fewest = min(fewest, wrong)
            return fewest
        """,
        "first-neuron-only",
    ),
    "a comparison among the examples": (
        """
        from engine import neuron
        def best_line(data, values):
            fewest = len(data)
            for w1 in values:
                for w2 in values:
                    for b in values:
                        wrong = 0
                        fewest = min(fewest, wrong)
                        for x, t in data:
                            wrong += neuron(x, [w1, w2], b) != t
            return fewest
        """,
        "always-zero",
    ),
    "zip for three loops": (
        """
        from engine import neuron
        def best_line(data, values):
            return min(
                sum(neuron(x, [p, q], r) != t for x, t in data)
                for p, q, r in zip(values, values, values)
            )
        """,
        "all-the-same",
    ),
    "the last count": (
        """
        from engine import neuron
        def best_line(data, values):
            for w1 in values:
                for w2 in values:
                    for b in values:
                        fewest = sum(neuron(x, [w1, w2], b) != t for x, t in data)
            return fewest
        """,
        "last-neuron-only",
    ),
    "a fixed list of values": (
        """
        from engine import neuron
        def best_line(data, values):
            v = [-2, -1, 0, 1, 2]
            return min(
                sum(neuron(x, [p, q], r) != t for x, t in data) for p in v for q in v for r in v
            )
        """,
        None,
    ),
}

SEPARABLE = {
    "a dictionary": (
        """
        from engine import epochs_to_learn
        def separable(data):
            table = dict((tuple(x), t) for x, t in data)
            return not data or epochs_to_learn(list(table.items()), 1, 50) is not None
        """,
        "contradictions-lost",
    ),
    "an error for no data": (
        """
        from engine import epochs_to_learn
        def separable(data):
            return epochs_to_learn(data, 1, 50) is not None
        """,
        "stops-with-error",
    ),
    "some neuron for each example": (
        """
        from engine import neuron
        def separable(data):
            v = [-2, -1, 0, 1, 2]
            return all(
                any(neuron(x, [p, q], r) == t for p in v for q in v for r in v) for x, t in data
            )
        """,
        "always-yes",
    ),
    "an answer in the first turn": (
        """
        from engine import neuron
        def separable(data):
            for w1 in [-2, -1, 0, 1, 2]:
                for w2 in [-2, -1, 0, 1, 2]:
                    for b in [-2, -1, 0, 1, 2]:
                        return all(neuron(x, [w1, w2], b) == t for x, t in data)
        """,
        "first-neuron-decides",
    ),
    "learning without an end": (
        """
        from engine import neuron
        def separable(data):
            w, b, done = [0, 0], 0, False
            while not done:
                done = True
                for x, t in data:
                    e = t - neuron(x, w, b)
                    if e:
                        done, b = False, b + e
                        w = [p + e * q for p, q in zip(w, x)]
            return True
        """,
        "times-out",
    ),
}

COUNT = {
    "every function": ("def count_separable():\n    return len(range(2 ** 4))", "all-sixteen"),
    "XOR alone left out": ("def count_separable():\n    return 16 - 1", "all-but-one"),
    "no constants": ("def count_separable():\n    return 14 - 2", "constants-left-out"),
    "no bias": (
        """
        from engine import neuron
        def count_separable():
            v = [-2, -1, 0, 1, 2]
            rows = [[0, 0], [0, 1], [1, 0], [1, 1]]
            return len({tuple(neuron(x, [p, q], 0) for x in rows) for p in v for q in v})
        """,
        "only-six",
    ),
    "text": ("def count_separable():\n    return 'fourteen'", "text-instead-of-number"),
}

XOR_BY_HAND = {
    "bits": ("def xor(a, b):\n    return a ^ b", "without-neurons"),
    "and": (
        """
        def xor(a, b):
            return 1 if neuron([a, b], [1, 1], -1) and neuron([a, b], [-1, -1], 1) else 0
        """,
        "joined-by-python",
    ),
    "a neuron that is no neuron": (
        """
        def neuron(inputs, weights, bias):
            return inputs[0] ^ inputs[1]
        def xor(a, b):
            return neuron([a, b], [1, 1], -0.5)
        """,
        "or-alone",
    ),
    "a last neuron that gets the inputs": (
        """
        def xor(a, b):
            either, not_both = neuron([a, b], [1, 1], -0.5), neuron([a, b], [-1, -1], 1.5)
            return neuron([a, b], [1, 1], -1.5)
        """,
        "three-make-and",
    ),
    "too many weights": (
        """
        def xor(a, b):
            either, not_both = neuron([a, b], [1, 1, 5], -1), neuron([a, b], [-1, -1], 1)
            return neuron([either, not_both], [1, 1], -2)
        """,
        None,
    ),
    "an empty way": (
        """
        def xor(a, b):
            if a != b:
                return 1
        """,
        None,
    ),
}

LAYER = {
    "numpy the other way round": (
        """
        import numpy as np
        def layer(inputs, weights, biases):
            return (np.array(inputs) @ np.array(weights) + np.array(biases) >= 0).astype(int)
        """,
        "columns-in-numpy",
    ),
    "zip with a star": (
        """
        from engine import neuron
        def layer(inputs, weights, biases):
            columns = list(zip(*weights))
            return [neuron(inputs, columns[j], b) for j, b in enumerate(biases)]
        """,
        None,
    ),
    "only the last answer": (
        """
        from engine import neuron
        def layer(inputs, weights, biases):
            for j in range(len(biases)):
                out = neuron(inputs, weights[j], biases[j])
            return out
        """,
        "last-as-number",
    ),
    "how many fire": (
        """
        from engine import neuron
        def layer(inputs, weights, biases):
            n = 0
            for j in range(len(biases)):
                n += neuron(inputs, weights[j], biases[j])
            return n
        """,
        "answers-added",
    ),
    "the engine's own": ("from engine import layer", "stops-with-error"),
}

NETWORK = {
    "layers that do not hear each other": (
        """
        from engine import neuron
        def network(inputs, layers):
            out = None
            for w, b in layers:
                out = [neuron(inputs, w[j], b[j]) for j in range(len(b))]
            return out
        """,
        "original-inputs",
    ),
    "the first layer": (
        """
        from engine import neuron
        def network(inputs, layers):
            w, b = layers[0]
            return [neuron(inputs, w[j], b[j]) for j in range(len(b))]
        """,
        "first-layer-only",
    ),
    "numpy without a step": (
        """
        import numpy as np
        def network(inputs, layers):
            for W, b in layers:
                inputs = np.array(W) @ np.array(inputs) + np.array(b)
            return inputs
        """,
        "no-step-at-all",
    ),
    "a number": (
        """
        from engine import neuron
        def network(inputs, layers):
            for W, B in layers:
                inputs = [neuron(inputs, w, b) for w, b in zip(W, B)]
            return inputs[0]
        """,
        "first-output-only",
    ),
    "a list around it": (
        """
        from engine import neuron
        def network(inputs, layers):
            for W, B in layers:
                inputs = [neuron(inputs, w, b) for w, b in zip(W, B)]
            return [inputs]
        """,
        "in-a-list",
    ),
}

XOR_WEIGHTS = {
    "the same gate by other weights": (
        "layers = [([[3, 2], [1, 1]], [-1.5, -0.5]), ([[1, -1]], [-0.5])]",
        "hidden-agree",
    ),
    "OR and NOR": ("layers = [([[1, 1], [-1, -1]], [-1, 0]), ([[1, 1]], [0])]", "hidden-disagree"),
    "zeros": ("layers = [([[0, 0], [0, 0]], [0, 0]), ([[0, 0]], [0])]", "hidden-agree"),
    "a hidden layer alone": ("layers = [([[1, 1], [-1, -1]], [-0.5, 1.5])]", "no-hidden-layer"),
    "brackets of the weights": (
        "layers = [([[1, 1], [-1, -1]], [-0.5, 1.5]), ([1, 1], [-1.5])]",
        "output-brackets",
    ),
    "a bias without brackets": (
        "layers = [([[1, 1], [-1, -1]], [-0.5, 1.5]), ([[1, 1]], -1.5)]",
        None,
    ),
    "three hidden neurons": (
        "layers = [([[1, 1], [1, 1], [0, 0]], [-1, -2, 0]), ([[1, -1, 0]], [-1])]",
        None,
    ),
    "no pairs": ("layers = [1, 2]", None),
    "text": ("layers = 'OR NAND AND'", None),
    "an output that is OR": (
        "layers = [([[2, 2], [3, 3]], [-1, -4]), ([[5, 1]], [-2])]",
        "network-is-or",
    ),
}

WRONG = {
    "mistakes": MISTAKES,
    "best-line": BEST_LINE,
    "separable": SEPARABLE,
    "count-separable": COUNT,
    "xor-by-hand": XOR_BY_HAND,
    "layer": LAYER,
    "network": NETWORK,
    "xor-weights": XOR_WEIGHTS,
}


@cache
def words() -> dict[str, ExerciseText]:
    lessons, _ = read_course(ROOT / "lessons")
    lesson = next(each for each in lessons if each.id == "xor-wall")
    return {
        each.id: ExerciseText(
            each.id, mistakes=[KnownMistake(m.id, m.code, m.feedback) for m in each.mistakes]
        )
        for each in lesson.exercises()
    }


def tell(exercise: str, code: str, seed: int = 3) -> GradeResult:
    return grade(words()[exercise], textwrap.dedent(code), seed)


@pytest.mark.parametrize(("exercise", "name"), [(e, name) for e in WRONG for name in WRONG[e]])
def test_a_wrong_solution_is_told_its_mistake(exercise: str, name: str) -> None:
    code, mistake = WRONG[exercise][name]
    result = tell(exercise, code)
    assert not result.passed
    assert result.mistake == mistake, result.feedback
    assert result.feedback
