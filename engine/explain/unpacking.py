"""Several names on the left side, and another number of values on the right."""

import ast
import re

from engine.explain.explanation import Finding
from engine.explain.none_values import definition_of
from engine.explain.scene import MISSING, Scene
from engine.explain.values import counted, size

_EQUAL = "Write as many names on the left as there are values on the right."


def unpacking(scene: Scene) -> Finding | None:
    """Explain more or fewer values than names."""
    match = re.search(
        r"(too many|not enough) values to unpack \(expected (?:at least )?(\d+)"
        r"(?:, got (\d+))?\)",
        scene.message,
    )
    if match is None:
        return None
    which, wanted, got = match.groups()
    names, source = _both_sides(scene)
    left = f"`{names}`" if names else "the left side"
    takes = f"{left} takes {counted(int(wanted), 'value')}"
    if _is_loop(scene):
        return _in_loop(scene, names, source, takes) or Finding(
            f"{takes}, but each value that the loop goes through {_given(which, got)}.",
            _loop_fix(scene, source),
        )
    value = scene.value(source)
    if got is None and value is not MISSING and size(value):
        got = str(size(value))
    right = f"`{scene.code(source)}`" if source is not None else "the right side"
    returned = _returned(scene, source)
    given = _given(which, got)
    if returned and str(returned) != wanted and not got:
        given = f"gives back {counted(returned, 'value')}"
    return Finding(f"{takes}, but {right} {given}.", _EQUAL)


def _given(which: str, got: str | None) -> str:
    if got:
        return f"holds {counted(int(got), 'value')}"
    return "holds more" if which == "too many" else "holds fewer"


def _in_loop(scene: Scene, names: str, source: ast.AST | None, takes: str) -> Finding | None:
    """Explain a loop over several lists, or over a dictionary, as if over pairs."""
    if isinstance(source, ast.Tuple):
        inside = ", ".join(scene.code(part) for part in source.elts)
        return Finding(
            f"This loop goes through `{scene.code(source)}` one after the other, and not through "
            "pairs of their values.",
            f"Write `for {names} in zip({inside}):`.",
        )
    if source is not None and type(scene.value(source)) is dict:
        words = scene.code(source)
        return Finding(
            f"A loop over the dictionary `{words}` gives its keys only, and {takes}.",
            f"Write `for {names} in {words}.items():`.",
        )
    return None


def _loop_fix(scene: Scene, source: ast.AST | None) -> str:
    words = scene.code(source) if source is not None else ""
    target = scene.node if isinstance(scene.node, ast.Tuple) else None
    if words.startswith("enumerate(") and target and len(target.elts) > 2:
        first, *others = (scene.code(part) for part in target.elts)
        return f"Put brackets around the pair: `for {first}, ({', '.join(others)}) in {words}:`."
    if source is not None and not isinstance(source, ast.Call):
        return f"{_EQUAL} To get the place too, loop over `enumerate({words})`."
    return _EQUAL


def _returned(scene: Scene, source: ast.AST | None) -> int:
    """Return how many values a call of the learner's own function gives back, or 0."""
    if not isinstance(source, ast.Call) or _is_loop(scene):
        return 0
    name = source.func.attr if isinstance(source.func, ast.Attribute) else scene.code(source.func)
    definition = definition_of(scene, name)
    counts = {
        len(n.value.elts) if isinstance(n.value, ast.Tuple) else 1
        for n in ast.walk(definition or ast.Pass())
        if isinstance(n, ast.Return)
    }
    return counts.pop() if len(counts) == 1 else 0


def _is_loop(scene: Scene) -> bool:
    return isinstance(_unpacker(scene), ast.For | ast.comprehension)


def _unpacker(scene: Scene) -> ast.AST | None:
    """Return the assignment or loop whose left side was to be filled."""
    node = scene.node
    for owner in ast.walk(scene.tree):
        if isinstance(owner, ast.Assign) and node in owner.targets:
            return owner
        if isinstance(owner, ast.For | ast.comprehension) and owner.target is node:
            return owner
    statement = scene.statement()
    return statement if isinstance(statement, ast.Assign | ast.For) else None


def _both_sides(scene: Scene) -> tuple[str, ast.AST | None]:
    owner = _unpacker(scene)
    node = scene.node
    if isinstance(owner, ast.For) and isinstance(node, ast.Tuple) and node is not owner.target:
        return scene.code(node), None
    if isinstance(owner, ast.Assign):
        return scene.code(owner.targets[0]), owner.value
    if isinstance(owner, ast.For | ast.comprehension):
        return scene.code(owner.target), owner.iter
    return "", None
