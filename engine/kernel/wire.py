"""Plain JSON between the realms and the page, and how to read it without trusting it."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"] | None
JsonObject: TypeAlias = Mapping[str, Json]


class WireError(ValueError):
    """What came over the wire is not what was agreed."""


def text(data: JsonObject, key: str) -> str:
    """Return the text under a key; empty where it is missing."""
    value = data.get(key, "")
    if not isinstance(value, str):
        raise WireError(f"`{key}` is not text")
    return value


def number(data: JsonObject, key: str, default: int = 0) -> int:
    """Return the whole number under a key."""
    value = data.get(key, default)
    if not isinstance(value, int | float):
        raise WireError(f"`{key}` is not a number")
    return int(value)


def measure(data: JsonObject, key: str, default: float) -> float:
    """Return the number under a key."""
    value = data.get(key, default)
    return float(value) if isinstance(value, int | float) else default


def flag(data: JsonObject, key: str) -> bool:
    """Return whether the key holds true."""
    return data.get(key) is True


def items(data: JsonObject, key: str) -> Sequence[Json]:
    """Return the list under a key; empty where it is missing."""
    value = data.get(key, [])
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise WireError(f"`{key}` is not a list")
    return value


def texts(data: JsonObject, key: str) -> tuple[str, ...]:
    """Return the list of texts under a key."""
    return tuple(value for value in items(data, key) if isinstance(value, str))


def objects(data: JsonObject, key: str) -> tuple[JsonObject, ...]:
    """Return the list of objects under a key."""
    return tuple(value for value in items(data, key) if isinstance(value, Mapping))


def record(data: JsonObject, key: str) -> JsonObject:
    """Return the object under a key; empty where it is missing."""
    value = data.get(key)
    return value if isinstance(value, Mapping) else {}
