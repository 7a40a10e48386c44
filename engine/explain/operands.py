"""Operators between values that do not go together."""

import ast
import re
import types

from engine.explain.explanation import Finding
from engine.explain.none_values import came_from
from engine.explain.operand_lists import with_list
from engine.explain.operation import Operation, read_operation, told
from engine.explain.scene import MISSING, Scene
from engine.explain.values import is_array, kind

_VERBS = {
    "+": "added",
    "-": "subtracted",
    "*": "multiplied",
    "/": "divided",
    "//": "divided",
    "%": "divided",
    "**": "raised to a power",
    "@": "multiplied",
}
_NUMBERS = ("int", "float", "bool")
_FUNCTIONS = ("function", "method", "builtin_function_or_method", "type")


def wrong_operands(scene: Scene) -> Finding | None:
    """Explain an operator between two values that do not go together."""
    if not isinstance(scene.exception, TypeError):
        return None
    operation = read_operation(scene)
    if operation is None:
        return None
    for reason in (
        _summed,
        _sorted,
        _in_array,
        _with_none,
        _with_function,
        _power,
        _old_print,
        _decimal_comma,
        _text_number,
        _compared,
        with_list,
        _own_class,
    ):
        finding = reason(scene, operation)
        if finding:
            return finding
    said = told(scene, operation)
    return Finding(
        f"{said + ' ' if said else ''}Python cannot use `{operation.sign}` between "
        f"{kind(operation.left_type)} and {kind(operation.right_type)}.",
        _general_fix(scene, operation),
    )


def _general_fix(scene: Scene, operation: Operation) -> str:
    kinds = {operation.left_type, operation.right_type}
    if operation.sign == "+" and kinds in ({"dict"}, {"set"}):
        return "Write `|` instead of `+` to put the two together."
    if operation.sign in ("&", "|") and kinds <= set(_NUMBERS):
        word = "and" if operation.sign == "&" else "or"
        return f"To join two conditions, write `{word}` instead of `{operation.sign}`."
    node = operation.side("tuple")
    if "tuple" in kinds and isinstance(node, ast.Name):
        return f"Take one value out of the tuple, as in `{node.id}[0]`."
    return "Look which of the two is not what you expect, and follow it back to where it was made."


def _with_none(scene: Scene, operation: Operation) -> Finding | None:
    if "NoneType" not in (operation.left_type, operation.right_type):
        return None
    node = operation.side("NoneType")
    origin = came_from(scene, node)
    if origin is not None:
        tail = f" Python cannot use `{operation.sign}` with it."
        return Finding(origin[0] + tail, origin[1])
    name = f"`{scene.code(node)}`" if node is not None else "One of the two values"
    if isinstance(node, ast.Constant):
        return Finding(
            f"`None` means no value, and Python cannot use `{operation.sign}` with it.",
            "Write a value in place of `None`.",
        )
    return Finding(
        f"{name} is `None`, which means no value, and Python cannot use `{operation.sign}` with "
        "it.",
        f"Follow {name[0].lower() + name[1:]} back to where it was made: often a function without "
        "`return`."
        if node is None
        else f"Follow {name} back to the line that gave it `None`: often a function without "
        "`return`.",
    )


def _with_function(scene: Scene, operation: Operation) -> Finding | None:
    for node, name in (
        (operation.left, operation.left_type),
        (operation.right, operation.right_type),
    ):
        if name not in _FUNCTIONS or node is None:
            continue
        words = scene.code(node)
        if isinstance(node, ast.Call):
            return Finding(
                f"`{words}` gave back a function, and not a value.",
                f"Look at the `return` in `{scene.code(node.func)}`: it gives back a function "
                "without calling it.",
            )
        brackets = "(...)" if name == "function" else "()"
        return Finding(
            f"`{words}` is the function itself. Without round brackets it is not called, "
            "so there is no result yet.",
            f"Write `{words}{brackets}` to call it.",
        )
    return None


def _power(scene: Scene, operation: Operation) -> Finding | None:
    if operation.sign != "^" or "float" not in (operation.left_type, operation.right_type):
        return None
    left = scene.code(operation.left) if operation.left is not None else "x"
    right = scene.code(operation.right) if operation.right is not None else "2"
    return Finding(
        "In Python, `^` does not raise to a power. That is written `**`.",
        f"Write `{left} ** {right}`.",
    )


def _old_print(scene: Scene, operation: Operation) -> Finding | None:
    if operation.left is None or scene.value(operation.left) is not print:
        return None
    return Finding(
        f"`{operation.sign}` stands directly behind `print`, which is a function.",
        "Write what you want to show in round brackets behind `print`.",
    )


def _summed(scene: Scene, operation: Operation) -> Finding | None:
    node = scene.node
    if not isinstance(node, ast.Call) or scene.code(node.func) != "sum" or not node.args:
        return None
    if operation.right_type == "NoneType":
        return Finding(
            f"`sum` adds the values in `{scene.code(node.args[0])}`, and one of them is `None`, "
            "which means no value.",
            "Find the line that puts `None` in: often a function without `return`.",
        )
    return Finding(
        f"`sum` starts with 0 and adds each value to it, and in `{scene.code(node.args[0])}` there "
        f"is {kind(operation.right_type)}, which cannot be added to a number.",
        "Give `sum` numbers only; lists inside a list need a loop of their own.",
    )


def _sorted(scene: Scene, operation: Operation) -> Finding | None:
    """Explain `sorted`, `max` or `sort` over values that cannot be compared."""
    node = scene.node
    if operation.left is not None or not isinstance(node, ast.Call):
        return None
    function = node.func.attr if isinstance(node.func, ast.Attribute) else scene.code(node.func)
    owner = node.func.value if isinstance(node.func, ast.Attribute) else None
    values = owner if function == "sort" else (node.args[0] if node.args else None)
    if function not in ("sort", "sorted", "max", "min") or values is None:
        return None
    words = f"`{scene.code(values)}`" if len(node.args) < 2 else "what it is given"
    first, second = kind(operation.left_type), kind(operation.right_type)
    if "NoneType" in (operation.left_type, operation.right_type):
        first, second = "`None`", first if operation.right_type == "NoneType" else second
    fix = "Make all of them numbers, or all of them texts."
    if "None" in first:
        fix = "Leave the `None` out, or find the line that put it in."
    return Finding(
        f"`{function}` compares the values in {words}, and among them are {first} and {second}. "
        "Python cannot say which of these two is larger.",
        fix,
    )


def _in_array(scene: Scene, operation: Operation) -> Finding | None:
    """Explain an array that holds something other than numbers."""
    for node in (operation.left, operation.right):
        value = scene.value(node)
        if node is None or not is_array(value) or str(getattr(value, "dtype", "")) != "object":
            continue
        odd = re.search(r"'(\w+)' and '(\w+)'", scene.message)
        names = [name for name in odd.groups() if name not in _NUMBERS] if odd else []
        what = "`None`" if "NoneType" in names else kind(names[0]) if names else "something else"
        return Finding(
            f"The array `{scene.code(node)}` holds {what} besides its numbers, and "
            f"`{operation.sign}` works on numbers only.",
            f"Look at the values that `{scene.code(node)}` is made of: all must be numbers.",
        )
    return None


def _decimal_comma(scene: Scene, operation: Operation) -> Finding | None:
    """Explain a tuple that came from a comma inside a number, or from one at the end."""
    kinds = (operation.left_type, operation.right_type)
    if "tuple" not in kinds or not set(kinds) & {*_NUMBERS, "list"}:
        return None
    node = operation.side("tuple")
    made = scene.assigned(node.id) if isinstance(node, ast.Name) else None
    if not isinstance(made, ast.Tuple) or scene.code(made).startswith("("):
        return None
    name, words = scene.code(node) if node else "", scene.code(made)
    cause = f"On line {made.lineno}, the comma in `{words}` makes `{name}` a tuple"
    if len(made.elts) == 1:
        return Finding(
            f"{cause} with one value, and not a number.",
            f"Delete the comma on line {made.lineno}: `{name} = {words.rstrip(', ')}`.",
        )
    if len(made.elts) == 2 and re.fullmatch(r"-?\d+, ?\d+", words):
        point = re.sub(", ?", ".", words)
        return Finding(
            f"{cause} of two values, and not a number.",
            f"Python writes decimals with a point: `{name} = {point}`.",
        )
    return None


def _text_number(scene: Scene, operation: Operation) -> Finding | None:
    kinds = {operation.left_type, operation.right_type}
    if (
        "str" not in kinds
        or not kinds & {*_NUMBERS, "list"}
        or operation.sign in ("<", ">", "<=", ">=")
    ):
        if kinds != {"str"} or operation.sign == "+":
            return None
        return _texts(scene, operation)
    if "list" in kinds:
        return None
    text = operation.side("str")
    number = operation.right if text is operation.left else operation.left
    verb = _VERBS.get(operation.sign, "put together")
    said = told(scene, operation)
    cause = f"{said} A text and a number cannot be {verb}.".strip()
    return Finding(cause, _text_fix(scene, text, number, operation.sign))


def _texts(scene: Scene, operation: Operation) -> Finding:
    verb = _VERBS.get(operation.sign, "used like this")
    return Finding(
        f"{told(scene, operation)} Both are texts, and texts cannot be {verb}.".strip(),
        "To calculate, turn each text into a number with `float(...)` first.",
    )


def _text_fix(scene: Scene, text: ast.AST | None, number: ast.AST | None, sign: str) -> str:
    value = scene.value(text)
    words = scene.code(text) if text is not None else "text"
    digits = isinstance(value, str) and re.fullmatch(r"\s*-?\d+(\.\d+)?\s*", value)
    if digits or _is_input(scene, text) or (sign != "+" and not isinstance(value, str)):
        function = "float" if isinstance(value, str) and "." in value else "int"
        return f"Turn the text into a number: `{function}({words})`."
    if sign != "+":
        return f"Use a number in place of `{words}`."
    other = scene.code(number) if number is not None else "number"
    return (
        f"To join them into one text, write `str({other})`; to show both, use a comma in `print`."
    )


def _is_input(scene: Scene, node: ast.AST | None) -> bool:
    origin = scene.assigned(node.id) if isinstance(node, ast.Name) else node
    return isinstance(origin, ast.Call) and scene.code(origin.func) == "input"


def _compared(scene: Scene, operation: Operation) -> Finding | None:
    if operation.sign not in ("<", ">", "<=", ">="):
        return None
    kinds = {operation.left_type, operation.right_type}
    said = told(scene, operation)
    if "str" in kinds and kinds & set(_NUMBERS):
        text = operation.side("str")
        words = scene.code(text) if text is not None else "text"
        return Finding(
            f"{said} Python cannot say which is larger, a text or a number.".strip(),
            f"Turn the text into a number first: `float({words})`.",
        )
    if "list" in kinds and kinds & set(_NUMBERS):
        words = scene.code(operation.side("list") or ast.Name("list"))
        return Finding(
            f"{said} A whole list cannot be compared with one number.".strip(),
            f"Compare one value of it, such as `{words}[0]`, or go through it with a loop.",
        )
    return Finding(
        f"{said} Python cannot say which is larger, {kind(operation.left_type)} or "
        f"{kind(operation.right_type)}.".strip(),
        "Compare two values of the same kind, such as two numbers.",
    )


def _is_own(scene: Scene, name: str) -> bool:
    """Return whether the learner's code defines a class of this name."""
    return any(isinstance(n, ast.ClassDef) and n.name == name for n in ast.walk(scene.tree))


def _own_class(scene: Scene, operation: Operation) -> Finding | None:
    if _is_own(scene, operation.right_type) and not _is_own(scene, operation.left_type):
        reflected = {"+": "__radd__", "-": "__rsub__", "*": "__rmul__", "/": "__rtruediv__"}
        if operation.sign in reflected:
            return Finding(
                f"Left of `{operation.sign}` stands {kind(operation.left_type)}, and the class "
                f"`{operation.right_type}` does not say what to do then.",
                f"Write a method `{reflected[operation.sign]}` in the class, which is used when "
                "the object stands on the right.",
            )
    value = scene.value(operation.left)
    made_here = any(
        isinstance(n, ast.ClassDef) and n.name == operation.left_type for n in ast.walk(scene.tree)
    )
    if not made_here and (value is MISSING or isinstance(value, types.ModuleType)):
        return None
    if not made_here:
        return None
    method = {
        "+": "__add__",
        "-": "__sub__",
        "*": "__mul__",
        "/": "__truediv__",
        "**": "__pow__",
        "@": "__matmul__",
        "<": "__lt__",
    }.get(operation.sign)
    if method is None:
        return None
    return Finding(
        f"The class `{operation.left_type}` does not say what `{operation.sign}` means for "
        f"{kind(operation.right_type)}.",
        f"Write a method `{method}` in the class that takes {kind(operation.right_type)} too.",
    )


def unary(scene: Scene) -> Finding | None:
    """Explain a minus sign or `abs` before something that is no number."""
    match = re.search(r"bad operand type for (?:unary )?(\S+): '(\w+)'", scene.message)
    if match is None:
        return None
    sign, name = match.groups()
    operand: ast.AST | None = scene.node.operand if isinstance(scene.node, ast.UnaryOp) else None
    if isinstance(scene.node, ast.Call) and scene.node.args:
        operand = scene.node.args[0]
    words = f"`{scene.code(operand)}`" if operand is not None else "This value"
    if name == "NoneType":
        origin = came_from(scene, operand)
        if origin:
            return Finding(*origin)
    return Finding(
        f"{words} is {kind(name)}, and `{sign.rstrip('()')}` works on numbers only.",
        "Go through the values with a loop, or turn the list into an array with `np.array`."
        if name in ("list", "tuple")
        else f"Turn the text into a number first: `float({words.strip('`')})`."
        if name == "str" and str(scene.value(operand)).strip("-").isdigit()
        else "Use a number there.",
    )
