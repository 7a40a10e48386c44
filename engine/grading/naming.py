"""A name that is missing, and which name the learner may have meant by another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from engine.grading.spec import Calls, Exercise


@dataclass(frozen=True)
class Diagnosis:
    """A mistake that was recognised, and the words for it."""

    id: str
    words: str


def missing_names(exercise: Exercise, defined: Mapping[str, object]) -> list[str]:
    """Return the names that the exercise needs and the code does not define."""
    return [name for name in exercise.names if name not in defined]


def about_missing(exercise: Exercise, defined: Mapping[str, object]) -> Diagnosis:
    """Return what to say where a name is missing."""
    name = missing_names(exercise, defined)[0]
    others = [other for other in defined if other not in exercise.names]
    functions = [other for other in others if defined[other] == "function"]
    is_function = any(isinstance(c, Calls) and c.function == name for c in exercise.checks)
    candidates = functions if is_function else [o for o in others if defined[o] == "value"]
    meant = same_letters(name, others) or nearly(name, others)
    if meant:
        return misspelt(name, meant)
    if len(candidates) == 1:
        return Diagnosis(
            "other-name",
            f"You have called it `{candidates[0]}`; "
            f"the check looks for `{name}`. Names have to be exactly as the task says.",
        )
    return not_there(name, is_function)


def misspelt(name: str, meant: str) -> Diagnosis:
    """Return what to say about a name that is nearly right."""
    if meant.lower() == name.lower():
        how = "Capital and small letters make different names in Python."
    else:
        how = "Even one different character makes another name."
    words = f"The task asks for `{name}`, and your code has `{meant}`. {how}"
    return Diagnosis("misspelt-name", words)


def not_there(name: str, is_function: bool) -> Diagnosis:
    """Return what to say where nothing looks like the name."""
    if is_function:
        return Diagnosis(
            "missing-name",
            f"Your code does not define `{name}` yet. Start with `def {name}(...):`.",
        )
    return Diagnosis(
        "missing-name", f"Your code does not set `{name}` yet. Give it a value with `{name} = ...`."
    )


def same_letters(name: str, others: Sequence[str]) -> str | None:
    """Return another name that differs in case and underscores only."""
    bare = name.replace("_", "").lower()
    return next((other for other in others if other.replace("_", "").lower() == bare), None)


def nearly(name: str, others: Sequence[str]) -> str | None:
    """Return another name that is spelt nearly the same."""
    if len(name) < 3:
        return None
    return next(iter(get_close_matches(name, others, 1, 0.75)), None)
