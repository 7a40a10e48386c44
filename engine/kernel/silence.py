"""Functions with an answer in them refuse while a program is checked, wherever it has kept them.

Their code is nowhere in memory then, and comes back from the engine's file afterwards.
"""

import sys
from collections.abc import Iterator
from types import CodeType, FunctionType, ModuleType
from typing import Protocol, runtime_checkable


@runtime_checkable
class HasCode(Protocol):
    """What loads modules from Python's own files."""

    def get_code(self, name: str, /) -> CodeType | None:
        """Return a module's code."""


class Silence:
    """The functions that refuse at the moment."""

    def __init__(self) -> None:
        """Start with none."""
        self.functions: list[tuple[FunctionType, str, int]] = []

    def fall(self, module: ModuleType) -> None:
        """Make every function and method of a module refuse."""
        for function in functions_of(module):
            code = function.__code__
            is_made = code.co_filename.startswith("<")  # By a dataclass, which has no answers.
            if code is refuse.__code__ or code.co_freevars or is_made:
                continue
            self.functions.append((function, code.co_qualname, code.co_firstlineno))
            function.__code__ = refuse.__code__

    def lift(self) -> None:
        """Give the functions their code back."""
        silent, self.functions = self.functions, []
        known = {module: codes_of(module) for module in {each[0].__module__ for each in silent}}
        for function, name, line in silent:
            function.__code__ = known[function.__module__][name, line]


def refuse(*_: object, **__: object) -> object:
    """Stand in for a function whose answer is asked for."""
    raise ImportError("this is the answer to the exercise that is checked: write your own")


def functions_of(module: ModuleType) -> Iterator[FunctionType]:
    """Return the functions that a module defines, and the methods of its classes."""
    classes = [value for value in vars(module).values() if isinstance(value, type)]
    for place in (module, *classes):
        for value in list(vars(place).values()):
            bare = value.fget if isinstance(value, property) else value
            bare = getattr(bare, "__func__", bare)
            if isinstance(bare, FunctionType) and bare.__module__ == module.__name__:
                yield bare


def codes_of(name: str) -> dict[tuple[str, int], CodeType]:
    """Return every code in a module's file, by its name and line."""
    loader = sys.modules[name].__loader__
    found: dict[tuple[str, int], CodeType] = {}
    waiting: list[CodeType | None] = []
    if isinstance(loader, HasCode):
        waiting.append(loader.get_code(name))
    while waiting:
        code = waiting.pop()
        if code is None:
            continue
        found[code.co_qualname, code.co_firstlineno] = code
        waiting += [each for each in code.co_consts if isinstance(each, CodeType)]
    return found
