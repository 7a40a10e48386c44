"""Values by name as plain JSON, for pictures that are driven by the learner's own numbers."""

from collections.abc import Mapping, Sequence
from math import isfinite

from engine.kernel.decode import ArrayData, plain
from engine.kernel.encode import encode
from engine.kernel.wire import Json, JsonObject


def peek(names: Mapping[str, object], wanted: Sequence[str]) -> JsonObject:
    """Return the values of names; those that are missing or not plain are left out.

    >>> peek({"weights": (1, 0.5), "f": print}, ["weights", "f", "bias"])
    {'weights': [1, 0.5]}
    """
    values: dict[str, Json] = {}
    for name in wanted:
        if name in names:
            try:
                values[name] = as_json(plain(encode(names[name])))
            except (TypeError, ValueError):
                continue
    return values


def as_json(value: object) -> Json:
    """Return plain data as JSON.

    Raises:
        TypeError: It is not numbers, text, lists and dictionaries of them.
    """
    if isinstance(value, ArrayData):
        value = value.tolist()
    if isinstance(value, float) and not isfinite(value):
        raise TypeError("JSON has no such number")
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    if isinstance(value, dict):
        return {str(key): as_json(item) for key, item in value.items()}
    raise TypeError(f"a {type(value).__name__} is not plain data")
