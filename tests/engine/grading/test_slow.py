"""Right but slow code passes and is told so; what ran out of time is told that it may be slow."""

import re

import pytest

from engine.grading import ExerciseText, GradeResult, grade, judge, load, make_plan
from engine.grading.realm import Realm

RIGHT = """
def weighted_sum(inputs, weights):
    return sum(x * w for x, w in zip(inputs, weights))
"""
STEP = "import numpy as np\n\ndef sigmoid(Z):\n    return (1 + np.tanh(Z / 2)) / 2\n"
# It waits on the clock, so that it is as slow on every machine.
WAITS = """
from time import perf_counter
began = perf_counter()
while perf_counter() < began + 1.7:
    pass
"""


def after(seconds: float, exercise: str = "weighted-sum", code: str = RIGHT) -> GradeResult:
    """Grade a program as if it had taken so long."""
    plan = make_plan(load(exercise), 1)
    with Realm() as realm:
        seen = realm.observe(code, "", plan, load(exercise).seconds)
    return judge(ExerciseText(exercise), plan, {**seen, "seconds": seconds}, lambda *_: {})


def test_quick_code_is_told_nothing_of_time() -> None:
    assert after(1.6).feedback == "That is right: all 3 checks passed."


def test_slow_code_passes_and_is_told_its_seconds() -> None:
    result = after(3.42)
    assert result.passed
    assert result.feedback == (
        "That is right: all 3 checks passed.\n\n"
        "Your code took 3.4 seconds here, out of 5. It passes all the same."
    )


def test_slow_code_on_arrays_is_told_what_is_faster() -> None:
    result = after(2, "np-sigmoid", STEP)
    assert result.passed
    assert result.feedback.endswith(
        "Your code took 2.0 seconds here, out of 5. It passes all the same. If it loops over rows "
        "or over neurons, let arrays do that: they work on all of them at once, which is much "
        "faster."
    )


def test_the_time_is_what_the_code_really_took() -> None:
    result = grade(ExerciseText("weighted-sum"), RIGHT + WAITS, 1)
    assert result.passed
    told = re.search(r"Your code took (\d\.\d) seconds here, out of 5\.", result.feedback)
    assert told is not None
    assert float(told[1]) >= 1.7


@pytest.mark.parametrize("seen", [{"timed_out": True}, {"cell": {"interrupted": True}}])
def test_arrays_that_ran_out_of_time_may_be_endless_or_slow(seen: dict) -> None:
    plan = make_plan(load("np-forward"), 1)
    result = judge(ExerciseText("np-forward"), plan, seen, lambda *_: {})
    assert result.mistake == "times-out"
    assert result.feedback == (
        "Your code was stopped after 5 seconds. It may never end, or it may only be slow. Look for "
        "a loop whose condition never becomes false. If it loops over rows or over neurons, let "
        "arrays do that: they work on all of them at once, which is much faster."
    )
