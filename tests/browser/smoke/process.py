"""A program that runs while a test needs it, and what it prints."""

import re
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TypeVar

START_SECONDS = 60.0
END_SECONDS = 10.0
LOOK_SECONDS = 0.05
Found = TypeVar("Found")


class Process:
    """A program whose output goes to a file, where it can be looked through."""

    def __init__(
        self, command: Sequence[str], log: Path, environment: Mapping[str, str] | None = None
    ) -> None:
        """Start the program."""
        self.name = command[0]
        self.log = log
        self.read = 0
        with log.open("wb") as out:
            self.program = subprocess.Popen(
                command, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=out
            )

    def new_lines(self, pattern: str) -> list[str]:
        """Return the lines that fit a pattern and were printed since the last call."""
        text = self.text()
        fresh, self.read = text[self.read :], len(text)
        return [line for line in fresh.splitlines() if re.search(pattern, line)]

    def wait_for_line(self, pattern: str) -> str:
        """Wait until the program prints a line and return what the pattern's group holds."""
        return self.wait_for(lambda: re.search(pattern, self.text(), re.MULTILINE))[1]

    def wait_for(self, look: Callable[[], Found]) -> Found:
        """Wait until a look finds something, and return that.

        Raises:
            RuntimeError: The program ended, or the time did.
        """
        end = monotonic() + START_SECONDS
        while monotonic() < end and self.program.poll() is None:
            if found := look():
                return found
            with suppress(subprocess.TimeoutExpired):
                self.program.wait(LOOK_SECONDS)
        raise RuntimeError(f"{self.name} did not start:\n{self.text()}")

    def text(self) -> str:
        """Return all that the program has printed."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def end(self) -> None:
        """End the program, first with a word and then without one."""
        self.program.terminate()
        try:
            self.program.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self.program.kill()
            self.program.wait()
