"""Which known mistake a wrong program behaves like, however it is written."""

from collections.abc import Callable, Sequence

from engine.grading.compare import same
from engine.grading.mark import Mark
from engine.grading.result import KnownMistake

# Runs a known mistake on the first so many of the same trials; gives None where it cannot be
# compared.
Replay = Callable[[KnownMistake, int], Sequence[Mark] | None]


def recognise(
    marks: Sequence[Mark], mistakes: Sequence[KnownMistake], replay: Replay
) -> KnownMistake | None:
    """Return the first mistake that does on every trial what the learner's code does.

    Most mistakes differ from the learner's code before its first wrong trial or in it, so only
    those that do not are run further. A trial may be a whole training.
    """
    first = next((index for index, each in enumerate(marks) if not each.is_right), len(marks))
    stages = sorted({count for count in (first, first + 1, len(marks)) if 0 < count <= len(marks)})
    for mistake in mistakes:
        replayed: Sequence[Mark] | None = None
        for count in stages:
            replayed = replay(mistake, count)
            if not replayed or not alike(marks[:count], replayed):
                break
        else:
            if replayed and not all(each.is_right for each in replayed):
                return mistake
    return None


def alike(marks: Sequence[Mark], others: Sequence[Mark]) -> bool:
    """Return whether two programs did the same on all trials."""
    return len(marks) == len(others) and all(map(alike_once, marks, others))


def alike_once(one: Mark, other: Mark) -> bool:
    """Return whether two programs did the same on one trial: both right, or wrong alike."""
    if one.is_right or other.is_right:
        return one.is_right and other.is_right
    first, second = one.outcome, other.outcome
    if (first.is_endless, first.is_reached) != (second.is_endless, second.is_reached):
        return False
    if first.raised or second.raised:
        return bool(first.raised and second.raised) and kind_raised(one) == kind_raised(other)
    if first.changed != second.changed:
        return False
    if first.value is None and second.value is None:
        return bool(first.printed) == bool(second.printed)
    return same(behaviour(one), behaviour(other))


def kind_raised(mark: Mark) -> str:
    """Return the type of what ended a call."""
    return mark.outcome.raised.type if mark.outcome.raised else ""


def behaviour(mark: Mark) -> object:
    """Return what two wrong results must share to be the same mistake."""
    return mark.outcome.value if mark.finding.behaviour is None else mark.finding.behaviour
