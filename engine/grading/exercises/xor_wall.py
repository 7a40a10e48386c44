"""Lesson 3: what one neuron cannot do, and layers and networks that can."""

from collections.abc import Sequence
from itertools import product

from engine.grading.spec import Calls, Exercise, Probe, Reads
from engine.grading.xor_checks import (
    ASK_XOR,
    WALL,
    ask_layers,
    ask_three,
    ask_xor,
    counts_all,
    says_no,
)
from engine.grading.xor_data import (
    AND,
    CORNERS,
    OR,
    SCATTERED,
    THREE_LAYERS,
    TORN,
    TWO_NEURONS,
    XNOR,
    XOR,
    data_and_values,
    gate,
    layer_call,
    network_call,
    neuron_and_data,
    rows_again,
    torn_data,
)
from engine.nn.layer import layer, network
from engine.nn.neuron import neuron
from engine.nn.perceptron import Example

# The layer and the network of the engine are the answer to the exercises that ask for them.
ANSWERS = ("engine.nn.layer",)

NEURON = """\
def neuron(inputs, weights, bias):
    total = bias
    for x, w in zip(inputs, weights):
        total += x * w
    if total >= 0:
        return 1
    return 0
"""

NETWORK = (
    NEURON
    + """
def layer(inputs, weights, biases):
    return [neuron(inputs, own, bias) for own, bias in zip(weights, biases)]

def network(inputs, layers):
    values = inputs
    for weights, biases in layers:
        values = layer(values, weights, biases)
    return values
"""
)


def mistakes(w: Sequence[float], b: float, data: Sequence[Example]) -> int:
    """Return how many examples a neuron gets wrong.

    >>> mistakes([1, 1], -1.5, XOR)
    3
    """
    return sum(neuron(x, w, b) != target for x, target in data)


def best_line(data: Sequence[Example], values: Sequence[float]) -> int:
    """Return the fewest mistakes of any neuron whose three numbers are among the values.

    >>> best_line(XOR, [-1, 0, 1])
    1
    """
    return min(mistakes([w1, w2], b, data) for w1, w2, b in product(values, repeat=3))


def separable(data: Sequence[Example]) -> bool:
    """Return whether one neuron gets all of the data right, for inputs of 0 and 1.

    >>> separable(AND), separable(XOR), separable([])
    (True, False, True)
    """
    # Each of the 14 functions that a neuron can compute has weights and a bias among these.
    return best_line(data, [-2, -1, 0, 1]) == 0


EXERCISES = (
    Exercise(
        id="mistakes",
        names=("mistakes",),
        checks=(
            Calls(
                name="counts the wrong answers of a neuron with two inputs",
                function="mistakes",
                reference=mistakes,
                cases=(
                    ([1, 1], -1.5, XOR),
                    ([1, 1], -0.5, XOR),
                    ([0, 0], -1, OR),
                    ([0, 0], 1, AND),
                    ([-1, -1], 1.5, AND),
                    ([2, -1], -0.5, [*OR, *XOR]),
                ),
            ),
            Calls(
                name="counts right where a total is exactly 0",
                function="mistakes",
                reference=mistakes,
                cases=(([1, 1], -1, OR), ([0, 0], 0, XOR), ([1, -1], 0, XNOR)),
            ),
            Calls(
                name="takes any number of inputs and any number of examples",
                function="mistakes",
                reference=mistakes,
                cases=(
                    ([1, 1], -1.5, []),
                    ([-1], 0.5, [([0], 1), ([1], 1), ([2], 0)]),
                    ([1, 1, -2], -0.5, [([0, 1, 1], 1), ([1, 1, 0], 0), ([1, 0, 0], 1)]),
                ),
                random=neuron_and_data,
                count=8,
            ),
        ),
    ),
    Exercise(
        id="best-line",
        names=("best_line",),
        checks=(
            Calls(
                name="finds the fewest mistakes for gates",
                function="best_line",
                reference=best_line,
                cases=(
                    (XOR, [-1, 0, 1]),
                    (AND, [-2, -1, 1]),
                    (AND, [-1, 0, 1]),
                    (OR, [-1, 2]),
                    (XNOR, [-1, -0.5, 0.5, 1]),
                    (gate(0, 0, 1, 0), [1, -1]),
                    (gate(0, 1, 0, 0), [1, -1]),
                ),
            ),
            Calls(
                name="takes its values from the list, each as often as it likes",
                function="best_line",
                reference=best_line,
                cases=(
                    (XOR, [0]),
                    (OR, [-0.5]),
                    (gate(1, 0, 0, 0), [3, -1, 0.5]),
                    (gate(1, 1, 0, 1), [0.5, -1, 0.25]),
                    (AND, [1, -1.5]),
                    (OR, [1, -0.25]),
                ),
            ),
            Calls(
                name="takes any data",
                function="best_line",
                reference=best_line,
                cases=(([], [1, -1]), (TORN, [-1, 0, 1]), (SCATTERED, [-1.5, 0.5, 1, -2])),
                random=data_and_values,
            ),
        ),
    ),
    Exercise(
        id="separable",
        names=("separable",),
        seconds=10.0,
        checks=(
            Calls(
                name="says True where one line is enough",
                function="separable",
                reference=separable,
                cases=(
                    (AND,),
                    (OR,),
                    (gate(1, 1, 1, 0),),
                    (gate(0, 0, 1, 1),),
                    (gate(0, 1, 0, 0),),
                    (gate(1, 1, 1, 1),),
                    (gate(1, 0, 0, 0),),
                ),
            ),
            Calls(
                name="says False for XOR, on which the learning rule never comes to rest",
                function="separable",
                judge=says_no,
                endless=WALL,
                cases=((XOR,), (XOR[::-1],), ([*XOR, *XOR[:2]],)),
            ),
            Calls(
                name="says False for the opposite of XOR",
                function="separable",
                judge=says_no,
                endless=WALL,
                cases=((XNOR,), ([XNOR[2], XNOR[0], XNOR[3], XNOR[1]],)),
                random=torn_data,
                count=2,
            ),
            Calls(
                name="takes repeated rows, and any number of them",
                function="separable",
                reference=separable,
                cases=(([*AND, *AND[2:]],), (XOR[:3],), ([([1, 0], 0)] * 3,), (OR[:1] * 2,)),
                random=rows_again,
            ),
            Calls(
                name="says False where the same inputs have both targets",
                function="separable",
                reference=separable,
                endless=WALL,
                cases=(
                    ([([1, 1], 0), ([1, 1], 1)],),
                    ([([0, 1], 1), ([0, 0], 0), ([0, 1], 0)],),
                    ([*OR, ([0, 0], 1)],),
                    # Whoever keeps only the first of two targets sees OR here.
                    ([([1, 1], 1), *XOR],),
                    ([([1, 1], 0), ([1, 1], 1)] * 2,),
                ),
            ),
            Calls(
                name="says True for no data",
                function="separable",
                reference=separable,
                cases=(([],),),
            ),
        ),
    ),
    Exercise(
        id="count-separable",
        names=("count_separable",),
        seconds=10.0,
        checks=(
            Calls(
                name="counts the functions that one neuron can compute",
                function="count_separable",
                judge=counts_all,
                cases=((),),
            ),
        ),
    ),
    Exercise(
        id="xor-by-hand",
        names=("xor",),
        provides=NEURON + "\n__course__ = neuron\n",
        checks=(
            Probe(
                name="answers like XOR",
                source=ASK_XOR,
                shown="xor({0}, {1})",
                judge=ask_xor,
                cases=tuple((a, b) for a, b in CORNERS),
            ),
            Probe(
                name="asks three neurons, each with as many weights as inputs",
                source=ASK_XOR,
                shown="xor({0}, {1})",
                judge=ask_three,
                cases=tuple((a, b) for a, b in CORNERS),
            ),
        ),
    ),
    Exercise(
        id="layer",
        names=("layer",),
        withholds=ANSWERS,
        checks=(
            Calls(
                name="asks every neuron",
                function="layer",
                reference=layer,
                cases=(
                    ([1, 1], *TWO_NEURONS),
                    ([0, 1], *TWO_NEURONS),
                    ([1, 0], [[1, -2], [-2, 1]], [-0.5, 0.5]),
                    ([0, 1], [[1, -2], [-2, 1]], [1, -0.5]),
                    ([1, 2], [[1, 1], [-1, 0], [0, 1]], [-4, 0.5, -1.5]),
                    ([1, 0, 1], [[1, 1, 1], [2, -1, -3]], [-2.5, 0.5]),
                ),
                random=layer_call,
                count=10,
            ),
            Calls(
                name="fires where a total is exactly 0",
                function="layer",
                reference=layer,
                cases=(([1, 1], [[1, 1], [1, -1]], [-2, 0]), ([2], [[0.5], [-0.5]], [-1, 1])),
            ),
            Calls(
                name="gives a list for one neuron too",
                function="layer",
                reference=layer,
                cases=(([1, 0], [[1, 1]], [-0.5]), ([3, 1, 2], [[1, 1, -3]], [0.5])),
            ),
        ),
    ),
    Exercise(
        id="network",
        names=("network",),
        withholds=ANSWERS,
        checks=(
            Calls(
                name="hands the answers of one layer to the next",
                function="network",
                reference=network,
                cases=(
                    ([1, 0], [TWO_NEURONS, ([[1, 1]], [-1.5])]),
                    ([1, 1], [TWO_NEURONS, ([[1, 1]], [-1.5])]),
                    ([0, 0], [TWO_NEURONS, ([[1, 1]], [-1.5])]),
                    ([1, 0], [([[1, 2], [-1, 3]], [-2, 1]), ([[-1, 1], [2, 0]], [-0.5, -1])]),
                    ([0, 1], [([[1, 2], [-1, 3]], [-2.5, 1]), ([[-1, 1], [2, 0]], [-0.5, -1])]),
                ),
            ),
            Calls(
                name="takes one layer, three or more",
                function="network",
                reference=network,
                cases=(
                    ([1, 1], [TWO_NEURONS]),
                    ([1, 0], [([[1, 1]], [-0.5])]),
                    ([1, 0], THREE_LAYERS),
                    ([0, 1], THREE_LAYERS),
                    ([2, -1], THREE_LAYERS),
                ),
                random=network_call,
                count=12,
            ),
            Calls(
                name="fires where a total is exactly 0",
                function="network",
                reference=network,
                cases=(
                    ([1, 1], [([[1, 1], [1, -1]], [-2, 0]), ([[1, 1]], [-2])]),
                    ([2], [([[0.5]], [-1])]),
                ),
            ),
        ),
    ),
    Exercise(
        id="xor-weights",
        names=("layers",),
        provides=NETWORK,
        checks=(Reads("the network answers like XOR", ("layers",), ask_layers),),
    ),
)
