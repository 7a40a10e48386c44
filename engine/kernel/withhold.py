"""Modules of the engine that hold an exercise's answer, kept from the code that is checked."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from types import ModuleType

from engine.kernel.baseline import Baseline
from engine.kernel.silence import Silence

WORDS = "the engine has the answer to this exercise, so it cannot be imported here: write your own"
# The judge's side is never the learner's to import.
ALWAYS = ("engine.grading",)
MACHINERY = ("engine.kernel", "engine.explain", "engine.grading")


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
def withheld(
    names: Sequence[str], baseline: Baseline, silence: Silence | None = None
) -> Iterator[None]:
    """Refuse these modules for as long as the block lasts.

    Args:
        names: The modules.
        baseline: Puts the refusal back if a program took it out.
        silence: Where programs ran before, it falls on what they have loaded of these modules,
            until it is lifted; and the rest of the course is loaded afresh.
    """
    refusal = Refusal((*ALWAYS, *names))
    loaded = course() if silence else []
    detached = [
        detach(name) for name in list(sys.modules) if name in loaded or refusal.covers(name)
    ]
    if silence:
        for each in detached:
            if refusal.covers(each.name):
                silence.fall(each.module)
    baseline.finders.insert(0, refusal)
    sys.meta_path.insert(0, refusal)
    try:
        yield
    finally:
        baseline.finders.remove(refusal)
        sys.meta_path[:] = [finder for finder in sys.meta_path if finder is not refusal]
        for name in course() if silence else ():
            detach(name)
        for module in detached:
            module.attach()


def course() -> list[str]:
    """Return the modules of the course that are loaded, without what runs and checks programs."""
    return [n for n in sys.modules if n.startswith("engine.") and not n.startswith(MACHINERY)]


@dataclass(frozen=True)
class Detached:
    """A module that was taken out of Python's list.

    Args:
        home: The package that had it as an attribute; None where it had none of this name.
    """

    name: str
    module: ModuleType
    home: ModuleType | None

    def attach(self) -> None:
        """Put the module back where it was."""
        sys.modules[self.name] = self.module
        if self.home is not None:
            setattr(self.home, self.name.rpartition(".")[2], self.module)


def detach(name: str) -> Detached:
    """Take a module out of Python's list and out of its package."""
    module = sys.modules.pop(name)
    package, _, child = name.rpartition(".")
    home = sys.modules.get(package)
    if home is None or vars(home).get(child) is not module:
        return Detached(name, module, None)
    delattr(home, child)
    return Detached(name, module, home)
