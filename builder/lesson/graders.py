"""Check that every exercise of a lesson can be graded."""

from builder.lesson.model import Lesson, Problem
from builder.lesson.problems import nearest
from engine.grading import exercise_ids

HOW = "engine/grading/README.md says how to add its checks"


def check_graders(lesson: Lesson) -> list[Problem]:
    """Return the exercises that `engine.grading` does not know."""
    known = exercise_ids()
    found = []
    for exercise in lesson.exercises():
        if exercise.id and exercise.id not in known:
            guess = nearest(exercise.id, known)
            todo = f"did you mean '{guess}'?" if guess else HOW
            message = f"nothing grades the exercise '{exercise.id}': {todo}"
            found.append(Problem(lesson.path, exercise.line, message))
    return found


def check_exercise_ids(lesson: Lesson) -> list[Problem]:
    """Return the unknown exercises of a lesson of which `engine.grading` knows others.

    A lesson of which it knows none is still being written. It can be looked at; the check of the
    course does not let it pass.
    """
    unknown = check_graders(lesson)
    return unknown if len(unknown) < len(lesson.exercises()) else []
