"""One operation that failed: its sign, its two sides and what they are."""

import ast
import re
from dataclasses import dataclass

from engine.explain.scene import MISSING, Scene
from engine.explain.values import type_name

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


def told(scene: Scene, operation: Operation) -> str:
    """Return a sentence that says what the operands are."""
    said = [
        scene.told(node)
        for node in (operation.left, operation.right)
        if node is not None
        and not isinstance(node, ast.Constant)
        and scene.value(node) is not MISSING
    ]
    return f"{' and '.join(said)}.".replace("``", "`") if said else ""
