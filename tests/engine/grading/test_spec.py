"""Every kind of exercise that the curriculum asks for can be said and is judged as it says."""

import textwrap
from dataclasses import replace
from random import Random

import pytest

from engine.grading import ExerciseText, GradeResult, KnownMistake, grade, load, make_plan
from engine.grading.exercises import catalogue
from engine.grading.spec import (
    RIGHT,
    Calls,
    Check,
    Code,
    Exercise,
    Finding,
    Probe,
    array,
    quarters,
)


@pytest.fixture
def judge_as(monkeypatch: pytest.MonkeyPatch):
    """Grade a program by one check, as if an exercise had it."""

    def judge_as(check: Check, code: str, *mistakes: KnownMistake, **more: object) -> GradeResult:
        names = (check.function,) if isinstance(check, Calls) else ()
        exercise = replace(Exercise("made-up", names, (check,)), **more)
        monkeypatch.setitem(catalogue(), "made-up", exercise)
        return grade(ExerciseText("made-up", mistakes=mistakes), textwrap.dedent(code), seed=3)

    return judge_as


def nudge(w, b, x, target, lr):
    error = target - (sum(a * c for a, c in zip(w, x, strict=True)) + b >= 0)
    return [a + lr * error * c for a, c in zip(w, x, strict=True)], b + lr * error


NUDGE = Calls(
    "moves the weights",
    "nudge",
    nudge,
    (([0.5, 0.0], -1.0, [1, 1], 1, 0.5),),
    lambda random: (quarters(random, 2), 0.25, quarters(random, 2), random.randint(0, 1), 0.5),
    new_result=True,
)
NUDGED = """
    def nudge(w, b, x, target, lr):
        total = sum(a * c for a, c in zip(w, x)) + b
        error = target - (1 if total >= 0 else 0)
        {body}
    """


def test_a_new_list_is_right_and_an_argument_handed_back_is_not(judge_as) -> None:
    new = "return [a + lr * error * c for a, c in zip(w, x)], b + lr * error"
    old = "return w if error == 0 else [a + lr * error * c for a, c in zip(w, x)], b + lr * error"
    assert judge_as(NUDGE, NUDGED.format(body=new)).passed
    result = judge_as(NUDGE, NUDGED.format(body=old))
    assert not result.passed
    assert result.feedback.endswith("hands its argument `w` back. It should give a new list.")


def test_changing_a_list_is_told_even_if_the_result_is_right(judge_as) -> None:
    body = "\n        ".join(
        (
            "for i, c in enumerate(x):",
            "    w[i] += lr * error * c",
            "return list(w), b + lr * error",
        )
    )
    result = judge_as(NUDGE, NUDGED.format(body=body))
    assert result.mistake == "changes-argument"


def test_a_function_as_an_argument_is_made_in_both_realms(judge_as) -> None:
    check = Calls(
        "finds the slope",
        "slope",
        lambda f, x: (f(x + 1e-5) - f(x - 1e-5)) / 2e-5,
        ((Code("lambda x: x ** 2"), 3.0), (Code("math.sin"), 1.0)),
        absolute=1e-8,
    )
    right = "def slope(f, x, h=1e-5):\n    return (f(x + h) - f(x - h)) / (2 * h)"
    assert judge_as(check, right).passed
    result = judge_as(check, "def slope(f, x, h=1e-5):\n    return (f(x + h) - f(x)) / h")
    assert result.feedback.startswith("`slope(lambda x: x ** 2, 3.0)` gave `6.0000")


SIGMOID = Calls(
    "works on arrays",
    "sigmoid",
    lambda Z: 1 / (1 + 2.718281828459045 ** (-Z)),
    ((array([[0.0, 1.0], [-2.0, 3.0]]),), (array([1, 2], "int64"),)),
    wants="array",
)


def test_arrays_go_in_and_come_out(judge_as) -> None:
    right = "import numpy as np\ndef sigmoid(Z):\n    return 1 / (1 + np.exp(-Z))"
    assert judge_as(SIGMOID, right).passed


def test_a_list_is_told_where_an_array_is_asked_for(judge_as) -> None:
    code = "import numpy as np\ndef sigmoid(Z):\n    return (1 / (1 + np.exp(-Z))).tolist()"
    result = judge_as(SIGMOID, code)
    assert result.feedback.endswith(
        "That is a list, and a numpy array is wanted: `np.array(...)` makes one of it."
    )


def test_a_changed_array_is_told(judge_as) -> None:
    code = """
        import numpy as np
        def sigmoid(Z):
            Z *= -1
            return 1 / (1 + np.exp(Z))
        """
    assert judge_as(SIGMOID, code).mistake == "changes-argument"


def test_rows_and_columns_changed_round_are_told(judge_as) -> None:
    one_hot = Calls(
        "one row a label",
        "one_hot",
        lambda labels, k: [[int(j == label) for j in range(k)] for label in labels],
        ((array([0, 2], "int64"), 3), (array([1, 1, 0], "int64"), 2)),
    )
    code = "import numpy as np\ndef one_hot(labels, k):\n    return np.eye(k)[labels]"
    assert judge_as(one_hot, code).passed
    result = judge_as(one_hot, code + ".T")
    assert result.mistake == "transposed"
    assert "the shape is `(3, 2)` and should be `(2, 3)`" in result.feedback


COUNTED = Probe(
    "uses three calls of neuron",
    """
def probe(a, b):
    calls = []
    def counting(*arguments):
        calls.append(arguments)
        return neuron(*arguments)
    namespace["neuron"] = counting
    try:
        return [xor(a, b), len(calls)]
    finally:
        namespace["neuron"] = neuron
""",
    "xor({0}, {1})",
    cases=((0, 0), (0, 1), (1, 0), (1, 1)),
    judge=lambda got, a, b: (
        RIGHT
        if got == [a ^ b, 3]
        else Finding(f"`xor({a}, {b})` gave `{got[0]}` with {got[1]} calls of `neuron`.")
    ),
)
XOR = """
    def xor(a, b):
        either = neuron([a, b], [1, 1], -0.5)
        both = neuron([a, b], [1, 1], -1.5)
        return neuron([either, both], [1, -2], -0.5)
    """


def test_a_probe_counts_calls_of_what_is_provided(judge_as) -> None:
    provides = load("and-gate").provides
    assert judge_as(COUNTED, XOR, provides=provides).passed
    result = judge_as(COUNTED, "def xor(a, b): return a ^ b", provides=provides)
    assert result.feedback == "`xor(0, 0)` gave `0` with 0 calls of `neuron`."


VALUES = Probe(
    "adds two Values",
    "def probe(a, b):\n    c = Value(a) + Value(b)\n    return [c.data, c.grad]\n",
    "Value({0}) + Value({1})",
    reference=lambda a, b: [a + b, 0],
    random=lambda random: (random.randint(1, 9), random.randint(1, 9)),
    cases=((2, 3),),
)


def test_a_probe_uses_a_class_of_the_learner(judge_as) -> None:
    code = """
        class Value:
            def __init__(self, data):
                self.data, self.grad = data, 0
            def __add__(self, other):
                return Value(self.data {} other.data)
        """
    assert judge_as(VALUES, code.format("+")).passed
    result = judge_as(VALUES, code.format("-"))
    assert result.feedback == "`Value(2) + Value(3)` gave `[-1, 0]`. It should give `[5, 0]`."


BATCHES = Probe(
    "keeps rows together and uses every row once",
    """
import itertools
def probe(rows, size, seed):
    import numpy
    X, T = numpy.arange(rows).reshape(rows, 1), numpy.arange(rows).reshape(rows, 1) * 10
    pairs = minibatches(X, T, size, numpy.random.default_rng(seed))
    return [[x.tolist(), t.tolist()] for x, t in itertools.islice(pairs, 100)]
""",
    "minibatches(X, T, {1}, rng)",
    cases=((6, 2, 1), (7, 3, 2)),
    judge=lambda got, rows, size, seed: (
        RIGHT
        if sorted(row[0] for x, t in got for row in x) == list(range(rows))
        and all(t == [[row[0] * 10] for row in x] for x, t in got)
        else Finding("Not every row came once, with its own target.")
    ),
)


def test_a_probe_reads_a_generator_with_a_seed(judge_as) -> None:
    code = """
        def minibatches(X, T, size, rng):
            order = rng.permutation(len(X))
            for start in range(0, {}, size):
                rows = order[start:start + size]
                yield X[rows], T[rows]
        """
    assert judge_as(BATCHES, code.format("len(X)")).passed
    assert not judge_as(BATCHES, code.format("len(X) - size")).passed


SPREAD = Calls(
    "draws weights of the right size",
    "init",
    cases=((50, 40, Code("numpy.random.default_rng(3)")), (20, 100, Code("random.Random(4)"))),
    judge=lambda got, d, h, rng: (
        RIGHT
        if len(got) == d * h and 0.5 < sum(w * w for w in got) / h < 2
        else Finding("The weights spread too far.", "too-wide" if len(got) == d * h else "too-few")
    ),
)


def test_random_results_of_the_same_kind_are_the_same_mistake(judge_as) -> None:
    code = "def init(d, h, rng):\n    return [rng.uniform(-{0}, {0}) for _ in range(d * h)]"
    wide = KnownMistake("wide", code.format(3), "Too wide.")
    few = KnownMistake("few", "def init(d, h, rng):\n    return [0.5]", "Too few.")
    assert judge_as(SPREAD, code.format("(3 / d) ** 0.5")).passed
    assert judge_as(SPREAD, code.format(9), few, wide).mistake == "wide"


def test_a_judge_that_meets_another_kind_of_value_says_so(judge_as) -> None:
    result = judge_as(SPREAD, "def init(d, h, rng):\n    return 5")
    assert result.feedback.startswith("`init(50, 40, numpy.random.default_rng(3))` gave `5`. ")
    assert result.feedback.endswith("That is not the kind of value that is asked for.")


def test_none_can_be_the_right_answer(judge_as) -> None:
    check = Calls("gives None", "first", lambda items: items[0] if items else None, (([],), ([4],)))
    assert judge_as(check, "def first(items):\n    return items[0] if items else None").passed
    assert not judge_as(check, "def first(items):\n    return items[0] if items else 0").passed


def test_what_is_provided_is_there_and_can_be_hidden_without_harm(judge_as) -> None:
    check = Calls("counts", "count", lambda: 2, ((),))
    provides = "flowers = [([1.4, 0.2], 0), ([4.7, 1.4], 1)]"
    assert judge_as(check, "def count(): return len(flowers)", provides=provides).passed


def test_other_modules_of_the_engine_can_be_imported(judge_as) -> None:
    check = Calls("fires", "fires", lambda: 1, ((),))
    code = "from engine import neuron\ndef fires(): return neuron([1], [1], 0)"
    assert judge_as(check, code).passed
    result = judge_as(check, code, withholds=("engine.nn.neuron",))
    assert "the engine has the answer to this exercise" in result.feedback


ENDLESS = Calls("adds one", "more", lambda x: x + 1, ((1,), (2,)))


def test_a_call_that_does_not_end_is_named(judge_as) -> None:
    code = "def more(x):\n    while x == 2:\n        pass\n    return x + 1"
    result = judge_as(ENDLESS, code, seconds=0.4)
    assert result.mistake == "times-out"
    assert result.feedback.startswith(
        "Your code was stopped after 0.4 seconds, while it ran `more(2)`. It may never end, or it "
        "may only be slow."
    )


def test_a_known_mistake_that_does_not_end_is_recognised(judge_as) -> None:
    spins = KnownMistake("spins", "def more(x):\n    while True: pass", "Your loop never ends.")
    result = judge_as(ENDLESS, "def more(x):\n    while x < 9: x += 0", spins, seconds=0.4)
    assert result.mistake == "spins"


def test_code_that_does_not_end_before_any_call_is_told(judge_as) -> None:
    result = judge_as(ENDLESS, "while True: pass", seconds=0.4)
    assert result.mistake == "times-out"
    assert result.feedback == (
        "Your code was stopped after 0.4 seconds. It may never end, or it may only be slow. "
        "Look for a loop whose condition never becomes false."
    )


def test_a_plan_says_nothing_of_what_is_right() -> None:
    plan = make_plan(load("weighted-sum"), 5)
    steps = plan["steps"]
    assert steps[0] == {"function": "weighted_sum", "arguments": [[1, 2], [3, 4]]}
    assert all(set(step) == {"function", "arguments"} for step in steps)


def test_the_same_seed_gives_the_same_plan_and_another_gives_another() -> None:
    exercise = load("neuron")
    assert make_plan(exercise, 5) == make_plan(exercise, 5)
    assert make_plan(exercise, 5) != make_plan(exercise, 6)


def test_random_numbers_are_quarters() -> None:
    assert all(number * 4 == int(number * 4) for number in quarters(Random(2), 100))
