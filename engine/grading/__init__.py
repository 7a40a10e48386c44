"""Grading: what is right in every exercise, and what a wrong answer is told.

README.md shows how to add an exercise.
"""

from engine.grading.exercises import UnknownExercise, exercise_ids, load
from engine.grading.grade import grade
from engine.grading.judge import judge
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
