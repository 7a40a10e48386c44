"""Endings before any check: code that is no Python, stops with an error, or lacks a name."""

from engine.grading.elsewhere import about_other_cells
from engine.grading.naming import about_missing, missing_names
from engine.grading.outcome import Raised, explained, read_raised
from engine.grading.result import CheckResult, GradeResult
from engine.grading.slow import out_of_time
from engine.grading.spec import Exercise
from engine.kernel.wire import JsonObject, record

ENDED = (
    "Your code ended Python itself while it was being checked, for example with `os._exit()`. "
    "Take that out, so that the checks can be made."
)
FAULT = (
    "The check itself went wrong here. That is not your mistake, and your code is kept. "
    "Run the earlier cells again and try once more."
)


def early_end(exercise: Exercise, observation: JsonObject) -> GradeResult | None:
    """Return the result where the checks could not be made; None where they were."""
    if "fault" in observation:
        return failed(exercise, FAULT, "fault")
    if observation.get("timed_out") or "interrupted" in record(observation, "cell"):
        return failed(exercise, out_of_time(exercise), "times-out")
    if "syntax" in observation:
        return no_python(exercise, record(observation, "syntax"))
    cell = record(observation, "cell")
    if "raised" in cell:
        return stopped(exercise, read_raised(record(cell, "raised")))
    if "cell" not in observation:
        return failed(exercise, ENDED, "ended-python")
    defined = record(observation, "names")
    if missing_names(exercise, defined):
        diagnosis = about_missing(exercise, defined)
        return failed(exercise, diagnosis.words, diagnosis.id)
    return None


def failed(
    exercise: Exercise, words: str, mistake: str | None, error: JsonObject | None = None
) -> GradeResult:
    """Return a result in which no check was made."""
    message = "This was not checked yet: see above."
    checks = tuple(CheckResult(check.name, False, message) for check in exercise.checks)
    return GradeResult(exercise.id, False, checks, words, mistake, error)


def no_python(exercise: Exercise, error: JsonObject) -> GradeResult:
    """Return the result for code that Python cannot read: only that is said."""
    line = error.get("line")
    where = f"It gets stuck in line {line}" if line else "It gets stuck"
    plain = explained(error)
    what = f". {plain}" if plain else f": {error.get('message')}."
    words = f"Python cannot read this code yet. {where}{what}"
    return failed(exercise, words, "syntax-error", error)


def stopped(exercise: Exercise, raised: Raised) -> GradeResult:
    """Return the result for code that stops with an error before anything can be called."""
    if "SystemExit" in raised.types:
        words = (
            "Your code asks Python to stop (`sys.exit()` or `exit()`), so the checks could not be "
            "made. Take that line out."
        )
        return failed(exercise, words, "asks-to-stop", raised.report)
    if "EOFError" in raised.types:
        words = (
            "Your code waits for `input()`. Nobody types while it is being checked: "
            "give the values in the code instead."
        )
        return failed(exercise, words, "waits-for-input", raised.report)
    line = raised.report.get("line")
    where = f" in line {line}" if line else ""
    what = f"{raised.type}: {raised.message}" if raised.message else raised.type
    words = f"Your code stopped with an error{where}, before it could be checked: `{what}`."
    words = words.replace("``", "`")
    words += about_other_cells(exercise, raised) or f" {explained(raised.report)}".rstrip()
    return failed(exercise, words, "stops-with-error", raised.report)
