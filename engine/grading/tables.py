"""Small tables of text under a grader's words: the learner's values beside the expected ones."""

from collections.abc import Sequence

from engine.grading.mark import Mark
from engine.grading.spec import Exercise, Seen


def table_below(exercise: Exercise, marks: Sequence[Mark]) -> str:
    """Return the exercise's table as a paragraph of its own, or nothing."""
    if exercise.table is None:
        return ""
    table = exercise.table([seen(each) for each in marks if gave_a_value(each)])
    return f"\n\n{table}" if table else ""


def gave_a_value(mark: Mark) -> bool:
    """Return whether a call gave a value that can be put beside an expected one."""
    outcome, expected = mark.outcome, mark.expected
    ended = outcome.is_reached and not outcome.is_endless and outcome.raised is None
    return ended and expected is not None and expected.raised is None


def seen(mark: Mark) -> Seen:
    """Return a call as tables show it."""
    return Seen(mark.trial.arguments, mark.outcome.value, mark.wanted, mark.is_right)


def grid(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return rows under headings, with the columns lined up.

    >>> print(grid(["epoch", "w"], [["1", "[0.5]"], ["2", "[1.0]"]]))
    epoch | w
    1     | [0.5]
    2     | [1.0]
    """
    lines = [headings, *rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    padded = [
        [cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in lines
    ]
    return "\n".join(" | ".join(line).rstrip() for line in padded)
