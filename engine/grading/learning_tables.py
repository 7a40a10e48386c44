"""Tables of what happened while a learner's neuron learned, for the exercises of lesson 2."""

from collections.abc import Sequence
from typing import cast

from engine.grading.phrases import as_number, as_numbers, call, show
from engine.grading.spec import Seen
from engine.grading.tables import grid
from engine.nn.perceptron import Example, Perceptron, accuracy, epochs_to_learn

LONGEST = 8


def epoch_by_epoch(calls: Sequence[Seen]) -> str:
    """Return what `train` gave after each of the first epochs, beside what is expected."""
    for wrong in calls:
        data, _, lr = wrong.arguments
        same_training = [each for each in calls if each.arguments[::2] == (data, lr)]
        if not wrong.is_right and len(same_training) > 1:
            rows = [
                [str(each.arguments[1]), show(each.got), show(each.wanted), same(each)]
                for each in sorted(same_training, key=lambda each: str(each.arguments[1]).zfill(4))
            ]
            title = f"`train` with the data `{show(data)}` and the rate {lr}:"
            return f"{title}\n\n{grid(['epochs', 'yours', 'expected', 'same?'], rows)}"
    return ""


def same(seen: Seen) -> str:
    """Return whether the learner's value is the expected one, as a word."""
    return "yes" if seen.is_right else "no"


def number_by_number(calls: Sequence[Seen]) -> str:
    """Return what `nudge` did to each weight and to the bias, beside what is expected."""
    wrong = next((each for each in calls if not each.is_right and as_parameters(each.got)), None)
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
    return f"{title}\n\n{grid(['', 'before', 'yours', 'expected'], rows)}"


def as_parameters(value: object) -> list[float]:
    """Return weights and bias in one list; an empty one where they are not that."""
    if not isinstance(value, list | tuple) or len(value) != 2:
        return []
    weights, bias = as_numbers(value[0]), as_number(value[1])
    return [] if weights is None or bias is None else [*weights, bias]


def mistakes_by_epoch(calls: Sequence[Seen]) -> str:
    """Return how many mistakes there are in each epoch of the first call that is wrong."""
    wrong = next((each for each in calls if not each.is_right), None)
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
    shown = call("epochs_to_learn", wrong.arguments)
    title = f"`{shown}` gave `{show(wrong.got)}`. It should give `{show(wrong.wanted)}`:"
    headings = ["epoch", "mistakes when met", "mistakes left at the end"]
    return f"{title}\n\n{grid(headings, rows)}"


def epochs_by_rate(calls: Sequence[Seen]) -> str:
    """Return how many epochs each rate needs in the first call that is wrong."""
    wrong = next((each for each in calls if not each.is_right), None)
    if wrong is None:
        return ""
    data, rates, limit = cast(tuple[list[Example], list[float], int], wrong.arguments)
    rows = []
    for rate in rates:
        epochs = epochs_to_learn(data, rate, limit)
        rows.append([show(rate), "not learnt within the limit" if epochs is None else str(epochs)])
    shown = call("slowest", wrong.arguments)
    title = f"`{shown}` gave `{show(wrong.got)}`. It should give `{show(wrong.wanted)}`:"
    return f"{title}\n\n{grid(['rate', 'epochs'], rows)}"
