"""Lesson 3, what one neuron can do: wrong solutions, each with the mistake it is told."""

import textwrap
from functools import cache

import pytest

from engine.grading import GradeResult, grade
from tests.engine.grading.lesson_words import words

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
    "an answer after the first weight": (
        """
        from engine import neuron
        def best_line(data, values):
            for w1 in values:
                return min(
                    sum(neuron(x, [w1, w2], b) != t for x, t in data)
                    for w2 in values for b in values
                )
        """,
        "first-weight-stays",
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
    "weights that only pull up": (
        """
        from engine import neuron
        def separable(data):
            for w1 in (0.5, 1, 3, 0):
                for w2 in (0.5, 1, 3, 0):
                    for b in (-4, -1.5, -0.5, -1, -3.5, 0):
                        if all(neuron(x, [w1, w2], b) == t for x, t in data):
                            return True
            return False
        """,
        "no-weight-below-zero",
    ),
    "one example that is right": (
        """
        def separable(data):
            return len(data) > 0
        """,
        "one-right-is-enough",
    ),
    "no return at the end": (
        """
        from engine import neuron
        def separable(data):
            for w1 in range(-2, 3):
                for w2 in range(-2, 3):
                    for b in range(-2, 3):
                        if all(neuron(x, [w1, w2], b) == t for x, t in data):
                            return True
        """,
        "returns-none",
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
    "text": ("def count_separable():\n    return 'fourteen'", None),
}

WRONG = {
    "mistakes": MISTAKES,
    "best-line": BEST_LINE,
    "separable": SEPARABLE,
    "count-separable": COUNT,
}


@cache
def tell(exercise: str, code: str, seed: int = 3) -> GradeResult:
    return grade(words()[exercise], textwrap.dedent(code), seed)


@pytest.mark.parametrize(("exercise", "name"), [(e, name) for e in WRONG for name in WRONG[e]])
def test_a_wrong_solution_is_told_its_mistake(exercise: str, name: str) -> None:
    code, mistake = WRONG[exercise][name]
    result = tell(exercise, code)
    assert not result.passed
    assert result.mistake == mistake, result.feedback
    assert result.feedback


def test_a_yes_for_xor_is_told_why_a_no_is_right() -> None:
    code = "def separable(data):\n    return len(data) == 4"
    checks = {check.name: check.message for check in tell("separable", code).checks}
    assert checks["says False for XOR, on which the learning rule never comes to rest"] == (
        "`separable([([0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 0)])` gave `True`. It should "
        "give `False`: the ones sit on opposite corners, and so do the zeros, so no line parts "
        "them. A neuron that goes on learning here for ever does nothing wrong."
    )


def test_learning_without_an_end_is_told_that_the_rule_is_right() -> None:
    feedback = tell("separable", SEPARABLE["learning without an end"][0]).feedback
    assert feedback.endswith(
        "No line parts this data, so a neuron that learns goes on for ever: that is right, and "
        "nothing is wrong with the rule. Your function has to notice it. Give the learning a "
        "limit, such as 100 epochs, and answer `False` if there is still a mistake then."
    )


def test_a_wrong_count_is_not_told_the_right_one() -> None:
    result = tell("count-separable", "def count_separable():\n    return 10")
    assert result.feedback == (
        "`count_separable()` gave `10`, and that is not the number. Make all 16 truth tables, and "
        "count those that some neuron has."
    )


@pytest.mark.parametrize("seed", range(6))
def test_the_cases_of_separable_hold_for_any_seed(seed: int) -> None:
    code = """
        def separable(data):
            ones = {tuple(x) for x, t in data if t}
            zeros = {tuple(x) for x, t in data if not t}
            a, b = {(0, 0), (1, 1)}, {(0, 1), (1, 0)}
            return not (ones & zeros or a <= ones and b <= zeros or b <= ones and a <= zeros)
        """
    assert tell("separable", code, seed).passed


def test_a_text_for_a_yes_is_told_true_or_false() -> None:
    result = tell("separable", "def separable(data):\n    return 'yes'")
    assert result.mistake == "text-instead-of-number"
    assert "`True` or `False` is asked for, without quotation marks." in result.feedback
