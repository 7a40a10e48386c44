"""Values as plain data, and plain tagged data back to values.

`plain` gives the judge data that no learner's code can hide behind. `real` gives what a function
is called with, arrays and functions included.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from math import prod

from engine.kernel.wire import Json, JsonObject, WireError, items, text


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
        return nest(self.values, self.shape) if self.shape else self.values[0]


@dataclass(frozen=True)
class Code:
    """A value that is made where it is used: a function, or a random generator.

    `math`, `random` and `numpy` (also as `np`) can be used in it.

    >>> Code("lambda x: x ** 2").make()(3)
    9
    """

    expression: str

    def make(self) -> object:
        """Return a new value."""
        wanted = [name for name in ("math", "random", "numpy") if name in self.expression]
        names: dict[str, object] = {name: import_module(name) for name in wanted}
        if "np." in self.expression:
            names["np"] = import_module("numpy")
        made: object = eval(self.expression, names)
        return made


@dataclass(frozen=True)
class Thing:
    """A value that is no plain data: a function, a generator, an object of the learner's class.

    Args:
        kind: The name of its type.
        text: How it shows itself, shortened.
    """

    kind: str
    text: str


def flatten(nested: object) -> list[object]:
    """Return what is in lists in lists, in order."""
    if not isinstance(nested, list | tuple):
        return [nested]
    return [value for item in nested for value in flatten(item)]


def nest(values: Sequence[object], shape: Sequence[int]) -> list[object]:
    """Return values in a row as lists in lists of this shape."""
    if len(shape) == 1:
        return list(values)
    size = prod(shape[1:])
    return [nest(values[i * size : (i + 1) * size], shape[1:]) for i in range(shape[0])]


def plain(data: Json) -> object:
    """Return encoded data as plain Python: numbers, text, lists, ArrayData, Thing.

    >>> plain([1, {"t": "float", "v": "0.5"}, {"t": "tuple", "v": [True]}])
    [1, 0.5, (True,)]
    """
    if isinstance(data, str) or not isinstance(data, Sequence | Mapping):
        return data
    if not isinstance(data, Mapping):
        return [plain(item) for item in data]
    return tagged(data)


def tagged(data: JsonObject) -> object:
    """Return what one tagged object stands for."""
    tag = text(data, "t")
    if tag == "float":
        return float(text(data, "v"))
    if tag == "int":
        return int(text(data, "v"), 16)
    if tag == "complex":
        return complex(text(data, "v"))
    if tag == "code":
        return Code(text(data, "v"))
    if tag == "object":
        return Thing(text(data, "kind"), text(data, "repr"))
    return container(tag, data)


def container(tag: str, data: JsonObject) -> object:
    """Return a tuple, set, dict or array."""
    values = [plain(item) for item in items(data, "v")]
    if tag == "tuple":
        return tuple(values)
    if tag == "set":
        return frozenset(map(hashable, values))
    if tag == "dict":
        return {hashable(pair[0]): pair[1] for pair in values if isinstance(pair, tuple)}
    if tag == "array":
        shape = tuple(size for size in items(data, "shape") if isinstance(size, int))
        if prod(shape) != len(values):
            raise WireError("an array's shape does not fit its values")
        return ArrayData(text(data, "dtype"), shape, tuple(values))
    raise WireError(f"nothing is known of the tag '{tag}'")


def hashable(value: object) -> object:
    """Return something that can be a key and equals whatever is written the same way."""
    return value if isinstance(value, str | int | float | None) else repr(value)


def real(value: object) -> object:
    """Return plain data as what a function is called with: arrays and functions made anew."""
    if isinstance(value, Code):
        return value.make()
    if isinstance(value, ArrayData):
        numpy = import_module("numpy")
        made: object = numpy.array(value.values, dtype=value.dtype).reshape(value.shape)
        return made
    if isinstance(value, list):
        return [real(item) for item in value]
    if isinstance(value, tuple):
        return tuple(real(item) for item in value)
    if isinstance(value, dict):
        return {key: real(item) for key, item in value.items()}
    return value
