"""What one step of a plan led to, as plain data, for the learner's code and for the reference."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.kernel.decode import plain
from engine.kernel.wire import Json, JsonObject, WireError, items, record, text, texts
from engine.kernel.withhold import WORDS as WITHHELD


@dataclass(frozen=True)
class Raised:
    """An exception that ended a call.

    Args:
        types: The names of its type and of those that it comes from, the nearest first.
        message: Its own words.
        report: The whole ErrorReport.
    """

    types: tuple[str, ...]
    message: str
    report: JsonObject

    @property
    def type(self) -> str:
        """Return the name of its type."""
        return self.types[0] if self.types else "Exception"


@dataclass(frozen=True)
class Outcome:
    """What came of a call, or of reading names.

    Args:
        value: The result as plain data, or for names read a dictionary of them.
        raised: What ended the call instead.
        is_endless: Whether the call had to be stopped.
        is_reached: False where an earlier step did not end.
        printed: What the call printed.
        changed: Which arguments it changed, counted from 0.
        handed_back: Which arguments came back as the result, or as an item of it.
    """

    value: object = None
    raised: Raised | None = None
    is_endless: bool = False
    is_reached: bool = True
    printed: str = ""
    changed: tuple[int, ...] = ()
    handed_back: tuple[int, ...] = ()


def read_outcomes(observation: JsonObject, count: int) -> list[Outcome]:
    """Return the outcomes of an observation's steps, filled up to `count`.

    Raises:
        WireError: Steps are missing, and not because one of them did not end.
    """
    outcomes = [read_outcome(step) for step in items(observation, "steps")[:count]]
    if len(outcomes) < count and not (outcomes and outcomes[-1].is_endless):
        raise WireError("an observation without all of its steps")
    return outcomes + [Outcome(is_reached=False)] * (count - len(outcomes))


def read_outcome(step: Json) -> Outcome:
    """Return one outcome."""
    if not isinstance(step, dict):
        raise WireError("a step that is no step")
    if step.get("interrupted"):
        return Outcome(is_endless=True)
    if "raised" in step:
        return Outcome(raised=read_raised(record(step, "raised")), printed=text(step, "printed"))
    if "read" in step:
        return Outcome(value={name: plain(v) for name, v in record(step, "read").items()})
    if "value" not in step:
        raise WireError("a step without a result")
    return Outcome(
        value=plain(step["value"]),
        printed=text(step, "printed"),
        changed=whole_numbers(items(step, "changed")),
        handed_back=whole_numbers(items(step, "handed_back")),
    )


def explained(report: JsonObject) -> str:
    """Return what happened and what to do, in plain words; empty where nobody can say more."""
    if text(report, "message") == WITHHELD:
        return ""
    return f"{text(report, 'cause')} {text(report, 'fix')}".strip()


def read_raised(data: JsonObject) -> Raised:
    """Return what ended a call."""
    report = record(data, "report")
    return Raised(texts(data, "types"), text(report, "message"), report)


def whole_numbers(values: Sequence[Json]) -> tuple[int, ...]:
    """Return the whole numbers of a list."""
    return tuple(value for value in values if type(value) is int)
