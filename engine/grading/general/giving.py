"""Results that are given back in the wrong way: printed, None, text, a function."""

from engine.grading.compare import same, unfold
from engine.grading.general.evidence import Evidence
from engine.grading.mark import Mark, of_kind
from engine.grading.naming import Diagnosis
from engine.grading.phrases import as_number, show
from engine.kernel.decode import Thing


def silent(evidence: Evidence) -> list[Mark]:
    """Return the failed calls if every one of them gave None; else nothing."""
    quiet = [
        mark
        for mark in evidence.wrong
        if mark.outcome.value is None and mark.outcome.raised is None and mark.outcome.is_reached
    ]
    return quiet if len(quiet) == len(evidence.wrong) else []


def prints_instead(evidence: Evidence) -> Diagnosis | None:
    """Recognise a function that prints its result."""
    quiet = silent(evidence)
    if not quiet or not all(mark.outcome.printed.strip() for mark in quiet):
        return None
    printed = quiet[0].outcome.printed.strip().splitlines()[-1].strip()
    return Diagnosis(
        "prints-instead",
        f"`{quiet[0].trial.shown}` prints `{printed[:60].replace('`', chr(39))}` and "
        "gives back `None`. Printing shows a value on the screen; only `return` hands it to "
        "whoever called the function.",
    )


def returns_none(evidence: Evidence) -> Diagnosis | None:
    """Recognise a function that gives nothing back, always or on one of its ways."""
    quiet = silent(evidence)
    if not quiet or (quiet[0].expected is not None and quiet[0].wanted is None):
        return None
    if all(mark.outcome.value is None for mark in evidence.marks):
        words = "Your function ends without a `return`"
    else:
        words = "There is a way through your function that ends without a `return`"
    return Diagnosis(
        "returns-none",
        f"`{quiet[0].trial.shown}` gave `None`. {words}, so nothing is given back.",
    )


def returns_a_thing(evidence: Evidence) -> Diagnosis | None:
    """Recognise a result that is a function, a class, a generator."""
    thing = evidence.first.outcome.value
    if not isinstance(thing, Thing) or evidence.first.outcome.raised:
        return None
    advice = {
        "function": "Put round brackets after its name to call it: `name(...)`.",
        "generator": "It makes values only when asked. Put `list(...)` or `sum(...)` around it.",
        "map": "It makes values only when asked. Put `list(...)` or `sum(...)` around it.",
        "ellipsis": "The three dots stand where your own code belongs.",
        "type": "That is the kind of value, and not a value.",
    }
    key = "function" if of_kind(thing) == "a function" else thing.kind
    shown = evidence.first.trial.shown
    return Diagnosis(
        "returns-a-function" if key == "function" else "returns-an-object",
        f"`{shown}` gave {of_kind(thing)} and no plain value. {advice.get(key, '')}".strip(),
    )


def returns_exception(evidence: Evidence) -> Diagnosis | None:
    """Recognise an exception that is returned or printed where it should be raised."""
    mark = evidence.first
    wanted = mark.expected.raised if mark.expected else None
    if wanted is None or mark.outcome.raised is not None:
        return None
    value, name = mark.outcome.value, wanted.type
    is_it = isinstance(value, Thing) and name in (value.kind, value.text.partition("(")[0])
    if not is_it and name not in f"{show(value)} {mark.outcome.printed}":
        return None
    return Diagnosis(
        "returns-exception",
        f"`{mark.trial.shown}` hands `{name}` back or prints it. An error is raised, with "
        f"`raise {name}(...)`: then whoever called the function cannot miss it.",
    )


def text_for_number(evidence: Evidence) -> Diagnosis | None:
    """Recognise text where a number, or `True` or `False`, is asked for."""
    mark = evidence.first
    if not isinstance(mark.outcome.value, str) or as_number(mark.wanted) is None:
        return None
    if isinstance(mark.wanted, bool):
        return Diagnosis(
            "text-instead-of-number",
            f"`{mark.trial.shown}` gave the text `{show(mark.outcome.value)}`. `True` or `False` "
            "is asked for, without quotation marks.",
        )
    return Diagnosis(
        "text-instead-of-number",
        f"`{mark.trial.shown}` gave the text `{show(mark.outcome.value)}`. A number is asked for: "
        "give it back without quotation marks, `str()` or an f-string.",
    )


def in_a_list(evidence: Evidence) -> Diagnosis | None:
    """Recognise a right result that is wrapped in a list or tuple."""
    for mark in evidence.results:
        value = unfold(mark.outcome.value)
        if (
            not isinstance(value, list | tuple)
            or len(value) != 1
            or not same(value[0], mark.wanted)
        ):
            return None
    if not evidence.results:
        return None
    mark = evidence.first
    return Diagnosis(
        "in-a-list",
        f"`{mark.trial.shown}` gave `{show(mark.outcome.value)}`: the right value, but with a list "
        "or brackets around it. A comma at the end of a line makes a tuple, too.",
    )
