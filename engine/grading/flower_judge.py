"""Whether a trained neuron tells the flowers of lesson 2 apart."""

from engine.data.iris import flowers
from engine.grading.compare import unfold
from engine.grading.phrases import as_number, as_numbers, show
from engine.grading.spec import RIGHT, Finding
from engine.nn.neuron import neuron
from engine.nn.perceptron import accuracy


def has_nan(value: object) -> bool:
    """Return whether a number, or one in a list, is nan: the one number that is not itself."""
    value = unfold(value)
    each = value if isinstance(value, list | tuple) else [value]
    return any(isinstance(number, float) and number != number for number in each)


def splits_flowers(w: object, b: object) -> Finding:
    """Judge whether the neuron tells the two species apart."""
    weights, bias = as_numbers(w), as_number(b)
    for name, value in (("w", w), ("b", b)):
        if has_nan(value):
            return Finding(
                f'`{name}` is `{show(value)}`, and `nan` means "not a number". It comes up where '
                "numbers grow too large, as in infinity minus infinity. Print the weights while "
                "you train, and look where they stop being numbers.",
                f"nan in {name}",
            )
    if weights is None:
        return Finding(
            f"`w` must be a list of two numbers; it is `{show(w)}`.", "w is no list of numbers"
        )
    if len(weights) != 2:
        return Finding(
            "A flower has two inputs, its length and its width, so `w` needs two weights; "
            f"it is `{show(w)}`.",
            "not two weights",
        )
    if bias is None:
        return Finding(f"`b` must be one number; it is `{show(b)}`.", "b is no number")
    return count_species(weights, bias)


def count_species(w: list[float], b: float) -> Finding:
    """Judge by how many flowers of each species are right."""
    right = [sum(neuron(x, w, b) == t for x, t in flowers if t == species) for species in (0, 1)]
    if accuracy(flowers, w, b) >= 0.99:
        return RIGHT
    return Finding(
        f"With your `w` and `b`, {right[0]} of the 50 setosa and {right[1]} of the 50 versicolor "
        f"are right. That is an accuracy of {sum(right) / 100:g}; it should be 0.99 or more.",
        [part(count) for count in right],
    )


def part(right: int) -> str:
    """Return how many of a species are right, as a word."""
    return {0: "none", 50: "all"}.get(right, "some")
