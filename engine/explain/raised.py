"""Exceptions that were raised on purpose, and what is left when no other rule fits."""

import ast

from engine.explain.explanation import Finding
from engine.explain.scene import MISSING, Scene
from engine.explain.values import show, type_name


def failed_assert(scene: Scene) -> Finding | None:
    """Explain an `assert` with the values in its condition."""
    if not isinstance(scene.exception, AssertionError):
        return None
    node = scene.statement()
    if not isinstance(node, ast.Assert):
        return None
    said = f" Its message is: {scene.message}." if scene.message else ""
    return Finding(
        f"`{scene.code(node.test)}` is not true here{_values(scene, node.test)}.{said}",
        "Look why the values are not what the `assert` expects; the line itself only checks.",
    )


def _values(scene: Scene, node: ast.AST) -> str:
    told: dict[str, str] = {}
    for part in ast.walk(node):
        if isinstance(part, ast.Name | ast.Subscript | ast.Attribute):
            value = scene.value(part)
            shown = show(value) if value is not MISSING else None
            if shown is not None:
                told.setdefault(scene.code(part), shown)
    text = " and ".join(f"`{name}` is {value}" for name, value in list(told.items())[:3])
    return f": {text}" if text else ""


def on_purpose(scene: Scene) -> Finding | None:
    """Explain an exception that the learner's own code raised."""
    node = scene.statement()
    if not isinstance(node, ast.Raise) or not scene.last_is_own or node.exc is None:
        return None
    if "exceptions must derive" in scene.message or isinstance(scene.exception, NameError):
        return None
    name, frame = type_name(scene.exception), scene.frame
    where = frame.f_code.co_name if frame else "<module>"
    inside = f" in `{where}`" if where != "<module>" else ""
    if isinstance(scene.exception, NotImplementedError):
        return Finding(
            f"This part{inside} is not written yet: the line stops the program on purpose.",
            "Write the missing lines in place of this one.",
        )
    said = f" Its message is: {scene.message[:200]}" if scene.message else ""
    return Finding(
        f"The line `raise`{inside} stopped the program on purpose with {_article(name)}.{said}",
        "Look which condition led to this line, and at the values that were given.",
    )


def _article(name: str) -> str:
    return f"{'an' if name[:1] in 'AEIOU' else 'a'} `{name}`"


def ended(scene: Scene) -> Finding | None:
    """Explain a program that ended itself."""
    if not isinstance(scene.exception, SystemExit):
        return None
    return Finding(
        "The program ended itself with `exit` or `quit`.",
        "Delete that line if the lines after it are to be run.",
    )


def no_memory(scene: Scene) -> Finding | None:
    """Explain a program that needed too much memory."""
    if not isinstance(scene.exception, MemoryError):
        return None
    return Finding(
        "The program needed more memory than there is.",
        "Use fewer or smaller values; look for a list that grows in a loop.",
    )


def no_next(scene: Scene) -> Finding | None:
    """Explain `next` at the end."""
    if not isinstance(scene.exception, StopIteration):
        return None
    return Finding(
        "`next` was asked for one more value, and there are none left.",
        "Use a `for` loop, which ends by itself.",
    )


def syntax_elsewhere(scene: Scene) -> Finding | None:
    """Explain text handed to `eval` or `exec`, or a module, that is not Python."""
    if not isinstance(scene.exception, SyntaxError):
        return None
    return Finding(
        "Code that this line runs, a text or another file, is not correct Python.",
        "Look at that text or file; this line only runs it.",
    )


def unknown(scene: Scene) -> Finding:
    """Say in general what Python said, with the values of the failing line."""
    name = type_name(scene.exception)
    what = f"`{scene.line_text[:60]}`" if scene.line_text else "the program"
    said = f" Python says: {scene.message[:200]}" if scene.message else ""
    node = scene.node
    told = _values(scene, node) if node is not None else ""
    if not scene.last_is_own and isinstance(node, ast.Call):
        function = scene.code(node.func)
        return Finding(
            f"`{function}` could not work with what it was given and stopped with "
            f"{_article(name)}{told}.{said}",
            f"Check the values that you hand to `{function}`.",
        )
    return Finding(
        f"Python stopped at {what} with {_article(name)}{told}.{said}",
        "Print the values that this line uses, just before it, and compare them with what you "
        "expect.",
    )
