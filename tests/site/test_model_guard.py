"""What of a model's answer is shown, what stays folded, and what is tried first."""

import json
import re

import pytest

from builder.lesson import read_course
from builder.lesson.model import Exercise
from builder.project import Project
from tests.site.conftest import Evaluate

SOLUTION = "def step(total):\n    return 1 if total >= 0 else 0\n"
OTHER_WAY = "def step(x):\n    return int(x >= 0)\n"
OWN = "def step(total):\n    return 1 if total > 0 else 0\n"


def fenced(code: str, words: str = "python") -> str:
    return f"Look here.\n\n```{words}\n{code}```\n\nThat is it."


def judged(
    evaluate: Evaluate,
    answer: str,
    *,
    works: str = "",
    solution: str = SOLUTION,
    signal: str = "new AbortController().signal",
) -> list[object]:
    """Return each block that is code as its kind, whether it is folded, and its trial."""
    rules = f"""{{
      solutions: {json.dumps([solution] if solution else [])}, own: [{json.dumps(OWN)}],
      isOpenTask: {json.dumps(bool(solution))},
      attempt: async (code) => {json.dumps(works)}.includes(code.trim()) ? "works" : "fails" }}"""
    blocks = f"await m.judge({json.dumps(answer)}, {rules}, {signal})"
    found = evaluate("tutor/guard", f"({blocks}).map(b => [b.block.kind, b.isFolded, b.trial])")
    assert isinstance(found, list)
    return found


PROSE = ["prose", False, None]


def test_the_solution_stays_folded(evaluate: Evaluate) -> None:
    found = judged(evaluate, fenced(SOLUTION))
    assert found == [PROSE, ["code", True, None], PROSE]


@pytest.mark.parametrize(
    "text",
    [
        "def s(z):\n    # fires\n    return 1 if z>=0 else 0\n",
        'def s(z: float) -> int:\n    """Fire."""\n    return (1 if z >= 0\n            else 0)\n',
        "answer = 1 if number >= 0 else 0\n",
    ],
)
def test_other_names_spaces_and_comments_hide_nothing(evaluate: Evaluate, text: str) -> None:
    assert judged(evaluate, fenced(text)) == [PROSE, ["code", True, None], PROSE]


def test_a_solution_in_a_sentence_is_folded_as_well(evaluate: Evaluate) -> None:
    found = judged(evaluate, "Write `return 1 if total >= 0 else 0` there.")
    assert found == [["prose", True, None]]


def test_a_solution_in_a_list_is_folded_as_well(evaluate: Evaluate) -> None:
    listed = "1. Write this:\n\n   ```python\n   return 1 if total >= 0 else 0\n   ```\n"
    assert judged(evaluate, listed) == [["prose", True, None]]


def test_a_solution_in_pieces_is_folded(evaluate: Evaluate) -> None:
    pieces = (
        fenced("if total >= 0:\n    fire = 1\n") + "\n\n" + fenced("else: fire = 0 if 1 else 0\n")
    )
    longer = "if total >= 0:\n    fire = 1\nelse: fire = 0 if 1 else 0\n"
    assert judged(evaluate, pieces, solution=longer) == [
        PROSE,
        ["code", True, None],
        PROSE,
        PROSE,
        ["code", True, None],
        PROSE,
    ]


def test_code_that_passes_another_way_is_folded(evaluate: Evaluate) -> None:
    found = judged(evaluate, fenced(OTHER_WAY), works=OTHER_WAY)
    assert found == [PROSE, ["code", True, None], PROSE]


def test_values_that_solve_a_task_in_a_sentence_are_folded(evaluate: Evaluate) -> None:
    text = "Take `weights = [2, 2]` and `bias = -3`. Then `weights[0]` counts twice."
    values = "weights = [2, 2]\nbias = -3\nweights[0]"
    assert judged(evaluate, text, works=values) == [["prose", True, None]]
    assert judged(evaluate, text) == [PROSE]


def test_the_learners_own_code_is_not_kept_from_them(evaluate: Evaluate) -> None:
    assert judged(evaluate, fenced(OWN)) == [PROSE, ["code", False, None], PROSE]


def test_an_example_of_the_idea_is_shown(evaluate: Evaluate) -> None:
    example = fenced("print(3 > 3)\nprint(3 >= 3)\n")
    assert judged(evaluate, example) == [PROSE, ["code", False, None], PROSE]


def test_after_two_tries_nothing_is_folded(evaluate: Evaluate) -> None:
    assert judged(evaluate, fenced(SOLUTION), solution="") == [PROSE, ["code", False, None], PROSE]


def test_a_fix_is_tried_first(evaluate: Evaluate) -> None:
    right = judged(evaluate, fenced(SOLUTION, "python fix"), works=SOLUTION)
    assert right == [PROSE, ["fix", True, "works"], PROSE]
    wrong = judged(evaluate, fenced("def step(t):\n    return 7\n", "python fix"))
    assert wrong == [PROSE, ["fix", False, "fails"], PROSE]
    plain = judged(evaluate, fenced(SOLUTION, "python fix"), works=SOLUTION, solution="")
    assert plain == [PROSE, ["fix", False, "works"], PROSE]


def test_what_could_not_be_tried_is_folded_or_not_shown(evaluate: Evaluate) -> None:
    stopped = "AbortSignal.abort()"
    assert judged(evaluate, fenced(OTHER_WAY), signal=stopped)[1] == ["code", True, None]
    fix = fenced(OTHER_WAY, "python fix")
    assert judged(evaluate, fix, signal=stopped)[1] == ["fix", False, "unknown"]


def test_what_was_not_shown_is_not_remembered(evaluate: Evaluate) -> None:
    blocks = [["fix", True, "works"], ["fix", False, "fails"], ["code", False, None]]
    judged = [
        {"block": {"kind": kind, "raw": f"code {at}\n", "codes": []}, "isFolded": fold, "trial": t}
        for at, (kind, fold, t) in enumerate(blocks)
    ]
    text = evaluate("tutor/guard", f"m.remembered({json.dumps(judged)})")
    assert text == (
        "[Code that was not shown to the learner.]\n\n"
        "[A fix that was tried and did not work.]\n\ncode 2"
    )


@pytest.fixture(scope="module")
def exercises() -> list[Exercise]:
    """Return every exercise of the course."""
    lessons, _ = read_course(Project().lessons)
    return [exercise for lesson in lessons for exercise in lesson.exercises()]


def test_every_solution_of_the_course_is_known_under_other_names(
    evaluate: Evaluate, exercises: list[Exercise]
) -> None:
    pairs = [(other_names(code), code) for code in solutions(exercises)]
    code = f"{json.dumps(pairs)}.map(([text, solution]) => m.isClose(text, solution))"
    assert evaluate("tutor/code-similarity", code) == [True] * len(exercises)


def test_no_hint_of_the_course_would_be_folded(
    evaluate: Evaluate, exercises: list[Exercise]
) -> None:
    pairs = [
        (hint.markdown, code)
        for exercise, code in zip(exercises, solutions(exercises), strict=True)
        for hint in exercise.hints
    ]
    code = f"{json.dumps(pairs)}.filter(([text, solution]) => m.isClose(text, solution))"
    assert evaluate("tutor/code-similarity", code) == []


def solutions(exercises: list[Exercise]) -> list[str]:
    """Return the code of each exercise's solution."""
    return [exercise.solution.code for exercise in exercises if exercise.solution is not None]


def other_names(code: str) -> str:
    """Return code with some names changed and comments added, as a model would write it."""
    renamed = re.sub(r"\b(total|inputs|weights|bias|data|prediction)\b", r"my_\1", code)
    return "\n".join(
        f"{line}  # now" if line.endswith(")") else line for line in renamed.split("\n")
    )
