"""Examples to learn from: gates and other fixed ones, and fresh ones made at random.

All numbers are multiples of 1/4 and all rates powers of two, so that sums come out exact in any
order. A total that lands on 0 then does so in every right solution.
"""

from random import Random

from engine.grading.spec import Arguments, quarters
from engine.nn.neuron import neuron, weighted_sum
from engine.nn.perceptron import Example

AND: list[Example] = [([0, 0], 0), ([0, 1], 0), ([1, 0], 0), ([1, 1], 1)]
OR: list[Example] = [([0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 1)]
NAND: list[Example] = [([0, 0], 1), ([0, 1], 1), ([1, 0], 1), ([1, 1], 0)]
XOR: list[Example] = [([0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 0)]
NOT: list[Example] = [([0], 1), ([1], 0)]
FIRES: list[Example] = [([0, 1], 1), ([1, 0.5], 1)]
RESTS: list[Example] = [([0, 1], 0), ([1, 0.5], 0)]
MAJORITY: list[Example] = [
    ([0, 0, 1], 0),
    ([1, 0, 1], 1),
    ([0, 1, 0], 0),
    ([1, 1, 0], 1),
    ([0, 1, 1], 1),
    ([1, 0, 0], 0),
]
SIZES: list[Example] = [([2, -1], 0), ([-1.5, 0.5], 1), ([0.25, 3], 0), ([-2, -2], 1)]
AND_BACKWARDS = AND[::-1]


def near_flip(random: Random) -> Arguments:
    """Return a neuron whose total is near 0, so that no part of it can be left out."""
    count = random.randint(1, 4)
    x, w = quarters(random, count), quarters(random, count)
    return x, w, -weighted_sum(x, w) + random.choice([-1, -0.25, 0, 0.25, 1])


def one_nudge(random: Random) -> Arguments:
    """Return a neuron near its flip, an example and a rate."""
    x, w, b = near_flip(random)
    return w, b, x, random.randint(0, 1), random.choice([0.125, 0.25, 0.5, 1, 2])


def examples(random: Random) -> list[Example]:
    """Return some examples with the same number of inputs and any targets."""
    count = random.randint(1, 4)
    return [(quarters(random, count), random.randint(0, 1)) for _ in range(random.randint(2, 6))]


def one_training(random: Random) -> Arguments:
    """Return examples, a number of epochs and a rate."""
    return examples(random), random.randint(2, 5), random.choice([0.25, 0.5, 1, 2])


def measured(random: Random) -> Arguments:
    """Return examples, and a neuron that gets some of them right."""
    data = examples(random)
    return data, quarters(random, len(data[0][0])), quarters(random, 1)[0]


def one_search(random: Random) -> Arguments:
    """Return examples that a line parts for certain, a rate and a limit."""
    w, b = quarters(random, 2), quarters(random, 1)[0] - 0.125
    inputs = [quarters(random, 2) for _ in range(random.randint(2, 5))]
    data = [(x, neuron(x, w, b)) for x in inputs]
    return data, random.choice([0.25, 0.5, 1, 2]), random.choice([2, 4, 8, 40])


def one_race(random: Random) -> Arguments:
    """Return examples, unsorted rates among which 0 may be, and a limit."""
    data, _, limit = one_search(random)
    return data, random.sample([0, 0.25, 0.5, 1, 2, 4], random.randint(2, 4)), limit
