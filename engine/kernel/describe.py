"""A value as one short text, without running any of the learner's code.

Texts, numbers and collections are read with the methods of the built-in types, also for
subclasses. An object is shown by its attributes, whatever its `__repr__` says or does.

>>> describe([1, 0.5, "hi", {"a": (True, None)}])
"[1, 0.5, 'hi', {'a': (True, None)}]"
"""

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from types import BuiltinFunctionType, FunctionType, GeneratorType, MethodType, ModuleType

from engine.kernel.encode import type_name

LONGEST = 200
MOST_ITEMS = 24
DEEPEST = 4
LARGEST_INTEGER = 10**60
MORE = "…"
# What a learner wrote or imported rather than computed: not among the variables.
FOLDED = (FunctionType, BuiltinFunctionType, MethodType, ModuleType, type)
# Types of the standard library whose own text is short, quick and runs nobody else's code.
PLAIN = ("Fraction", "Decimal", "date", "datetime", "time", "timedelta")
PLAIN_HOMES = ("fractions", "decimal", "datetime")


def is_shown(name: str, value: object) -> bool:
    """Return whether a name is a variable: no function, class or module, nothing of Python's."""
    is_own = not (name.startswith("__") and name.endswith("__"))
    return is_own and not issubclass(type(value), FOLDED)


def describe(value: object) -> str:
    """Return a value as a short text; never raises, whatever the value does."""
    try:
        return shorten(Describer().text(value))
    except KeyboardInterrupt:
        raise
    except BaseException:
        return f"<{type_name(value)}>"


def shorten(text: str) -> str:
    """Return the text, or its beginning where it is long."""
    return text if len(text) <= LONGEST else text[: LONGEST - 2] + " " + MORE


class Describer:
    """One value's text, with the collections that it is inside of at the moment."""

    def __init__(self) -> None:
        """Start outside of everything, with room for a whole text."""
        self.inside: list[int] = []
        self.room = LONGEST - 45

    def text(self, value: object) -> str:
        """Return a value's text, and use up the room for it."""
        if id(value) in self.inside or len(self.inside) >= DEEPEST:
            return MORE
        self.inside.append(id(value))
        try:
            found = atom(value)
            if found is not None:
                self.room -= len(found)
                return found
            return self.collection(value) or self.object(value)
        finally:
            self.inside.pop()

    def collection(self, value: object) -> str | None:
        """Return the text of a collection, or None for what is not one."""
        if isinstance(value, dict):
            pairs = (f"{self.text(key)}: {self.text(item)}" for key, item in dict.items(value))
            return named(value, dict, "{" + self.joined(pairs, dict.__len__(value)) + "}")
        found = members(value)
        if found is None:
            return None
        kind, size, items, form = found
        inner = self.joined(map(self.text, items), size)
        inner += "," if kind is tuple and size == 1 else ""
        return named(value, kind, form.replace("*", inner) if size or kind is not set else "set()")

    def joined(self, texts: Iterable[str], size: int) -> str:
        """Return the first items, as many as there is room for, and how many there are in all."""
        shown = []
        for text in islice(texts, MOST_ITEMS):
            shown.append(text)
            self.room -= 2
            if self.room <= 0:
                break
        if len(shown) < size:
            shown.append(f"{MORE} {size:,} in all")
        return ", ".join(shown)

    def object(self, value: object) -> str:
        """Return the text of any other object: its type and its attributes, or what it says."""
        if isinstance(value, BaseException):
            args: tuple[object, ...] = BaseException.__dict__["args"].__get__(value)
            return f"{type_name(value)}({self.joined(map(self.text, args), len(args))})"
        attributes = stored(value)
        if not attributes:
            return f"<{type_name(value)}>"
        pairs = (f"{name}={self.text(item)}" for name, item in attributes.items())
        return f"{type_name(value)}({self.joined(pairs, len(attributes))})"


def members(value: object) -> tuple[type, int, Iterator[object], str] | None:
    """Return a collection's kind, size and items, and how it is written around them."""
    if isinstance(value, list):
        return list, list.__len__(value), list.__iter__(value), "[*]"
    if isinstance(value, tuple):
        return tuple, tuple.__len__(value), tuple.__iter__(value), "(*)"
    if isinstance(value, set):
        return set, set.__len__(value), set.__iter__(value), "{*}"
    if isinstance(value, frozenset):
        return frozenset, frozenset.__len__(value), frozenset.__iter__(value), "frozenset({*})"
    if isinstance(value, deque):
        return deque, deque.__len__(value), deque.__iter__(value), "deque([*])"
    return None


def named(value: object, usual: type, text: str) -> str:
    """Return a collection's text, with its type's name where that is not the usual one."""
    return text if type(value) is usual else f"{type_name(value)}({text})"


def atom(value: object) -> str | None:
    """Return the text of a value that holds no others, or None."""
    kind = type(value)
    if value is None or value is Ellipsis or kind in (bool, float, complex, range):
        return repr(value)
    if isinstance(value, int):
        return whole(value)
    if isinstance(value, float):
        return float.__repr__(value)
    if isinstance(value, str):
        return cut_text(str.__str__(value))
    if kind in (bytes, bytearray) and isinstance(value, bytes | bytearray):
        return repr(value[:LONGEST])
    if issubclass(kind, FOLDED) or kind is GeneratorType:
        return f"<{folded_kind(value)}>"
    if kind.__name__ in PLAIN and kind.__module__ in PLAIN_HOMES:
        return repr(value)
    return array(value)


def folded_kind(value: object) -> str:
    """Return what a function, class, module or generator is, with its name."""
    if isinstance(value, GeneratorType):
        return f"generator {value.__name__}"
    if isinstance(value, type):
        name: object = type.__dict__["__name__"].__get__(value)
        return f"class {name}"
    if isinstance(value, ModuleType):
        return f"module {value.__name__}"
    return f"function {getattr(value, '__name__', '')}"


def whole(value: int) -> str:
    """Return a whole number, or how long it is: Python refuses to write very long ones."""
    if -LARGEST_INTEGER < int(value) < LARGEST_INTEGER:
        return int.__repr__(value)
    digits = int(int.bit_length(value) * 0.30103) + 1
    return f"a whole number of about {digits:,} digits"


def cut_text(text: str) -> str:
    """Return a text in quotes, with its length where only its beginning is shown."""
    if len(text) <= LONGEST // 2:
        return repr(text)
    return f"{text[: LONGEST // 2]!r}{MORE} {len(text):,} characters"


def stored(value: object) -> dict[str, object]:
    """Return an object's attributes as they are stored; no property is asked."""
    for base in type.__dict__["__mro__"].__get__(type(value)):
        found = type.__dict__["__dict__"].__get__(base).get("__dict__")
        if type(found).__name__ == "getset_descriptor":
            attributes: object = found.__get__(value)
            return dict(attributes) if type(attributes) is dict else {}
    return {}


def array(value: object) -> str | None:
    """Return the text of a numpy array or number, or None for anything else."""
    numpy = sys.modules.get("numpy")
    if numpy is None or not isinstance(value, numpy.ndarray | numpy.generic):
        return None
    if isinstance(value, numpy.generic):
        return str(value.item())
    if value.dtype == object:
        return f"array of objects, shape {value.shape}"
    if value.size <= MOST_ITEMS:
        return f"array({numpy.ndarray.tolist(value)})"
    first = ", ".join(str(item) for item in value.flat[:4].tolist())
    return f"array, shape {value.shape}: {first}, {MORE}"
