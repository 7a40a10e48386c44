"""Measured against friendly-traceback: wherever it names cause, place and fix, ours does.

`measured.json` holds programs as beginners write them, and for each the line and the words that
an explanation must name: every entry of `cause` and `fix` must be in the text, in one of the ways
that stand between `|`. The same function judges both.
"""

import json
import re
from pathlib import Path

import friendly_traceback
import pytest
from friendly_traceback.core import FriendlyTraceback
from friendly_traceback.source_cache import cache

from engine.explain import explain, notice

PROGRAMS = json.loads(Path(__file__).with_name("measured.json").read_text("utf-8"))
FILENAME = "cell measured"
PARTS = {"cause", "place", "fix"}


def named(case: dict, words: str, lines: set[int | None]) -> set[str]:
    """Return which of cause, place and fix an explanation names."""
    text = " ".join(re.sub(r"[`\n]", " ", words).lower().replace("( ", "(").split())
    plain = text.replace(" ", "")

    def has(part: str) -> bool:
        ways = (group.lower().replace(" ", "").split("|") for group in case[part])
        return all(any(way in plain for way in group) for group in ways)

    found = {part for part in ("cause", "fix") if has(part)}
    return found | ({"place"} if case["line"] in lines else set())


def failure(program: str, names: dict[str, object]) -> BaseException | None:
    try:
        exec(compile(program, FILENAME, "exec"), names)
    except BaseException as error:
        return error
    return None


def by_ours(case: dict) -> set[str]:
    names: dict[str, object] = {"__name__": "__main__"}
    error = failure(case["program"], names)
    if error is None:
        notes = notice(case["program"], names)
        words = " ".join(f"{note.cause} {note.fix}" for note in notes)
        return named(case, words, {note.line for note in notes})
    found = explain(error, case["program"], FILENAME, names)
    return named(case, f"{found.cause} {found.fix}", {found.line})


def by_friendly(case: dict) -> set[str]:
    cache.add(FILENAME, case["program"])
    error = failure(case["program"], {"__name__": "__main__"})
    if error is None:
        return set()
    told = FriendlyTraceback(type(error), error, error.__traceback__)
    told.compile_info()
    words = " ".join(str(told.info.get(part, "")) for part in ("message", "cause", "suggest"))
    marked = re.findall(r"-->\s*(\d+)\|", str(told.info.get("exception_raised_source", "")))
    line = getattr(error, "lineno", None)
    return named(case, words, {int(number) for number in marked} | {line})


@pytest.fixture(autouse=True, scope="module")
def english() -> None:
    friendly_traceback.set_lang("en")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("case", PROGRAMS, ids=lambda case: case["program"][:40])
def test_ours_names_cause_place_and_fix(case: dict, capsys: pytest.CaptureFixture[str]) -> None:
    assert by_ours(case) == PARTS


@pytest.mark.filterwarnings("ignore")
def test_wherever_friendly_traceback_names_all_ours_does(
    capsys: pytest.CaptureFixture[str],
) -> None:
    friendly = {case["program"] for case in PROGRAMS if by_friendly(case) == PARTS}
    ours = {case["program"] for case in PROGRAMS if by_ours(case) == PARTS}
    # It is a real measure: the other one passes it too, where it has words for an error.
    assert len(friendly) >= 15
    assert friendly <= ours


def test_every_family_is_measured() -> None:
    families = [case["family"] for case in PROGRAMS]
    least = {"syntax": 20, "runtime": 25, "numpy": 11, "silent": 4}
    assert all(families.count(family) >= count for family, count in least.items())


def test_an_explanation_that_names_nothing_is_not_counted() -> None:
    for case in PROGRAMS:
        assert named(case, "Something went wrong. Look at your program.", {None}) == set()
