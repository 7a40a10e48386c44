"""The one place that knows where Python runs: in the page (Pyodide), or on somebody's machine."""

import sys
from importlib import import_module
from inspect import isawaitable


def in_page() -> bool:
    """Return whether this Python runs in a browser."""
    return sys.platform == "emscripten"


def settled(value: object) -> object:
    """Return what a function of the page gave, as Python knows it.

    JavaScript's `null` becomes None. A promise is waited for, where the browser can do that while
    Python stands still.
    """
    if not in_page():
        return value
    ffi = import_module("pyodide.ffi")
    if isawaitable(value):
        value = ffi.run_sync(value)
    return None if value is getattr(ffi, "jsnull", None) else value
