"""Every recorded program is explained at its line, in the recorded words."""

import json
from pathlib import Path

import pytest

from tests.engine.explain.programs import explained
from tests.engine.explain.record import CASES, read

NAMES = sorted(path.stem for path in CASES.glob("*.json"))
ALL = [case for name in NAMES for case in read(name)]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("case", ALL, ids=lambda case: str(case["program"])[:40])
def test_a_program_gets_its_line_cause_and_fix(
    case: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    found = explained(str(case["program"]))
    assert (found.error, found.line) == (case["error"], case["line"])
    assert (found.cause, found.fix) == (case["cause"], case["fix"])


def test_there_are_enough_programs() -> None:
    assert len(ALL) >= 150


def test_no_recorded_word_is_blame_or_shouting() -> None:
    said = json.dumps([(case["cause"], case["fix"]) for case in ALL])
    for word in ("wrongly", "stupid", "obviously", "simply", "invalid syntax", "iterable"):
        assert word not in said


def test_every_sentence_ends() -> None:
    for case in ALL:
        fix = str(case["fix"])
        assert fix[-1] in ".`", fix
        assert not fix.endswith("!")


def test_causes_are_short() -> None:
    assert max(len(str(case["cause"]).split()) for case in ALL) <= 60


def test_cases_are_sorted_into_files() -> None:
    assert [path.name for path in sorted(Path(CASES).iterdir())] == [
        "numpy.json",
        "running.json",
        "syntax.json",
    ]
