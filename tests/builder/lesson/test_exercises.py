"""What belongs to an exercise, and what an author is told who leaves some of it out."""

from collections.abc import Callable

import pytest

from builder.lesson.model import Block, Exercise

TASK = "## Double\n\nReturn twice a number.\n\n```python exercise id=double\nx = 1\n```\n"
HINTS = "".join(
    f"\n<details><summary>Hint {n}</summary>\n\nThink {n}.\n\n</details>\n" for n in (1, 2, 3)
)
MISTAKES = "".join(
    f"\n<details><summary>Mistake: number {n}</summary>\n\n"
    f"```python mistake id=wrong-{n}\nx = {n}\n```\n\nIt is not {n}.\n\n</details>\n"
    for n in (2, 3, 4, 5)
)
SOLUTION = (
    "\n<details><summary>Solution</summary>\n\n"
    "```python solution\nx = 0\n```\n\nIt is 0.\n\n</details>\n"
)
WHOLE = TASK + HINTS + MISTAKES + SOLUTION
NAME = "the exercise 'double'"
FORM = "<details><summary>Solution</summary>"
OUT = "move it out of the <details>"
# What is changed in the whole exercise, into what, and what the author is told.
CHANGES = [
    (HINTS, "", [f"5: {NAME} has no hints and needs 3: add 3"]),
    (SOLUTION, "", [f"5: {NAME} has no solution: add {FORM} with a `python solution` fence"]),
    (MISTAKES, "", [f"5: {NAME} has no known mistakes and needs 4: add 4"]),
    (HINTS, HINTS + HINTS.replace("t 3", "t 6").replace("t 2", "t 5").replace("t 1", "t 4"),
     [f"5: {NAME} has 6 hints: keep 3"]),
    (SOLUTION, SOLUTION * 2, ["77: this exercise has a second solution: keep one"]),
    (" id=double", "", ["5: this exercise has no id: add id=some-name"]),
    ("## Double\n\n", "",
     ["3: this exercise has no title: add a heading before its task"]),
    ("Return twice a number.\n\n", "",
     ["3: this exercise has no task: say what to do, with an example, before its code"]),
    ("x = 1\n", "x = \n", ["6: syntax error in this starter: invalid syntax"]),
    ("Hint 2", "Hint 3", ["15: this is hint 2, but its title is 'Hint 3': write 'Hint 2'"]),
    ("Hint 2", "Hin 2", ["15: unknown title 'Hin': did you mean 'Hint 1'?"]),
    ("Think 1.", "", ["9: this hint has no words: write some after a blank line"]),
    ("Think 1.", "Think.\n\n```output\n1\n```",
     [f"13: an output cannot stand in a hint: {OUT}"]),
    ("Think 1.", "Think.\n\n```python run\n1\n```",
     [f"13: a `python run` fence cannot stand in a hint: {OUT}"]),
    ("Think 1.", "Think.\n\n<!-- quiz id=a -->",
     [f"13: the mark 'quiz' cannot stand in a hint: {OUT}"]),
    ("wrong-3", "wrong-2", ["37: the mistake id 'wrong-2' is taken in line 27: rename one"]),
    ("x = 3", "x = 2",
     ["37: this mistake has the same code as the one in line 27: change or delete it"]),
    ("x = 3", "x = 0",
     ["37: this mistake has the same code as the solution: change or delete it"]),
    (" id=wrong-3", "", ["39: this mistake has no id: add id=some-name"]),
    ("Mistake: number 3", "Mistake 3",
     ["37: the title 'Mistake 3' does not tell the mistake: "
      "write 'Mistake: ' and what is wrong in a few words"]),
    ("It is not 2.", "",
     ["27: this mistake has no words: write what the learner is told below the code"]),
    ("x = 2\n", "x = \n", ["30: syntax error in this mistake: invalid syntax"]),
    ("x = 2\n", "\n", ["29: this mistake has no code: write it into the fence"]),
    ("```python mistake id=wrong-2\nx = 2\n```\n", "",
     ["27: this mistake has no `python mistake` fences: write one"]),
    ("It is 0.", "", ["67: this solution has no explanation: explain its lines below the code"]),
    (">Solution", ">Solution in Python",
     ["67: the title 'Solution in Python' is not 'Solution': write that alone"]),
    ("x = 0\n", "x = \n", ["70: syntax error in this solution: invalid syntax"]),
    ("```python solution\nx = 0\n```\n", "",
     ["67: this solution has no `python solution` fences: write one"]),
    ("Think 1.\n\n</details>\n", "Think 1.\n",
     ["9: this <details> is not closed before line 13: add </details>"]),
    ("It is 0.\n\n</details>\n", "It is 0.\n",
     ["67: this <details> is never closed: add </details>"]),
    ("Hint 3</summary>\n\n", "Hint 3</summary>\n", ["21: leave a blank line after </summary>"]),
    ("Think 1.\n\n</details>\n", "Think 1.\n\n</details>\nMore.\n",
     ["13: leave a blank line after </details>"]),
    (HINTS, "\n## Next\n" + HINTS,
     [f"5: {NAME} has no hints and needs 3: add 3",
      f"5: {NAME} has no solution: add {FORM} with a `python solution` fence",
      f"5: {NAME} has no known mistakes and needs 4: add 4",
      *(f"{line}: this hint belongs to no exercise: move it below one" for line in (11, 17, 23)),
      *(f"{line}: this mistake belongs to no exercise: move it below one"
        for line in (29, 39, 49, 59)),
      "69: this solution belongs to no exercise: move it below one"]),
]  # fmt: skip


def test_a_whole_exercise_has_all_its_parts(blocks: Callable[[str], tuple[Block, ...]]) -> None:
    exercise = blocks(WHOLE)[-1]
    assert isinstance(exercise, Exercise)
    assert (exercise.line, exercise.id, exercise.title) == (11, "double", "Double")
    assert (exercise.starter, exercise.solution and exercise.solution.code) == ("x = 1", "x = 0")
    assert [hint.markdown for hint in exercise.hints] == ["Think 1.", "Think 2.", "Think 3."]
    assert [mistake.code for mistake in exercise.mistakes] == ["x = 2", "x = 3", "x = 4", "x = 5"]
    first = exercise.mistakes[0]
    assert (first.id, first.title, first.feedback) == ("wrong-2", "number 2", "It is not 2.")


@pytest.mark.parametrize(("old", "new", "expected"), CHANGES)
def test_the_author_is_told_of_a_part(
    old: str, new: str, expected: list[str], told: Callable[[str], list[str]]
) -> None:
    assert old in WHOLE
    assert told(WHOLE.replace(old, new, 1)) == [f"example.md:{line}" for line in expected]


def test_two_exercises_need_two_headings(told: Callable[[str], list[str]]) -> None:
    second = WHOLE.replace("## Double\n\n", "\n").replace("=double", "=again")
    line = WHOLE.count("\n") + 4
    message = "the exercise in line 5 has the same heading: add one before"
    assert told(WHOLE + second) == [f"example.md:{line}: {message}"]


def test_a_deeper_heading_does_not_end_an_exercise(told: Callable[[str], list[str]]) -> None:
    assert told(TASK + "\n### Hints\n" + HINTS + MISTAKES + SOLUTION) == []
