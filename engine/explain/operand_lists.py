"""Lists in a calculation: they are joined and repeated, and do not calculate."""

import ast

from engine.explain.explanation import Finding
from engine.explain.operation import Operation, told
from engine.explain.scene import Scene
from engine.explain.values import kind


def with_list(scene: Scene, operation: Operation) -> Finding | None:
    """Explain an operator with a list on one side or both."""
    if "list" not in (operation.left_type, operation.right_type):
        return None
    node = operation.left if operation.left_type == "list" else operation.right
    words = scene.code(node) if node is not None else "the list"
    said, other = told(scene, operation), operation.right_type
    if operation.left_type != "list":
        other = operation.left_type
    if operation.sign == "+" and other in ("tuple", "str", "zip", "range"):
        return _joined_list(scene, operation, words, said)
    repeats = isinstance(operation.left, ast.List) and (
        len(operation.left.elts) == 1 or operation.right_type != "list"
    )
    if operation.sign == "*" and repeats:
        times = scene.code(operation.right) if operation.right is not None else "the value"
        return Finding(
            f"{said} `*` repeats the list `{words}` as often as a whole number says, and "
            f"`{times}` is {kind(operation.right_type)}.".strip(),
            f"Use a whole number in place of `{times}`.",
        )
    if operation.sign == "+":
        item = operation.right if operation.left_type == "list" else operation.left
        what = scene.code(item) if item is not None else "value"
        return Finding(
            f"{said} `+` joins a list only to another list, and not to {kind(other)}.".strip(),
            f"To put the value at the end, write `{words}.append({what})`; to add it to each "
            "value, go through the list with a loop.",
        )
    return Finding(
        f"{said} A list does not calculate: `{operation.sign}` does not work value by "
        "value.".strip(),
        _list_fix(scene, operation, words),
    )


def _joined_list(scene: Scene, operation: Operation, words: str, said: str) -> Finding:
    """Explain `+` between a list and a text or a tuple."""
    is_left = operation.left_type == "list"
    node, other = (
        (operation.right, operation.right_type)
        if is_left
        else (operation.left, operation.left_type)
    )
    item = scene.code(node) if node is not None else "value"
    fix = f"Make a list of it first: `list({item})`."
    if other == "str":
        fix = f"To put the text at the end, write `{words}.append({item})`."
        if not is_left:
            fix = f"To join them into one text, write `str({words})`; to show both, use a comma."
    return Finding(
        f"{said} `+` joins a list only to another list, and not to {kind(other)}.".strip(), fix
    )


def _list_fix(scene: Scene, operation: Operation, words: str) -> str:
    """Say how the calculation is done for every value of the list."""
    left = scene.code(operation.left) if operation.left is not None else "values"
    right = scene.code(operation.right) if operation.right is not None else "others"
    sign = operation.sign
    arrays = f"`np.array({words})`"
    if operation.left_type == operation.right_type:
        if sign == "@":
            return f"Make arrays of both: `np.array({left}) @ np.array({right})`."
        pairs = f"[first {sign} second for first, second in zip({left}, {right})]"
        return f"Go through both, as in `{pairs}`, or make arrays of them with {arrays}."
    if "str" in (operation.left_type, operation.right_type):
        return "Use a number in place of the text."
    if sign == "@":
        return f"Make an array of it with {arrays}."
    if operation.left_type == "list":
        each = f"[v {sign} {right} for v in {left}]"
    else:
        each = f"[{left} {sign} v for v in {right}]"
    return f"Go through it, as in `{each}`, or make it an array with {arrays}."
