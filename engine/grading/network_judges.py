"""What is right about networks that were trained, whatever they are made of."""

from collections.abc import Sequence
from math import exp, log
from statistics import fmean

from engine.grading.array_data import answers
from engine.grading.array_judges import NOTHING, blocks, four_arrays, is_seeded, numbers
from engine.grading.batch_judge import table
from engine.grading.compare import shape
from engine.grading.phrases import show
from engine.grading.shapes import block, items, misfit
from engine.grading.spec import RIGHT, Finding
from engine.kernel.decode import ArrayData

# A network in single precision is as right.
CLOSE = 1e-5
XOR = [[0.0], [1.0], [1.0], [0.0]]
AXES = ("example", "output")


def is_seeded_training(got: object, X: object, T: object, h: int, *_: object) -> Finding:
    """Judge the four arrays of three trainings, and that they come from `rng` alone."""
    if got is None:
        return NOTHING
    for one in items(got):
        finding = four_arrays("train", one, 2, h, 1)
        if finding.message:
            return finding
    return is_seeded(got)


def solves_xor(got: object, X: object, T: object, h: int, *_: object) -> Finding:
    """Judge whether the returned weights of at least 8 of 10 seeds are XOR."""
    if got is None:
        return NOTHING
    inputs = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
    solved = 0
    for one in items(got):
        finding = four_arrays("train", one, 2, h, 1)
        if finding.message:
            return finding
        W1, b1, W2, b2 = blocks(one)
        H = answers(inputs, table(W1), numbers(b1))
        solved += is_near(answers(H, table(W2), numbers(b2)), XOR)
    return enough(solved)


def solves(got: object, sizes: Sequence[int], X: object, T: ArrayData, *_: object) -> Finding:
    """Judge whether the predictions for at least 8 of 10 seeds are right."""
    found = items(got)
    for each in found:
        words = misfit("`predict(X)`", each, (T.shape[0], sizes[-1]), AXES)
        if words:
            return Finding(words, "shape")
    return enough(sum(is_near(table(each), table(T)) for each in found))


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


def is_model(got: object, sizes: Sequence[int], n: int, *_: object) -> Finding:
    """Judge the shape of the predictions, and that they depend on the seed alone."""
    found = items(got)
    call = f"`MLP({show(list(sizes))}, rng).predict(X)`"
    if found[0] is None:
        return Finding(f"{call} gave `None`. Does `predict` end with a `return`?", "none")
    words = misfit(f"For `X` with {n} rows, {call}", found[0], (n, sizes[-1]), AXES)
    if words:
        return Finding(words, ["shape", show(shape(found[0]))])
    first, same, differs = (numbers(each) for each in blocks(found))
    if not all(0 <= value <= 1 for value in first):
        return Finding("The predictions should lie between 0 and 1: sigmoid everywhere.", "range")
    if not all(abs(a - b) < CLOSE for a, b in zip(first, same, strict=True)):
        return Finding(
            "Two generators with the same seed led to different networks. Take all random numbers "
            "from `rng`, as in `rng.normal`.",
            "not from rng",
        )
    if first == differs:
        return Finding(
            "Generators with two different seeds led to the same predictions. The first weights "
            "should come from the `rng` that is handed in.",
            "always the same",
        )
    return RIGHT


def is_step(got: object, targets: list[list[float]], lr: float, *_: object) -> Finding:
    """Judge the loss that a step of one layer returns, and how far it moves.

    A layer with one input is known from two predictions: its totals are `w * x + b`.
    """
    before, said, after = items(got)
    w, b = line(table(before))
    Y = run(w, b)
    off = errors(Y, targets)
    moved_w, moved_b = line(table(after))
    finding = is_loss(said, off, mean_square(errors(run(moved_w, moved_b), targets)))
    if finding.message:
        return finding
    count = len(targets) * len(targets[0])
    dZ = [
        [2 * e / count * y * (1 - y) for e, y in zip(*rows, strict=True)]
        for rows in zip(off, Y, strict=True)
    ]
    wanted = [wj - lr * sum(x * dZ[x][j] for x in range(3)) for j, wj in enumerate(w)]
    wanted += [bj - lr * sum(dZ[x][j] for x in range(3)) for j, bj in enumerate(b)]
    return has_moved([*w, *b], [*moved_w, *moved_b], wanted)


def run(w: list[float], b: list[float]) -> list[list[float]]:
    """Return what a layer of one input answers to 0, 1 and 2."""
    return [[1 / (1 + exp(-(wj * x + bj))) for wj, bj in zip(w, b, strict=True)] for x in range(3)]


def errors(Y: list[list[float]], targets: list[list[float]]) -> list[list[float]]:
    """Return every prediction minus its target."""
    return [[y - t for y, t in zip(*rows, strict=True)] for rows in zip(Y, targets, strict=True)]


def mean_square(off: list[list[float]]) -> float:
    """Return the mean of the squares of all errors."""
    return fmean(each * each for row in off for each in row)


def is_loss(said: object, off: list[list[float]], later: float) -> Finding:
    """Judge what a step returns.

    Args:
        said: What it returned.
        off: How far each prediction was off before the step.
        later: The mean squared error after it.
    """
    if said is None:
        return Finding(
            "`train_step` gave `None`. It should return the mean squared error from before the "
            "step.",
            "none",
        )
    array = block(said)
    if array is None or array.shape not in ((), (1,), (1, 1)):
        shape = f"an array of the shape `{array.shape}`" if array else f"`{show(said, 60)}`"
        return Finding(
            f"`train_step` gave {shape}. The loss is one number: the mean over all rows and all "
            "columns.",
            "no number",
        )
    count, loss = len(off) * len(off[0]), mean_square(off)
    (value,) = numbers(array)
    if abs(value - loss) <= CLOSE:
        return RIGHT
    return Finding(
        f"`train_step` returned `{value:.6g}`. The mean squared error before the step is "
        f"`{loss:.6g}`.",
        "sum"
        if abs(value - loss * count) < CLOSE
        else "after"
        if abs(value - later) < CLOSE
        else [round(value, 6)],
    )


def has_moved(start: list[float], moved: list[float], wanted: list[float]) -> Finding:
    """Judge where a step has led a network of one layer."""
    if all(abs(m - want) <= CLOSE for m, want in zip(moved, wanted, strict=True)):
        return RIGHT
    how = ""
    if all(abs(m - s) <= CLOSE for m, s in zip(moved, start, strict=True)):
        how = " They have not moved at all."
    elif all(abs(m + w - 2 * s) <= CLOSE for m, w, s in zip(moved, wanted, start, strict=True)):
        how = " They went the same way uphill: look at the signs."
    return Finding(
        "The step has not moved the weights and biases by the learning rate times their slopes."
        f"{how} A network of one layer started with `{rounded(start)}`, should come to "
        f"`{rounded(wanted)}`, and yours came to `{rounded(moved)}`.",
        [round(m - want, 6) for m, want in zip(moved, wanted, strict=True)],
    )


def rounded(values: Sequence[float]) -> str:
    """Return numbers with few digits."""
    return show([round(value, 4) for value in values])


def line(predictions: list[list[float]]) -> tuple[list[float], list[float]]:
    """Return the weights and the biases of a layer from its predictions for 0 and for 1."""
    totals = [[log(y / (1 - y)) if 0 < y < 1 else 0.0 for y in row] for row in predictions]
    at_0, at_1 = totals if len(totals) == 2 else ([], [])
    return [one - zero for zero, one in zip(at_0, at_1, strict=True)], at_0


def knows_moons(got: object, seed: int) -> Finding:
    """Judge how many of the held-out points are right."""
    if isinstance(got, dict) and "class" in got:
        return Finding(
            f"`model` is the class `{got['class']}` itself. Round brackets make a network of it: "
            f"`model = {got['class']}(...)`.",
            "class",
        )
    if isinstance(got, dict) and "no predict" in got:
        return Finding(
            f"`model` must be a network with a function `predict(X)`. Yours is of the type "
            f"`{got['no predict']}`, and has no `predict`.",
            "no predict",
        )
    words = misfit("`model.predict(X)` for 400 points", got, (400, 1), ("point", "output"))
    if words:
        return Finding(words, ["shape", show(shape(got))])
    found = table(got)
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
