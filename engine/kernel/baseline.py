"""What the interpreter was like before any learner's code ran, to be put back before each run.

A cell may set `print = None`, patch `builtins`, leave a trace function or another folder behind.
The next run works all the same.
"""

import builtins
import gc
import os
import signal
import sys
import threading

# By names of our own: a program may delete the builtins, and what is in `sys`, while it runs.
from builtins import all as every
from builtins import len as size
from builtins import map as pairs
from collections.abc import Callable
from operator import is_
from sys import setprofile, setrecursionlimit, settrace
from typing import TypeVar

# Modules, with what is in them, that a run itself needs: put back if a program replaced them.
NEEDED = ("builtins", "sys", "io", "os", "ast", "json", "linecache", "traceback", "time")
OURS = ("engine", "engine.kernel")

T = TypeVar("T")


class Baseline:
    """A snapshot, taken once, and how to put it back."""

    def __init__(self) -> None:
        """Take the snapshot."""
        self.live_builtins = vars(builtins)
        self.builtins = {name: value for name, value in vars(builtins).items() if name != "_"}
        self.names = joined(self.builtins)
        self.hooks = sys.excepthook, sys.displayhook, sys.unraisablehook
        self.recursion_limit = sys.getrecursionlimit()
        self.path = list(sys.path)
        self.library = [place for place in self.path if os.path.exists(place)]
        # What refuses an answer is put first here for as long as a program is checked.
        self.finders = list(sys.meta_path)
        self.folder = os.getcwd()
        self.modules = {name: module for name, module in sys.modules.items() if is_needed(name)}
        self.interrupt = signal.getsignal(signal.SIGINT)
        self.monitors = monitors()
        # Whether a check has put everything back, and no call has come since.
        self.is_restored = False

    def make_ready(self) -> tuple[str, ...]:
        """Put back what a check after the last run has not, and return the replaced builtins.

        Only a task that goes on between two runs can have changed anything after a check. Of what
        it changes, the builtins are looked at, as a run needs them; the rest waits for its end.
        """
        return () if self.is_restored and self.has_its_values() else self.restore()

    def restore(self) -> tuple[str, ...]:
        """Put everything back, and return the builtins that a program had replaced."""
        replaced = self.restore_builtins()
        self.restore_rest()
        return replaced

    def restore_rest(self) -> None:
        """Put everything but the builtins back."""
        self.free_the_engine()
        sys.modules.update(self.modules)
        for step in (self.restore_sys, self.restore_folder, self.restore_numbers, self.signals):
            attempt(step)

    def free_the_engine(self) -> None:
        """Let our own code run, with nothing that watches it and as deep as it has to."""
        settrace(None)
        setprofile(None)
        setrecursionlimit(self.recursion_limit)

    def restore_builtins(self) -> tuple[str, ...]:
        """Put the builtins back. This itself must not need one: they may all be gone."""
        now = self.live_builtins
        if self.is_as_it_was():
            return ()
        replaced = [name for name, value in self.builtins.items() if now.get(name) is not value]
        now.update(self.builtins)
        for name in [name for name in now if name not in self.builtins]:
            del now[name]
        return (*replaced,)

    def is_as_it_was(self) -> bool:
        """Return whether each builtin is the one of the snapshot, under its name."""
        if not self.has_its_values():
            return False
        try:
            return joined(self.live_builtins) == self.names
        except TypeError:
            # A name that is no text.
            return False

    def has_its_values(self) -> bool:
        """Return whether the builtins are those of the snapshot, by identity and in order."""
        now, before = self.live_builtins, self.builtins
        return size(now) == size(before) and every(pairs(is_, now.values(), before.values()))

    def restore_sys(self) -> None:
        """Put back hooks, paths, and what watches a program run."""
        sys.excepthook, sys.displayhook, sys.unraisablehook = self.hooks
        sys.path = behind(self.path, sys.path)
        sys.meta_path = behind(self.finders, sys.meta_path)
        threading.settrace(None)
        threading.setprofile(None)
        stop_monitors(self.monitors)
        gc.enable()

    def has_library(self) -> bool:
        """Return whether all that can be imported is still where it was."""
        return all(os.access(place, os.F_OK) for place in self.library)

    def restore_folder(self) -> None:
        """Go back to the folder that Python started in; it takes long, and is seldom needed."""
        try:
            is_there = os.getcwd() == self.folder
        except OSError:
            # The program has removed the folder that it had gone to.
            is_there = False
        if not is_there:
            os.chdir(self.folder)

    def restore_numbers(self) -> None:
        """Put back how decimal numbers are rounded."""
        decimal = sys.modules.get("decimal")
        if decimal is not None:
            decimal.setcontext(decimal.Context())

    def signals(self) -> None:
        """Make Stop work again."""
        if signal.getsignal(signal.SIGINT) is not self.interrupt:
            signal.signal(signal.SIGINT, self.interrupt)


# One text of many: quicker than to look at each, and no name's own methods are asked.
joined = "\n".join


def is_needed(name: str) -> bool:
    """Return whether a run itself needs a module."""
    return name in OURS or name.startswith("engine.kernel.") or name.split(".")[0] in NEEDED


def attempt(step: Callable[[], None]) -> None:
    """Do one step; what cannot be put back must not keep the rest from it."""
    try:
        step()
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        del error


def monitors() -> set[int]:
    """Return the numbers of the tools that watch programs run (Python 3.12 and later)."""
    if sys.version_info >= (3, 12):
        return {tool for tool in range(6) if sys.monitoring.get_tool(tool) is not None}
    return set()


def stop_monitors(usual: set[int]) -> None:
    """Stop the tools that a program started to watch itself with."""
    if sys.version_info >= (3, 12):
        for tool in monitors() - usual:
            sys.monitoring.set_events(tool, 0)
            sys.monitoring.free_tool_id(tool)


def behind(ours: list[T], now: object) -> list[T]:
    """Return a list that begins as it did; what a program has added comes behind that.

    Nothing of a program's own is asked whether it is equal, or what is in it.
    """
    if type(now) is not list:
        return [*ours]
    if size(now) >= size(ours) and every(pairs(is_, now, ours)):
        return now
    return [*ours, *(item for item in now if not is_among(item, ours))]


def is_among(item: object, ours: list[T]) -> bool:
    """Return whether something is one of ours, or a text that is the same."""
    return any(item is one for one in ours) or (type(item) is str and item in ours)
