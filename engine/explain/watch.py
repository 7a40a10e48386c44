"""Watch a run for the first value that becomes nan or inf."""

import ast
import sys
import types
from types import TracebackType
from typing import Self

from engine.explain.notices_numbers import bad_kind


class Watch:
    """Remember name and line of the first nan or inf in a file's own lines.

    It slows a program down, so it is for runs that are made to explain something.
    """

    def __init__(self, source: str, filename: str) -> None:
        """Find the names that each line gives a value."""
        self.filename = filename
        self.first: tuple[str, int] | None = None
        self._stored = _stored(source)
        self._last: dict[types.FrameType, int] = {}

    def __enter__(self) -> Self:
        """Start to watch."""
        sys.settrace(self._enter_frame)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop watching."""
        sys.settrace(None)
        self._last.clear()

    def _enter_frame(
        self, frame: types.FrameType, event: str, argument: object
    ) -> "_Tracer | None":
        if frame.f_code.co_filename != self.filename or self.first is not None:
            return None
        return _Tracer(self)

    def look(self, frame: types.FrameType, is_over: bool) -> None:
        """Look at the names that the line before gave a value."""
        line = self._last.pop(frame, 0)
        if not is_over:
            self._last[frame] = frame.f_lineno
        if self.first is None and line in self._stored:
            for name in self._stored[line]:
                if bad_kind(frame.f_locals.get(name)):
                    self.first = (name, line)


class _Tracer:
    """The trace function of one frame."""

    def __init__(self, watch: Watch) -> None:
        self.watch = watch

    def __call__(self, frame: types.FrameType, event: str, argument: object) -> "_Tracer | None":
        self.watch.look(frame, is_over=event == "return")
        return self if self.watch.first is None else None


def _stored(source: str) -> dict[int, list[str]]:
    """Return the names that each line gives a value, but for infinities on purpose."""
    stored: dict[int, list[str]] = {}
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Assign | ast.AugAssign):
            continue
        words = ast.unparse(node.value)
        if "inf" in words or "nan" in words:
            continue
        names = [
            n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
        ]
        target = node.target if isinstance(node, ast.AugAssign) else node.targets[0]
        names += [
            n.value.id
            for n in ast.walk(target)
            if isinstance(n, ast.Subscript) and isinstance(n.value, ast.Name)
        ]
        stored.setdefault(node.lineno, []).extend(names)
    return stored
