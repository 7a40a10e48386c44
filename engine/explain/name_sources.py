"""Names that come from elsewhere: modules, other languages, Python's fixed values."""

from engine.explain.explanation import Change, Finding
from engine.explain.scene import Scene

CONSTANTS = {
    "true": "True",
    "TRUE": "True",
    "false": "False",
    "FALSE": "False",
    "null": "None",
    "NULL": "None",
    "none": "None",
    "nil": "None",
    "undefined": "None",
    "Null": "None",
    "NaN": "float('nan')",
    "infinity": "float('inf')",
    "Infinity": "float('inf')",
}


_FOREIGN = {
    "console": "print",
    "println": "print",
    "printf": "print",
    "echo": "print",
    "puts": "print",
    "System": "print",
    "this": "self",
    "length": "len",
    "lenght": "len",
    "size": "len",
    "Math": "math",
    "string": "str",
    "integer": "int",
    "boolean": "bool",
    "double": "float",
    "array": "list",
    "cout": "print",
    "disp": "print",
    "count": "len",
    "String": "str",
    "Integer": "int",
}


MODULES = {
    "np": "import numpy as np",
    "numpy": "import numpy",
    "math": "import math",
    "random": "import random",
    "time": "import time",
    "plt": "import matplotlib.pyplot as plt",
    "pd": "import pandas as pd",
    "torch": "import torch",
    "json": "import json",
    "sys": "import sys",
    "os": "import os",
    "re": "import re",
    "copy": "import copy",
    "itertools": "import itertools",
    "functools": "import functools",
    "engine": "import engine",
    "collections": "import collections",
    "datetime": "import datetime",
    "string": "import string",
}


_MATH = [
    "sqrt",
    "exp",
    "log",
    "log10",
    "log2",
    "sin",
    "cos",
    "tan",
    "tanh",
    "pi",
    "e",
    "floor",
    "ceil",
    "inf",
    "nan",
    "isnan",
    "isfinite",
    "fsum",
    "prod",
    "sinh",
    "cosh",
    "atan2",
    "hypot",
    "factorial",
    "gcd",
    "isclose",
]


_RANDOM = ["randint", "uniform", "gauss", "shuffle", "choice", "seed", "sample"]


_NUMPY = [
    "array",
    "zeros",
    "ones",
    "arange",
    "linspace",
    "dot",
    "matmul",
    "argmax",
    "mean",
    "reshape",
    "eye",
    "maximum",
]


def swap(scene: Scene, name: str, right: str) -> Change | None:
    """Return the change of this one name in the cell, where the place is certain."""
    place = scene.place
    if place is None or place.line != place.end_line or scene.text is not scene.source:
        return None
    line = scene.source.split("\n")[place.line - 1]
    if line[place.column - 1 : place.end_column - 1] != name:
        return None
    return Change(place.line, place.column, place.end_line, place.end_column, right)


def constant(scene: Scene, name: str) -> Finding | None:
    """Explain `true`, `null` and their like."""
    right = CONSTANTS.get(name)
    if right is None:
        return None
    capital = " with a capital letter" if right.lower() == name.lower() else ""
    return Finding(
        f"Python does not know `{name}`: it writes this value as `{right}`{capital}.",
        f"Write `{right}` instead of `{name}`.",
        None,
        swap(scene, name, right),
    )


def missing_import(scene: Scene, name: str) -> Finding | None:
    """Explain the name of a module that was not imported."""
    line = MODULES.get(name)
    if line is None or (name == "string" and "." not in scene.line_text):
        return None
    return Finding(
        f"`{name}` is not there until it is imported, and no line that was run has done that.",
        f"Write `{line}` in the first line.",
        None,
        Change(1, 1, 1, 1, f"{line}\n") if scene.text is scene.source else None,
    )


def foreign(scene: Scene, name: str) -> Finding | None:
    """Explain a function that other languages call otherwise."""
    right = _FOREIGN.get(name)
    if right is None:
        return None
    return Finding(
        f"`{name}` is a word of other languages. In Python it is `{right}`.",
        f"Use `{right}` instead of `{name}`.",
    )


def unimported_function(scene: Scene, name: str) -> Finding | None:
    """Explain a function that lives in a module."""
    imported = {
        "math": next((n for n in ("math",) if n in scene.names), None),
        "numpy": next((n for n in ("np", "numpy") if n in scene.names), None),
        "random": next((n for n in ("random",) if n in scene.names), None),
    }
    homes = [("numpy", _NUMPY), ("math", _MATH), ("random", _RANDOM)]
    if imported["numpy"]:
        homes[0] = ("numpy", _NUMPY + _MATH)
    for module, functions in homes:
        if name not in functions:
            continue
        short = imported[module]
        written = f"{short or ('np' if module == 'numpy' else module)}.{name}"
        first = (
            ""
            if short
            else f"write `{MODULES['np' if module == 'numpy' else module]}` in the first line, and "
        )
        fix = f"{first}write `{written}` here."
        return Finding(
            f"`{name}` is part of the module `{module}`, and Python looks there only when it is "
            "told to.",
            fix[0].upper() + fix[1:],
            None,
            swap(scene, name, written) if short else None,
        )
    return None
