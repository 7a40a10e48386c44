"""What is right about arrays that come by chance, batches in any order, and trained networks."""

from collections.abc import Sequence
from math import exp, log, sqrt
from statistics import fmean, pstdev

from engine.grading.array_data import answers
from engine.grading.phrases import show
from engine.grading.spec import RIGHT, Finding
from engine.kernel.decode import ArrayData

CLOSE = 1e-6
NAMES = ("W1", "b1", "W2", "b2")
XOR = [[0.0], [1.0], [1.0], [0.0]]


def listed(value: object) -> list[object]:
    """Return the items of a list or an array; none for anything else."""
    as_list: object = getattr(value, "tolist", None)
    if callable(as_list):
        value = as_list()
    return list(value) if isinstance(value, list | tuple) else []


def numbers(value: object) -> list[float]:
    """Return the numbers of a list."""
    return [float(each) for each in listed(value) if isinstance(each, int | float)]


def table(value: object) -> list[list[float]]:
    """Return the rows of numbers in a list of lists or an array."""
    return [numbers(row) for row in listed(value)]


def arrays(value: object) -> list[ArrayData]:
    """Return the arrays in a list."""
    return [each for each in listed(value) if isinstance(each, ArrayData)]


def shaped(shape: Sequence[int]) -> str:
    """Return a shape as numpy writes it."""
    return str(tuple(shape))


def is_quiet(got: object, *_: object) -> Finding:
    """Judge whether numpy had nothing to warn of."""
    if got == []:
        return RIGHT
    return Finding(
        f"For large values numpy warns: `{show(got)}`. Find a way to write the sigmoid that never "
        "asks for the `exp` of a large number.",
        "warns",
    )


def is_start(got: object, d: int, h: int, k: int, *_: object) -> Finding:
    """Judge the shapes, the zeros, the spread and the seed of the first weights."""
    made, same, differs = (arrays(each) for each in [*listed(got), [], [], []][:3])
    if len(made) != len(NAMES):
        return Finding("`init` should give four arrays: `(W1, b1, W2, b2)`.", "four")
    for name, array, want in zip(NAMES, made, ((d, h), (h,), (h, k), (k,)), strict=True):
        if array.shape != want:
            return Finding(
                f"For `init({d}, {h}, {k}, rng)`, `{name}` has the shape `{shaped(array.shape)}`. "
                f"It should have `{shaped(want)}`.",
                f"shape of {name}",
            )
    if any(numbers(made[1])) or any(numbers(made[3])):
        return Finding("The biases should all be 0.", "biases")
    for name, array, inputs in (("W1", made[0], d), ("W2", made[2], h)):
        finding = is_spread(name, array, inputs)
        if finding.message:
            return finding
    if made != same or made[0] == differs[0]:
        return Finding(
            "The random numbers should come from `rng`: the same seed gives the same weights, and "
            "another seed gives others.",
            "seed",
        )
    return RIGHT


def is_spread(name: str, array: ArrayData, inputs: int) -> Finding:
    """Judge the mean and the standard deviation of some first weights."""
    values = [float(each) for each in array.values if isinstance(each, int | float)]
    mean, spread, want = fmean(values), pstdev(values), 1 / sqrt(inputs)
    if abs(spread / want - 1) <= 0.1 and abs(mean) <= 0.2 * want:
        return RIGHT
    return Finding(
        f"`{name}` has {inputs} inputs to each neuron, so its numbers should spread around 0 with "
        f"a standard deviation of 1 / sqrt({inputs}), which is {want:.3f}. Their standard "
        f"deviation is {spread:.3f}, and their mean is {mean:.3f}.",
        f"{name} {kind_of_spread(spread, mean, want)}",
    )


def kind_of_spread(spread: float, mean: float, want: float) -> str:
    """Return what is amiss with the spread of some weights, in a word."""
    if spread == 0:
        return "all the same"
    if abs(mean) > 0.2 * want:
        return "on one side of 0"
    return (
        "as wide as 1" if abs(spread - 1) < 0.1 else "too wide" if spread > want else "too narrow"
    )


def solves_xor(got: object, *_: object) -> Finding:
    """Judge whether the returned weights of at least 8 of 10 seeds are XOR."""
    inputs = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
    solved = 0
    for one in listed(got):
        found = arrays(one)
        if len(found) != len(NAMES) or len(found[0].shape) != 2:
            return Finding(
                "`train` should give four arrays: `(W1, b1, W2, b2)`.", f"{len(found)} arrays"
            )
        if len(found[2].shape) != 2:
            return Finding(
                f"`W2` has the shape `{shaped(found[2].shape)}`. It should have a row for each "
                "hidden neuron and a column for each output.",
                "W2 flat",
            )
        W1, b1, W2, b2 = found
        H = answers(inputs, table(W1), numbers(b1))
        solved += is_near(answers(H, table(W2), numbers(b2)), XOR)
    return enough(solved)


def solves(got: object, sizes: object, X: object, T: ArrayData, *_: object) -> Finding:
    """Judge whether the predictions for at least 8 of 10 seeds are right."""
    return enough(sum(is_near(table(each), table(T)) for each in listed(got)))


def is_near(found: list[list[float]], targets: list[list[float]]) -> bool:
    """Return whether every prediction is on the target's side of one half."""
    if [len(row) for row in found] != [len(row) for row in targets]:
        return False
    pairs = [pair for rows in zip(found, targets, strict=True) for pair in zip(*rows, strict=True)]
    return all(abs(y - t) < 0.5 for y, t in pairs)


def enough(solved: int) -> Finding:
    """Judge how many of 10 seeds were solved."""
    if solved >= 8:
        return RIGHT
    return Finding(
        f"Of 10 seeds, {solved} led to a network that gets every row right. At least 8 should.",
        "none" if solved == 0 else "some",
    )


def are_batches(got: object, count: int, size: int, *_: object) -> Finding:
    """Judge whether every row comes once, with its target, in a new order, so many at a time."""
    passes, X, T = [*listed(got), [], [], []][:3]
    orders = []
    for one in listed(passes):
        batches = [tuple(table(part) for part in listed(batch)) for batch in listed(one)]
        finding = one_pass([pair for pair in batches if len(pair) == 2], count, size)
        if finding.message:
            return finding
        orders.append([row[0] for batch in batches for row in batch[1]])
    kept = [[2.0 * i, 2.0 * i + 1] for i in range(count)], [[10.0 * i] for i in range(count)]
    if (table(X), table(T)) != kept:
        return Finding("`X` and `T` were changed. Leave them as they are.", "changed")
    if count > 3 and orders[0] == sorted(orders[0]):
        return Finding("The rows come in the order in which they stand. Shuffle them.", "in order")
    if count > 3 and orders[0] == orders[1]:
        return Finding("The order is the same each time. Take it from `rng`.", "same order")
    return RIGHT


def one_pass(batches: Sequence[tuple[list[list[float]], ...]], count: int, size: int) -> Finding:
    """Judge one time through the data."""
    if any(len(batch[0]) != len(batch[1]) for batch in batches):
        return Finding("A batch has more inputs than targets, or fewer.", "uneven")
    pairs = [(x[0], t[0]) for batch in batches for x, t in zip(*batch, strict=True)]
    if any(t != 5 * x for x, t in pairs):
        return Finding(
            "A row of inputs came with the target of another row. Use one order for both.",
            "torn apart",
        )
    if len(set(pairs)) != len(pairs):
        return Finding("Some rows come more than once.", "repeated")
    if len(pairs) != count:
        return Finding(
            f"Of {count} rows, {len(pairs)} came. The last batch may be smaller, but it counts.",
            "rows lost",
        )
    lengths = [len(batch[0]) for batch in batches]
    full = [length for length in lengths if length == size]
    if len(full) < len(lengths) - 1 or max(lengths, default=0) > size:
        return Finding(f"The batches have {show(lengths)} rows. They should have {size}.", "sizes")
    return RIGHT


def is_model(got: object, sizes: Sequence[int], n: int, *_: object) -> Finding:
    """Judge the shape of the predictions, and that they depend on the seed alone."""
    found = arrays(got)
    want = (n, sizes[-1])
    if len(found) != 3 or found[0].shape != want:
        shape = shaped(found[0].shape) if found else "none"
        return Finding(
            f"`MLP({show(list(sizes))}, rng).predict(X)` for {n} rows has the shape `{shape}`. It "
            f"should be `{shaped(want)}`: a row for each example, a column for each output.",
            "shape",
        )
    first, same, differs = ([v for row in table(each) for v in row] for each in found)
    if not all(0 <= value <= 1 for value in first):
        return Finding("The predictions should lie between 0 and 1: sigmoid everywhere.", "range")
    if not all(abs(a - b) < CLOSE for a, b in zip(first, same, strict=True)) or first == differs:
        return Finding(
            "The first weights should come from `rng`: the same seed gives the same network, and "
            "another seed another one.",
            "seed",
        )
    return RIGHT


def is_step(got: object, targets: list[list[float]], lr: float, *_: object) -> Finding:
    """Judge the loss that a step of one layer returns, and how far it moves.

    A layer with one input is known from two predictions: its totals are `w * x + b`.
    """
    before, said, after = [*listed(got), [], 0.0, []][:3]
    w, b = line(table(before))
    Y = [[1 / (1 + exp(-(wj * x + bj))) for wj, bj in zip(w, b, strict=True)] for x in range(3)]
    count = len(targets) * len(targets[0])
    off = [[y - t for y, t in zip(*rows, strict=True)] for rows in zip(Y, targets, strict=True)]
    loss = sum(each * each for row in off for each in row) / count
    if not isinstance(said, int | float) or abs(said - loss) > CLOSE:
        return Finding(
            f"`train_step` returned `{show(said)}`. The mean squared error before the step is "
            f"`{loss:.6g}`.",
            "sum" if isinstance(said, int | float) and abs(said - loss * count) < CLOSE else "loss",
        )
    dZ = [
        [2 * e / count * y * (1 - y) for e, y in zip(*rows, strict=True)]
        for rows in zip(off, Y, strict=True)
    ]
    wanted = [wj - lr * sum(x * dZ[x][j] for x in range(3)) for j, wj in enumerate(w)]
    wanted += [bj - lr * sum(dZ[x][j] for x in range(3)) for j, bj in enumerate(b)]
    moved_w, moved_b = line(table(after))
    moved = [*moved_w, *moved_b]
    if all(abs(m - want) <= CLOSE for m, want in zip(moved, wanted, strict=True)):
        return RIGHT
    return Finding(
        "The step has not moved the weights and biases by the learning rate times their slopes. A "
        f"network of one layer should come to `{show([round(v, 4) for v in wanted])}`, and yours "
        f"came to `{show([round(v, 4) for v in moved])}`.",
        [round(m - want, 6) for m, want in zip(moved, wanted, strict=True)],
    )


def line(predictions: list[list[float]]) -> tuple[list[float], list[float]]:
    """Return the weights and the biases of a layer from its predictions for 0 and for 1."""
    totals = [[log(y / (1 - y)) if 0 < y < 1 else 0.0 for y in row] for row in predictions]
    at_0, at_1 = totals if len(totals) == 2 else ([], [])
    return [one - zero for zero, one in zip(at_0, at_1, strict=True)], at_0


def knows_moons(got: object, seed: int) -> Finding:
    """Judge how many of the held-out points are right."""
    found = table(got)
    if len(found) != 400 or any(len(row) != 1 for row in found):
        shape = shaped(got.shape) if isinstance(got, ArrayData) else show(got)
        return Finding(
            f"`model.predict(X)` for 400 points has the shape `{shape}`. It should be `(400, 1)`: "
            "a row for each point, and one column.",
            "shape",
        )
    # The first half of the points has the target 0, the second half 1.
    right = sum((row[0] > 0.5) == (index >= 200) for index, row in enumerate(found)) / 400
    if right >= 0.97:
        return RIGHT
    return Finding(
        f"Of points that your model has not seen, it gets {right:.1%} right. It should be at least "
        "97%. Train longer, or with more hidden neurons.",
        "turned"
        if right < 0.25
        else "half"
        if right < 0.75
        else "straight"
        if right < 0.93
        else "nearly",
    )
