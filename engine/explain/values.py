"""Describe a learner's value in words, without ever running their code."""

import sys
import types
from collections.abc import Sized

_TYPES = {
    "NoneType": "no value",
    "bool": "a true-or-false value",
    "int": "a whole number",
    "float": "a number",
    "str": "a text",
    "list": "a list",
    "tuple": "a tuple",
    "dict": "a dictionary",
    "set": "a set",
    "function": "a function",
    "type": "a class",
    "builtin_function_or_method": "a function",
    "method": "a method",
    "module": "a module",
    "ndarray": "an array",
    "range": "a range",
    "zip": "a zip",
    "generator": "a generator",
    "complex": "a complex number",
    "bytes": "bytes",
    "map": "a map",
    "enumerate": "an enumerate",
}
_PLAIN = (int, float, bool, str, type(None))
_SIZED = (list, tuple, dict, set, str, range, bytes)


def type_name(value: object) -> str:
    """Return the name of the value's type, whatever the type does to hide it."""
    name = type.__dict__["__name__"].__get__(type(value))
    return name if isinstance(name, str) else "object"


def kind(name: str) -> str:
    """Return the words for a type's name: "a list" for "list".

    >>> kind("str"), kind("Neuron")
    ('a text', 'a `Neuron`')
    """
    if name in _TYPES:
        return _TYPES[name]
    if name.startswith(("int", "uint", "float")) and name[-1:].isdigit():
        return "a number from numpy"
    return f"{'an' if name[:1] in 'AEIOaeiou' else 'a'} `{name}`"


def is_array(value: object) -> bool:
    """Return whether the value is a numpy array, without importing numpy."""
    return type(value) is _from_numpy("ndarray")


def is_numpy_number(value: object) -> bool:
    """Return whether the value is one number of numpy, without running anybody's code."""
    number = _from_numpy("number")
    return number is not None and number in type.__dict__["__mro__"].__get__(type(value))


def _from_numpy(name: str) -> object:
    """Return a class of numpy where that is loaded, else None."""
    numpy = sys.modules.get("numpy")
    return vars(numpy).get(name) if type(numpy) is types.ModuleType else None


def shape(value: object) -> tuple[int, ...] | None:
    """Return the shape of an array, or of lists in lists that are all of one length."""
    if is_array(value):
        found = getattr(value, "shape", None)
        return found if type(found) is tuple else None
    return None


def show(value: object, limit: int = 40) -> str | None:
    """Return the value as code if it is plain and short, else None."""
    if type(value) in _PLAIN or (
        type(value) in (list, tuple, dict, set) and size(value) <= 8 and _is_plain(value)
    ):
        if _is_long(value, limit):
            return None
        text = repr(value)
    elif is_numpy_number(value) and type_name(value) in ("float64", "int64", "int32"):
        text = str(value)
    else:
        return None
    return text if len(text) <= limit else None


def _is_long(value: object, limit: int) -> bool:
    """Return whether a text, or a whole number, is too long to be written out."""
    if type(value) is int:
        return value.bit_length() > 4 * limit
    if type(value) is dict:
        return any(_is_long(k, limit) or _is_long(v, limit) for k, v in value.items())
    if type(value) in (list, tuple, set):
        assert isinstance(value, list | tuple | set)
        return any(_is_long(part, limit) for part in value)
    return size(value) > limit


def _is_plain(value: object) -> bool:
    if type(value) is dict:
        return all(type(k) in _PLAIN and type(v) in _PLAIN for k, v in value.items())
    if type(value) in (list, tuple, set):
        assert isinstance(value, list | tuple | set)
        return all(type(part) in _PLAIN for part in value)
    return False


def size(value: object) -> int:
    """Return how many values a plain container holds, else 0."""
    if type(value) in _SIZED and isinstance(value, Sized):
        return len(value)
    return 0


def describe(value: object) -> str:
    """Return what a value is, in words and with its value if that is short.

    >>> describe(3), describe([1, 2]), describe("hi"), describe(None)
    ('the number 3', 'the list `[1, 2]`', "the text `'hi'`", '`None`')
    """
    shown, name = show(value), type_name(value)
    if value is None or type(value) is bool:
        return f"`{value}`"
    if shown is not None:
        if type(value) in (int, float) or is_numpy_number(value):
            return f"the number {shown}"
        return f"the {kind(name).split(' ', 1)[1]} `{shown}`"
    dimensions = shape(value)
    if dimensions is not None:
        return f"an array of shape {dimensions}"
    if type(value) in (list, tuple, dict, set):
        return f"{kind(name)} of {counted(size(value), 'value')}"
    if type(value) is types.FunctionType:
        return f"the function `{value.__name__}`"
    return kind(name)


def counted(number: int, word: str) -> str:
    """Return the number with its word.

    >>> counted(1, "value"), counted(3, "value")
    ('1 value', '3 values')
    """
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
