"""Plain tagged data back to values: real ones where they are used, plain ones for the judge."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod


@dataclass(frozen=True)
class ArrayData:
    """An array as plain data, so that what compares arrays does not need numpy.

    Args:
        dtype: numpy's name for the type of the numbers, such as "float64".
        shape: The lengths, outermost first.
        values: All numbers, row by row.
    """

    dtype: str
    shape: tuple[int, ...]
    values: tuple[object, ...]

    @staticmethod
    def of(nested: Sequence[object], dtype: str = "float64") -> "ArrayData":
        """Make one from lists in lists."""
        shape: list[int] = []
        level: object = nested
        while isinstance(level, list | tuple):
            shape.append(len(level))
            level = level[0] if level else None
        flat = tuple(flatten(nested))
        if len(flat) != prod(shape):
            raise ValueError("an array's rows must all have the same length")
        return ArrayData(dtype, tuple(shape), flat)

    def tolist(self) -> object:
        """Return the numbers as lists in lists; an array without axes is the number itself."""
        level: list[object] = list(self.values)
        for length in reversed(self.shape[1:]):
            level = [level[i : i + length] for i in range(0, len(level), length)] if length else []
        return level if self.shape else level[0]


def flatten(nested: object) -> list[object]:
    """Return what is in lists in lists, in order."""
    if not isinstance(nested, list | tuple):
        return [nested]
    return [value for item in nested for value in flatten(item)]


@dataclass(frozen=True)
class Thing:
    """A value that is no plain data: a function, a generator, an object of the learner's class.

    Args:
        kind: The name of its type.
        text: How it shows itself, shortened.
    """

    kind: str
    text: str
