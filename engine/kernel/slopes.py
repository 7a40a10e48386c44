"""The slopes of two neurons in a row, for the picture that shows them.

A learner's own `gradients` works them out where it is given, and is compared with the course's,
which takes over where theirs fails.
"""

from collections.abc import Sequence

from engine.kernel.learning import read_size
from engine.kernel.observe import Observer
from engine.kernel.own_code import NotUsableError, call_own, numbers_in, outcome, same
from engine.kernel.wire import JsonObject, WireError, items, text
from engine.nn.two_neurons import gradients

SECONDS = 1.0
CLOSE = 1e-6

# Runs beside the learner's code.
PROBE = """
def probe(*numbers):
    return tuple(namespace["gradients"](*numbers))
"""


def slopes(observer: Observer, request: JsonObject) -> JsonObject:
    """Return the slopes of `w1`, `b1`, `w2` and `b2`: SlopesRequest to SlopesResult.

    Args:
        observer: Runs the learner's code.
        request: `code` with a `gradients`, or empty for the course's own; `setup`; `numbers`, the
            six that it takes.
    """
    numbers = [read_size(value) for value in items(request, "numbers")]
    if len(numbers) != 6:
        raise WireError("the two neurons have six numbers")
    x, target, w1, b1, w2, b2 = numbers
    found: Sequence[float] = gradients(x, target, w1, b1, w2, b2)
    trouble: str | None = ""
    if text(request, "code"):
        try:
            found, trouble = learner_slopes(observer, request, numbers, found), None
        except NotUsableError as reason:
            trouble = str(reason)
    return {**outcome(trouble), "slopes": list(found)}


def learner_slopes(
    observer: Observer, request: JsonObject, numbers: Sequence[float], expected: Sequence[float]
) -> Sequence[float]:
    """Return the slopes that a learner's `gradients` works out.

    Raises:
        NotUsableError: It stops, does not end, or gives others than the chain rule does.
    """
    step: JsonObject = {"probe": PROBE, "arguments": list(numbers), "seconds": SECONDS}
    found = numbers_in(call_own(observer, request, "gradients", step), len(expected))
    if found is None or not same(found, expected, CLOSE):
        raise NotUsableError("it does not give the four slopes of these numbers")
    return found
