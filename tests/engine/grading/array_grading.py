"""Grades many programs of lesson 5 in the same two processes, because numpy takes time to load."""

import textwrap

from engine.grading import GradeResult, judge, load, make_plan
from engine.grading.realm import Realm
from engine.kernel.wire import JsonObject, measure
from tests.engine.grading.lesson_words import words


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
