"""Lesson 1: weighted sum, step, neuron, the gates, and the line on which a neuron flips."""

from collections.abc import Callable, Sequence
from random import Random

from engine.grading.phrases import as_number, as_numbers, show
from engine.grading.spec import RIGHT, Arguments, Calls, Exercise, Finding, Reads, quarters
from engine.nn.neuron import neuron, step, weighted_sum

# Whoever looks for the answer in the engine finds nothing there in this lesson.
ANSWERS = ("engine.nn",)

NEURON = """\
def neuron(inputs, weights, bias):
    total = bias
    for x, w in zip(inputs, weights):
        total += x * w
    if total >= 0:
        return 1
    return 0
"""


def decision_line(weights: Sequence[float], bias: float, x1: float) -> float:
    """Return the x2 at which a neuron with two inputs flips.

    bias + w1*x1 + w2*x2 = 0, solved for x2.

    >>> decision_line([1, 1], -1.5, 0)
    1.5
    """
    w1, w2 = weights
    if w2 == 0:
        raise ValueError("a second weight of 0 gives no line over x1")
    return -(bias + w1 * x1) / w2


def inputs_and_weights(random: Random) -> Arguments:
    """Return fresh inputs and weights of the same length."""
    count = random.randint(2, 6)
    return quarters(random, count), quarters(random, count)


def neuron_near_flip(random: Random) -> Arguments:
    """Return a neuron whose bias alone often decides, so that no part can be left out."""
    inputs, weights = quarters(random, 3), quarters(random, 3)
    bias = -weighted_sum(inputs, weights) + random.choice([-1, -0.25, 0, 0.25, 1])
    return inputs, weights, bias


def line(random: Random) -> Arguments:
    """Return a neuron with a second weight that is not 0, and an x1."""
    first, second = quarters(random, 1)[0], random.choice([-4, -2, -0.5, 0.5, 2, 4])
    return [first, second], quarters(random, 1)[0], quarters(random, 1)[0]


def all_inputs(count: int) -> list[list[int]]:
    """Return every row of zeros and ones of this length.

    >>> all_inputs(2)
    [[0, 0], [0, 1], [1, 0], [1, 1]]
    """
    return [[number >> bit & 1 for bit in reversed(range(count))] for number in range(2**count)]


def gate(gate_name: str, count: int, answer: Callable[[list[int]], int]) -> Reads:
    """Return the check that a neuron with the learner's weights and bias is this gate."""
    word = {1: "one weight", 2: "two weights", 3: "three weights"}[count]

    def judge(weights: object, bias: object) -> Finding:
        numbers = as_numbers(weights)
        if numbers is None:
            return Finding(
                f"`weights` must be a list of {word}, such as `{[0.5] * count}`; "
                f"it is `{show(weights)}`.",
                "weights are no list of numbers",
            )
        if len(numbers) != count:
            inputs = "one input" if count == 1 else f"{word.split()[0]} inputs"
            return Finding(
                f"This neuron has {inputs}, so it needs {word}; `weights` is `{show(weights)}`.",
                f"{len(numbers)} weights",
            )
        size = as_number(bias)
        if size is None:
            return Finding(f"`bias` must be one number; it is `{show(bias)}`.", "bias is no number")
        return compare_table(numbers, size)

    def compare_table(weights: list[float], bias: float) -> Finding:
        table = [neuron(row, weights, bias) for row in all_inputs(count)]
        for row, fired in zip(all_inputs(count), table, strict=True):
            if fired != answer(row):
                return Finding(
                    f"With your weights and bias, `neuron({row}, weights, bias)` gives `{fired}`. "
                    f"{gate_name} gives `{answer(row)}`.",
                    table,
                )
        return RIGHT

    return Reads(f"the neuron answers like {gate_name}", ("weights", "bias"), judge)


def gate_exercise(
    exercise_id: str, gate_name: str, count: int, answer: Callable[[list[int]], int]
) -> Exercise:
    """Return the exercise to set `weights` and `bias` so that `neuron` is this gate."""
    return Exercise(
        id=exercise_id,
        names=("weights", "bias"),
        provides=NEURON,
        withholds=ANSWERS,
        checks=(gate(gate_name, count, answer),),
    )


EXERCISES = (
    Exercise(
        id="weighted-sum",
        names=("weighted_sum",),
        withholds=ANSWERS,
        checks=(
            Calls(
                name="adds up the products",
                function="weighted_sum",
                reference=weighted_sum,
                cases=(([1, 2], [3, 4]), ([2, 3], [0, 5]), ([0.5, -1], [4, 1.5])),
            ),
            Calls(
                name="works for any length",
                function="weighted_sum",
                reference=weighted_sum,
                cases=(([3], [-2]), ([1, 2, 3, 4], [1, 10, 100, 1000])),
                random=inputs_and_weights,
            ),
            Calls(
                name="gives 0 for no inputs",
                function="weighted_sum",
                reference=weighted_sum,
                cases=(([], []),),
            ),
        ),
    ),
    Exercise(
        id="step",
        names=("step",),
        withholds=ANSWERS,
        checks=(
            Calls(
                name="gives 1 for totals above 0",
                function="step",
                reference=step,
                cases=((0.5,), (3,), (1e-6,), (0.75,), (1000.0,)),
                random=lambda random: (random.randint(1, 40) / 4,),
            ),
            Calls(
                name="gives 0 for totals below 0",
                function="step",
                reference=step,
                cases=((-0.5,), (-3,), (-1e-6,), (-0.75,), (-1000.0,)),
                random=lambda random: (-random.randint(1, 40) / 4,),
            ),
            Calls(
                name="gives 1 for exactly 0",
                function="step",
                reference=step,
                cases=((0,), (0.0,)),
            ),
        ),
    ),
    Exercise(
        id="neuron",
        names=("neuron",),
        withholds=ANSWERS,
        checks=(
            Calls(
                name="fires when the total is above 0, and only then",
                function="neuron",
                reference=neuron,
                cases=(
                    ([1, 1], [1, 1], -1.5),
                    ([1, 0], [1, 1], -1.5),
                    ([0, 0], [1, 1], 0.5),
                    ([2, -1], [1, 3], 0.25),
                    ([1, 1], [-2, 1], 1.5),
                    ([0.5, 0.5], [1, 1], -1.5),
                ),
                random=neuron_near_flip,
                count=12,
            ),
            Calls(
                name="fires when the total is exactly 0",
                function="neuron",
                reference=neuron,
                cases=(([1, 1], [1, 1], -2), ([1, -1], [0.5, 0.5], 0), ([3], [-1], 3)),
            ),
            Calls(
                name="works for any number of inputs",
                function="neuron",
                reference=neuron,
                cases=(
                    ([], [], 0.5),
                    ([], [], -0.5),
                    ([1], [2], -1),
                    ([1, 1, 1, 1], [1, 1, -1, 3], -3.5),
                    ([1, 1, 1, 1], [1, 1, 1, -3], -0.5),
                ),
            ),
        ),
    ),
    gate_exercise("and-gate", "AND", 2, lambda row: int(all(row))),
    gate_exercise("or-gate", "OR", 2, lambda row: int(any(row))),
    gate_exercise("not-gate", "NOT", 1, lambda row: 1 - row[0]),
    gate_exercise("nand-gate", "NAND", 2, lambda row: int(not all(row))),
    gate_exercise("majority", '"at least two of three"', 3, lambda row: int(sum(row) >= 2)),
    Exercise(
        id="decision-line",
        names=("decision_line",),
        withholds=ANSWERS,
        checks=(
            Calls(
                name="finds the x2 at which the neuron flips",
                function="decision_line",
                reference=decision_line,
                cases=(
                    ([1, 1], -1.5, 0),
                    ([1, 1], -1.5, 1),
                    ([2, 4], -3, 0.5),
                    ([-1, 2], 0, 3),
                    ([3, -0.5], 1.25, -1),
                    ([0, 2], -1, 5),
                ),
                random=line,
            ),
            Calls(
                name="raises ValueError when the second weight is 0",
                function="decision_line",
                reference=decision_line,
                cases=(([1, 0], -1.5, 0), ([0, 0], 0, 2), ([2, 0.0], 1, 1)),
            ),
        ),
    ),
)
