"""How a neuron learns some data, update by update, for the picture that shows it.

A learner's own `nudge` makes the updates where it is given. Each of them is compared with the
course's, which takes over where theirs fails.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from engine.kernel.observe import Observer
from engine.kernel.own_code import NotUsableError, call_own, numbers_in, outcome, same
from engine.kernel.wire import Json, JsonObject, WireError, items, text
from engine.nn.perceptron import Example, Perceptron

SECONDS = 2.0
MOST_UPDATES = 2_000
LARGEST = 1e6

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
    updates = engine_updates(task)
    trouble: str | None = ""
    if text(request, "code"):
        try:
            updates, trouble = learner_updates(observer, request, task), None
        except NotUsableError as reason:
            trouble = str(reason)
    return {**outcome(trouble), "updates": [each.to_dict() for each in updates]}


def engine_updates(task: Task) -> list[Update]:
    """Return the updates of the course's own neuron."""
    perceptron = Perceptron(len(task.examples[0][0]))
    updates: list[Update] = []
    for x, target in [*task.examples] * task.epochs:
        error = perceptron.learn(x, target, task.lr)
        updates.append(Update(list(perceptron.w), perceptron.b, error))
    return updates


def learner_updates(observer: Observer, request: JsonObject, task: Task) -> list[Update]:
    """Return the updates that a learner's `nudge` makes.

    Raises:
        NotUsableError: It stops, does not end, or does not follow the learning rule.
    """
    data: Json = [[list(x), target] for x, target in task.examples]
    arguments: Json = [data, task.lr, task.epochs]
    step: JsonObject = {"probe": PROBE, "arguments": arguments, "seconds": SECONDS}
    return compared(call_own(observer, request, "nudge", step), task)


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
    return numbers_in([*pair[0], pair[1]], inputs + 1)


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
