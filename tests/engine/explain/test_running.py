"""Errors at run time, word for word, with the learner's names and values."""

import linecache

from engine.explain import explain
from tests.engine.explain.programs import explained


def test_a_slip_in_a_name_names_the_right_one() -> None:
    found = explained("weights = [1]\nprint(wieghts)")
    assert found.cause == (
        "Python does not know the name `wieghts`. There is `weights`, which is spelt nearly the "
        "same."
    )
    assert found.fix == "Write `weights` instead of `wieghts`."
    assert found.change is not None
    assert found.change.replacement == "weights"


def test_a_name_of_another_cell() -> None:
    found = explained("print(inputs * 2)")
    assert found.cause == (
        "Python does not know the name `inputs`: no line that was run so far has made it."
    )
    assert found.fix == (
        "If an earlier cell makes `inputs`, run that cell first; if not, write `inputs = ...` "
        "above this line."
    )


def test_a_sum_of_text_and_number() -> None:
    found = explained("age = '3'\nolder = age + 1")
    assert found.cause == "`age` is the text `'3'`. A text and a number cannot be added."
    assert found.fix == "Turn the text into a number: `int(age)`."


def test_a_function_that_only_prints() -> None:
    found = explained("def double(x):\n    print(x)\ny = double(3)\nz = y + 1")
    assert found.cause == (
        "`y` is `None`: on line 3, `double(...)` gave back `None`: the function prints its result, "
        "but does not return it. Python cannot use `+` with it."
    )
    assert found.fix == "In `double` (line 1), write `return` with the result where it now prints."


def test_sort_gives_back_nothing() -> None:
    found = explained("scores = [3, 1].sort()\nprint(scores[0])")
    assert "changes `[3, 1]` itself and gives back `None`" in found.cause


def test_the_list_is_shorter_than_the_loop() -> None:
    found = explained("w = [1, 2]\nfor i in range(3):\n    w[i]")
    assert found.cause == "Here `i` is 2. `w` has 2 values, at the places 0 to 1, and no place 2."
    assert found.fix == "Let the loop on line 2 go through `range(len(w))`."


def test_an_input_is_missing() -> None:
    found = explained("def neuron(inputs, weights, bias):\n    return 1\nneuron([1], [1])")
    assert found.cause == (
        "`neuron(inputs, weights, bias)` needs 3 values, and this call gives none for `bias`."
    )


def test_self_is_missing() -> None:
    found = explained("class N:\n    def fire(x):\n        return x\nN().fire(1)")
    assert found.fix == "Write `self` as the first input: `def fire(self, x):`."


def test_a_hidden_builtin_is_named() -> None:
    found = explained("sum = 3\nsum([1, 2])")
    assert found.cause == (
        "`sum` is a function of Python's own, but on line 1 the name was given another value: the "
        "number 3."
    )


def test_the_empty_list_is_why_a_division_fails() -> None:
    found = explained("losses = []\nmean = sum(losses) / len(losses)")
    assert found.cause == (
        "`len(losses)` is 0, because `losses` is empty, and Python cannot divide by 0."
    )


def test_recursion_without_an_end() -> None:
    found = explained("def count(n):\n    return count(n - 1)\ncount(3)")
    assert found.cause == "`count` calls itself every time, and has no case in which it stops."


def test_a_stopped_loop_names_what_never_changes() -> None:
    program = "i = 0\nwhile i < 3:\n    if i == 0:\n        raise KeyboardInterrupt"
    found = explained(program)
    assert found.line == 2
    assert found.cause == (
        "The program was stopped in the loop on line 2, `while i < 3`. Nothing inside the loop "
        "changes `i` (`i` is 0), so the condition stays true."
    )
    assert found.fix == "Change `i` inside the loop, as in `i += 1`."


def test_an_error_inside_a_library_is_shown_in_the_learners_line() -> None:
    found = explained("import json\n\ntext = '{'\njson.loads(text)")
    assert found.line == 4
    assert "`json.loads` could not work with what it was given" in found.cause


def test_a_function_of_another_cell_is_looked_into() -> None:
    earlier = "def double(x):\n    return x * factor"
    linecache.cache["cell earlier"] = (0, None, earlier.splitlines(True), "cell earlier")
    names: dict[str, object] = {}
    exec(compile(earlier, "cell earlier", "exec"), names)
    found = explained("y = 1\ndouble(y)", **names)
    assert found.line == 2
    assert "`factor`" in found.cause


def test_an_exception_without_a_frame_is_explained() -> None:
    found = explain(ValueError("odd"), "x = 1", "cell test", {})
    assert found.line is None
    assert "odd" in found.cause
