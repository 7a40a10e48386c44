"""Results that are given back in the wrong way: printed, None, text, a function."""

from engine.grading.compare import same, unfold
from engine.grading.general.evidence import Evidence
from engine.grading.mark import of_kind
from engine.grading.naming import Diagnosis
from engine.grading.phrases import as_number, show
from engine.kernel.decode import Thing


def prints_instead(evidence: Evidence) -> Diagnosis | None:
    """Recognise a function that prints its result."""
    silent = [e for e in evidence.wrong if e.outcome.raised is None and e.outcome.value is None]
    if len(silent) < len(evidence.wrong) or not all(each.outcome.printed for each in silent):
        return None
    printed = evidence.first.outcome.printed.strip().splitlines()[-1:] or [""]
    return Diagnosis(
        "prints-instead",
        f"`{evidence.first.trial.shown}` prints `{printed[0][:60].replace('`', chr(39))}` and "
        "gives back `None`. Printing shows a value on the screen; only `return` hands it to "
        "whoever called the function.",
    )


def returns_none(evidence: Evidence) -> Diagnosis | None:
    """Recognise a function that gives nothing back, always or on one of its ways."""
    silent = [each for each in evidence.results if each.outcome.value is None]
    if not silent or len(silent) < len(evidence.wrong) or isinstance(silent[0].outcome.value, dict):
        return None
    if len(silent) == len(evidence.marks):
        words = "Your function does its work, if any, and then ends without a `return`"
    else:
        words = "There is a way through your function that ends without a `return`"
    return Diagnosis(
        "returns-none",
        f"`{silent[0].trial.shown}` gave `None`. {words}, so nothing is given back.",
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
    """Recognise text where a number is asked for."""
    mark = evidence.first
    if not isinstance(mark.outcome.value, str) or as_number(mark.wanted) is None:
        return None
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
