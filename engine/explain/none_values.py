"""Where a `None` came from: a function without `return`, `append`, `sort`, `print`."""

import ast
import types

from engine.explain.scene import MISSING, Scene

_IN_PLACE = (
    "append",
    "sort",
    "extend",
    "reverse",
    "insert",
    "remove",
    "clear",
    "update",
    "add",
    "shuffle",
    "fill",
    "discard",
)


def came_from(scene: Scene, node: ast.AST | None, seen: int = 0) -> tuple[str, str] | None:
    """Return cause and fix for an expression that was None, if its origin can be seen."""
    if node is None or seen > 3:
        return None
    if isinstance(node, ast.Call):
        return _from_call(scene, node)
    if isinstance(node, ast.Name):
        return _from_name(scene, node, seen)
    return None


def _from_name(scene: Scene, node: ast.Name, seen: int) -> tuple[str, str] | None:
    assigned = scene.assigned(node.id)
    if assigned is None:
        return None
    found = came_from(scene, assigned, seen + 1)
    if found is None:
        return None
    line = getattr(assigned, "lineno", None)
    return f"`{node.id}` is `None`: on line {line}, {found[0]}", found[1]


def _from_call(scene: Scene, node: ast.Call) -> tuple[str, str] | None:
    function = node.func
    if isinstance(function, ast.Attribute) and _changes(scene, function.attr):
        return _in_place(scene, node, function)
    if isinstance(function, ast.Name) and function.id == "print":
        return (
            "`print` only shows its values and gives back `None`.",
            "Keep the value under a name first, and print that name.",
        )
    return _from_function(scene, node)


def _changes(scene: Scene, method: str) -> bool:
    """Return whether a method changes its object, and is not one of the learner's own."""
    return method in _IN_PLACE and definition_of(scene, method) is None


def _in_place(scene: Scene, node: ast.Call, function: ast.Attribute) -> tuple[str, str]:
    shuffles = function.attr == "shuffle" and node.args
    owner = node.args[0] if shuffles else function.value
    words = scene.code(owner)
    fix = f"Write `{scene.code(node)}` on a line of its own, and then use `{words}`."
    if isinstance(owner, ast.Call | ast.List | ast.Tuple | ast.BinOp):
        call = (
            f"{scene.code(function)}(values)"
            if shuffles
            else f"values.{function.attr}({'...' if node.args else ''})"
        )
        fix = f"Keep it under a name first: `values = {words}`, then `{call}`; then use `values`."
    return f"`{scene.code(function)}` changes `{words}` itself and gives back `None`.", fix


def _from_function(scene: Scene, node: ast.Call) -> tuple[str, str] | None:
    value = scene.value(node.func)
    name = node.func.attr if isinstance(node.func, ast.Attribute) else scene.code(node.func)
    definition = definition_of(scene, name)
    if definition is None:
        if value is not MISSING and not isinstance(value, types.FunctionType):
            return None
        return (
            f"`{name}(...)` gave back `None`.",
            f"Look whether every way through `{name}` ends with a `return`.",
        )
    line = definition.lineno
    returns = [n for n in ast.walk(definition) if isinstance(n, ast.Return)]
    if any(r.value is not None for r in returns):
        return (
            f"`{name}(...)` gave back `None`, because this time it ended without meeting a "
            "`return`.",
            f"Make sure that every way through `{name}` (line {line}) ends with a `return`.",
        )
    if prints(definition):
        return (
            f"`{name}(...)` gave back `None`: the function prints its result, but does not "
            "return it.",
            f"In `{name}` (line {line}), write `return` with the result where it now prints.",
        )
    return (
        f"`{name}(...)` gave back `None`, because the function has no `return` with a value.",
        f"End `{name}` (line {line}) with `return` and the result.",
    )


def definition_of(scene: Scene, name: str) -> ast.FunctionDef | None:
    """Return the function's definition, if it stands in the code that failed."""
    found = None
    for node in ast.walk(scene.tree):
        if isinstance(node, ast.FunctionDef) and node.name == name:
            found = node
    return found


def prints(definition: ast.FunctionDef) -> bool:
    """Return whether a function calls `print`."""
    return any(
        isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "print"
        for n in ast.walk(definition)
    )
