"""What a learner is told about a wrong solution, word for word."""

import textwrap

import pytest

from engine.grading import ExerciseText, GradeResult, KnownMistake, grade


def tell(exercise: str, code: str, *mistakes: KnownMistake) -> GradeResult:
    return grade(ExerciseText(exercise, mistakes=mistakes), textwrap.dedent(code), seed=7)


GENERAL = {
    "syntax-error": (
        "weighted-sum",
        "def weighted_sum(inputs, weights)\n    return 0",
        "Python cannot read this code yet. It gets stuck in line 1. The line that starts a "
        "function with `def` must end with a colon. Write `:` at the end of line 1.",
    ),
    "stops-with-error": (
        "weighted-sum",
        "import maths",
        "Your code stopped with an error in line 1, before it could be checked: "
        "`ModuleNotFoundError: No module named 'maths'`. There is no module `maths`. "
        "There is `math`. Write `math` instead of `maths`.",
    ),
    "misspelt-name": (
        "weighted-sum",
        "def Weighted_Sum(inputs, weights): return 0",
        "The task asks for `weighted_sum`, and your code has `Weighted_Sum`. "
        "Capital and small letters make different names in Python.",
    ),
    "other-name": (
        "weighted-sum",
        "def total(inputs, weights): return 0",
        "You have called it `total`; the check looks for `weighted_sum`. "
        "Names have to be exactly as the task says.",
    ),
    "missing-name": (
        "weighted-sum",
        "x = 1",
        "Your code does not define `weighted_sum` yet. Start with `def weighted_sum(...):`.",
    ),
    "not-a-function": (
        "weighted-sum",
        "weighted_sum = 11",
        "`weighted_sum` is a value in your code, and the task asks for a function. Start with "
        "`def weighted_sum(...):`, and do not set `weighted_sum = ...` further down.",
    ),
    "wrong-number-of-parameters": (
        "neuron",
        "def neuron(inputs, weights): return 1",
        "The task calls `neuron` with three arguments, as in `neuron([1, 1], [1, 1], -1.5)`. "
        "Yours takes two arguments. Compare the `def` line with the task.",
    ),
    "prints-instead": (
        "weighted-sum",
        "def weighted_sum(i, w): print('sum:', sum(x * y for x, y in zip(i, w)))",
        "`weighted_sum([1, 2], [3, 4])` prints `sum: 11` and gives back `None`. Printing shows a "
        "value on the screen; only `return` hands it to whoever called the function.",
    ),
    "returns-none": (
        "weighted-sum",
        "def weighted_sum(inputs, weights): ...",
        "`weighted_sum([1, 2], [3, 4])` gave `None`. Your function ends without a `return`, "
        "so nothing is given back.",
    ),
    "returns-a-function": (
        "weighted-sum",
        "def weighted_sum(i, w): return weighted_sum",
        "`weighted_sum([1, 2], [3, 4])` gave a function and no plain value. Put round brackets "
        "after its name to call it: `name(...)`.",
    ),
    "returns-an-object": (
        "weighted-sum",
        "def weighted_sum(i, w): return (x * y for x, y in zip(i, w))",
        "`weighted_sum([1, 2], [3, 4])` gave a generator and no plain value. It makes values only "
        "when asked. Put `list(...)` or `sum(...)` around it.",
    ),
    "text-instead-of-number": (
        "weighted-sum",
        "def weighted_sum(i, w): return f'{sum(x * y for x, y in zip(i, w))}'",
        "`weighted_sum([1, 2], [3, 4])` gave the text `'11'`. A number is asked for: give it back "
        "without quotation marks, `str()` or an f-string.",
    ),
    "in-a-list": (
        "weighted-sum",
        "def weighted_sum(i, w): return sum(x * y for x, y in zip(i, w)),",
        "`weighted_sum([1, 2], [3, 4])` gave `(11,)`: the right value, but with a list or brackets "
        "around it. A comma at the end of a line makes a tuple, too.",
    ),
    "changes-argument": (
        "weighted-sum",
        """
        def weighted_sum(xs, weights):
            total = 0
            while xs:
                total += xs.pop() * weights[len(xs)]
            return total
        """,
        "`weighted_sum([1, 2], [3, 4])` changed its argument `xs`. Whoever calls your function may "
        "still need the old value: work on a copy, or make a new list.",
    ),
    "only-the-example": (
        "weighted-sum",
        "def weighted_sum(i, w): return 11",
        "Your function gives `11` whatever it is called with. That is right for "
        "`weighted_sum([1, 2], [3, 4])`, and wrong for `weighted_sum([2, 3], [0, 5])`: work the "
        "answer out from the arguments.",
    ),
    "rounded": (
        "weighted-sum",
        "def weighted_sum(i, w): return round(sum(x * y for x, y in zip(i, w)))",
        "`weighted_sum([0.5, -1], [4, 1.5])` gave `0`. It should give `0.5`: leave out `round()`, "
        "`int()` and `//`, which cut digits off.",
    ),
    "upside-down": (
        "step",
        "def step(t): return 0 if t >= 0 else 1",
        "`step(0.5)` gave `0`, and every answer is the other way round: 0 and 1 have changed "
        "places.",
    ),
    "endless-recursion": (
        "step",
        "def step(t): return step(t)",
        "`step(0.5)` calls itself again and again and never comes to an end. A function that calls "
        "itself needs a case in which it does not.",
    ),
    "returns-exception": (
        "decision-line",
        """
        def decision_line(w, b, x):
            if w[1] == 0:
                return ValueError("no line")
            return -(b + w[0] * x) / w[1]
        """,
        "`decision_line([1, 0], -1.5, 0)` hands `ValueError` back or prints it. An error is "
        "raised, with `raise ValueError(...)`: then whoever called the function cannot miss it.",
    ),
    "waits-for-input": (
        "step",
        "def step(t): return int(input())",
        "Your function waits for `input()`. What it needs comes in as its arguments: use those.",
    ),
    "asks-to-stop": (
        "step",
        "def step(t): exit()",
        "`step(0.5)` asks Python to stop (`exit()`). To end a function with a result, use "
        "`return`.",
    ),
}


@pytest.mark.parametrize(("mistake", "case"), GENERAL.items(), ids=GENERAL)
def test_a_general_mistake_is_named(mistake: str, case: tuple[str, str, str]) -> None:
    exercise, code, words = case
    result = tell(exercise, code)
    assert not result.passed
    assert (result.mistake, result.feedback) == (mistake, words)


def test_an_error_in_a_call_names_the_call_the_error_and_the_line() -> None:
    result = tell("weighted-sum", "def weighted_sum(i, w):\n    return i[0]*w[0] + i[1]*w[1]")
    assert result.mistake == "stops-with-error"
    assert result.feedback == (
        "`weighted_sum([3], [-2])` stopped with the error `IndexError: list index out of range`. "
        "It comes from line 2 of your code. `i` has 1 value, at place 0, and no place 1. "
        "The last one is `i[0]`, or `i[-1]`."
    )
    assert result.error is not None
    assert result.error["line"] == 2


def test_a_way_without_return_is_told_apart() -> None:
    result = tell("step", "def step(total):\n    if total >= 0:\n        return 1")
    assert result.mistake == "returns-none"
    assert "There is a way through your function that ends without a `return`" in result.feedback


def test_nothing_recognised_says_called_with_got_and_expected() -> None:
    result = tell("weighted-sum", "def weighted_sum(i, w): return 7 * len(i)")
    assert result.mistake is None
    assert result.feedback == "`weighted_sum([1, 2], [3, 4])` gave `14`. It should give `11`."


def test_the_example_alone_is_not_enough() -> None:
    result = tell("weighted-sum", "def weighted_sum(i, w): return 7 + len(i) * 2")
    assert result.feedback == "`weighted_sum([2, 3], [0, 5])` gave `11`. It should give `15`."


def test_every_check_is_told_by_name_with_its_own_message() -> None:
    result = tell("step", "def step(t): return int(t > 0)")
    assert [(check.name, check.passed, check.message) for check in result.checks] == [
        ("gives 1 for totals above 0", True, ""),
        ("gives 0 for totals below 0", True, ""),
        ("gives 1 for exactly 0", False, "`step(0)` gave `0`. It should give `1`."),
    ]


def test_a_wrong_exception_is_told_with_the_one_that_is_wanted() -> None:
    result = tell("decision-line", "def decision_line(w, b, x): return -(b + w[0] * x) / w[1]")
    assert result.checks[1].message == (
        "`decision_line([1, 0], -1.5, 0)` stopped with the error "
        "`ZeroDivisionError: float division by zero`. It should raise `ValueError`."
    )


GATES = {
    "weights = [1, 1]\nbias = -0.5": "With your weights and bias, "
    "`neuron([0, 1], weights, bias)` gives `1`. AND gives `0`.",
    "weights = [1, 1, 1]\nbias = -2.5": "This neuron has two inputs, so it needs two weights; "
    "`weights` is `[1, 1, 1]`.",
    "weights = 1\nbias = -0.5": "`weights` must be a list of two weights, such as `[0.5, 0.5]`; "
    "it is `1`.",
    "weights = ['1', 1]\nbias = 0": "`weights` must be a list of two weights, such as "
    "`[0.5, 0.5]`; it is `['1', 1]`.",
    "weights = [1, 1]\nbias = [-1.5]": "`bias` must be one number; it is `[-1.5]`.",
    "weights = ...\nbias = ...": "`weights` must be a list of two weights, such as `[0.5, 0.5]`; "
    "it is `...`.",
    "weights = [1, float('nan')]\nbias = 0": "`weights` must be a list of two weights, such as "
    "`[0.5, 0.5]`; it is `[1, nan]`.",
    "weights = [1, 1]\nb = -1.5": "You have called it `b`; the check looks for `bias`. "
    "Names have to be exactly as the task says.",
    "weights = [1, 1]\nBias = -1.5": "The task asks for `bias`, and your code has `Bias`. "
    "Capital and small letters make different names in Python.",
    "x = 5\ny = 6": "Your code does not set `weights` yet. Give it a value with `weights = ...`.",
}


@pytest.mark.parametrize(("code", "words"), GATES.items(), ids=GATES)
def test_wrong_weights_are_told_by_what_the_neuron_does(code: str, words: str) -> None:
    result = tell("and-gate", code)
    assert not result.passed
    assert result.feedback == words


SUMS = KnownMistake(
    "sums-multiplied",
    "def weighted_sum(inputs, weights):\n    return sum(inputs) * sum(weights)",
    "<p>You multiply <code>sum(inputs)</code> once.</p>",
)
FIRST = KnownMistake("first", "def weighted_sum(i, w):\n    return i[0] * w[0]", "Only the first.")
SPINS = KnownMistake("spins", "def weighted_sum(i, w):\n    while True: pass", "It never ends.")
ABSENT = KnownMistake("absent", "x = 1", "Nothing is there.")
FINE = KnownMistake(
    "fine",
    "def weighted_sum(i, w):\n    return sum(map(float.__mul__, map(float, i), map(float, w)))",
    "This is right.",
)


def test_a_known_mistake_is_recognised_by_what_it_does() -> None:
    code = """
        def weighted_sum(a, b):
            left, right = 0, 0
            for x in a:
                left += x
            for y in b:
                right += y
            return left * right
        """
    result = tell("weighted-sum", code, ABSENT, FINE, FIRST, SUMS)
    assert result.mistake == "sums-multiplied"
    assert result.feedback == "You multiply `sum(inputs)` once."


def test_a_known_mistake_that_raises_is_recognised_by_its_exception() -> None:
    code = "def weighted_sum(i, w):\n    a, b = i[0], w[0]\n    return a * b"
    assert tell("weighted-sum", code, SUMS, FIRST).mistake == "first"


def test_a_known_mistake_is_not_matched_by_a_program_that_differs_once() -> None:
    code = "def weighted_sum(i, w):\n    return i[0] * w[0] if i else 0"
    assert tell("weighted-sum", code, SUMS, FIRST).mistake is None


def test_a_mistake_that_is_right_after_all_never_matches() -> None:
    result = tell("weighted-sum", "def weighted_sum(i, w): return 0", FINE)
    assert result.mistake != "fine"


def test_of_two_mistakes_that_fit_the_first_is_told() -> None:
    twin = KnownMistake("twin", SUMS.code, "The same again.")
    result = tell("weighted-sum", SUMS.code, twin, SUMS)
    assert result.mistake == "twin"


def test_a_known_mistake_counts_however_much_the_program_prints() -> None:
    code = "def weighted_sum(i, w):\n    print(i)\n    return sum(i) * sum(w)"
    assert tell("weighted-sum", code, SUMS).mistake == "sums-multiplied"


def test_a_gate_with_other_weights_but_the_same_answers_is_the_same_mistake() -> None:
    always = KnownMistake("always", "weights = [1, 1]\nbias = 0", "It always fires.")
    is_or = KnownMistake("is-or", "weights = [1, 1]\nbias = -0.5", "This is OR.")
    result = tell("and-gate", "weights = (0.25, 3)\nbias = -0.125", always, is_or)
    assert (result.mistake, result.feedback) == ("is-or", "This is OR.")


def test_a_result_crosses_to_the_page_as_plain_data() -> None:
    result = tell("and-gate", "weights = [1, 1]\nbias = -1.5")
    assert result.to_dict() == {
        "exercise": "and-gate",
        "passed": True,
        "checks": [{"name": "the neuron answers like AND", "passed": True, "message": ""}],
        "feedback": "That is right.",
        "mistake": None,
        "error": None,
    }
