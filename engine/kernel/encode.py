"""Any value as plain tagged data, whatever its class says about itself.

Nothing here asks a learner's object what it equals or what it is: numbers, texts and lists are
read with the methods of the built-in types, also for subclasses. Everything else is a name and a
short text. Sizes are bounded, and a list that holds itself ends.
"""

import sys
from array import array
from collections import deque
from collections.abc import Callable, Iterable
from typing import SupportsFloat

from engine.kernel.decode import ArrayData, Code
from engine.kernel.wire import Json, JsonObject

MOST_VALUES = 300_000
LONGEST_TEXT = 20_000
LONGEST_REPR = 200
DEEPEST = 60
SAFE_INTEGER = 2**53
LONGEST_INTEGER = 200_000
MISSING: JsonObject = {}


def encode(value: object) -> Json:
    """Return the value as plain tagged data.

    >>> encode((1, 0.5, [True, None]))
    {'t': 'tuple', 'v': [1, {'t': 'float', 'v': '0.5'}, [True, None]]}
    """
    try:
        return Encoder().encode(value)
    except KeyboardInterrupt:
        raise
    except BaseException:
        # A learner's program may have replaced what is used here; the value stays unknown then.
        return {"t": "object", "kind": "object", "repr": "a value that cannot be read"}


def type_name(value: object) -> str:
    """Return the name of the value's real type."""
    name: object = type.__dict__["__name__"].__get__(type(value))
    return name if type(name) is str else "object"


def safe_repr(value: object) -> str:
    """Return a short text for the value; never raises, whatever its `__repr__` does."""
    try:
        shown = str.__str__(repr(value))
    except KeyboardInterrupt:
        raise
    except BaseException:
        return f"<{type_name(value)} object>"
    return shown if len(shown) <= LONGEST_REPR else shown[: LONGEST_REPR - 3] + "..."


class Encoder:
    """One value's encoding, with what has been counted so far."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        self.count = 0
        self.open: set[int] = set()

    def encode(self, value: object) -> Json:
        """Return one value as plain tagged data."""
        self.count += 1
        if value is None or value is True or value is False:
            return value
        if self.count > MOST_VALUES or len(self.open) > DEEPEST:
            return thing(value, "too much to show")
        if id(value) in self.open:
            return thing(value, "a value that holds itself")
        return self.by_type(value, type(value))

    def by_type(self, value: object, kind: type) -> Json:
        """Choose by the built-in type that the value's real type comes from.

        `issubclass` asks the real type: `isinstance` alone would believe a class that lies.
        """
        if issubclass(kind, int) and isinstance(value, int):
            return encode_int(value)
        if issubclass(kind, float) and isinstance(value, float):
            return {"t": "float", "v": float.__repr__(value)}
        if issubclass(kind, str) and isinstance(value, str):
            return str.__str__(value)[:LONGEST_TEXT]
        if issubclass(kind, complex) and isinstance(value, complex):
            return {"t": "complex", "v": complex.__repr__(value).strip("()")}
        for base, tag, members in CONTAINERS:
            if issubclass(kind, base):
                return self.container(value, tag, members(value))
        if isinstance(value, ArrayData):
            return self.array(value.dtype, value.shape, value.values)
        if "numpy" in sys.modules and (found := self.from_numpy(value, kind)) is not MISSING:
            return found
        return self.from_library(value, kind)

    def container(self, value: object, tag: str, members: Iterable[object]) -> Json:
        """Encode what is in a list, tuple, set or dict."""
        self.open.add(id(value))
        encoded: list[Json] = []
        for member in members:
            if self.count > MOST_VALUES:
                break
            encoded.append(self.encode(member))
        self.open.discard(id(value))
        return encoded if tag == "list" else {"t": tag, "v": encoded}

    def from_numpy(self, value: object, kind: type) -> Json:
        """Encode an array or a numpy number; MISSING if it is neither."""
        numpy = sys.modules["numpy"]
        array_type, scalar_type = getattr(numpy, "ndarray", None), getattr(numpy, "generic", None)
        if isinstance(array_type, type) and issubclass(kind, array_type):
            # The methods of the plain array, whatever a class made from it says.
            methods = array_type.__dict__
            bare = methods["view"](value, array_type)
            return self.array(str(bare.dtype), bare.shape, bare.ravel().tolist())
        if isinstance(scalar_type, type) and issubclass(kind, scalar_type):
            number: object = scalar_type.__dict__["item"](value)
            # A longdouble's item is a longdouble again.
            return self.encode(number if type(number) is not kind else float(str(value)))
        return MISSING

    def array(self, dtype: str, shape: tuple[int, ...], values: Iterable[object]) -> Json:
        """Encode an array's numbers in one row."""
        encoded = [self.encode(number) for number in values]
        return {"t": "array", "dtype": dtype, "shape": list(shape), "v": encoded}

    def from_library(self, value: object, kind: type) -> Json:
        """Encode a number of another exact kind as a float, and the rest by its looks."""
        for module, name in (("fractions", "Fraction"), ("decimal", "Decimal")):
            exact = kind is getattr(sys.modules.get(module), name, None)
            if exact and isinstance(value, SupportsFloat):
                return self.encode(float(value))
        for base in (deque, array):
            if issubclass(kind, base):
                return self.container(value, "list", base.__dict__["__iter__"](value))
        if kind is Code and isinstance(value, Code):
            return {"t": "code", "v": value.expression}
        return thing(value, safe_repr(value))


def thing(value: object, shown: str) -> Json:
    """Encode a value by its type's name and a text."""
    return {"t": "object", "kind": type_name(value), "repr": shown}


def encode_int(value: int) -> Json:
    """Encode a whole number; one that JavaScript would round goes as text."""
    number = int.__add__(value, 0)
    if abs(number) <= SAFE_INTEGER:
        return number
    if number.bit_length() > LONGEST_INTEGER:
        return {"t": "object", "kind": "int", "repr": "a number with very many digits"}
    return {"t": "int", "v": hex(number)}


# How to read what is in each built-in container, with the built-in's own method.
CONTAINERS: tuple[tuple[type, str, Callable[[object], Iterable[object]]], ...] = (
    (list, "list", list.__dict__["__iter__"]),
    (tuple, "tuple", tuple.__dict__["__iter__"]),
    (dict, "dict", dict.__dict__["items"]),
    (set, "set", set.__dict__["__iter__"]),
    (frozenset, "set", frozenset.__dict__["__iter__"]),
    (range, "list", range.__dict__["__iter__"]),
)
