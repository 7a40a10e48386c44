"""No program passes without being right, and none hangs."""

import textwrap

import pytest

from engine.grading import ExerciseText, grade
from tests.engine.grading.cheats import CHEATS


@pytest.mark.parametrize("code", CHEATS.values(), ids=CHEATS.keys())
def test_a_cheat_does_not_pass(code: str) -> None:
    result = grade(ExerciseText("weighted-sum"), textwrap.dedent(code), seed=1)
    assert not result.passed
    assert result.feedback
    assert result.mistake != "fault"
