"""Call a function of a learner's own cell for a picture, or say in words why it cannot be used."""

from collections.abc import Sequence
from math import isclose

from engine.kernel.decode import plain
from engine.kernel.observe import Observer
from engine.kernel.wire import Json, JsonObject, items, record, text

CLOSE = 1e-9


class NotUsableError(Exception):
    """The learner's code does not do what the picture needs; the message says why."""


def call_own(
    observer: Observer, request: JsonObject, name: str, step: JsonObject, kind: str = "function"
) -> object:
    """Return what a learner's code gives, as plain data.

    Args:
        observer: Runs the code.
        request: `code`, the learner's cell; `setup`, what runs before it.
        name: The function that the cell must define.
        step: What to call, as in a plan; `seconds` for how long.
        kind: What the name must stand for: "function", or "value" for anything else.

    Raises:
        NotUsableError: The code stops, does not end, or has no such function.
    """
    plan: JsonObject = {"exercise": name, "steps": [step], "seconds": step["seconds"]}
    seen = observer.observe(text(request, "code"), text(request, "setup"), plan)
    if seen.get("timed_out"):
        raise NotUsableError("it takes too long")
    for place in (seen, record(seen, "cell"), record(seen, "fault")):
        look_for_trouble(place)
    if record(seen, "names").get(name) != kind:
        what = "function " if kind == "function" else ""
        raise NotUsableError(f"there is no {what}`{name}` in it")
    steps = items(seen, "steps")
    ran = steps[0] if steps else None
    if not isinstance(ran, dict):
        raise NotUsableError("it did not run")
    look_for_trouble(ran)
    return plain(ran.get("value"))


def look_for_trouble(ran: JsonObject) -> None:
    """Say in words how a program ended, if it ended badly.

    Raises:
        NotUsableError: It did.
    """
    if "interrupted" in ran:
        raise NotUsableError("it takes too long")
    if "syntax" in ran:
        raise NotUsableError("Python cannot read it")
    if "raised" in ran:
        error = record(record(ran, "raised"), "report")
        words = [text(error, "type"), text(error, "message")]
        raise NotUsableError(f"it stops with {': '.join(word for word in words if word)}")


def numbers_in(value: object, count: int) -> tuple[float, ...] | None:
    """Return the numbers of a list or a tuple of so many, or None where it is none."""
    found = list(value) if isinstance(value, list | tuple) else []
    numbers = tuple(float(each) for each in found if isinstance(each, int | float))
    return numbers if len(numbers) == len(found) == count else None


def same(numbers: Sequence[float], expected: Sequence[float], relative: float = CLOSE) -> bool:
    """Return whether two rows of numbers differ by no more than crumbs."""
    pairs = zip(numbers, expected, strict=True)
    return all(isclose(one, other, rel_tol=relative, abs_tol=CLOSE) for one, other in pairs)


def outcome(trouble: str | None) -> dict[str, Json]:
    """Return whose code was used, and why the learner's was not.

    Args:
        trouble: None where the learner's was used; empty where there was none to use.
    """
    return {"by": "learner" if trouble is None else "engine", "trouble": trouble or ""}
