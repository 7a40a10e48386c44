"""The course is run: cells, solutions, starters and mistakes do what their lesson says."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builder.course_check import SOLVED, UNSOLVED, check_course
from builder.lesson import read_course, read_lesson
from builder.project import ROOT

FRONT = "---\ntitle: A\nminutes: 20\nneeds: []\nteaches: [a, b, c]\n---\n"
OFFSET = FRONT.count("\n")
FIX = "correct the output or the cell"
STEP = "def step(total):\n    return {}\n"
RIGHT = STEP.format("1 if total >= 0 else 0")
WRONG = {
    "always-one": STEP.format("1"),
    "always-zero": STEP.format("0"),
    "more-than": STEP.format("1 if total > 0 else 0"),
    "upside-down": STEP.format("0 if total >= 0 else 1"),
}


@pytest.fixture
def faults(tmp_path: Path) -> Callable[..., list[str]]:
    """Return a function that runs a lesson and tells what is wrong but for its length."""

    def check(body: str, seconds: float = 30.0) -> list[str]:
        path = tmp_path / "01-a.md"
        path.write_text(FRONT + body, encoding="utf-8")
        lesson, problems = read_lesson(path)
        assert (problems, lesson is None) == ([], False)
        found = check_course([lesson] if lesson else [], seconds)
        return [f"{each.line - OFFSET}: {each.message}" for each in found if each.line > 1]

    return check


def cell(code: str, output: str | None = None, options: str = "") -> str:
    """Return a cell with its output."""
    printed = "" if output is None else f"\n```output\n{output}\n```\n"
    return f"```python run{options}\n{code}\n```\n{printed}\n"


def exercise(
    starter: str = STEP.format("..."), solution: str = RIGHT, wrong: dict[str, str] = WRONG
) -> str:
    """Return the exercise `step`, which the engine knows how to grade."""
    hints = "".join(
        f"<details><summary>Hint {n}</summary>\n\nThink.\n\n</details>\n\n" for n in (1, 2, 3)
    )
    mistakes = "".join(
        f"<details><summary>Mistake: {name}</summary>\n\n```python mistake id={name}\n{code}```\n\n"
        f"You wrote {name}.\n\n</details>\n\n"
        for name, code in wrong.items()
    )
    right = f"```python solution\n{solution}```\n\nSo it is.\n\n</details>\n\n"
    start = f"## Step\n\nWrite it.\n\n```python exercise id=step\n{starter}```\n\n"
    return f"{start}{hints}{mistakes}<details><summary>Solution</summary>\n\n{right}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (cell("print(1)\n2", "1\n2"), []),
        (cell("print(1, end='')\n2", "1\n2"), []),
        (cell("x = 1", ""), []),
        (cell("print()", ""), []),
        (cell("import sys\nprint('a', file=sys.stderr)", ""), []),
        (cell("x = 1") + cell("x + 1", "2"), []),
        (cell("print(1)\nprint(2)", "1\n3"), [f"8: the cell prints '2' here: {FIX}"]),
        (cell("print('a ')", "a"), [f"6: the cell prints 'a ' here: {FIX}"]),
        (cell("print(1)", "1\n2"), [f"7: the cell prints nothing more here: {FIX}"]),
        (
            cell("print(1)\nprint(2)\nprint(3)", "1"),
            [f"9: the cell prints 2 more lines here, '2' comes first: {FIX}"],
        ),
        (
            cell("x = 1\nprint(y)"),
            [
                "3: this cell stops with 'NameError: name 'y' is not defined': "
                "correct it, or write error=NameError if it is meant to"
            ],
        ),
        (cell("print(1)\ny", "1", " error=NameError"), []),
        (cell("x = ", None, " error=SyntaxError"), []),
        (
            cell("1", None, " error=NameError"),
            ["1: this cell is meant to stop with NameError, and does not: drop error="],
        ),
        (
            cell("1 / 0", None, " error=NameError"),
            [
                "2: this cell stops with 'ZeroDivisionError: division by zero': "
                "correct it, or write error=ZeroDivisionError if it is meant to"
            ],
        ),
        (
            cell("import os\nos._exit(1)") + cell("y"),
            ["1: this cell ends Python itself: take out what does so"],
        ),
        ("```python setup\nx = 2\n```\n\n" + cell("x", "2"), []),
    ],
)
def test_a_cell_does_what_the_lesson_says(
    body: str, expected: list[str], faults: Callable[..., list[str]]
) -> None:
    assert faults(body) == expected


def test_a_cell_that_never_ends_is_stopped(faults: Callable[..., list[str]]) -> None:
    told = ["1: this cell takes too long: give it less to do"]
    assert faults(cell("while True: pass") + cell("y"), seconds=2.0) == told


def test_a_right_exercise_has_no_faults(faults: Callable[..., list[str]]) -> None:
    assert faults(exercise()) == []


def test_a_starter_must_not_pass(faults: Callable[..., list[str]]) -> None:
    message = "the starter of 'step' passes: leave something out for the learner to write"
    assert faults(exercise(starter=RIGHT + "# write it\n")) == [f"5: {message}"]


def test_a_solution_must_pass(faults: Callable[..., list[str]]) -> None:
    told = "72: the solution of 'step' does not pass (You wrote more-than.): correct it"
    assert faults(exercise(solution=STEP.format("1 if 0 < total else 0"))) == [told]


def test_a_mistake_must_not_pass(faults: Callable[..., list[str]]) -> None:
    right = STEP.format("int(total >= 0)")
    message = "the mistake 'always-one' passes: make it wrong, or delete it"
    assert faults(exercise(wrong={**WRONG, "always-one": right})) == [f"28: {message}"]


def test_a_mistake_must_be_told_by_its_own_words(faults: Callable[..., list[str]]) -> None:
    twin = STEP.format("2 - 1")
    todo = "put it before that one, or let the checks of its exercise tell them apart"
    told = f"the mistake 'twin' is taken for 'always-one' (You wrote always-one.): {todo}"
    assert faults(exercise(wrong={**WRONG, "twin": twin})) == [f"72: {told}"]


def test_a_cell_must_not_need_a_solution(faults: Callable[..., list[str]]) -> None:
    (message,) = faults(exercise() + cell("step(1)"))
    stop = "this cell stops with 'NameError: name 'step' is not defined'"
    todo = "correct it, or write error=NameError if it is meant to"
    assert message == f"84: {stop}{UNSOLVED}: {todo}"


def test_a_solution_must_not_change_what_cells_print(faults: Callable[..., list[str]]) -> None:
    before = cell("total = 5\nstep = 3\nstep", "3")
    (message,) = faults(before + exercise() + cell("callable(step)", "False"))
    assert message == f"98: the cell prints 'True' here{SOLVED}: {FIX}"


def test_an_exercise_that_nothing_grades_stops_the_build(tmp_path: Path) -> None:
    other = "\n\n" + exercise().replace("id=step", "id=neurons")
    (tmp_path / "01-a.md").write_text(FRONT + exercise() + other, encoding="utf-8")
    message = "nothing grades the exercise 'neurons': did you mean 'neuron'?"
    assert [each.message for each in read_course(tmp_path)[1]] == [message]


def test_a_lesson_that_nothing_grades_yet_stops_only_the_check(tmp_path: Path) -> None:
    text = FRONT + exercise().replace("id=step", "id=something-else")
    (tmp_path / "01-a.md").write_text(text, encoding="utf-8")
    lessons, problems = read_course(tmp_path)
    how = "engine/grading/README.md says how to add its checks"
    message = f"nothing grades the exercise 'something-else': {how}"
    assert problems == []
    assert message in [each.message for each in check_course(lessons)]


def test_the_course_does_what_it_says() -> None:
    assert check_course(read_course(ROOT / "lessons")[0]) == []
