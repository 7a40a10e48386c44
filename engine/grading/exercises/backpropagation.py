"""Lesson 4: sigmoid, loss, slopes by nudging and by the chain rule, and going downhill."""

from collections.abc import Callable, Sequence
from random import Random

from engine.grading.phrases import as_numbers, show
from engine.grading.slope_data import (
    CUBE,
    CURVE,
    LESSON,
    MIXED,
    OTHER,
    PRODUCT,
    SQUARE,
    START,
    STRAIGHT,
    WAVE,
    one_chain,
    one_check,
    one_example,
    one_move,
    one_place,
    one_total,
    one_training,
    one_xor_training,
    two_answers,
)
from engine.grading.spec import RIGHT, Arguments, Calls, Exercise, Finding
from engine.nn.downhill import downhill
from engine.nn.loss import loss
from engine.nn.sigmoid import sigmoid, sigmoid_slope
from engine.nn.slope import gradient_check, numeric_slope
from engine.nn.two_neurons import forward, gradients
from engine.nn.two_neurons_training import Pair, mean_loss, train
from engine.nn.xor_network import XOR_DATA, XOR_START, train_xor, xor_loss, xor_network

SIGMOID = "engine.nn.sigmoid"
SLOPE = "engine.nn.slope"
TWO_NEURONS = "engine.nn.two_neurons"
TRAINING = "engine.nn.two_neurons_training"
XOR = "engine.nn.xor_network"
DOWNHILL = "engine.nn.downhill"


def comes_down(got: object, data: Sequence[Pair], params: Sequence[float], *_: object) -> Finding:
    """Judge whether the mean loss after training is far below the one before."""
    numbers = as_numbers(got)
    if numbers is None or len(numbers) != len(params):
        return Finding(f"`train` gave `{show(got)}`. It should give the list of four new numbers.")
    before, after = mean_loss(data, params), mean_loss(data, numbers)
    if after < before / 4:
        return RIGHT
    return Finding(
        f"Before training, the mean loss on the data is `{before:.4f}`. After it, it is "
        f"`{after:.4f}`, and it should be less than a quarter of that.",
        f"{after:.4f}",
    )


def learns_xor(got: object, *_: object) -> Finding:
    """Judge whether nine numbers make a network that is XOR."""
    numbers = as_numbers(got)
    if numbers is None or len(numbers) != len(XOR_START):
        return Finding(f"`train_xor` gave `{show(got)}`. It should give the list of nine numbers.")
    if xor_loss(numbers) < 0.01:
        return RIGHT
    answers = [round(xor_network(x, numbers)[2], 2) for x, _ in XOR_DATA]
    return Finding(
        f"After 1000 epochs your network answers `{answers}` for the four cases of XOR. It should "
        "be near `[0, 1, 1, 0]`, with a mean loss below 0.01.",
        answers,
    )


def called(
    name: str,
    function: str,
    reference: object,
    *cases: Arguments,
    random: Callable[[Random], Arguments] | None = None,
) -> Calls:
    """Return a check against a reference; a result that is an argument changed is none."""
    return Calls(name, function, reference, cases, random=random, count=6)


SIGMOID_EXERCISE = Exercise(
    id="sigmoid",
    names=("sigmoid",),
    withholds=(SIGMOID, TWO_NEURONS, XOR),
    checks=(
        called("is one half at 0", "sigmoid", sigmoid, (0,), (0.0,)),
        called("rises from 0 to 1", "sigmoid", sigmoid, (2,), (-2,), (0.5,), (-6.0,), (10,)),
        called("works far out on both sides", "sigmoid", sigmoid, (1000,), (-1000,), (-750.5,)),
        called("works anywhere", "sigmoid", sigmoid, random=one_total),
    ),
)

SIGMOID_SLOPE = Exercise(
    id="sigmoid-slope",
    names=("sigmoid_slope",),
    checks=(
        called("is steepest at 0", "sigmoid_slope", sigmoid_slope, (0,)),
        called(
            "gets flat on both sides", "sigmoid_slope", sigmoid_slope, (2,), (-2,), (0.5,), (5,)
        ),
        called("works far out on both sides", "sigmoid_slope", sigmoid_slope, (1000,), (-1000,)),
        called("works anywhere", "sigmoid_slope", sigmoid_slope, random=one_total),
    ),
)

LOSS = Exercise(
    id="loss",
    names=("loss",),
    withholds=("engine.nn.loss", TWO_NEURONS, XOR),
    checks=(
        called("is 0 when the prediction is right", "loss", loss, (1, 1), (0.0, 0)),
        called("squares how far it is off", "loss", loss, (0.5, 1), (0.25, 0), (0.9, 1), (3, 1)),
        called("counts both directions alike", "loss", loss, (0.0, 1), (1.0, 0), (0.75, 0.5)),
        called("works for any two numbers", "loss", loss, random=two_answers),
    ),
)


def slope_check(name: str, *cases: Arguments, random: bool = False) -> Calls:
    """Return a check of `numeric_slope`, as close as the contract says."""
    return Calls(
        name,
        "numeric_slope",
        numeric_slope,
        cases,
        random=one_place if random else None,
        relative=1e-8,
        absolute=1e-8,
    )


NUMERIC_SLOPE = Exercise(
    id="numeric-slope",
    names=("numeric_slope",),
    withholds=(SLOPE,),
    checks=(
        slope_check("finds the slope of a straight line", (STRAIGHT, 2.0), (STRAIGHT, 2.0, 0.5)),
        slope_check(
            "nudges to both sides", (SQUARE, 3.0, 0.5), (SQUARE, 0.0, 0.25), (CUBE, 1.0, 0.5)
        ),
        slope_check("uses the h that it is given", (CUBE, 2.0, 0.1), (CUBE, 2.0, 1.0)),
        slope_check("takes 1e-5 where it is given no h", (SQUARE, 3.0), (CUBE, -1.0), (WAVE, 0.5)),
        slope_check("works for other functions", random=True),
    ),
)

FORWARD = Exercise(
    id="two-neurons",
    names=("forward",),
    withholds=(TWO_NEURONS, TRAINING),
    checks=(
        called(
            "gives both answers, the hidden one first", "forward", forward, (2, 0.5, -1, 3, -1.5)
        ),
        called(
            "hands the first answer to the second neuron",
            "forward",
            forward,
            (1.0, 2.0, 0.0, 1.0, 0.0),
            (0.0, 1.0, 1.0, -2.0, 0.5),
            (-1.5, 0.5, 0.25, 2.0, 1.0),
        ),
        called("works for other numbers", "forward", forward, random=one_chain),
    ),
)

CHAIN_RULE = Exercise(
    id="chain-rule",
    names=("gradients",),
    withholds=(TWO_NEURONS, TRAINING),
    checks=(
        called("gives the four slopes of the lesson", "gradients", gradients, LESSON),
        called(
            "is right about the slopes of the second neuron's numbers",
            "gradients",
            gradients,
            OTHER,
            (0.0, 1.0, 0.5, 0.5, 1.0, 0.0),
        ),
        called(
            "is right about the slopes of the first neuron's numbers",
            "gradients",
            gradients,
            (-1.5, 1.0, 0.75, -0.5, 2.0, 0.25),
            (3.0, 0.0, -0.5, 1.0, 0.5, -1.0),
        ),
        called("works for other numbers", "gradients", gradients, random=one_example),
    ),
)


def measured(name: str, *cases: Arguments, random: bool = False) -> Calls:
    """Return a check of `gradient_check`, as close as the contract says."""
    return Calls(
        name,
        "gradient_check",
        gradient_check,
        cases,
        random=one_check if random else None,
        relative=1e-6,
        absolute=1e-6,
    )


GRADIENT_CHECK = Exercise(
    id="gradient-check",
    names=("gradient_check",),
    withholds=(SLOPE,),
    checks=(
        measured("finds a slope that is off", (PRODUCT, [2.0, 3.0], [3.0, 2.5])),
        measured(
            "is nearly 0 when all slopes are right",
            (PRODUCT, [2.0, 3.0], [3.0, 2.0]),
            (MIXED, [1.0, 2.0, 3.0], [2.0, 3.0, -1.0]),
        ),
        measured(
            "takes the largest difference, wherever it stands",
            (MIXED, [1.0, 2.0, 3.0], [4.0, 3.5, -1.0]),
            (MIXED, [1.0, 2.0, 3.0], [2.5, 3.0, -1.25]),
            (MIXED, [0.5, -1.0, 2.0], [1.0, 5.0, -1.5]),
        ),
        measured(
            "counts a slope that is too small as much as one that is too large",
            (PRODUCT, [1.0, -2.0], [-2.0, 0.0]),
            (MIXED, [1.0, 2.0, 3.0], [2.0, 1.0, -0.5]),
        ),
        measured("works for other numbers", random=True),
    ),
)

DOWNHILL_EXERCISE = Exercise(
    id="downhill",
    names=("downhill",),
    withholds=(DOWNHILL, TWO_NEURONS, TRAINING, XOR),
    checks=(
        Calls(
            name="moves each number against its slope",
            function="downhill",
            reference=downhill,
            cases=(([1.0, 2.0], [0.5, -1.0], 0.5), ([3.0], [2.0], 1), ([0.5, 0.5], [0.0, 1.0], 2)),
            new_result=True,
        ),
        Calls(
            name="uses the learning rate",
            function="downhill",
            reference=downhill,
            cases=(([1.0, -1.0], [4.0, 2.0], 0.25), ([1.0, 1.0], [1.0, -1.0], 0)),
            new_result=True,
        ),
        Calls(
            name="works for any number of parameters",
            function="downhill",
            reference=downhill,
            random=one_move,
            new_result=True,
        ),
    ),
)

TRAIN = Exercise(
    id="train-two-neurons",
    names=("train",),
    withholds=(TRAINING,),
    checks=(
        Calls(
            name="moves all four numbers after one example",
            function="train",
            reference=train,
            cases=(
                ([(2.0, 1)], [0.5, -1.0, 3.0, -1.5], 1, 2),
                ([(1.0, 0)], [0.5, 0.25, 1.0, 0.0], 1, 1),
            ),
            new_result=True,
        ),
        Calls(
            name="goes on from the new numbers, example by example",
            function="train",
            reference=train,
            cases=(
                (CURVE[:2], START, 1, 1),
                (CURVE[::-1], START, 1, 1),
            ),
        ),
        Calls(
            name="goes through the data as often as it is told",
            function="train",
            reference=train,
            cases=((CURVE, START, 2, 1), (CURVE, START, 3, 0.5)),
            random=one_training,
        ),
        Calls(
            name="brings the loss down over 300 epochs",
            function="train",
            judge=comes_down,
            cases=((CURVE, START, 300, 1),),
        ),
    ),
)

XOR_BACKPROP = Exercise(
    id="xor-backprop",
    names=("train_xor",),
    withholds=(XOR,),
    seconds=20.0,
    checks=(
        Calls(
            name="moves all nine numbers in one epoch",
            function="train_xor",
            reference=train_xor,
            cases=((list(XOR_START), 1, 2), (list(XOR_START), 1, 0.5)),
            new_result=True,
        ),
        Calls(
            name="goes on from epoch to epoch",
            function="train_xor",
            reference=train_xor,
            cases=((list(XOR_START), 2, 2), (list(XOR_START), 3, 1)),
        ),
        Calls(
            name="works from other numbers",
            function="train_xor",
            reference=train_xor,
            random=one_xor_training,
        ),
        Calls(
            name="learns XOR within 1000 epochs",
            function="train_xor",
            judge=learns_xor,
            cases=((list(XOR_START), 1000, 2),),
        ),
    ),
)

EXERCISES = (
    SIGMOID_EXERCISE,
    SIGMOID_SLOPE,
    LOSS,
    NUMERIC_SLOPE,
    FORWARD,
    CHAIN_RULE,
    GRADIENT_CHECK,
    DOWNHILL_EXERCISE,
    TRAIN,
    XOR_BACKPROP,
)
