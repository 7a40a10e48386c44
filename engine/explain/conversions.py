"""Values that do not fit: text to number, unpacking, division by zero, results too large."""

import ast
import re

from engine.explain.explanation import Finding
from engine.explain.scene import MISSING, Scene
from engine.explain.values import show


def not_a_number(scene: Scene) -> Finding | None:
    """Explain `int("3.5")` and `float("three")`."""
    match = re.search(
        r"invalid literal for int\(\) with base \d+: (.+)|"
        r"could not convert string to float: (.+)",
        scene.message,
        re.S,
    )
    if match is None:
        return None
    text = (match.group(1) or match.group(2)).strip("'\"")
    node = scene.node.args[0] if isinstance(scene.node, ast.Call) and scene.node.args else None
    words = scene.code(node) if node is not None else "text"
    shown = f"`'{text[:40]}'`"
    if not text.strip():
        return Finding(
            "The text is empty, so there is no number in it.",
            "Make sure that something was typed before turning it into a number.",
        )
    if re.fullmatch(r"\s*-?\d*\.\d*(e-?\d+)?\s*", text) and match.group(1):
        return Finding(
            f"The text {shown} holds a number with a decimal point, and `int` reads whole numbers "
            "only.",
            f"Write `float({words})`; to drop what stands behind the point, `int(float({words}))`.",
        )
    if re.fullmatch(r"\s*-?\d+,\d+\s*", text):
        return Finding(
            f"The text {shown} has a comma. Python writes numbers with a decimal point.",
            f"Write a point instead, or use `{words}.replace(',', '.')`.",
        )
    function = "int" if match.group(1) else "float"
    fix = "Give it a text with digits only, such as `'3'`."
    if isinstance(node, ast.Call) and scene.code(node.func) == "input":
        fix = "Run it again and type digits only, such as 3."
    if not isinstance(scene.node, ast.Call) and isinstance(scene.statement(), ast.Assign):
        return Finding(
            f"An array of numbers cannot take the text {shown}.", "Put a number there instead."
        )
    return Finding(
        f"The text {shown} is not a number, so `{function}` cannot turn it into one.", fix
    )


def zero_division(scene: Scene) -> Finding | None:
    """Explain a division by zero by naming what was zero."""
    if not isinstance(scene.exception, ZeroDivisionError):
        return None
    divisor = _divisor(scene)
    if divisor is None:
        return Finding(
            "A number was divided by zero, and there is no result for that.",
            "Make sure that the number below is not 0.",
        )
    words = scene.code(divisor)
    if isinstance(divisor, ast.Constant):
        return Finding(
            "This line divides by 0, and there is no result for that.", "Divide by another number."
        )
    fix = f"Look why `{words}` is 0, or divide only `if {words} != 0:`."
    if words.startswith("len("):
        inside = words[4:-1]
        return Finding(
            f"`{words}` is 0, because `{inside}` is empty, and Python cannot divide by 0.",
            f"Look why `{inside}` holds nothing, or divide only `if {inside}:`.",
        )
    return Finding(f"`{words}` is 0 here, and Python cannot divide by 0.", fix)


def _divisor(scene: Scene) -> ast.AST | None:
    node = scene.node
    if isinstance(node, ast.BinOp):
        return node.left if isinstance(node.op, ast.Pow) else node.right
    if isinstance(node, ast.AugAssign):
        return node.value
    return node.args[1] if isinstance(node, ast.Call) and len(node.args) > 1 else None


def too_large(scene: Scene) -> Finding | None:
    """Explain a result that no float can hold, and `math` outside its domain."""
    if isinstance(scene.exception, OverflowError):
        told = _argument(scene)
        return Finding(
            f"The result is too large for a number with a decimal point{told}.",
            "Keep the numbers small: a smaller learning rate, or another form of the formula when "
            "the input is far below 0.",
        )
    domain = "math domain error" in scene.message or "expected a" in scene.message
    if not domain or not isinstance(scene.exception, ValueError):
        return None
    function = scene.code(scene.node.func) if isinstance(scene.node, ast.Call) else "this function"
    rule = {
        "math.log": "a number above 0",
        "math.sqrt": "0 or a number above it",
        "math.acos": "a number from -1 to 1",
    }.get(function, "a number it can work on")
    return Finding(
        f"`{function}` needs {rule}{_argument(scene)}.",
        "Look how this number came about before you hand it over.",
    )


def _argument(scene: Scene) -> str:
    node = scene.node
    if not isinstance(node, ast.Call) or not node.args:
        return ""
    value = scene.value(node.args[0])
    known = value is not MISSING and not isinstance(node.args[0], ast.Constant)
    shown = show(value) if known else None
    return f", and `{scene.code(node.args[0])}` is {shown}" if shown else ""


def not_in_list(scene: Scene) -> Finding | None:
    """Explain `remove` and `index` for a value that is not there."""
    if not re.search(
        r"not in list|is not in (list|tuple)|substring not found|x not in", scene.message
    ):
        return None
    node = scene.node
    owner = (
        scene.code(node.func.value)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        else "the list"
    )
    wanted = scene.code(node.args[0]) if isinstance(node, ast.Call) and node.args else "the value"
    return Finding(
        f"`{wanted}` is not in `{owner}`.",
        f"Look first, as in `if {wanted} in {owner}:`.",
    )


def step_of_range(scene: Scene) -> Finding | None:
    """Explain a step of 0 in `range`."""
    if "arg 3 must not be zero" not in scene.message and "step cannot be zero" not in scene.message:
        return None
    return Finding(
        "The step, the third number, is 0, so it would never get anywhere.",
        "Use another step, such as 1.",
    )
