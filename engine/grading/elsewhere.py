"""A name that is there when the learner runs the cell by hand, and not when it is checked."""

import re

import engine
from engine.grading.exercises import catalogue
from engine.grading.outcome import Raised
from engine.grading.spec import Exercise

ALONE = "Each exercise is checked by itself, without your other cells"


def about_other_cells(exercise: Exercise, raised: Raised) -> str:
    """Return a sentence on where an unknown name may come from, or nothing."""
    found = re.match(r"name '(\w+)' is not defined", raised.message)
    if raised.type != "NameError" or found is None:
        return ""
    name = found[1]
    home = engine.PUBLIC.get(name)
    if home is not None and not home.startswith(exercise.withholds or ("-",)):
        return f" {ALONE}: put `from engine import {name}` at its top."
    if any(name in other.names for other in catalogue().values()):
        return f" {ALONE}: if you wrote `{name}` in another cell, copy it in."
    return ""
