"""One nasty cell, as data."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Nasty:
    """A cell that a page must survive.

    Args:
        sees: What must stand under the cell afterwards.
        stop: What the program has printed when Stop is pressed; it ends by itself where empty.
    """

    code: str
    sees: str
    stop: str = ""


def drawing(html: str, sees: str) -> Nasty:
    """Return a cell whose value is shown as HTML, given as a Python expression."""
    return Nasty(f"class A:\n    def _repr_html_(self): return {html}\nA()", sees)
