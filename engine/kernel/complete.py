"""Completes the word before the cursor from the lesson's names, without running any of its code."""

import builtins
import keyword
import re
from collections.abc import Iterable, Mapping
from types import ModuleType

from engine.kernel.encode import type_name
from engine.kernel.wire import Json, JsonObject

MOST = 300
WORD = re.compile(r"(?P<path>(?:[^\W\d]\w*\s*\.\s*)*)(?P<word>\w*)$")


def complete(code: str, position: int, names: Mapping[str, object]) -> JsonObject:
    """Return what the word before the cursor may become.

    Args:
        code: The cell's text.
        position: The cursor, in characters from the start.
        names: The lesson's names.

    >>> found = complete("wei", 3, {"weights": [1, 1]})
    >>> found["from"], [option["label"] for option in found["options"]]
    (0, ['weights'])
    """
    line = code[:position].rpartition("\n")[2]
    found = WORD.search(line)
    if found is None or in_text(line[: found.start()]) or found["word"][:1].isdigit():
        return {"from": position, "options": []}
    word = found["word"]
    if found["path"]:
        choices = attributes(found["path"], names)
    elif line[: found.start()].endswith("."):
        choices = {}
    else:
        choices = {**words(), **vars(builtins), **names}
    options = [option(name, choices[name]) for name in matching(word, choices)]
    return {"from": position - len(word), "options": options}


def in_text(before: str) -> bool:
    """Return whether a line's beginning leaves a comment or a text open."""
    bare = re.sub(r"'[^'\\]*(?:\\.[^'\\]*)*'|\"[^\"\\]*(?:\\.[^\"\\]*)*\"", "", before)
    return any(mark in bare for mark in "#'\"")


def words() -> dict[str, object]:
    """Return Python's keywords."""
    return dict.fromkeys(keyword.kwlist, KEYWORD)


KEYWORD = object()


def matching(word: str, choices: Iterable[object]) -> list[str]:
    """Return the names that begin with the word; hidden ones only where it begins with `_`."""
    names = [name for name in choices if type(name) is str and name.startswith(word)]
    shown = [name for name in names if word.startswith("_") or not name.startswith("_")]
    return sorted(shown, key=str.lower)[:MOST]


def attributes(path: str, names: Mapping[str, object]) -> dict[str, object]:
    """Return the attributes of what a dotted path names; none where code would have to run."""
    first, *rest = (part.strip() for part in path.strip().rstrip(".").split("."))
    missing = object()
    value = names.get(first, getattr(builtins, first, missing))
    for part in rest:
        value = members(value).get(part, missing)
        if isinstance(value, property) or hasattr(type(value), "__get__"):
            value = missing
    return {} if value is missing else members(value)


def members(value: object) -> dict[str, object]:
    """Return a value's attributes as they are stored: no property is asked."""
    stored = stored_in(value)
    if isinstance(value, ModuleType):
        return stored
    found: dict[str, object] = {}
    kind = value if isinstance(value, type) else type(value)
    bases = type.__dict__["__mro__"].__get__(kind)
    for base in reversed(bases):
        found.update(vars(base))
    return {**found, **stored}


def stored_in(value: object) -> dict[str, object]:
    """Return what a value itself holds, without asking its class."""
    try:
        stored: object = object.__getattribute__(value, "__dict__")
    except (AttributeError, TypeError):
        return {}
    return dict(stored) if type(stored) is dict else {}


def option(name: str, value: object) -> JsonObject:
    """Return one completion as the page reads it."""
    return {"label": name, "type": kind(value), "detail": detail(value)}


def kind(value: object) -> str:
    """Return the editor's word for the kind of value."""
    if value is KEYWORD:
        return "keyword"
    if isinstance(value, type):
        return "class"
    if isinstance(value, ModuleType):
        return "module"
    if isinstance(value, property) or type(value).__name__ in (
        "member_descriptor",
        "getset_descriptor",
    ):
        return "property"
    return "function" if callable(value) else "variable"


def detail(value: object) -> Json:
    """Return a word about the value: its type."""
    return "" if value is KEYWORD else type_name(value)
