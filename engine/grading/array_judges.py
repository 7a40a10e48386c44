"""What is right about the warnings of a sigmoid, and about first weights that come by chance."""

from math import sqrt
from statistics import fmean, pstdev

from engine.grading.array_data import PARAMETERS
from engine.grading.phrases import show
from engine.grading.shapes import amount, block, items, misfit
from engine.grading.spec import RIGHT, Finding
from engine.kernel.decode import ArrayData

NOTHING = Finding("Your function gave `None`. Does it end with a `return`?", "none")
NAMES = tuple(PARAMETERS)
ALL_NAMES = f"`({', '.join(NAMES)})`"


def is_quiet(got: object, *_: object) -> Finding:
    """Judge whether numpy had nothing to warn of."""
    if got == []:
        return RIGHT
    if got is None:
        return Finding("`sigmoid` gave `None`. Does it end with a `return`?", "none")
    return Finding(
        f"For large values numpy warns: `{show(got)}`. Find a way to write the sigmoid that never "
        "asks for the `exp` of a large number.",
        "warns",
    )


def four_arrays(function: str, value: object, d: int, h: int, k: int) -> Finding:
    """Judge whether a result is made of `W1`, `b1`, `W2` and `b2`, each with its shape."""
    found = items(value)
    if len(found) != len(NAMES):
        return Finding(
            f"`{function}` gave {amount(value)}. It should give four arrays: {ALL_NAMES}.",
            f"{len(found)} arrays",
        )
    wants = (d, h), (h,), (h, k), (k,)
    for (name, axes), array, want in zip(PARAMETERS.items(), found, wants, strict=True):
        words = misfit(f"`{name}`", array, want, axes)
        if words:
            made = block(array)
            return Finding(words, [name, made.shape if made else "none"])
    return RIGHT


def blocks(value: object) -> list[ArrayData]:
    """Return the arrays that a result is made of."""
    return [found for found in map(block, items(value)) if found is not None]


def numbers(array: ArrayData) -> list[float]:
    """Return the numbers of an array, row by row."""
    return [float(each) for each in array.values if isinstance(each, int | float)]


def is_start(got: object, d: int, h: int, k: int, *_: object) -> Finding:
    """Judge the shapes, the zeros and the spread of the first weights."""
    if got is None:
        return NOTHING
    (result,) = items(got)
    finding = four_arrays(f"init({d}, {h}, {k}, rng)", result, d, h, k)
    if finding.message:
        return finding
    W1, b1, W2, b2 = blocks(result)
    if any(numbers(b1)) or any(numbers(b2)):
        return Finding("The biases should all be 0.", "biases")
    for name, array, inputs in (("W1", W1, d), ("W2", W2, h)):
        finding = is_spread(name, array, inputs)
        if finding.message:
            return finding
    return RIGHT


def is_seeded(got: object, *_: object) -> Finding:
    """Judge three results: two of the same seed, and one of another."""
    if got is None:
        return NOTHING
    same, twin, other = ([numbers(part) for part in blocks(each)] for each in items(got))
    if same != twin:
        return Finding(
            "Two generators with the same seed led to different numbers. Take all random numbers "
            "from `rng`, as in `rng.normal`.",
            "not from rng",
        )
    if same == other:
        return Finding(
            "Generators with two different seeds led to the same numbers. The random numbers "
            "should come from the `rng` that is handed in.",
            "always the same",
        )
    return RIGHT


def is_spread(name: str, array: ArrayData, inputs: int) -> Finding:
    """Judge the mean and the standard deviation of some first weights."""
    values = numbers(array)
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
