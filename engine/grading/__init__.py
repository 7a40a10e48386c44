"""Grading: what is right in every exercise, and what a wrong answer is told.

README.md shows how to add an exercise.
"""

from engine.grading.court import judge
from engine.grading.exercises import UnknownExercise, exercise_ids, load
from engine.grading.plan import make_plan
from engine.grading.result import CheckResult, ExerciseText, GradeResult, KnownMistake

__all__ = [
    "CheckResult",
    "ExerciseText",
    "GradeResult",
    "KnownMistake",
    "UnknownExercise",
    "exercise_ids",
    "grade",
    "judge",
    "load",
    "make_plan",
]


def grade(exercise_text: ExerciseText, code: str, seed: int | None = None) -> GradeResult:
    """Return how good a program is, as the page would; see `engine.grading.native`.

    What starts processes is imported here and not above: the page has none.
    """
    from engine.grading.native import grade as grade_natively

    return grade_natively(exercise_text, code, seed)
