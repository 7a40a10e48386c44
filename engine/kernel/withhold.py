"""Modules of the engine that hold an exercise's answer, kept from the code that is checked."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec
from types import ModuleType

WORDS = "the engine has the answer to this exercise, so it cannot be imported here: write your own"
# The judge's side is never the learner's to import.
ALWAYS = ("engine.grading",)


class Refusal:
    """A finder that refuses some modules and leaves all others to Python."""

    def __init__(self, names: Sequence[str]) -> None:
        """Refuse these modules and what is in them."""
        self.names = tuple(names)

    def covers(self, name: str) -> bool:
        """Return whether a module is one of those refused, or inside one."""
        return any(name == refused or name.startswith(refused + ".") for refused in self.names)

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Refuse the module or say nothing about it."""
        if self.covers(name):
            raise ImportError(WORDS, name=name)
        return None


@contextmanager
def withheld(names: Sequence[str]) -> Iterator[None]:
    """Refuse these modules for as long as the block lasts."""
    refusal = Refusal((*ALWAYS, *names))
    loaded = {name: module for name, module in sys.modules.items() if refusal.covers(name)}
    for name in loaded:
        detach(name)
    sys.meta_path.insert(0, refusal)
    try:
        yield
    finally:
        if refusal in sys.meta_path:
            sys.meta_path.remove(refusal)
        for name, module in loaded.items():
            attach(name, module)


def detach(name: str) -> None:
    """Take a module out of Python's list and out of its package."""
    module = sys.modules.pop(name)
    package, _, child = name.rpartition(".")
    home = sys.modules.get(package)
    if home is not None and vars(home).get(child) is module:
        delattr(home, child)


def attach(name: str, module: ModuleType) -> None:
    """Put a module back where it was."""
    sys.modules[name] = module
    package, _, child = name.rpartition(".")
    home = sys.modules.get(package)
    if home is not None:
        setattr(home, child, module)
