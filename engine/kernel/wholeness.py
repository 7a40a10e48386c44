"""Whether a program has changed the engine or the libraries that exercises are checked with.

What an honest program after it relies on must be as it was; if it is not, Python starts again.
"""

import sys
from collections.abc import Iterator, Mapping
from types import FunctionType, ModuleType

from engine.kernel.program import is_cell

# Libraries that solutions use: a function of the learner's own in one of them is a change.
WATCHED = ("engine", "math", "random", "numpy")


class Wholeness:
    """A snapshot of modules, and whether they still are what they were."""

    def __init__(self, modules: Mapping[str, ModuleType]) -> None:
        """Take the snapshot of those modules that are the engine's."""
        ours = {name: module for name, module in modules.items() if home(name) == "engine"}
        self.parts = [part for module in ours.values() for part in parts_of(module)]

    def is_whole(self) -> bool:
        """Return whether nothing was changed."""
        kept = all(is_kept(*part) for part in self.parts)
        watched = [module for name, module in sys.modules.items() if home(name) in WATCHED]
        return kept and not any(map(has_learners_function, watched))


def home(name: str) -> str:
    """Return the package that a module belongs to."""
    return name.partition(".")[0]


def parts_of(module: ModuleType) -> Iterator[tuple[object, str, object]]:
    """Return what a module is made of: where each part is, its name there, and the part."""
    for name, value in list(vars(module).items()):
        yield module, name, value
        if getattr(value, "__module__", None) != module.__name__:
            continue
        if isinstance(value, FunctionType):
            yield value, "__code__", value.__code__
        if isinstance(value, type):
            for member, what in list(vars(value).items()):
                yield value, member, what
                if isinstance(what, FunctionType):
                    yield what, "__code__", what.__code__


def is_kept(place: object, name: str, value: object) -> bool:
    """Return whether a part is still where it was."""
    if isinstance(place, FunctionType):
        return place.__code__ is value
    return getattr(place, "__dict__", {}).get(name) is value


def has_learners_function(module: object) -> bool:
    """Return whether a cell has put a function of its own into a module."""
    values = list(getattr(module, "__dict__", {}).values())
    return not isinstance(module, ModuleType) or any(
        is_cell(value.__code__.co_filename) for value in values if type(value) is FunctionType
    )
