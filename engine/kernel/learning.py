"""How a neuron learns some data, update by update, for the picture that shows it.

A learner's own `nudge` makes the updates where it is given. Each of them is compared with the
course's, which takes over where theirs fails.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose, isfinite

from engine.kernel.decode import plain
from engine.kernel.observe import Observer
from engine.kernel.wire import Json, JsonObject, WireError, items, record, text
from engine.nn.perceptron import Example, Perceptron

SECONDS = 2.0
MOST_UPDATES = 2_000
LARGEST = 1e6
CLOSE = 1e-9

# Runs beside the learner's code: each update starts from what the one before gave.
PROBE = """
def probe(data, lr, epochs):
    nudge = namespace["nudge"]
    w, b, updates = [0.0] * len(data[0][0]), 0.0, []
    for epoch in range(epochs):
        for x, target in data:
            w, b = nudge(list(w), b, list(x), target, lr)
            w = list(w)
            updates.append((w, b))
    return updates
"""


class NotUsableError(Exception):
    """The learner's code does not give updates; the message says why."""


@dataclass(frozen=True)
class Task:
    """What is to be learned.

    Args:
        examples: Pairs of inputs and target, in the order in which they are met.
        lr: The learning rate.
        epochs: How many times to go through the data.
    """

    examples: Sequence[Example]
    lr: float
    epochs: int


@dataclass(frozen=True)
class Update:
    """One example met.

    Args:
        w: The weights after it.
        b: The bias after it.
        error: The target minus what the neuron said before.
    """

    w: Sequence[float]
    b: float
    error: int

    def to_dict(self) -> JsonObject:
        """Return the update as plain JSON."""
        return {"w": list(self.w), "b": self.b, "error": self.error}


def history(observer: Observer, request: JsonObject) -> JsonObject:
    """Return the updates that learning makes: HistoryRequest to HistoryResult.

    Args:
        observer: Runs the learner's code.
        request: `code` with a `nudge`, or empty for the course's own; `setup`, `data`, `lr`,
            `epochs`.
    """
    task = read_task(request)
    code, trouble = text(request, "code"), ""
    updates: Sequence[Update] | None = None
    if code:
        try:
            updates = learner_updates(observer, code, text(request, "setup"), task)
        except NotUsableError as reason:
            trouble = str(reason)
    return {
        "by": "engine" if updates is None else "learner",
        "trouble": trouble,
        "updates": [each.to_dict() for each in updates or engine_updates(task)],
    }


def engine_updates(task: Task) -> list[Update]:
    """Return the updates of the course's own neuron."""
    perceptron = Perceptron(len(task.examples[0][0]))
    updates: list[Update] = []
    for x, target in [*task.examples] * task.epochs:
        error = perceptron.learn(x, target, task.lr)
        updates.append(Update(list(perceptron.w), perceptron.b, error))
    return updates


def learner_updates(observer: Observer, code: str, setup: str, task: Task) -> list[Update]:
    """Return the updates that a learner's `nudge` makes.

    Raises:
        NotUsableError: It stops, does not end, or does not follow the learning rule.
    """
    data: Json = [[list(x), target] for x, target in task.examples]
    step: JsonObject = {"probe": PROBE, "arguments": [data, task.lr, task.epochs]}
    plan: JsonObject = {"exercise": "nudge", "steps": [step], "seconds": SECONDS}
    seen = observer.observe(code, setup, plan)
    if seen.get("timed_out"):
        raise NotUsableError("it takes too long")
    for place in (seen, record(seen, "cell"), record(seen, "fault")):
        look_for_trouble(place)
    if record(seen, "names").get("nudge") != "function":
        raise NotUsableError("there is no function `nudge` in it")
    steps = items(seen, "steps")
    ran = steps[0] if steps else None
    if not isinstance(ran, dict):
        raise NotUsableError("it did not run")
    look_for_trouble(ran)
    return compared(plain(ran.get("value")), task)


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


def compared(values: object, task: Task) -> list[Update]:
    """Return a learner's updates if each is what the rule makes of the one before.

    Raises:
        NotUsableError: One is not.
    """
    perceptron = Perceptron(len(task.examples[0][0]))
    updates: list[Update] = []
    examples = [*task.examples] * task.epochs
    given = values if isinstance(values, list) else []
    for number, (x, target) in enumerate(examples, 1):
        error = perceptron.learn(x, target, task.lr)
        numbers = read_numbers(given[number - 1], len(x)) if number <= len(given) else None
        if numbers is None or not same(numbers, (*perceptron.w, perceptron.b)):
            raise NotUsableError(f"update {number} is not the one that the learning rule makes")
        # From here on with the learner's own: its crumbs may differ.
        perceptron.w, perceptron.b = list(numbers[:-1]), numbers[-1]
        updates.append(Update(numbers[:-1], numbers[-1], error))
    return updates


def read_numbers(pair: object, inputs: int) -> tuple[float, ...] | None:
    """Return the weights and the bias in one row, or None where they are none."""
    if not isinstance(pair, tuple) or len(pair) != 2 or not isinstance(pair[0], list):
        return None
    numbers = [*pair[0], pair[1]]
    found = tuple(float(each) for each in numbers if isinstance(each, int | float))
    return found if len(found) == len(numbers) == inputs + 1 else None


def same(numbers: Sequence[float], expected: Sequence[float]) -> bool:
    """Return whether two rows of numbers differ by no more than crumbs."""
    pairs = zip(numbers, expected, strict=True)
    return all(isclose(one, other, rel_tol=CLOSE, abs_tol=CLOSE) for one, other in pairs)


def read_task(request: JsonObject) -> Task:
    """Return what is to be learned.

    Raises:
        WireError: It is not what was agreed, or too much.
    """
    examples = [read_example(item) for item in items(request, "data")]
    lr, epochs = request.get("lr"), request.get("epochs")
    if not isinstance(epochs, int) or not 0 < epochs * len(examples) <= MOST_UPDATES:
        raise WireError("there are no updates, or too many")
    if len({len(x) for x, _ in examples}) != 1:
        raise WireError("the examples differ in how many inputs they have")
    return Task(examples, read_size(lr), epochs)


def read_example(item: Json) -> Example:
    """Return one example from a list of inputs and target."""
    if not isinstance(item, list) or len(item) != 2 or not isinstance(item[0], list):
        raise WireError("an example is a list of inputs and a target")
    if item[1] not in (0, 1):
        raise WireError("a target is 0 or 1")
    return [read_size(value) for value in item[0]], int(item[1])


def read_size(value: Json) -> float:
    """Return a number that is neither boundless nor none."""
    if not isinstance(value, int | float) or not isfinite(value) or abs(value) > LARGEST:
        raise WireError("an input and the learning rate are numbers of a sensible size")
    return value
