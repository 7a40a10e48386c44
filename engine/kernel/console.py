"""`input()`, standard input and output, for as long as a cell runs."""

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from engine.kernel.baseline import Baseline
from engine.kernel.output import Output, Stream
from engine.kernel.platform import settled

# Asks for one line; None is the end of the input.
ReadLine = Callable[[str], str | None]


class Keyboard(io.TextIOBase):
    """What stands in for `sys.stdin`."""

    encoding = "utf-8"

    def __init__(self, output: Output, read_line: ReadLine) -> None:
        """Start it.

        Args:
            output: What was printed is shown before a line is asked for.
            read_line: Asks for the line.
        """
        super().__init__()
        self.output = output
        self.read_line = read_line

    def readable(self) -> bool:
        """Return that this stream can be read."""
        return True

    def readline(self, size: int | None = -1) -> str:  # type: ignore[override]
        """Return one line with its end, or nothing at the end of the input."""
        line = self.ask("")
        text = "" if line is None else line + "\n"
        return text if size is None or size < 0 else text[:size]

    def read(self, size: int | None = -1) -> str:
        """Return all lines up to the end of the input."""
        lines = iter(self.readline, "")
        text = "".join(lines)
        return text if size is None or size < 0 else text[:size]

    def ask(self, prompt: str) -> str | None:
        """Return one line without its end; None at the end of the input."""
        self.output.flush()
        line = settled(self.read_line(prompt))
        return None if line is None else str(line)

    def close(self) -> None:
        """Do nothing: the next cell needs its input."""


@contextmanager
def console(output: Output, read_line: ReadLine, baseline: Baseline) -> Iterator[None]:
    """Let `print` and `input` speak to the page while the block runs.

    Args:
        output: Takes what is printed.
        read_line: Asks for a line of input.
        baseline: Learns that this `input` is the right one for so long.
    """
    keyboard = Keyboard(output, read_line)

    def input(prompt: object = "", /) -> str:
        line = keyboard.ask(str(prompt))
        if line is None:
            raise EOFError("there is no more input")
        return line

    before = sys.stdin, sys.stdout, sys.stderr
    sys.stdin = keyboard
    sys.stdout, sys.stderr = Stream(output, "stdout"), Stream(output, "stderr")
    usual_input = baseline.builtins["input"]
    baseline.builtins["input"] = baseline.live_builtins["input"] = input
    try:
        yield
    finally:
        baseline.builtins["input"] = baseline.live_builtins["input"] = usual_input
        sys.stdin, sys.stdout, sys.stderr = before
        output.close()
