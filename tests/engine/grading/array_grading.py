"""Grades many programs of lesson 5 in the same two processes, because numpy takes time to load."""

import textwrap
from functools import cache

from builder.lesson.course import read_course
from builder.project import ROOT
from engine.grading import ExerciseText, GradeResult, KnownMistake, judge, load, make_plan
from engine.grading.realm import Realm
from engine.kernel.wire import JsonObject, measure


@cache
def words() -> dict[str, ExerciseText]:
    """Return what the lesson says of each of its exercises."""
    lessons, _ = read_course(ROOT / "lessons")
    lesson = next(each for each in lessons if each.id == "numpy-network")
    return {
        exercise.id: ExerciseText(
            exercise.id,
            mistakes=[
                KnownMistake(each.id, each.code, each.feedback) for each in exercise.mistakes
            ],
        )
        for exercise in lesson.exercises()
    }


class Grader:
    """Grades one program after the other.

    Args:
        learner: Runs the programs.
        course: Runs the lesson's known mistakes.
    """

    def __init__(self, learner: Realm, course: Realm) -> None:
        self.learner = learner
        self.course = course

    def grade(self, exercise: str, code: str, seed: int = 7) -> GradeResult:
        """Return how good a program is."""
        plan = make_plan(load(exercise), seed)
        seen = self.learner.observe(textwrap.dedent(code), "", plan, load(exercise).seconds)
        return judge(words()[exercise], plan, seen, self.replay)

    def replay(self, code: str, setup: str, plan: JsonObject) -> JsonObject:
        """Return the Observation of a known mistake."""
        return self.course.observe(code, setup, plan, measure(plan, "seconds", 5))
