"""Lesson 2: prediction, error, nudge, training, accuracy, epochs, rates, and real flowers."""

from collections.abc import Callable, Sequence
from random import Random

from engine.grading import learning_tables
from engine.grading.flower_judge import splits_flowers
from engine.grading.learning_data import (
    AND,
    AND_BACKWARDS,
    FIRES,
    MAJORITY,
    NAND,
    NOT,
    OR,
    RESTS,
    SIZES,
    XOR,
    measured,
    near_flip,
    one_nudge,
    one_race,
    one_search,
    one_training,
)
from engine.grading.phrases import as_number, as_numbers, show
from engine.grading.spec import RIGHT, Arguments, Calls, Exercise, Finding, Reads
from engine.nn.neuron import neuron
from engine.nn.perceptron import Example, Perceptron, accuracy, epochs_to_learn, train

# `neuron` may be imported in this lesson; what learns by itself may not.
LEARNERS = ("engine.nn.perceptron",)


def error(target: float, prediction: float) -> float:
    """Return how wrong a prediction is, and which way.

    >>> error(0, 1)
    -1
    """
    return target - prediction


def nudge(
    w: Sequence[float], b: float, x: Sequence[float], target: int, lr: float
) -> tuple[list[float], float]:
    """Return the weights and the bias after one update.

    >>> nudge([0.0, 0.0], -0.5, [1, 0], 1, 0.25)
    ([0.25, 0.0], -0.25)
    """
    perceptron = Perceptron(len(x))
    perceptron.w, perceptron.b = list(w), b
    perceptron.learn(x, target, lr)
    return perceptron.w, perceptron.b


def slowest(data: Sequence[Example], rates: Sequence[float], limit: int) -> float:
    """Return the first of the rates that need the most epochs; not learnt counts as the most.

    >>> slowest(AND, [0.5, 0, 2], 20)
    0
    """
    return max(rates, key=lambda rate: epochs_to_learn(data, rate, limit) or limit + 1)


def learns(got: object, data: Sequence[Example], epochs: int, lr: float) -> Finding:
    """Judge whether the trained neuron gets every example right."""
    w, b = got if isinstance(got, list | tuple) and len(got) == 2 else (None, None)
    weights, bias = as_numbers(w), as_number(b)
    if weights is None or bias is None or len(weights) != len(data[0][0]):
        return Finding(
            f"`train` gave `{show(got)}`. It should give the list of weights and the bias."
        )
    answers = [neuron(x, weights, bias) for x, _ in data]
    for (x, target), answer in zip(data, answers, strict=True):
        if answer != target:
            return Finding(
                f"After {epochs} epochs with the rate {lr:g}, your weights are `{show(weights)}` "
                f"and your bias is `{show(bias)}`. For `{show(x)}` that neuron says `{answer}`, "
                f"and the target is `{target}`.",
                answers,
            )
    return RIGHT


PREDICT = Exercise(
    id="predict",
    names=("predict",),
    checks=(
        Calls(
            name="fires when the total is above 0, and only then",
            function="predict",
            reference=neuron,
            cases=(
                ([1, 0], [1, 1], -1.5),
                ([1, 1], [1, 1], -1.5),
                ([0, 0], [1, 1], 0.5),
                ([2, -1], [1, 3], 0.25),
                ([1, 1], [-2, 1], 1.5),
                ([0.5, 0.5], [1, 1], -1.5),
            ),
        ),
        Calls(
            name="fires when the total is exactly 0",
            function="predict",
            reference=neuron,
            cases=(([1, 1], [1, 1], -2), ([1, -1], [0.5, 0.5], 0), ([0, 0], [3, 3], 0)),
        ),
        Calls(
            name="works for any number of inputs",
            function="predict",
            reference=neuron,
            cases=(([3], [-1], 2.5), ([1, 1, 1], [1, 1, 1], -2.5), ([1, 1, 1], [1, 1, -3], 0)),
            random=near_flip,
            count=12,
        ),
    ),
)

ERROR = Exercise(
    id="error",
    names=("error",),
    checks=(
        Calls(
            name="is 1 when the neuron should have fired and did not",
            function="error",
            reference=error,
            cases=((1, 0),),
        ),
        Calls(
            name="is -1 when it fired and should not have",
            function="error",
            reference=error,
            cases=((0, 1),),
        ),
        Calls(
            name="is 0 when the prediction is right",
            function="error",
            reference=error,
            cases=((0, 0), (1, 1)),
        ),
    ),
)


def one_update(
    name: str, *cases: Arguments, random: Callable[[Random], Arguments] | None = None
) -> Calls:
    """Return a check of `nudge`; its weights must be a new list."""
    return Calls(name, "nudge", nudge, cases, random=random, count=12, new_result=True)


NUDGE = Exercise(
    id="nudge",
    names=("nudge",),
    withholds=LEARNERS,
    table=learning_tables.number_by_number,
    checks=(
        one_update(
            "moves the total up when the neuron should have fired",
            ([0.0, 0.0], -0.5, [1, 0], 1, 0.25),
            ([0.25, 0.0], -0.5, [1, 1], 1, 0.25),
            ([0.5, -1.0], 0.25, [-2, 3], 1, 2),
        ),
        one_update(
            "moves the total down when it fired and should not have",
            ([0.5, 0.5], -0.25, [1, 0], 0, 0.25),
            ([1.0, 2.0], 0.5, [0, 0], 0, 0.5),
        ),
        one_update(
            "moves nothing when the prediction is right",
            ([1.0, 1.0], -1.5, [1, 1], 1, 0.5),
            ([1.0, 1.0], -1.5, [0, 1], 0, 0.5),
        ),
        one_update(
            "uses the learning rate",
            ([0.0, 0.0], 0.0, [1, 2], 0, 4),
            ([0.0, 0.0], 0.0, [1, 2], 0, 0.125),
        ),
        one_update(
            "works the error out once, from the old numbers",
            ([0.0, 0.0], -0.25, [1, 1], 1, 0.5),
            ([0.0, 0.0], 0.0, [1, 1], 0, 1),
        ),
        one_update(
            "works for any number of inputs",
            ([0.5], -1.0, [1], 1, 1),
            ([0.0, 1.0, 0.0], -1.5, [1, 1, 2], 1, 0.5),
            random=one_nudge,
        ),
    ),
)

TRAIN = Exercise(
    id="train",
    names=("train",),
    withholds=LEARNERS,
    table=learning_tables.epoch_by_epoch,
    checks=(
        Calls(
            name="nudges after each example",
            function="train",
            reference=train,
            cases=((AND, 1, 0.5), (NAND, 1, 0.5)),
        ),
        Calls(
            name="goes on for as many epochs as it is told",
            function="train",
            reference=train,
            cases=((AND, 2, 0.5), (AND, 3, 0.5), (AND, 4, 0.5), (AND, 10, 0.5), (NAND, 2, 0.5)),
        ),
        Calls(
            name="uses the learning rate",
            function="train",
            reference=train,
            cases=((AND, 1, 2), (AND, 2, 2), (AND, 3, 2), (OR, 3, 0.25)),
        ),
        Calls(
            name="takes the examples in the given order",
            function="train",
            reference=train,
            cases=tuple((AND_BACKWARDS, epochs, 0.5) for epochs in (1, 2, 3)),
        ),
        Calls(
            name="learns AND within ten epochs with the rate 0.1",
            function="train",
            judge=learns,
            cases=((AND, 10, 0.1),),
        ),
        Calls(
            name="works for other data, with any number of inputs",
            function="train",
            reference=train,
            cases=(
                (SIZES, 1, 0.5),
                (SIZES, 2, 0.5),
                (MAJORITY, 1, 1),
                (MAJORITY, 2, 1),
                (MAJORITY, 3, 1),
                (NOT, 1, 1),
                (NOT, 2, 1),
            ),
            random=one_training,
        ),
    ),
)

ACCURACY = Exercise(
    id="accuracy",
    names=("accuracy",),
    withholds=LEARNERS,
    checks=(
        Calls(
            name="gives the part of the examples that is right",
            function="accuracy",
            reference=accuracy,
            cases=(
                (AND, [0.0, 0.0], 0.0),
                (AND, [1.0, 0.5], -1.5),
                (AND, [1.0, 1.0], -1.0),
                (AND, [-1.0, -1.0], 1.5),
                (XOR, [1, 1], -0.5),
                (MAJORITY, [1, 0, 0], -0.5),
            ),
            random=measured,
            count=10,
        ),
        Calls(
            name="raises a ValueError when there are no examples",
            function="accuracy",
            reference=accuracy,
            cases=(([], [1.0, 1.0], -1.5),),
        ),
    ),
)

EPOCHS = Exercise(
    id="epochs-to-learn",
    names=("epochs_to_learn",),
    withholds=LEARNERS,
    table=learning_tables.mistakes_by_epoch,
    checks=(
        Calls(
            name="finds the first epoch without a mistake",
            function="epochs_to_learn",
            reference=epochs_to_learn,
            cases=((AND, 0.5, 20), (OR, 0.5, 20), (NAND, 2, 20), (RESTS, 1, 10)),
        ),
        Calls(
            name="counts from 1, also when nothing is left to learn",
            function="epochs_to_learn",
            reference=epochs_to_learn,
            cases=((FIRES, 0.5, 5), (FIRES, 0, 1)),
        ),
        Calls(
            name="counts the last epoch of the limit, and gives None after it",
            function="epochs_to_learn",
            reference=epochs_to_learn,
            cases=((AND, 0.5, 6), (AND, 0.5, 5), (AND, 0.5, 0), (RESTS, 1, 2), (RESTS, 1, 1)),
        ),
        Calls(
            name="gives None for what cannot be learnt",
            function="epochs_to_learn",
            reference=epochs_to_learn,
            cases=((XOR, 0.5, 30), (AND, 0, 8)),
        ),
        Calls(
            name="works for other data",
            function="epochs_to_learn",
            reference=epochs_to_learn,
            cases=((MAJORITY, 1, 40), (NOT, 0.25, 10)),
            random=one_search,
            count=8,
        ),
    ),
)

RATES = Exercise(
    id="learning-rates",
    names=("slowest",),
    table=learning_tables.epochs_by_rate,
    checks=(
        Calls(
            name="takes a rate that does not learn for the slowest",
            function="slowest",
            reference=slowest,
            cases=((AND, [0.5, 0, 2], 20), (OR, [0, 1], 20), (AND, [1, 4, 0, 2], 10)),
        ),
        Calls(
            name="gives the first of equals, in the order of the list",
            function="slowest",
            reference=slowest,
            cases=(
                (AND, [2, 0.5, 1], 20),
                (AND, [0.25, 2, 0], 5),
                (FIRES, [1, 0, 0.5], 10),
                (AND, [4], 20),
            ),
        ),
        Calls(
            name="tells a slower rate from a faster one",
            function="slowest",
            reference=slowest,
            cases=((AND, [0.1, 0.5], 20), (AND, [0.5, 0.1], 20)),
        ),
        Calls(
            name="works for other data",
            function="slowest",
            reference=slowest,
            random=one_race,
            count=8,
        ),
    ),
)

FLOWERS = Exercise(
    id="flowers",
    names=("w", "b"),
    provides="from engine.data.iris import flowers\n",
    checks=(Reads("tells the two species apart", ("w", "b"), splits_flowers),),
)

EXERCISES = (PREDICT, ERROR, NUDGE, TRAIN, ACCURACY, EPOCHS, RATES, FLOWERS)
