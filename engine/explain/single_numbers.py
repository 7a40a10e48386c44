"""Places that need one number, or one whole number, and got something else."""

import ast
import re

from engine.explain.explanation import Finding
from engine.explain.kinds import named
from engine.explain.none_values import came_from
from engine.explain.scene import Scene


def not_an_integer(scene: Scene) -> Finding | None:
    """Explain `range(2.5)` and its like."""
    match = re.search(
        r"'([\w.]+)' object cannot be interpreted as an integer|"
        r"(slice) indices must be integers|expected a sequence of integers or a "
        r"single integer, got '[\d.]+'",
        scene.message,
    )
    if match is None:
        return None
    name = match.group(1) or "float"
    call = scene.node if isinstance(scene.node, ast.Call) else None
    function = scene.code(call.func) if call else "this"
    wrong = (
        next((a for a in call.args if type(scene.value(a)) not in (int,)), None) if call else None
    )
    words = scene.code(wrong) if wrong is not None else "the value"
    if name == "tuple" and "rand" in function:
        inside = words.strip("()")
        return Finding(
            f"`{function}` takes the sizes one by one, not in brackets of their own.",
            f"Write `{function}({inside})`.",
        )
    if call and name == "float" and len(call.args) == 3 and wrong is call.args[2]:
        return _small_step(scene, call, function, words)
    what = named(scene, wrong, name)
    if name == "float":
        what = what.replace("is a number", "is a number with a decimal point")
    if match.group(2):
        return Finding(
            "A number around the `:` in the square brackets is not a whole one.",
            "Use whole numbers there; divide with `//`.",
        )
    return Finding(
        f"{what}, and `{function}` needs a whole number.", _whole_fix(scene, call, wrong, name)
    )


def _whole_fix(scene: Scene, call: ast.Call | None, wrong: ast.AST | None, name: str) -> str:
    """Say how the value becomes one whole number."""
    function = scene.code(call.func) if call else "this"
    words = scene.code(wrong) if wrong is not None else "the value"
    if name == "NoneType":
        return f"Look where `{words}` gets its value."
    if words.endswith(".shape"):
        return f"Use one number of it: `{words}[0]` is the number of rows."
    if name == "str":
        text = scene.value(wrong)
        if isinstance(text, str) and not text.strip().isdigit():
            return f"Use a whole number in place of `{words}`."
        if call and len(call.args) > 1:
            return f"Turn the text into a number first: write `int({words})` in place of `{words}`."
        return f"Turn the text into a number first: `{function}(int({words}))`."
    if name in ("list", "tuple", "dict", "ndarray"):
        return f"Write `{function}(len({words}))` to count its values."
    if wrong is not None and any(isinstance(n, ast.Div) for n in ast.walk(wrong)):
        return "Divide with `//`, which gives a whole number."
    return f"Write `int({words})`, which drops what stands behind the point."


def _small_step(scene: Scene, call: ast.Call, function: str, words: str) -> Finding:
    """Explain a step with decimals, as in `range(0, 1, 0.1)`."""
    step = scene.value(call.args[2])
    if function.endswith("linspace"):
        spacing = f"np.arange({', '.join(scene.code(argument) for argument in call.args)})"
        return Finding(
            f"The third value of `{function}` says how many numbers there are to be, so `{words}` "
            "must be a whole number.",
            f"Give it how many you want, such as `11`; to give the step, write `{spacing}`.",
        )
    many = round(1 / step) if type(step) is float and 0 < step < 1 else 10
    return Finding(
        f"The step of `range` is `{words}`, and `range` counts in whole numbers only.",
        f"Count in whole numbers and divide inside the loop: `for i in range({many}):` and then "
        f"`x = i / {many}`.",
    )


def needs_number(scene: Scene) -> Finding | None:
    """Explain a function for one number that was given something else."""
    match = re.search(
        r"must be real number, not ([\w.]+)|"
        r"must be a string.* or a real number, not '([\w.]+)'|"
        r"type ([\w.]+) doesn't define __(\w+)__",
        scene.message,
    )
    if match is None:
        return None
    name = match.group(1) or match.group(2) or match.group(3)
    call = scene.node if isinstance(scene.node, ast.Call) else None
    node = call.args[0] if call and call.args else None
    function = scene.code(call.func) if call else "This function"
    if name == "NoneType":
        origin = came_from(scene, node)
        if origin:
            return Finding(*origin)
    words = scene.code(node) if node is not None else "values"
    if name == "str":
        fix = f"Turn the text into a number first: `float({words})`."
    elif name in ("list", "tuple"):
        fix = f"Go through the values, as in `[{function}(v) for v in {words}]`."
    else:
        fix = "Give it one number."
    return Finding(f"{named(scene, node, name)}, and `{function}` works on one number.", fix)
