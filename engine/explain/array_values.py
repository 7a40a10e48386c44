"""Errors of numpy that are about an array's values: true or false, whole numbers, texts."""

import ast
import re

from engine.explain.arrays import sides_of
from engine.explain.explanation import Finding
from engine.explain.scene import MISSING, Scene
from engine.explain.values import describe, is_array, type_name


def truth_value(scene: Scene) -> Finding | None:
    """Explain a whole array where one yes or no is needed."""
    if "truth value of an array" not in scene.message and "truth value of an empty" not in (
        scene.message
    ):
        return None
    node = scene.node
    if isinstance(node, ast.Call):
        return _compared_inside(scene, node)
    test, around = _condition(node), _around(scene, node)
    words = scene.code(test) if test is not None else "The condition"
    if isinstance(around, ast.BoolOp) and len(around.values) == 2:
        return _both(scene, around)
    if isinstance(around, ast.IfExp | ast.If) and _chooses_numbers(around):
        chosen = ", ".join(scene.code(choice) for choice in _choices(around))
        return Finding(
            f"`{words}` is an array with many answers, and `if` needs one: true or false.",
            f"To choose for every value, write `np.where({words}, {chosen})`.",
        )
    whole = words if isinstance(test, ast.Name) else f"({words})"
    return Finding(
        f"`{words}` is an array with many answers, and here Python needs one: true or false.",
        f"Write `{whole}.all()` if all must be true, or `{whole}.any()` if one is enough.",
    )


def _both(scene: Scene, node: ast.BoolOp) -> Finding:
    """Explain `x > 0 and x < 3` for arrays."""
    sign, word = ("&", "and") if isinstance(node.op, ast.And) else ("|", "or")
    both = f" {sign} ".join(f"({scene.code(part)})" for part in node.values)
    return Finding(
        f"`{scene.code(node)}` holds an array with many answers, and `{word}` needs one: true or "
        "false.",
        f"Write `{both}`, with the round brackets; for one answer, write `({both}).all()`.",
    )


def _around(scene: Scene, node: ast.AST | None) -> ast.AST | None:
    """Return the condition or the choice that an expression belongs to."""
    for parent in ast.walk(scene.tree):
        if isinstance(parent, ast.BoolOp) and node in parent.values:
            return parent
        if isinstance(parent, ast.If | ast.IfExp) and parent.test is node:
            return parent
    return node


def _condition(node: ast.AST | None) -> ast.AST | None:
    """Return what was to be true or false."""
    if isinstance(node, ast.If | ast.While | ast.IfExp | ast.Assert):
        return _condition(node.test)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return node.operand
    return node


def _choices(node: ast.IfExp | ast.If) -> tuple[ast.AST, ast.AST]:
    """Return the two values that a condition chooses between."""
    if isinstance(node, ast.IfExp):
        return node.body, node.orelse
    first, second = node.body[0], node.orelse[0]
    assert isinstance(first, ast.Return)
    assert first.value is not None
    assert isinstance(second, ast.Return)
    assert second.value is not None
    return first.value, second.value


def _chooses_numbers(node: ast.IfExp | ast.If) -> bool:
    """Return whether a condition only chooses between two values."""
    if isinstance(node.test, ast.Name | ast.BoolOp | ast.UnaryOp):
        return False
    if isinstance(node, ast.IfExp):
        return True
    parts = [*node.body[:1], *node.orelse[:1]]
    returns = all(isinstance(part, ast.Return) and part.value is not None for part in parts)
    return len(parts) == 2 and len(node.body) == len(node.orelse) == 1 and returns


def _compared_inside(scene: Scene, node: ast.Call) -> Finding:
    """Explain `max(x, 0)` and its like with arrays."""
    function = scene.code(node.func)
    inside = ", ".join(scene.code(argument) for argument in node.args)
    array = next((a for a in node.args if is_array(scene.value(a))), None)
    words = f"`{scene.code(array)}` is a whole array" if array is not None else "it got an array"
    better = {"max": "maximum", "min": "minimum"}.get(function)
    fix = "Use the function of `np` that does this for every value of an array."
    if better and len(node.args) > 1:
        fix = f"Write `np.{better}({inside})`, which does it for every value."
    elif better:
        fix = f"Write `np.{function}({inside})` for one number out of all."
    elif function == "bool":
        fix = f"Write `({inside}).all()` or `({inside}).any()`."
    return Finding(f"`{function}` compares single values, and {words}.", fix)


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
    if function.split(".")[-1] in ("sum", "mean", "max", "min", "std", "prod", "argmax"):
        return Finding(
            f"`{function}` takes one list or array, and here the values stand one by one.",
            f"Put them in square brackets: `{function}([{inside}])`.",
        )
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
    what = told if " is " in told else f"{told} is an array"
    return Finding(f"{what}, and `{function}` works on a single number only.", fix)


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
        r"did not contain a loop with signature|not supported for the input types|"
        r"string multiply ufunc|numpy.strings|dtypes are not compatible|cannot perform reduce",
        scene.message,
    ):
        return None
    call = scene.node if isinstance(scene.node, ast.Call) else None
    sides: tuple[ast.AST, ...] | None = tuple(call.args[:1]) if call else sides_of(scene)
    values = [scene.value(side) for side in sides] if sides else []
    told = " and ".join(
        f"`{scene.code(s)}` is {describe(v)}"
        for s, v in zip(sides or (), values, strict=False)
        if v is not MISSING
    )
    texts = [s for s, v in zip(sides or (), values, strict=False) if _holds_text(v)]
    if texts:
        words = scene.code(texts[0])
        value = scene.value(texts[0])
        array = is_array(value)
        what = "holds texts" if array else "holds a text" if type(value) is list else "is a text"
        return Finding(
            f"`{words}` {what}, and this works on numbers only.",
            f"Turn it into numbers first: `{words}.astype(float)`."
            if array
            else "Use numbers there, without quotes.",
        )
    return Finding(
        f"{told + '. ' if told else ''}One of the values is something other than a number, such "
        "as a text.",
        "Use numbers only; texts in an array become numbers with `.astype(float)`.",
    )


def _holds_text(value: object) -> bool:
    """Return whether a value is a text, or an array or list with texts in it."""
    if type(value) is list:
        assert isinstance(value, list)
        return any(type(part) is str for part in value[:100])
    return type(value) is str or (
        is_array(value) and str(getattr(value, "dtype", "")).lstrip("<>=").startswith("U")
    )


def sizes(scene: Scene) -> Finding | None:
    """Explain sizes and powers that numpy does not take."""
    if "negative dimensions" in scene.message:
        return Finding(
            "A size of the new array is below 0, and an array cannot have less than no values.",
            "Print the sizes, and look why one of them is negative.",
        )
    if "Integers to negative integer powers" in scene.message:
        node = scene.node.left if isinstance(scene.node, ast.BinOp) else None
        words = scene.code(node) if node is not None else "the array"
        return Finding(
            f"`{words}` holds whole numbers, and a negative power of them is no whole number.",
            f"Make it an array of decimals first: `{words}.astype(float)`.",
        )
    if "integer scalar arrays can be converted" in scene.message:
        return Finding(
            "A whole array stands where Python needs one whole number.",
            "Use one value of the array, or its number of rows with `len(...)`.",
        )
    return None


def no_inverse(scene: Scene) -> Finding | None:
    """Explain a matrix without an inverse."""
    if type_name(scene.exception) != "LinAlgError":
        return None
    return Finding(
        "This matrix cannot be inverted: one of its rows follows from the others.",
        "Check the data for rows that repeat.",
    )
