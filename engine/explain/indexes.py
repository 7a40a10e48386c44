"""Places that do not exist: list indexes and dictionary keys."""

import ast
import re

from engine.explain.explanation import Change, Finding
from engine.explain.scene import MISSING, Scene
from engine.explain.spelling import nearest
from engine.explain.values import counted, is_array, kind, shape, show, size, type_name


def out_of_range(scene: Scene) -> Finding | None:
    """Explain an index behind the end of a list, a text or a tuple."""
    if not isinstance(scene.exception, IndexError):
        return None
    if "from empty" in scene.message or "pop index" in scene.message:
        return _empty_pop(scene)
    if "empty sequence" in scene.message:
        return _empty_choice(scene)
    node = scene.node if isinstance(scene.node, ast.Subscript) else _subscript(scene)
    if node is None or shape(scene.value(node.value)) is not None:
        return None
    base, index = scene.value(node.value), scene.value(node.slice)
    words, asked = scene.code(node.value), scene.code(node.slice)
    if base is MISSING or type(base) not in (list, tuple, str):
        return Finding(
            f"`{words}[{asked}]` asks for a place that does not exist: the numbers of the places "
            "start at 0 and end one before the length.",
            f"Print `len({words})` and the number, and compare the two.",
        )
    count = size(base)
    is_known = type(index) is int
    number = str(index) if is_known else f"`{asked}`"
    here = "" if asked == str(index) or not is_known else f"Here `{asked}` is {index}. "
    what = "letter" if type(base) is str else "value"
    if count == 0:
        fix = f"Put values into `{words}` first, with `append` for a list."
        if isinstance(node.ctx, ast.Store):
            fix = f"To put a value in, write `{words}.append(...)`."
        return Finding(f"{here}`{words}` is empty, so there is no place {number} in it.", fix)
    return Finding(
        f"{here}`{words}` has {counted(count, what)}, at "
        f"{f'the places 0 to {count - 1}' if count > 1 else 'place 0'}, and no place {number}.",
        _range_fix(scene, node, words, asked, count, index),
    )


def _subscript(scene: Scene) -> ast.Subscript | None:
    statement = scene.statement()
    found = [n for n in ast.walk(statement) if isinstance(n, ast.Subscript)] if statement else []
    return found[0] if found else None


def _range_fix(
    scene: Scene, node: ast.Subscript, words: str, asked: str, count: int, index: object
) -> str:
    store = isinstance(node.ctx, ast.Store)
    if store and index == count and not isinstance(scene.statement(), ast.AugAssign):
        return f"To put a new value at the end, write `{words}.append(...)`."
    name = node.slice.id if isinstance(node.slice, ast.Name) else ""
    loop = next(
        (
            n
            for n in ast.walk(scene.tree)
            if isinstance(n, ast.For) and isinstance(n.target, ast.Name) and n.target.id == name
        ),
        None,
    )
    shrinks = _shrinks(scene, loop, words)
    if shrinks:
        return (
            f"Line {shrinks} takes values out of `{words}` while the loop counts to its old "
            "length. Loop over a copy, or collect the values to keep in a new list."
        )
    turn = _while_condition(scene, name, words)
    if turn is not None:
        return turn
    if loop is not None:
        if isinstance(loop.iter, ast.Call) and scene.code(loop.iter.func) == "range":
            return f"Let the loop on line {loop.lineno} go through `range(len({words}))`."
        return (
            f"`{name}` is already a value of the list, not its place: use `{name}` alone, without "
            "square brackets."
        )
    ahead = _one_ahead(scene, node, words)
    if ahead is not None:
        return ahead
    if index == count:
        return f"The last one is `{words}[{count - 1}]`, or `{words}[-1]`."
    if isinstance(node.slice, ast.BinOp):
        return f"Make sure that `{asked}` stays below {count}, for the last turn of the loop too."
    return f"Use a number from 0 to {count - 1}." if count > 1 else f"Use `{words}[0]`."


def _one_ahead(scene: Scene, node: ast.Subscript, words: str) -> str | None:
    """Explain `xs[i + 1]` in a loop over all of `xs`."""
    place = node.slice
    if not isinstance(place, ast.BinOp) or not isinstance(place.op, ast.Add):
        return None
    name, more = scene.code(place.left), scene.value(place.right)
    for loop in ast.walk(scene.tree):
        if not isinstance(loop, ast.For) or scene.code(loop.target) != name:
            continue
        if scene.code(loop.iter) == f"range(len({words}))" and type(more) is int:
            return f"Let the loop on line {loop.lineno} go through `range(len({words}) - {more})`."
    return None


def _shrinks(scene: Scene, loop: ast.For | None, words: str) -> int | None:
    """Return the line that takes values out of the list inside the loop, if there is one."""
    for node in ast.walk(loop or ast.Pass()):
        if isinstance(node, ast.Delete) and any(
            isinstance(t, ast.Subscript) and scene.code(t.value) == words for t in node.targets
        ):
            return node.lineno
        if isinstance(node, ast.Call) and scene.code(node.func) in (
            f"{words}.pop",
            f"{words}.remove",
        ):
            return node.lineno
    return None


def _while_condition(scene: Scene, name: str, words: str) -> str | None:
    """Explain `while i <= len(values)`: one turn too many."""
    for node in ast.walk(scene.tree):
        if not isinstance(node, ast.While) or not name:
            continue
        for test in ast.walk(node.test):
            if isinstance(test, ast.Compare) and scene.code(test) == f"{name} <= len({words})":
                return f"Write `{name} < len({words})` in the `while` on line {node.lineno}."
    return None


def _empty_pop(scene: Scene) -> Finding:
    call = scene.node if isinstance(scene.node, ast.Call) else None
    owner = call.func.value if call and isinstance(call.func, ast.Attribute) else None
    words = scene.code(owner) if owner is not None else "values"
    if "pop index" in scene.message and call and call.args:
        count = size(scene.value(owner))
        return Finding(
            f"`pop` was asked for place {scene.code(call.args[0])}, and `{words}` has "
            f"{counted(count, 'value')}."
            if count
            else "`pop` was asked for a place that the list does not have.",
            f"Use a number from 0 to {count - 1}."
            if count > 1
            else "Use a number below the length of the list.",
        )
    return Finding(
        f"`{words}` is empty, so no value can be taken out of it.",
        f"Look whether it holds something first, as in `if {words}:`.",
    )


def _empty_choice(scene: Scene) -> Finding:
    call = scene.node if isinstance(scene.node, ast.Call) else None
    words = scene.code(call.args[0]) if call and call.args else "The list"
    return Finding(
        f"`{words}` is empty, so there is no value to choose.",
        f"Put values into `{words}` first." if call else "Put values into it first.",
    )


def missing_key(scene: Scene) -> Finding | None:
    """Explain a key that a dictionary does not have."""
    if not isinstance(scene.exception, KeyError):
        return None
    node = scene.node if isinstance(scene.node, ast.Subscript) else None
    key = scene.exception.args[0] if scene.exception.args else MISSING
    shown = show(key) or scene.message
    base = scene.value(node.value) if node else MISSING
    words = scene.code(node.value) if node else "the dictionary"
    if node is None:
        call = scene.node if isinstance(scene.node, ast.Call) else None
        owner = call.func.value if call and isinstance(call.func, ast.Attribute) else None
        if owner is None or type(scene.value(owner)) not in (dict, set):
            return Finding(f"`{shown}` is not there.", "Look first whether it is, with `in`.")
        words = scene.code(owner)
        what = "key" if type(scene.value(owner)) is dict else "value"
        return Finding(
            f"`{words}` has no {what} `{shown}`.",
            f"Look first whether it is there, as in `if {shown} in {words}:`.",
        )
    if type(base) is not dict:
        return Finding(
            f"`{words}` has no key `{shown}`.", f"Print `{words}` to see which keys it has."
        )
    assert isinstance(base, dict)
    keys = [k for k in base if type(k) in (str, int, float, bool, tuple)]
    return _near_key(scene, node, words, shown, key, keys)


def _near_key(
    scene: Scene,
    node: ast.Subscript | None,
    words: str,
    shown: str,
    key: object,
    keys: list[object],
) -> Finding:
    if not keys:
        return Finding(
            f"The dictionary `{words}` is empty, so it has no key `{shown}`.",
            f"Give it a value first, as in `{words}[{shown}] = 0`.",
        )
    twin = next((k for k in keys if str(k) == str(key) and type(k) is not type(key)), None)
    if twin is not None:
        return Finding(
            f"`{words}` has the key `{twin!r}`, {kind(type_name(twin))}, and not `{shown}`, "
            f"{kind(type_name(key))}.",
            f"Write `{words}[{twin!r}]`.",
        )
    texts = [k for k in keys if isinstance(k, str)]
    near = nearest(key, texts) if type(key) is str and isinstance(key, str) else None
    if near is not None:
        return Finding(
            f"`{words}` has no key `{shown}`, but it has `{near!r}`.",
            f"Write `{words}[{near!r}]`.",
            None,
            _swap_key(scene, node, near),
        )
    listed = ", ".join(f"`{k!r}`" for k in keys[:6]) + (" and more" if len(keys) > 6 else "")
    return Finding(
        f"`{words}` has no key `{shown}`. Its {'keys are' if len(keys) > 1 else 'only key is'} "
        f"{listed}.",
        f"Use one of these keys, or give this one a value first, as in `{words}[{shown}] = 0`.",
    )


def _swap_key(scene: Scene, node: ast.Subscript | None, near: str) -> Change | None:
    key = node.slice if node else None
    if not isinstance(key, ast.Constant) or scene.text is not scene.source:
        return None
    if not scene.text.isascii() or key.end_col_offset is None or key.end_lineno is None:
        return None
    return Change(
        key.lineno, key.col_offset + 1, key.end_lineno, key.end_col_offset + 1, repr(near)
    )


def empty_sequence(scene: Scene) -> Finding | None:
    """Explain `max([])` and its like."""
    match = re.search(
        r"(\w+)\(\) (?:arg is an empty sequence|iterable argument is empty)|"
        r"attempt to get (\w+) of an empty sequence|zero-size array to reduction operation (\w+)",
        scene.message,
    )
    if match is None:
        return None
    function = next(name for name in match.groups() if name)
    node = scene.node if isinstance(scene.node, ast.Call) else None
    values: ast.expr | None = node.args[0] if node and node.args else None
    if node and not node.args and isinstance(node.func, ast.Attribute):
        values = node.func.value
    words = scene.code(values) if values is not None else "values"
    return Finding(
        f"`{words}` is empty, so there is no value that `{function}` could give back.",
        f"Look why `{words}` holds nothing."
        if is_array(scene.value(values)) or match.group(1) is None
        else f"Look whether it holds something first, as in `if {words}:`.",
    )
