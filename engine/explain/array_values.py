"""Errors of numpy that are about an array's values: true or false, whole numbers, texts."""

import ast
import re

from engine.explain.arrays import sides_of
from engine.explain.explanation import Finding
from engine.explain.scene import MISSING, Scene
from engine.explain.values import describe, type_name


def truth_value(scene: Scene) -> Finding | None:
    """Explain a whole array where one yes or no is needed."""
    if "truth value of an array" not in scene.message and "truth value of an empty" not in (
        scene.message
    ):
        return None
    node = scene.node
    words = scene.code(node) if node is not None else "The condition"
    if isinstance(node, ast.If | ast.While):
        words = scene.code(node.test)
    if isinstance(node, ast.BoolOp) and len(node.values) == 2:
        sign = "&" if isinstance(node.op, ast.And) else "|"
        first, second = (scene.code(part) for part in node.values)
        return Finding(
            f"`{words}` holds an array with many answers, and `{'and' if sign == '&' else 'or'}` "
            "needs one: true or false.",
            f"Write `({first}) {sign} ({second})`, with the round brackets.",
        )
    return Finding(
        f"`{words}` is an array with many answers, and here Python needs one: true or false.",
        f"Write `({words}).all()` if all must be true, or `({words}).any()` if one is enough; "
        "between arrays, use `&` and `|` instead of `and` and `or`.",
    )


def casting(scene: Scene) -> Finding | None:
    """Explain floats put into an array of whole numbers."""
    match = re.search(
        r"Cannot cast ufunc '\w+' output from dtype\('(\w+)'\) to dtype\('(\w+)'\)", scene.message
    )
    if match is None:
        return None
    node = scene.node.target if isinstance(scene.node, ast.AugAssign) else None
    words = scene.code(node) if node is not None else "The array"
    return Finding(
        f"`{words}` is an array of whole numbers ({match.group(2)}), so it cannot take the "
        "decimals of the result.",
        f"Make it an array of decimals first: `{words} = {words}.astype(float)`.",
    )


def size_arguments(scene: Scene) -> Finding | None:
    """Explain `np.zeros(3, 4)`: the sizes without brackets of their own."""
    match = re.search(
        r"Cannot interpret '(.+?)' as a data type|data type '?(.+?)'? not understood|"
        r"Cannot construct a dtype|Field elements must be|array\(\) takes from",
        scene.message,
    )
    node = scene.node
    if match is None or not isinstance(node, ast.Call):
        return None
    function = scene.code(node.func)
    inside = ", ".join(scene.code(argument) for argument in node.args)
    if function.endswith("array"):
        return Finding(
            f"`{function}` takes one list of values, and here they stand one by one.",
            f"Put them in square brackets: `{function}([{inside}])`.",
        )
    return Finding(
        f"`{function}` takes the shape as one value. The second number is taken for the kind of "
        "the values.",
        f"Put the sizes in brackets of their own: `{function}(({inside}))`.",
    )


def ragged(scene: Scene) -> Finding | None:
    """Explain rows of different length, and a list put into the place of one number."""
    if "inhomogeneous" in scene.message:
        return Finding(
            "The rows of these lists are not all of the same length, so they make no array.",
            "Give every row the same number of values.",
        )
    if "setting an array element with a sequence" in scene.message:
        return Finding(
            "One place of an array holds one number, and several values were put there.",
            "Put one number there, or give the array another shape.",
        )
    if (
        "only length-1 arrays" in scene.message
        or "only 0-dimensional arrays" in scene.message
        or ("only size-1 arrays" in scene.message)
    ):
        return _one_number(scene)
    return None


def _one_number(scene: Scene) -> Finding:
    node = scene.node
    function = scene.code(node.func) if isinstance(node, ast.Call) else "this function"
    told = scene.told(node.args[0]) if isinstance(node, ast.Call) and node.args else "the value"
    short = function.split(".")[-1]
    fix = f"Write `np.{short}`, which works on every value of an array."
    if short in ("float", "int"):
        fix = "Take one value out of it first, as in `values[0]`, or use `.astype`."
    return Finding(f"{told}, and `{function}` works on a single number only.", fix)


def array_index(scene: Scene) -> Finding | None:
    """Explain an index of an array that is not a whole number."""
    if "only integers, slices" not in scene.message and "arrays used as indices" not in (
        scene.message
    ):
        return None
    node = scene.node if isinstance(scene.node, ast.Subscript) else None
    told = scene.told(node.slice) if node else "The index"
    return Finding(
        f"{told}. The places of an array are counted in whole numbers.",
        "Use a whole number; divide with `//`, or write `int(...)` around it.",
    )


def wrong_types(scene: Scene) -> Finding | None:
    """Explain arrays of texts or objects in a calculation."""
    if not re.search(
        r"did not contain a loop with signature|not supported for the input types", scene.message
    ):
        return None
    sides = sides_of(scene)
    values = [scene.value(side) for side in sides] if sides else []
    told = " and ".join(
        f"`{scene.code(s)}` is {describe(v)}"
        for s, v in zip(sides or (), values, strict=False)
        if v is not MISSING
    )
    return Finding(
        f"{told + '. ' if told else ''}One of the arrays holds something other than numbers, such "
        "as texts.",
        "Turn them into numbers first: `.astype(float)`.",
    )


def no_inverse(scene: Scene) -> Finding | None:
    """Explain a matrix without an inverse."""
    if type_name(scene.exception) != "LinAlgError":
        return None
    return Finding(
        "This matrix cannot be inverted: one of its rows follows from the others.",
        "Check the data for rows that repeat.",
    )
