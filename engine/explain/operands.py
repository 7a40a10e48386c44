"""Operators between values that do not go together."""

import ast
import re
import types
from dataclasses import dataclass

from engine.explain.explanation import Finding
from engine.explain.none_values import came_from
from engine.explain.scene import MISSING, Scene
from engine.explain.values import kind, type_name

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
_SIGNS: dict[type[ast.AST], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
    ast.MatMult: "@",
    ast.BitXor: "^",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.LShift: "<<",
    ast.RShift: ">>",
    ast.Lt: "<",
    ast.Gt: ">",
    ast.LtE: "<=",
    ast.GtE: ">=",
}
_NUMBERS = ("int", "float", "bool")
_FUNCTIONS = ("function", "method", "builtin_function_or_method", "type")


@dataclass(frozen=True)
class Operation:
    """Two operands with the sign between them; a node is None where it cannot be told."""

    sign: str
    left: ast.AST | None
    right: ast.AST | None
    left_type: str
    right_type: str

    def side(self, name: str) -> ast.AST | None:
        """Return the operand of this type."""
        return self.left if self.left_type == name else self.right


def read_operation(scene: Scene) -> Operation | None:
    """Return the operation that failed, from the syntax tree and the message's type names."""
    nodes = _nodes(scene)
    given = _types(scene.message)
    if given is None:
        return None
    sign, left, right = given
    left_node = right_node = None
    if nodes is not None:
        sign, left_node, right_node = nodes[0] or sign, nodes[1], nodes[2]
        left = _known(scene, left_node) or left
        right = _known(scene, right_node) or right
    return Operation(sign, left_node, right_node, left, right)


def _known(scene: Scene, node: ast.AST | None) -> str:
    value = scene.value(node)
    return "" if value is MISSING else type_name(value)


def _nodes(scene: Scene) -> tuple[str, ast.AST | None, ast.AST | None] | None:
    node = scene.node
    if isinstance(node, ast.BinOp):
        return _SIGNS.get(type(node.op), ""), node.left, node.right
    if isinstance(node, ast.AugAssign):
        return _SIGNS.get(type(node.op), ""), node.target, node.value
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        return _SIGNS.get(type(node.ops[0]), ""), node.left, node.comparators[0]
    return None


def _types(message: str) -> tuple[str, str, str] | None:
    match = re.search(r"for (\S+?)(?: or [\w()]+)?: '([\w.]+)' and '([\w.]+)'", message)
    if match:
        return match.group(1).removesuffix("=") or "=", match.group(2), match.group(3)
    match = re.search(r"'(\S+)' not supported between instances of '(\w+)' and '(\w+)'", message)
    if match:
        return match.group(1), match.group(2), match.group(3)
    match = re.search(r'can only concatenate (\w+) \(not "(\w+)"\)', message)
    if match:
        return "+", match.group(1), match.group(2)
    match = re.search(r"can't multiply sequence by non-int of type '(\w+)'", message)
    return ("*", "list", match.group(1)) if match else None


def wrong_operands(scene: Scene) -> Finding | None:
    """Explain an operator between two values that do not go together."""
    if not isinstance(scene.exception, TypeError):
        return None
    operation = read_operation(scene)
    if operation is None:
        return None
    for reason in (
        _with_none,
        _with_function,
        _power,
        _old_print,
        _summed,
        _text_number,
        _compared,
        _with_list,
        _own_class,
    ):
        finding = reason(scene, operation)
        if finding:
            return finding
    told = _told(scene, operation)
    return Finding(
        f"{told + ' ' if told else ''}Python cannot use `{operation.sign}` between "
        f"{kind(operation.left_type)} and {kind(operation.right_type)}.",
        "Look which of the two is not what you expect, and follow it back to where it was made.",
    )


def _told(scene: Scene, operation: Operation) -> str:
    """Return a sentence that says what the operands are."""
    told = [
        scene.told(node)
        for node in (operation.left, operation.right)
        if node is not None
        and not isinstance(node, ast.Constant)
        and scene.value(node) is not MISSING
    ]
    return f"{' and '.join(told)}.".replace("``", "`") if told else ""


def _with_none(scene: Scene, operation: Operation) -> Finding | None:
    if "NoneType" not in (operation.left_type, operation.right_type):
        return None
    node = operation.side("NoneType")
    origin = came_from(scene, node)
    if origin is not None:
        tail = f" Python cannot use `{operation.sign}` with it."
        return Finding(origin[0] + tail, origin[1])
    name = f"`{scene.code(node)}`" if node is not None else "One of the two values"
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
    return Finding(
        f"`sum` starts with 0 and adds each value to it, and in `{scene.code(node.args[0])}` there "
        f"is {kind(operation.right_type)}, which cannot be added to a number.",
        "Give `sum` numbers only; lists inside a list need a loop of their own.",
    )


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
    told = _told(scene, operation)
    cause = f"{told} A text and a number cannot be {verb}.".strip()
    return Finding(cause, _text_fix(scene, text, number, operation.sign))


def _texts(scene: Scene, operation: Operation) -> Finding:
    verb = _VERBS.get(operation.sign, "used like this")
    return Finding(
        f"{_told(scene, operation)} Both are texts, and texts cannot be {verb}.".strip(),
        "To calculate, turn each text into a number with `float(...)` first.",
    )


def _text_fix(scene: Scene, text: ast.AST | None, number: ast.AST | None, sign: str) -> str:
    value = scene.value(text)
    words = scene.code(text) if text is not None else "text"
    digits = isinstance(value, str) and re.fullmatch(r"\s*-?\d+(\.\d+)?\s*", value)
    if digits or _is_input(scene, text) or sign != "+":
        function = "float" if isinstance(value, str) and "." in value else "int"
        return f"Turn the text into a number: `{function}({words})`."
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
    told = _told(scene, operation)
    if "str" in kinds and kinds & set(_NUMBERS):
        text = operation.side("str")
        words = scene.code(text) if text is not None else "text"
        return Finding(
            f"{told} Python cannot say which is larger, a text or a number.".strip(),
            f"Turn the text into a number first: `float({words})`.",
        )
    if "list" in kinds and kinds & set(_NUMBERS):
        words = scene.code(operation.side("list") or ast.Name("list"))
        return Finding(
            f"{told} A whole list cannot be compared with one number.".strip(),
            f"Compare one value of it, such as `{words}[0]`, or go through it with a loop.",
        )
    return Finding(
        f"{told} Python cannot say which is larger, {kind(operation.left_type)} or "
        f"{kind(operation.right_type)}.".strip(),
        "Compare two values of the same kind, such as two numbers.",
    )


def _with_list(scene: Scene, operation: Operation) -> Finding | None:
    if "list" not in (operation.left_type, operation.right_type):
        return None
    node = operation.left if operation.left_type == "list" else operation.right
    words = scene.code(node) if node is not None else "the list"
    told, other = _told(scene, operation), operation.right_type
    if operation.left_type != "list":
        other = operation.left_type
    if operation.sign == "+":
        item = operation.right if operation.left_type == "list" else operation.left
        what = scene.code(item) if item is not None else "value"
        return Finding(
            f"{told} `+` joins a list only to another list, and not to {kind(other)}.".strip(),
            f"To put the value at the end, write `{words}.append({what})`; to add it to each "
            "value, go through the list with a loop.",
        )
    return Finding(
        f"{told} A list does not calculate: `{operation.sign}` does not work value by "
        "value.".strip(),
        f"Go through it, as in `[v {operation.sign} 2 for v in {words}]`, or make it an array with "
        f"`np.array({words})`.",
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
        else "Use a number there.",
    )
