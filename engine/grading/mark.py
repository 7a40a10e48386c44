"""Whether one outcome is right, and if not, what to say about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.grading.compare import same
from engine.grading.outcome import Outcome
from engine.grading.phrases import apart, show
from engine.grading.plan import Trial
from engine.grading.shapes import items, parts_misfit
from engine.grading.spec import RIGHT, Calls, Finding, Reads
from engine.kernel.decode import ArrayData, Thing


@dataclass(frozen=True)
class Signature:
    """How a learner's function speaks: its names for what goes in and what comes out."""

    parameters: tuple[str, ...] = ()
    returns: tuple[str, ...] = ()


NAMELESS = Signature()
# numpy's own words on shapes are longer than this, and stand below in full.
LONGEST_ERROR = 90


@dataclass(frozen=True)
class Mark:
    """What the judge says about one trial.

    Args:
        expected: What the reference did; None where a judge decides.
        finding: Right, or what is wrong.
    """

    trial: Trial
    outcome: Outcome
    expected: Outcome | None
    finding: Finding

    @property
    def is_right(self) -> bool:
        """Return whether there is nothing wrong."""
        return not self.finding.message

    @property
    def wanted(self) -> object:
        """Return the value that a reference gave; None where there is none."""
        return self.expected.value if self.expected else None


def mark(trial: Trial, outcome: Outcome, signature: Signature = NAMELESS) -> Mark:
    """Return what is to be said about one outcome.

    Args:
        trial: What was called.
        outcome: What came back.
        signature: How the learner's function speaks.
    """
    check = trial.check
    expected = None if isinstance(check, Reads) or check.judge else trial.expected()
    if not outcome.is_reached:
        finding = Finding("This was not checked: the time was over.")
    elif outcome.is_endless:
        finding = Finding(f"`{trial.shown}` was stopped: the time was over.")
    else:
        finding = of_ending(trial, outcome, expected) or of_value(
            trial, outcome, expected, signature
        )
    if not finding.message:
        finding = of_arguments(trial, outcome, signature.parameters)
    return Mark(trial, outcome, expected, finding)


def of_ending(trial: Trial, outcome: Outcome, expected: Outcome | None) -> Finding | None:
    """Return what is to be said where a call was to raise, or did; None where neither."""
    wanted = expected.raised if expected else None
    raised = outcome.raised
    if raised is None and wanted is None:
        return None
    if raised is None:
        return Finding(f"{gave(trial, outcome)} It should raise `{wanted.type if wanted else ''}`.")
    if wanted is not None and wanted.type in raised.types:
        return RIGHT
    is_short = 0 < len(raised.message) <= LONGEST_ERROR
    words = f"{raised.type}: {raised.message}" if is_short else raised.type
    stopped = f"`{trial.shown}` stopped with the error `{words.replace('`', chr(39))}`."
    return Finding(f"{stopped} It should raise `{wanted.type}`." if wanted else stopped)


def of_value(
    trial: Trial, outcome: Outcome, expected: Outcome | None, signature: Signature
) -> Finding:
    """Return what is to be said about a result."""
    check = trial.check
    if isinstance(check, Reads) or check.judge:
        return judged(trial, outcome)
    if check.wants == "array" and not isinstance(outcome.value, ArrayData):
        return no_array(trial, outcome)
    wanted = expected.value if expected else None
    if same(outcome.value, wanted, check.relative, check.absolute):
        return RIGHT
    misfit = of_shape(trial, outcome.value, wanted, signature)
    return Finding(
        misfit
        or of_part(trial, outcome.value, wanted)
        or f"{gave(trial, outcome)} It should give `{show(wanted)}`."
    )


def no_array(trial: Trial, outcome: Outcome) -> Finding:
    """Return what is said where an array is wanted and something else came."""
    if isinstance(outcome.value, list | tuple):
        return Finding(
            f"{gave(trial, outcome)} That is a {type(outcome.value).__name__}, and a numpy array "
            "is wanted: `np.array(...)` makes one of it."
        )
    return Finding(f"{gave(trial, outcome)} It should be a numpy array.")


def of_shape(trial: Trial, value: object, wanted: object, signature: Signature) -> str:
    """Return what is said of a wrong shape, with the learner's names; empty where it fits."""
    check = trial.check
    if not isinstance(check, Calls):
        return ""
    call = f"`{check.function}(...)`"
    misfit = parts_misfit(call, value, wanted, check.parts, signature.returns)
    if not misfit or len(check.parts) not in (1, len(items(value))):
        return misfit
    shapes = [
        (name, argument.shape)
        for name, argument in zip(signature.parameters, trial.arguments, strict=False)
        if isinstance(argument, ArrayData)
    ]
    if len(shapes) == 1:
        return f"`{shapes[0][0]}` has the shape `{shapes[0][1]}` here. {misfit}"
    told = ", ".join(f"`{name} {shape}`" for name, shape in shapes)
    return f"The shapes here: {told}. {misfit}" if shapes else misfit


def of_part(trial: Trial, value: object, wanted: object) -> str:
    """Return which array of several is the first wrong one; empty where there are no parts."""
    check = trial.check
    if not isinstance(check, Calls) or len(check.parts) < 2 or value is None:
        return ""
    right: list[str] = []
    for part, got, want in zip(check.parts, items(value), items(wanted), strict=True):
        if same(got, want, check.relative, check.absolute):
            right.append(f"`{part.name}`")
            continue
        fine = f"{' and '.join(right)} {'are' if right[1:] else 'is'} right. " if right else ""
        told = " It should be ".join(f"`{text}`." for text in apart(got, want))
        return f"For `{trial.shown}`, {fine}`{part.name}` is {told}"
    return ""


def judged(trial: Trial, outcome: Outcome) -> Finding:
    """Return what the exercise's own judge says."""
    check = trial.check
    if isinstance(check, Reads):
        values = outcome.value if isinstance(outcome.value, dict) else {}
        arguments = [values.get(name) for name in check.names]
    else:
        arguments = [outcome.value, *trial.fresh_arguments()]
    if not callable(check.judge):
        raise TypeError(f"the check '{check.name}' has no judge")
    try:
        finding = check.judge(*arguments)
    except (TypeError, ValueError, LookupError, AttributeError, ArithmeticError):
        return Finding(f"{gave(trial, outcome)} That is not the kind of value that is asked for.")
    if not isinstance(finding, Finding):
        raise TypeError(f"the judge of '{check.name}' must return a Finding")
    return finding


def of_arguments(trial: Trial, outcome: Outcome, parameters: Sequence[str]) -> Finding:
    """Return what is to be said where a right result came with a changed argument."""
    check = trial.check
    if not isinstance(check, Calls):
        return RIGHT
    if outcome.changed and not check.may_change:
        names = " and ".join(argument_name(index, parameters) for index in outcome.changed)
        return Finding(
            f"`{trial.shown}` changed {names}. Leave what you are given as it is, "
            "and work on a copy."
        )
    if outcome.handed_back and check.new_result:
        names = " and ".join(argument_name(index, parameters) for index in outcome.handed_back)
        return Finding(f"`{trial.shown}` hands {names} back. It should give a new list.")
    return RIGHT


def argument_name(index: int, parameters: Sequence[str]) -> str:
    """Return how to speak of an argument: by the learner's own name for it."""
    if index < len(parameters):
        return f"its argument `{parameters[index]}`"
    ordinals = ("first", "second", "third", "fourth", "fifth", "sixth")
    return f"its {ordinals[index] if index < len(ordinals) else 'last'} argument"


def gave(trial: Trial, outcome: Outcome) -> str:
    """Return the sentence that says what came back."""
    if isinstance(trial.check, Reads):
        values = outcome.value if isinstance(outcome.value, dict) else {}
        return " ".join(f"`{name}` is `{show(value)}`." for name, value in values.items())
    if isinstance(outcome.value, Thing):
        return f"`{trial.shown}` gave {of_kind(outcome.value)}."
    return f"`{trial.shown}` gave `{show(outcome.value)}`."


def of_kind(value: Thing) -> str:
    """Return words for a value that is no plain data."""
    kinds = {
        "int": value.text,
        "function": "a function",
        "builtin_function_or_method": "a function",
        "method": "a function",
        "generator": "a generator",
        "type": "a class",
        "ellipsis": "`...`",
    }
    return kinds.get(value.kind, f"an object of the type `{value.kind}`")
