"""The exercises of every lesson, one module a lesson, found by their ids.

A module `learning_rule.py` belongs to the lesson `learning-rule` and has a tuple `EXERCISES`.
It imports no numpy at its top: what needs numpy imports it in the function that does.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from engine.grading.spec import Exercise


class UnknownExercise(LookupError):
    """There is no exercise with this id."""


@cache
def catalogue() -> dict[str, Exercise]:
    """Return all exercises by id."""
    found: dict[str, Exercise] = {}
    for module in iter_modules(__path__):
        home = import_module(f"{__name__}.{module.name}")
        for exercise in home.EXERCISES:
            if exercise.id in found:
                raise ValueError(f"two exercises have the id '{exercise.id}'")
            found[exercise.id] = exercise
    return found


def exercise_ids() -> tuple[str, ...]:
    """Return the ids of all exercises."""
    return tuple(catalogue())


def load(exercise_id: str) -> Exercise:
    """Return one exercise.

    Raises:
        UnknownExercise: There is none with this id.
    """
    try:
        return catalogue()[exercise_id]
    except KeyError:
        raise UnknownExercise(f"there is no exercise '{exercise_id}'") from None
