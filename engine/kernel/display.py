"""How the value of a cell's last expression is shown."""

import base64
from collections.abc import Callable

from engine.kernel.output import Output

LONGEST_VALUE = 100_000


def show_value(value: object, output: Output) -> None:
    """Show a value as the richest thing that it offers: HTML, a picture, or its `repr`.

    What its own methods raise goes on to the caller: it is the learner's error.
    """
    if value is None:
        return
    for method, kind, field in (("_repr_html_", "html", "html"), ("_repr_svg_", "svg", "svg")):
        shown = rich(value, method)
        if isinstance(shown, str):
            output.part(kind, **{field: str.__str__(shown)})
            return
    picture = rich(value, "_repr_png_")
    if isinstance(picture, bytes):
        output.part("png", base64=base64.b64encode(picture).decode())
        return
    output.part("value", text=shorten(repr(value)))


def rich(value: object, method: str) -> object:
    """Return what one of the `_repr_*_` methods gives, or None where there is none.

    A class is not asked: its methods are for its objects.
    """
    if isinstance(value, type):
        return None
    found: Callable[[object], object] | None = getattr(type(value), method, None)
    if not callable(found):
        return None
    shown = found(value)
    # Some give their picture together with a dictionary about it.
    return shown[0] if isinstance(shown, tuple) and shown else shown


def shorten(text: str) -> str:
    """Return a text cut in the middle where it is very long."""
    if len(text) <= LONGEST_VALUE:
        return str.__str__(text)
    half = LONGEST_VALUE // 2
    return f"{text[:half]}\n... ({len(text):,} characters in all) ...\n{text[-half:]}"
