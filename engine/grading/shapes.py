"""What is said of a shape that does not fit: which axis is which, and what may have happened."""

from collections.abc import Sequence
from math import prod

from engine.grading.compare import shape
from engine.grading.phrases import as_number, show
from engine.grading.spec import Part
from engine.kernel.decode import ArrayData, flatten

Shape = tuple[int, ...]
LINES = (("row", "rows"), ("column", "columns"))


def block(value: object) -> ArrayData | None:
    """Return an array, a list in lists or a number as an array; None where it is no such thing.

    >>> block([[1, 2], [3, 4]]).shape, block(5).shape, block([[1], [2, 3]]), block(None)
    ((2, 2), (), None, None)
    """
    if isinstance(value, ArrayData):
        return value
    as_list: object = getattr(value, "tolist", None)
    if callable(as_list):
        value = as_list()
    sizes, values = shape(value), flatten_all(value)
    if sizes is None or any(as_number(each) is None and each == each for each in values):
        return None
    return ArrayData("float64", sizes, tuple(values))


def flatten_all(value: object) -> list[object]:
    """Return the numbers in lists in lists, in arrays in lists too."""
    if isinstance(value, ArrayData):
        return list(value.values)
    if isinstance(value, list | tuple):
        return [each for item in value for each in flatten_all(item)]
    return flatten(value)


def misfit(name: str, value: object, want: Shape, axes: Sequence[str] = ()) -> str:
    """Return what is wrong with a shape, and why perhaps; empty where it fits.

    Args:
        name: The array, as the learner knows it.
        value: What stands there.
        want: The shape that it should have.
        axes: What each axis counts: "example", "output".

    >>> misfit("`b`", [1, 2, 3], (2,), ("neuron",))
    '`b` has the shape `(3,)`. `(2,)` is wanted: 2 numbers, one for each neuron.'
    """
    array = block(value)
    if array is None:
        return f"{name} is {no_array(value)}. {wanted(want, axes)}"
    if array.shape == want:
        return ""
    has = (
        f"has the shape `{array.shape}`"
        if array.shape
        else f"is a single number, `{show(array.values[0])}`"
    )
    return f"{name} {has}. {wanted(want, axes)} {reason(array.shape, want)}".rstrip()


def no_array(value: object) -> str:
    """Return words for what cannot be an array of numbers."""
    if isinstance(value, list | tuple) and shape(value) is None:
        return "a list with parts of differing lengths"
    return f"`{show(value, 60)}`"


def wanted(want: Shape, axes: Sequence[str]) -> str:
    """Return the sentence on the shape that is right."""
    if len(want) == 1:
        count = "1 number" if want[0] == 1 else f"{want[0]} numbers"
        lines = [f"{count}{each(want[0], axes[0])}" if axes else count]
    else:
        lines = [
            f"{length} {words[length != 1]}{each(length, axis)}"
            for length, words, axis in zip(want, LINES, axes or ("", ""), strict=False)
        ]
    return f"`{want}` is wanted: {', and '.join(lines) if axes else ' and '.join(lines)}."


def each(count: int, axis: str) -> str:
    """Return what the numbers along an axis belong to."""
    if not axis:
        return ""
    return f", for the one {axis}" if count == 1 else f", one for each {axis}"


def reason(got: Shape, want: Shape) -> str:
    """Return what often leads to such a shape."""
    if len(got) < len(want):
        return missing_axis(got, want)
    if len(got) > len(want):
        return extra_axis(got, want)
    if len(want) == 2 and got == want[::-1]:
        return "Rows and columns have changed places: `.T` turns an array round."
    if len(want) == 2 and 1 in want and got == (max(want), max(want)):
        return (
            "A row of numbers was put together with a column of them, so each met every other one. "
            "Print the shapes of both."
        )
    return ""


def missing_axis(got: Shape, want: Shape) -> str:
    """Return why an axis may be missing."""
    if not got:
        return "If a sum or a mean made it, `axis=0` or `axis=1` says along which axis to go."
    if got == tuple(length for length in want if length != 1):
        return (
            "An axis is missing: keep it with `keepdims=True`, or put it back with "
            f"`.reshape{want}`."
        )
    if prod(got) == prod(want):
        return f"Was it made flat? `.reshape{want}` puts the rows below each other again."
    gone = "rows" if got == want[1:] else "columns" if got == want[:1] else ""
    return f"The {gone} are missing: were they added up, or was one picked?" if gone else ""


def extra_axis(got: Shape, want: Shape) -> str:
    """Return why there may be an axis too many."""
    if prod(got) == prod(want):
        return (
            "There is an axis too many: leave out `keepdims=True` or the double brackets, or take "
            f"it away with `.reshape{want}`."
        )
    if got[-len(want) :] == want:
        return "There is an axis too many: its rows are still to be added up."
    return "There is an axis too many."


def parts_misfit(
    call: str, value: object, want: object, parts: Sequence[Part], names: Sequence[str] = ()
) -> str:
    """Return what is wrong with the shapes of a result; empty where they fit.

    Args:
        call: What gave the result.
        value: The result.
        want: The result of the reference.
        parts: What it is made of; empty where nobody has said.
        names: What the learner calls the parts; empty where nobody knows.
    """
    if not parts or value is None:
        return ""
    values, wants = ([value], [want]) if len(parts) == 1 else (items(value), items(want))
    if len(values) != len(parts):
        return f"{call} gave {amount(value)}. {in_words(len(parts)).capitalize()} are wanted: " + (
            f"`({', '.join(part.name for part in parts)})`."
        )
    mine = names if len(names) == len(parts) else ("",) * len(parts)
    found = (
        misfit(spoken(part.name, name), got, shape(right) or (), part.axes)
        for part, name, got, right in zip(parts, mine, values, wants, strict=True)
    )
    return next(filter(None, found), "")


def spoken(name: str, mine: str) -> str:
    """Return how to speak of a part: by the learner's name, and by the task's where it differs."""
    if not name:
        return f"`{mine}`" if mine else "The result"
    return f"`{mine}` (`{name}` in the task)" if mine and mine != name else f"`{name}`"


def items(value: object) -> list[object]:
    """Return what a result is made of; an array is one thing."""
    return list(value) if isinstance(value, list | tuple) else [value]


def amount(value: object) -> str:
    """Return how much came back."""
    if isinstance(value, ArrayData):
        return f"one array of the shape `{value.shape}`"
    if isinstance(value, list | tuple):
        return f"{in_words(len(value))} value{'' if len(value) == 1 else 's'}"
    return f"`{show(value)}`"


def in_words(count: int) -> str:
    """Return a small number as a word."""
    words = ("no", "one", "two", "three", "four", "five", "six")
    return words[count] if count < len(words) else str(count)
