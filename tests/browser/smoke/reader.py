"""What a reader does in any browser: the few words that the smoke test is written in."""

from pathlib import Path
from typing import Protocol

# How long a slow machine may need to start Python.
PATIENCE = 120.0


class Reader(Protocol):
    """A person at a browser, who finds things by their role and visible name.

    `within` is the name of the group in which to look: a cell, an exercise, an output.
    """

    def open(self, address: str) -> None:
        """Go to an address."""

    def reload(self) -> None:
        """Load the page again."""

    def click(self, role: str, name: str, within: str = "") -> None:
        """Click what has a role and a name."""

    def type(self, name: str, text: str, within: str = "") -> None:
        """Type a line in place of what a text box holds."""

    def wait_for(self, text: str, within: str = "") -> None:
        """Wait until a text can be read."""

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""

    def picture(self, path: Path) -> None:
        """Keep a picture of what is in the window."""

    def errors(self) -> list[str]:
        """Return the errors that scripts of the page have left since they were last asked for."""

    def close(self) -> None:
        """End the browser."""
