"""A time limit for a program in the same process, where nobody outside can interrupt it.

It costs speed, and a program that catches KeyboardInterrupt gets the better of it: it is for the
course's own programs. A learner's are interrupted from outside.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from types import CodeType, FrameType
from typing import TypeAlias

# A trace function: it returns the one to use next.
Trace: TypeAlias = Callable[[FrameType, str, object], "Trace"]

TOOL = 4
# Only the program's own code is stopped, never what runs it and tidies up after it.
OWN = ("cell ", "<set-up>", "<check>")


@contextmanager
def limited(ends: float) -> Iterator[None]:
    """Raise KeyboardInterrupt in the block when the time is over.

    Args:
        ends: When, as `perf_counter` counts.
    """
    with monitored(ends) if sys.version_info >= (3, 12) else traced(ends):
        yield


@contextmanager
def traced(ends: float) -> Iterator[None]:
    """Look at the clock at every step; a loop in one line has no other event."""

    def watch(frame: FrameType, event: str, argument: object) -> Trace:
        frame.f_trace_opcodes = True
        if perf_counter() > ends and frame.f_code.co_filename.startswith(OWN):
            raise KeyboardInterrupt
        return watch

    sys.settrace(watch)
    try:
        yield
    finally:
        sys.settrace(None)


@contextmanager
def monitored(ends: float) -> Iterator[None]:
    """Look at the clock at every loop and call (Python 3.12 and later)."""
    if sys.version_info < (3, 12):
        yield
    else:
        watched = sys.monitoring.events.JUMP | sys.monitoring.events.PY_START

        def watch(code: CodeType, *places: object) -> None:
            if perf_counter() > ends and code.co_filename.startswith(OWN):
                raise KeyboardInterrupt

        sys.monitoring.use_tool_id(TOOL, "ml-bites")
        for event in (sys.monitoring.events.JUMP, sys.monitoring.events.PY_START):
            sys.monitoring.register_callback(TOOL, event, watch)
        sys.monitoring.set_events(TOOL, watched)
        try:
            yield
        finally:
            sys.monitoring.set_events(TOOL, 0)
            sys.monitoring.free_tool_id(TOOL)
