"""All that is known about a program that failed."""

from dataclasses import dataclass
from functools import cached_property

from engine.grading.mark import Mark
from engine.grading.spec import Exercise
from engine.kernel.wire import JsonObject


@dataclass(frozen=True)
class Evidence:
    """All that is known about a program that failed.

    Args:
        marks: Every trial, with what came of it.
        functions: How many arguments the learner's functions take, by name.
    """

    exercise: Exercise
    marks: tuple[Mark, ...]
    functions: JsonObject

    @cached_property
    def wrong(self) -> list[Mark]:
        """Return the trials that failed."""
        return [each for each in self.marks if not each.is_right]

    @cached_property
    def first(self) -> Mark:
        """Return the first trial that failed."""
        return self.wrong[0]

    @cached_property
    def results(self) -> list[Mark]:
        """Return the failed trials in which a call gave a result that a reference knows."""
        return [e for e in self.wrong if e.outcome.raised is None and e.wanted is not None]
