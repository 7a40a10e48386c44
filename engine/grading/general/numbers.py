"""Results that are wrong in a way that can be named: the opposite, rounded, transposed."""

from math import isinf

from engine.grading.compare import same, shape, unfold
from engine.grading.general.evidence import Evidence
from engine.grading.mark import Mark
from engine.grading.naming import Diagnosis
from engine.grading.phrases import as_number, show
from engine.grading.shapes import flatten_all, parts_misfit
from engine.grading.spec import Calls
from engine.kernel.decode import ArrayData


def upside_down(evidence: Evidence) -> Diagnosis | None:
    """Recognise 0 where 1 is right and 1 where 0 is right, every time."""
    if len(evidence.results) < len(evidence.marks) or len(evidence.marks) < 3:
        return None
    for mark in evidence.results:
        got, wanted = as_number(mark.outcome.value), as_number(mark.wanted)
        if wanted not in (0, 1) or got is None or got != 1 - wanted:
            return None
    return Diagnosis(
        "upside-down",
        f"`{evidence.first.trial.shown}` gave `{show(evidence.first.outcome.value)}`, and every "
        "answer is the other way round: 0 and 1 have changed places.",
    )


def only_the_example(evidence: Evidence) -> Diagnosis | None:
    """Recognise one fixed answer that is right for the example of the task."""
    marks = [each for each in evidence.marks if each.wanted is not None]
    if len(marks) < 3 or not marks[0].is_right or not evidence.results:
        return None
    constant = marks[0].outcome.value
    if not all(e.outcome.raised is None and same(e.outcome.value, constant) for e in marks):
        return None
    return Diagnosis(
        "only-the-example",
        f"Your function gives `{show(constant)}` whatever it is called with. That is right for "
        f"`{marks[0].trial.shown}`, and wrong for `{evidence.first.trial.shown}`: "
        "work the answer out from the arguments.",
    )


def transposed(evidence: Evidence) -> Diagnosis | None:
    """Recognise rows and columns that have changed places."""
    flipped = 0
    for mark in evidence.results:
        got, wanted = unfold(mark.outcome.value), unfold(mark.wanted)
        sizes, right = shape(got), shape(wanted)
        if not sizes or len(sizes) != 2 or not right or sizes != right[::-1] or 0 in sizes:
            return None
        flipped += isinstance(got, list | tuple) and same(
            [list(r) for r in zip(*got, strict=True)], wanted
        )
    if not flipped or flipped < len(evidence.results):
        return None
    mark = evidence.first
    return Diagnosis(
        "transposed",
        f"`{mark.trial.shown}` gave the right numbers with rows and columns changed round: the "
        f"shape is `{shape(mark.outcome.value)}` and should be `{shape(mark.wanted)}`.",
    )


def misshapen(evidence: Evidence) -> list[Mark]:
    """Return the results of a wrong shape, those for several examples first: they say more."""
    found = []
    for mark in evidence.results:
        check, arguments = mark.trial.check, mark.trial.arguments
        if not isinstance(check, Calls):
            continue
        if parts_misfit("", mark.outcome.value, mark.wanted, check.parts):
            found.append((shape(arguments[0] if arguments else 0), mark))
    return [mark for _, mark in sorted(found, key=lambda pair: (pair[0] or ())[:1] == (1,))]


def wrong_shape(evidence: Evidence) -> Diagnosis | None:
    """Recognise a list or array of another size."""
    mark = evidence.first
    if mark.outcome.raised is None and (found := misshapen(evidence)):
        return Diagnosis("wrong-shape", found[0].finding.message)
    got, wanted = shape(mark.outcome.value), shape(mark.wanted)
    if mark.wanted is None or not wanted or not got or got == wanted or mark.outcome.raised:
        return None
    if len(wanted) < 2 and len(got) < 2:
        return None
    return Diagnosis(
        "wrong-shape",
        f"`{mark.trial.shown}` gave the shape `{got}`. It should have the shape `{wanted}`.",
    )


def rounded(evidence: Evidence) -> Diagnosis | None:
    """Recognise results that were rounded, a number or each in an array."""
    if not all(is_cut(mark.outcome.value, mark.wanted) for mark in evidence.results):
        return None
    if not evidence.results or len(evidence.results) < len(evidence.wrong):
        return None
    mark = evidence.first
    if isinstance(mark.outcome.value, ArrayData) and "int" in mark.outcome.value.dtype:
        return Diagnosis(
            "whole-numbers",
            f"{mark.finding.message} Your array holds whole numbers only (`"
            f"{mark.outcome.value.dtype}`), so what is put into it loses its digits. "
            "Make an array of floats, such as `np.zeros(Z.shape)`.",
        )
    return Diagnosis(
        "rounded",
        f"`{mark.trial.shown}` gave `{show(mark.outcome.value)}`. It should give "
        f"`{show(mark.wanted)}`: leave out `round()`, `int()` and `//`, which cut digits off.",
    )


def is_cut(got: object, wanted: object) -> bool:
    """Return whether a number, or all in an array, lack the digits of the ones that are wanted."""
    pairs = [
        (as_number(g), as_number(w))
        for g, w in zip(flatten_all(got), flatten_all(wanted), strict=False)
    ]
    known = [(g, w) for g, w in pairs if g is not None and w is not None and not isinf(w)]
    if same(got, wanted) or shape(got) != shape(wanted) or not known or len(known) < len(pairs):
        return False
    is_whole = not shape(got) or (isinstance(got, ArrayData) and "int" in got.dtype)
    return (is_whole and all(int(w) == g for g, w in known)) or any(
        all(round(w, digits) == g for g, w in known) for digits in range(not is_whole, 6)
    )
