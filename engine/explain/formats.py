"""Values that are filled into a text: `format`, f-strings, `%`."""

import ast
import re

from engine.explain.explanation import Finding
from engine.explain.scene import Scene
from engine.explain.values import kind


def wrong_format(scene: Scene) -> Finding | None:
    """Explain a value that does not fit how it is to be written into a text."""
    return _letter(scene) or _braces(scene) or _percent(scene)


def _letter(scene: Scene) -> Finding | None:
    """Explain `f"{total:d}"` for a number with decimals."""
    match = re.search(r"Unknown format code '(.)' for object of type '([\w.]+)'", scene.message)
    if match is not None:
        letter, name = match.groups()
        fix = "Write `.2f` for two decimals, or leave out what stands behind the colon."
        if name == "str":
            fix = "Turn the text into a number first with `float(...)`, or leave out the part."
        return Finding(
            f"Behind the colon in the braces stands `{letter}`, and that does not go with "
            f"{_full(name)}.",
            fix,
        )
    if "format specifier" in scene.message:
        return Finding(
            "What stands behind the colon in the braces does not go with this value.",
            "Write `.2f` for two decimals, or leave out what stands behind the colon.",
        )
    match = re.search(r"unsupported format string passed to ([\w.]+)\.__format__", scene.message)
    if match is None:
        return None
    name = match.group(1).split(".")[-1]
    what = "`None`" if name == "NoneType" else kind(name)
    return Finding(
        f"What stands behind the colon in the braces works on one number or text, and the value "
        f"is {what}.",
        "Leave out the colon and what follows it, or fill in a single number.",
    )


def _full(name: str) -> str:
    return "a number with a decimal point" if name == "float" else kind(name)


def _braces(scene: Scene) -> Finding | None:
    """Explain a text with more braces than `format` has values."""
    if "Replacement index" in scene.message or "tuple index out of range" in scene.message:
        call = scene.node if isinstance(scene.node, ast.Call) else None
        if call is None or not scene.code(call.func).endswith("format"):
            return None
        given = len(call.args)
        return Finding(
            f"The text has more braces `{{}}` than the {given} that `format` gives values for."
            if given != 1
            else "The text has more braces `{}` than the one that `format` gives a value for.",
            "Give `format` one value for each pair of braces.",
        )
    call = scene.node if isinstance(scene.node, ast.Call) else None
    if isinstance(scene.exception, KeyError) and call and scene.code(call.func).endswith("format"):
        return Finding(
            f"The text has the braces `{{{scene.exception.args[0]}}}`, and `format` gives no value "
            "of that name.",
            f"Add `{scene.exception.args[0]}=...` between the brackets of `format`.",
        )
    return None


def _percent(scene: Scene) -> Finding | None:
    """Explain `%d` with a text."""
    match = re.search(
        r"%(\w) format: (?:a|an) (?:real )?(?:number|integer) is required, not (\w+)", scene.message
    )
    if match is None and "must be real number, not str" in scene.message:
        return None
    if match is None:
        return None
    return Finding(
        f"`%{match.group(1)}` stands for a number, and the value for it is {kind(match.group(2))}.",
        'Use `%s` for a text, or an f-string, as in `f"{total}"`.',
    )
