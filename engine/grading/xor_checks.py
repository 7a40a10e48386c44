"""What is right about XOR from three neurons, called by hand or written as the layers of a network.

The course's own neuron and network decide, whatever the learner's cell makes of these names.
"""

from collections.abc import Sequence
from typing import TypeAlias

from engine.grading.compare import same, unfold
from engine.grading.phrases import as_number, as_numbers, show
from engine.grading.spec import RIGHT, Finding
from engine.nn.layer import Layer, layer, network
from engine.nn.neuron import neuron

CASES = ([0, 0], [0, 1], [1, 0], [1, 1])
Row: TypeAlias = list[int]

# What is said where code goes on for ever because it waits for a line that does not exist.
WALL = (
    "No line parts this data, so a neuron that learns goes on for ever: that is right, and nothing "
    "is wrong with the rule. Your function has to notice it. Give the learning a limit, such as "
    "100 epochs, and answer `False` if there is still a mistake then."
)

# So many of the 16 functions of two inputs has some neuron. Source: OEIS A000609.
SEPARABLE = 14
NO_RETURN = "there is a way through your function that ends without a `return`."

# Calls `xor` with the course's neuron, and returns the answer and the calls of the neuron. For that
# time its code goes into the neuron that was provided and into the cell's own, so that a call is
# counted under any name that the learner has given to one of them.
ASK_XOR = """\
from contextlib import ExitStack

calls = []

def neuron(inputs, weights, bias, *, calls=calls):
    calls.append([list(inputs), list(weights), bias])
    total = bias
    for x, w in zip(inputs, weights):
        total += x * w
    return 1 if total >= 0 else 0

def put(function, code, defaults):
    function.__code__, function.__kwdefaults__ = code, defaults

def probe(a, b):
    with ExitStack() as stack:
        for known in (namespace["__course__"], namespace.get("neuron")):
            try:
                before = known.__code__, known.__kwdefaults__
                put(known, neuron.__code__, {"calls": calls})
                stack.callback(put, known, *before)
            except (AttributeError, TypeError, ValueError):
                pass
        stack.callback(namespace.update, {"neuron": namespace.get("neuron")})
        namespace["neuron"] = neuron
        answer = xor(a, b)
        return None if answer is None else [answer, list(calls)]
"""


def says_no(got: object, data: object) -> Finding:
    """Return whether the answer is False, for data with ones and zeros on opposite corners."""
    if same(got, False):
        return RIGHT
    if got is None:
        return Finding(
            f"`separable({show(data)})` gave `None`. It should give `False`: {NO_RETURN}"
        )
    return Finding(
        f"`separable({show(data)})` gave `{show(got)}`. It should give `False`: the ones sit on "
        "opposite corners, and so do the zeros, so no line parts them. A neuron that goes on "
        "learning here for ever does nothing wrong."
    )


def counts_all(got: object) -> Finding:
    """Return whether this is how many of the 16 functions one neuron computes; keep the number."""
    if same(got, SEPARABLE):
        return RIGHT
    if as_number(got) is None:
        return Finding(f"`count_separable()` gave `{show(got)}`. One whole number is asked for.")
    return Finding(
        f"`count_separable()` gave `{show(got)}`, and that is not the number. Make all 16 truth "
        "tables, and count those that some neuron has."
    )


def ask_xor(got: object, a: int, b: int) -> Finding:
    """Return whether the answer is that of XOR."""
    wanted = int(a != b)
    if got is None:
        return Finding(f"`xor({a}, {b})` gave `None`. It should give `{wanted}`: {NO_RETURN}")
    answer, _ = read_pair(got)
    if same(answer, wanted):
        return RIGHT
    return Finding(f"`xor({a}, {b})` gave `{show(answer)}`. It should give `{wanted}`.", [answer])


def ask_three(got: object, a: int, b: int) -> Finding:
    """Return whether three neurons were asked, with weights that fit, and the last one answers."""
    if got is None:
        return Finding(f"`xor({a}, {b})` gave `None`: {NO_RETURN}")
    answer, asked = read_pair(got)
    calls = unfold_list(asked)
    if len(calls) != 3:
        times = {0: "never", 1: "once", 2: "twice"}.get(len(calls), f"{len(calls)} times")
        behaviour = "none" if not calls else "fewer" if len(calls) < 3 else "more"
        return Finding(
            f"`xor({a}, {b})` calls `neuron` {times}. It should do so exactly three times.",
            behaviour,
        )
    for each in calls:
        inputs, weights, bias = (unfold(part) for part in unfold_list(each))
        fit = as_numbers(inputs), as_numbers(weights), as_number(bias)
        if fit[0] is None or fit[1] is None or fit[2] is None or len(fit[0]) != len(fit[1]):
            return Finding(
                f"`xor({a}, {b})` calls `neuron({show(inputs)}, {show(weights)}, {show(bias)})`. "
                "A neuron needs a list of inputs, a list with one weight for each, and one number "
                "as its bias.",
                "does not fit",
            )
        last = neuron(fit[0], fit[1], fit[2])
    if not same(answer, last):
        return Finding(
            f"`xor({a}, {b})` gave `{show(answer)}`, and the neuron that it asks last says "
            f"`{last}`. The last neuron hears the other two. Return what it says as it is, with "
            "nothing like `1 -` or `not` in front. To turn a neuron's answer round, change its "
            "weights and its bias.",
            "not the last neuron's answer",
        )
    return RIGHT


def read_pair(got: object) -> tuple[object, object]:
    """Return the answer and the calls that the probe has seen."""
    answer, calls = unfold_list(got)
    return answer, calls


def unfold_list(value: object) -> list[object]:
    """Return the items of a list, tuple or array.

    Raises:
        TypeError: It is none.
    """
    value = unfold(value)
    if not isinstance(value, list | tuple):
        raise TypeError("not a list")
    return list(value)


def ask_layers(value: object) -> Finding:
    """Return whether a network with these layers is XOR, with one hidden layer of two neurons."""
    layers = unfold(value)
    if not isinstance(layers, list | tuple):
        return Finding(
            "`layers` must be a list of two pairs, such as "
            f"`[([[1, 1], [1, 1]], [0, 0]), ([[1, 1]], [0])]`; it is `{show(value)}`.",
            "no list",
        )
    if len(layers) != 2:
        return Finding(
            "The network needs two layers: a hidden layer of two neurons, and an output layer of "
            f"one. Each is one pair, `(weights, biases)`. `layers` has {len(layers)} items.",
            f"{len(layers)} layers",
        )
    for item, name, neurons in zip(layers, ("hidden", "output"), (2, 1), strict=True):
        finding = ask_form(item, name, neurons)
        if finding.message:
            return finding
    return ask_table([read_layer(item) for item in layers])


def ask_form(item: object, name: str, neurons: int) -> Finding:
    """Return whether a layer is a pair of lists with room for this many neurons of two inputs."""
    parts = unfold(item)
    if not isinstance(parts, list | tuple) or len(parts) != 2:
        return Finding(
            f"The {name} layer must be a pair, `(weights, biases)`; it is `{show(item)}`.",
            f"{name} is no pair",
        )
    weights, biases = unfold(parts[0]), as_numbers(parts[1])
    rows = [as_numbers(row) for row in weights] if isinstance(weights, list | tuple) else [None]
    lists = "two lists with two weights each" if neurons == 2 else "one list with two weights in it"
    if [None if row is None else len(row) for row in rows] != [2] * neurons:
        return Finding(
            f"The weights of the {name} layer must be {lists}, in one outer list; "
            f"they are `{show(parts[0])}`.",
            f"{name} weights {[None if row is None else len(row) for row in rows]}",
        )
    if biases is None or len(biases) != neurons:
        count = "two numbers" if neurons == 2 else "one number"
        return Finding(
            f"The biases of the {name} layer must be a list of {count}; they are "
            f"`{show(parts[1])}`.",
            f"{name} biases",
        )
    return RIGHT


def read_layer(item: object) -> Layer:
    """Return a layer whose form is right."""
    weights, biases = unfold_list(item)
    return [as_numbers(row) or [] for row in unfold_list(weights)], as_numbers(biases) or []


def ask_table(layers: Sequence[Layer]) -> Finding:
    """Return whether a network of the right form is XOR, and if not, which part is to be mended."""
    table = [network(case, layers)[0] for case in CASES]
    if table == [0, 1, 1, 0]:
        return RIGHT
    hidden = [layer(case, *layers[0]) for case in CASES]
    case = next(case for case, got in zip(CASES, table, strict=True) if got != int(sum(case) == 1))
    wrong = (
        f"With your layers, `network({case}, layers)` gives `{[table[CASES.index(case)]]}`. It "
        f"should give `{[int(sum(case) == 1)]}`."
    )
    fold, words = ask_fold(hidden)
    if fold:
        return Finding(f"{wrong} {words}", fold)
    return Finding(
        f"{wrong} Your hidden layer is fine. For this case the output neuron gets "
        f"`{hidden[CASES.index(case)]}`.",
        table,
    )


def ask_fold(hidden: Sequence[Row]) -> tuple[str, str]:
    """Return why no output neuron can make XOR from these hidden answers; empty if one can."""
    first, second = ([row[j] for row in hidden] for j in (0, 1))
    if first == second:
        return "agree", "Your two hidden neurons give the same answer in all four cases."
    if all(one != other for one, other in zip(first, second, strict=True)):
        return "disagree", "Your two hidden neurons say the opposite of each other in all cases."
    if len(set(first)) == 1 or len(set(second)) == 1:
        name = "first" if len(set(first)) == 1 else "second"
        return "constant", f"Your {name} hidden neuron gives the same answer in all four cases."
    for zero in (0, 3):
        for one in (1, 2):
            if hidden[zero] == hidden[one]:
                return "collision", (
                    f"Your hidden layer answers `{hidden[zero]}` for both `{CASES[zero]}` and "
                    f"`{CASES[one]}`. XOR answers these two differently, so the output neuron has "
                    "no chance."
                )
    if len({tuple(row) for row in hidden}) == 4:
        return "opposite corners", (
            "Your hidden layer moves the four corners to four corners, and the ones still sit on "
            "opposite ones. No single line can part them."
        )
    return "", ""
