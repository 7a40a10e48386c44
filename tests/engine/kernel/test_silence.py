"""Answers that a program has loaded before refuse while it is checked."""

import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from engine.kernel.baseline import Baseline
from engine.kernel.silence import Silence
from engine.kernel.withhold import withheld

SOURCE = """
class Half:
    @property
    def value(self):
        return 0.5
    def of(self, number):
        return number * self.value
def twice(number):
    return (lambda x: 2 * x)(number)
"""


@pytest.fixture
def answers(tmp_path, monkeypatch) -> Iterator[ModuleType]:
    """Return a module with answers, from a file of its own."""
    (tmp_path / "answers.py").write_text(SOURCE)
    monkeypatch.syspath_prepend(str(tmp_path))
    import answers

    yield answers
    del sys.modules["answers"]


def test_a_function_that_was_kept_refuses_until_the_silence_is_lifted(answers):
    kept, half, silence = answers.twice, answers.Half(), Silence()
    silence.fall(answers)
    for call in (lambda: kept(3), lambda: half.of(4), lambda: half.value):
        with pytest.raises(ImportError, match="write your own"):
            call()
    silence.lift()
    assert (kept(3), half.of(4), half.value) == (6, 2.0, 0.5)


def test_silence_falls_on_what_is_withheld_and_on_nothing_else(answers):
    silence = Silence()
    with withheld(["answers"], Baseline(), silence):
        with pytest.raises(ImportError, match="write your own"):
            answers.twice(1)
        assert "answers" not in sys.modules
    with pytest.raises(ImportError):
        answers.twice(1)
    silence.lift()
    assert sys.modules["answers"].twice(1) == 2


def test_silence_that_falls_twice_is_lifted_once(answers):
    silence = Silence()
    silence.fall(answers)
    silence.fall(answers)
    silence.lift()
    assert answers.twice(1) == 2
