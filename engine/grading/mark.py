"""Whether one outcome is right, and if not, what to say about it."""

from dataclasses import dataclass

from engine.grading.compare import same
from engine.grading.outcome import Outcome
from engine.grading.phrases import show
from engine.grading.plan import Trial
from engine.grading.spec import RIGHT, Calls, Finding, Reads
from engine.kernel.decode import ArrayData, Thing

Signature = tuple[str, ...]


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


def mark(trial: Trial, outcome: Outcome, parameters: Signature = ()) -> Mark:
    """Return what is to be said about one outcome.

    Args:
        trial: What was called.
        outcome: What came back.
        parameters: What the learner's function calls its parameters.
    """
    check = trial.check
    expected = None if isinstance(check, Reads) or check.judge else trial.expected()
    if not outcome.is_reached:
        finding = Finding("This was not checked: the time was over.")
    elif outcome.is_endless:
        finding = Finding(f"`{trial.shown}` was stopped: the time was over.")
    else:
        finding = of_ending(trial, outcome, expected) or of_value(trial, outcome, expected)
    if not finding.message:
        finding = of_arguments(trial, outcome, parameters)
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
    words = f"{raised.type}: {raised.message}" if raised.message else raised.type
    stopped = f"`{trial.shown}` stopped with the error `{words.replace('`', chr(39))}`."
    return Finding(f"{stopped} It should raise `{wanted.type}`." if wanted else stopped)


def of_value(trial: Trial, outcome: Outcome, expected: Outcome | None) -> Finding:
    """Return what is to be said about a result."""
    check = trial.check
    if isinstance(check, Reads) or check.judge:
        return judged(trial, outcome)
    if check.wants == "array" and not isinstance(outcome.value, ArrayData):
        return Finding(f"{gave(trial, outcome)} It should be a numpy array.")
    wanted = expected.value if expected else None
    if same(outcome.value, wanted, check.relative, check.absolute):
        return RIGHT
    return Finding(f"{gave(trial, outcome)} It should give `{show(wanted)}`.")


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


def of_arguments(trial: Trial, outcome: Outcome, parameters: Signature) -> Finding:
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


def argument_name(index: int, parameters: Signature) -> str:
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
