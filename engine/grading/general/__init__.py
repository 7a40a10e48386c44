"""Mistakes that are the same in every exercise: printing, changing an argument, and so on.

Each is a function from the evidence to a diagnosis or None; the first that fits is told. They
come after the exercise's own known mistakes.
"""

from collections.abc import Callable, Sequence

from engine.grading.general import calling, giving, numbers
from engine.grading.general.evidence import Evidence
from engine.grading.naming import Diagnosis

RULES: Sequence[Callable[[Evidence], Diagnosis | None]] = (
    calling.times_out,
    calling.endless_recursion,
    calling.not_a_function,
    calling.wrong_parameters,
    calling.waits_for_input,
    calling.asks_to_stop,
    giving.returns_exception,
    giving.prints_instead,
    giving.returns_none,
    giving.returns_a_thing,
    giving.text_for_number,
    giving.in_a_list,
    calling.changes_argument,
    numbers.upside_down,
    numbers.only_the_example,
    numbers.transposed,
    numbers.wrong_shape,
    numbers.rounded,
    calling.stops_with_error,
)


def recognise_general(evidence: Evidence) -> Diagnosis | None:
    """Return the first general mistake that fits."""
    return next(filter(None, (rule(evidence) for rule in RULES)), None)
