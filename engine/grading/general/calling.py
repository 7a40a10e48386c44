"""Calls that do not work out: no end, an error, wrong arguments, changed ones."""

from engine.grading.elsewhere import about_other_cells
from engine.grading.general.evidence import Evidence
from engine.grading.mark import argument_name
from engine.grading.naming import Diagnosis
from engine.grading.outcome import explained
from engine.grading.slow import out_of_time
from engine.grading.spec import Calls
from engine.kernel.wire import record, texts


def times_out(evidence: Evidence) -> Diagnosis | None:
    """Recognise a call that does not end."""
    mark = next((each for each in evidence.wrong if each.outcome.is_endless), None)
    if mark is None:
        return None
    check = mark.trial.check
    known = check.endless if isinstance(check, Calls) else ""
    return Diagnosis("times-out", out_of_time(evidence.exercise, mark.trial.shown, known))


def endless_recursion(evidence: Evidence) -> Diagnosis | None:
    """Recognise a function that calls itself for ever."""
    raised = evidence.first.outcome.raised
    if raised is None or raised.type != "RecursionError":
        return None
    return Diagnosis(
        "endless-recursion",
        f"`{evidence.first.trial.shown}` calls itself again and again and never comes to an end. "
        "A function that calls itself needs a case in which it does not.",
    )


def not_a_function(evidence: Evidence) -> Diagnosis | None:
    """Recognise a name that holds no function."""
    check = evidence.first.trial.check
    if not isinstance(check, Calls):
        return None
    function = record(evidence.functions, check.function)
    if function.get("kind") != "value":
        return None
    name = check.function
    return Diagnosis(
        "not-a-function",
        f"`{name}` is a value in your code, and the task asks for a function. "
        f"Start with `def {name}(...):`, and do not set `{name} = ...` further down.",
    )


def wrong_parameters(evidence: Evidence) -> Diagnosis | None:
    """Recognise a function that takes fewer or more arguments than the task gives it."""
    check = evidence.first.trial.check
    if not isinstance(check, Calls):
        return None
    function = record(evidence.functions, check.function)
    least, most = function.get("least"), function.get("most")
    count = len(evidence.first.trial.arguments)
    fits = not isinstance(least, int) or least <= count
    if fits and (not isinstance(most, int) or count <= most):
        return None
    takes = len(texts(function, "parameters"))
    return Diagnosis(
        "wrong-number-of-parameters",
        f"The task calls `{check.function}` with {arguments(count)}, as in "
        f"`{evidence.first.trial.shown}`. Yours takes {arguments(takes)}. "
        "Compare the `def` line with the task.",
    )


def arguments(count: int) -> str:
    """Return a number of arguments in words."""
    numbers = ("no", "one", "two", "three", "four", "five", "six")
    word = numbers[count] if count < len(numbers) else str(count)
    return f"{word} argument{'' if count == 1 else 's'}"


def waits_for_input(evidence: Evidence) -> Diagnosis | None:
    """Recognise a function that asks for input."""
    raised = evidence.first.outcome.raised
    if raised is None or raised.type != "EOFError":
        return None
    return Diagnosis(
        "waits-for-input",
        "Your function waits for `input()`. What it needs comes in as its arguments: use those.",
    )


def asks_to_stop(evidence: Evidence) -> Diagnosis | None:
    """Recognise a function that ends Python."""
    raised = evidence.first.outcome.raised
    if raised is None or "SystemExit" not in raised.types:
        return None
    return Diagnosis(
        "asks-to-stop",
        f"`{evidence.first.trial.shown}` asks Python to stop (`exit()`). "
        "To end a function with a result, use `return`.",
    )


def changes_argument(evidence: Evidence) -> Diagnosis | None:
    """Recognise a function that changes what it was given."""
    mark = next((each for each in evidence.wrong if each.outcome.changed), None)
    if mark is None or not isinstance(mark.trial.check, Calls) or mark.trial.check.may_change:
        return None
    function = record(evidence.functions, mark.trial.check.function)
    names = [argument_name(index, texts(function, "parameters")) for index in mark.outcome.changed]
    return Diagnosis(
        "changes-argument",
        f"`{mark.trial.shown}` changed {' and '.join(names)}. Whoever calls your function may "
        "still need the old value: work on a copy, or make a new list.",
    )


def stops_with_error(evidence: Evidence) -> Diagnosis | None:
    """Recognise any other error in a call."""
    mark = evidence.first
    raised = mark.outcome.raised
    if raised is None:
        return None
    line = raised.report.get("line")
    where = f" It comes from line {line} of your code." if line else ""
    more = about_other_cells(evidence.exercise, raised) or f" {explained(raised.report)}".rstrip()
    return Diagnosis("stops-with-error", f"{mark.finding.message}{where}{more}")
