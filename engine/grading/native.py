"""Grading on this machine: the learner's code in a child process, the judge here."""

from contextlib import ExitStack
from random import SystemRandom

from engine.grading.court import judge
from engine.grading.exercises import load
from engine.grading.plan import make_plan
from engine.grading.realm import Realm
from engine.grading.result import ExerciseText, GradeResult
from engine.kernel.observe import USUAL_SECONDS
from engine.kernel.wire import JsonObject, measure


def grade(exercise_text: ExerciseText, code: str, seed: int | None = None) -> GradeResult:
    """Return how good a program is, as the page would.

    Args:
        exercise_text: The exercise with its set-up and known mistakes.
        code: The learner's program.
        seed: Chooses the random cases; fresh ones where it is None.

    Raises:
        UnknownExercise: There is no such exercise.
    """
    exercise = load(exercise_text.id)
    plan = make_plan(exercise, SystemRandom().randrange(2**31) if seed is None else seed)
    with Realm(exercise.withholds) as realm:
        observation = realm.observe(code, exercise_text.setup, plan, exercise.seconds)
    with ExitStack() as stack:
        mistakes = Mistakes(stack)
        return judge(exercise_text, plan, observation, mistakes.observe)


class Mistakes:
    """A realm for the course's own wrong programs, started when the first one is needed."""

    def __init__(self, stack: ExitStack) -> None:
        """Prepare the realm.

        Args:
            stack: Ends the realm when it is done with.
        """
        self.stack = stack
        self.realm: Realm | None = None

    def observe(self, code: str, setup: str, plan: JsonObject) -> JsonObject:
        """Return the Observation of one known mistake."""
        if self.realm is None or self.realm.has_ended:
            self.realm = self.stack.enter_context(Realm())
        return self.realm.observe(code, setup, plan, measure(plan, "seconds", USUAL_SECONDS))
