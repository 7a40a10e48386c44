"""Tables of what happened while a learner's neuron learned, for the exercises of lesson 2."""

from collections.abc import Sequence
from typing import cast

from engine.grading.compare import same
from engine.grading.phrases import as_number, as_numbers, call, show
from engine.grading.spec import Seen
from engine.grading.tables import grid
from engine.nn.perceptron import Example, Perceptron, accuracy, epochs_to_learn

LONGEST = 8


def epoch_by_epoch(calls: Sequence[Seen]) -> str:
    """Return what `train` gave after each of the first epochs, beside what is expected."""
    for wrong in calls:
        data, _, lr = wrong.arguments
        training = [each for each in calls if each.arguments[::2] == (data, lr)]
        if differs(wrong) and len(training) > 1:
            training.sort(key=lambda each: as_number(each.arguments[1]) or 0)
            title = f"`train` with the data `{show(data)}` and the rate {lr}:"
            headings = ["epochs", "yours", "expected", "same?"]
            return f"{title}\n\n{grid(headings, [after_epochs(each) for each in training])}"
    return ""


def after_epochs(seen: Seen) -> list[str]:
    """Return the row of one number of epochs."""
    values = [seen.arguments[1], seen.got, seen.wanted]
    return [*map(show, values), "no" if differs(seen) else "yes"]


def differs(seen: Seen) -> bool:
    """Return whether a value is wrong; it can also be right and come with a changed argument."""
    return not seen.is_right and not same(seen.got, seen.wanted)


def number_by_number(calls: Sequence[Seen]) -> str:
    """Return what `nudge` did to each weight and to the bias, beside what is expected."""
    wrong = next((each for each in calls if differs(each) and as_parameters(each.got)), None)
    if wrong is None:
        return ""
    old = as_parameters(wrong.arguments[:2])
    yours, wanted = as_parameters(wrong.got), as_parameters(wrong.wanted)
    inputs = as_numbers(wrong.arguments[2]) or []
    if len(yours) != len(wanted):
        return ""
    names = [f"weight of the input {show(x)}" for x in inputs] + ["bias"]
    rows = [
        [name, *map(show, values)] for name, *values in zip(names, old, yours, wanted, strict=True)
    ]
    title = f"`{call('nudge', wrong.arguments)}`, number by number:"
    return f"{title}\n\n{grid(['number', 'before', 'yours', 'expected'], rows)}"


def as_parameters(value: object) -> list[float]:
    """Return weights and bias in one list; an empty one where they are not that."""
    if not isinstance(value, list | tuple) or len(value) != 2:
        return []
    weights, bias = as_numbers(value[0]), as_number(value[1])
    return [] if weights is None or bias is None else [*weights, bias]


def mistakes_by_epoch(calls: Sequence[Seen]) -> str:
    """Return how many mistakes there are in each epoch of the first call that is wrong."""
    wrong = next(filter(differs, calls), None)
    if wrong is None or wrong.arguments[2] == 0:
        return ""
    data, lr, limit = cast(tuple[list[Example], float, int], wrong.arguments)
    perceptron, rows = Perceptron(len(data[0][0])), []
    for epoch in range(1, min(limit, LONGEST) + 1):
        met = perceptron.train(data, 1, lr).mistakes[0]
        after = round((1 - accuracy(data, perceptron.w, perceptron.b)) * len(data))
        rows.append([str(epoch), str(met), str(after)])
        if met == 0:
            break
    title = f"Epoch by epoch, in {yours_and_expected('epochs_to_learn', wrong)}:"
    headings = ["epoch", "mistakes when met", "mistakes left at the end"]
    return f"{title}\n\n{grid(headings, rows)}"


def epochs_by_rate(calls: Sequence[Seen]) -> str:
    """Return how many epochs each rate needs in the first call that is wrong."""
    wrong = next(filter(differs, calls), None)
    if wrong is None:
        return ""
    data, rates, limit = cast(tuple[list[Example], list[float], int], wrong.arguments)
    rows = []
    for rate in rates:
        epochs = epochs_to_learn(data, rate, limit)
        rows.append([show(rate), "not learnt within the limit" if epochs is None else str(epochs)])
    title = f"Rate by rate, in {yours_and_expected('slowest', wrong)}:"
    return f"{title}\n\n{grid(['rate', 'epochs'], rows)}"


def yours_and_expected(function: str, seen: Seen) -> str:
    """Return a call with the learner's answer and the right one."""
    answers = f"(yours: `{show(seen.got)}`, expected: `{show(seen.wanted)}`)"
    return f"`{call(function, seen.arguments)}` {answers}"
