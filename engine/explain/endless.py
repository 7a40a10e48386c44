"""Programs that do not end: recursion, and loops that were stopped."""

import ast
import types

from engine.explain.explanation import Finding, Place
from engine.explain.scene import MISSING, Scene, place_of
from engine.explain.values import show


def recursion(scene: Scene) -> Finding | None:
    """Explain which function called itself too often, and whether it can stop at all."""
    if not isinstance(scene.exception, RecursionError):
        return None
    names = [frame.f_code.co_name for frame, _ in scene.frames[-60:]]
    inner = [name for name in names if name != "<module>"]
    if not inner:
        return Finding(
            "The program went too deep: something calls itself without an end.",
            "Look for a function that calls itself.",
        )
    name = max(set(inner), key=inner.count)
    others = sorted({n for n in inner if inner.count(n) > 5} - {name})
    definition = next(
        (n for n in ast.walk(scene.tree) if isinstance(n, ast.FunctionDef) and n.name == name), None
    )
    if others:
        return Finding(
            f"`{name}` and `{others[0]}` call each other again and again, and nothing stops them.",
            "Let one of them return a value without calling the other.",
            _own_call(scene, name),
        )
    if name in ("__getattr__", "__setattr__", "__repr__", "__str__", "__eq__"):
        return Finding(
            f"`{name}` uses what calls `{name}` again, without an end.",
            f"Use plain values inside `{name}`.",
            _own_call(scene, name),
        )
    return _by_stop(scene, definition, name)


def _by_stop(scene: Scene, definition: ast.FunctionDef | None, name: str) -> Finding:
    stops = definition is not None and _can_stop(definition)
    place = _own_call(scene, name)
    if stops:
        told = _inputs(scene, definition)
        return Finding(
            f"`{name}` called itself about a thousand times and never came to its stopping "
            f"case{told}.",
            f"Check that each call of `{name}` gets closer to the case where it stops.",
            place,
        )
    return Finding(
        f"`{name}` calls itself every time, and has no case in which it stops.",
        f"Start `{name}` with an `if` that returns a value without calling `{name}` again.",
        place,
    )


def _own_call(scene: Scene, name: str) -> Place | None:
    """Return where in this cell the function led to itself again."""
    lines = scene.source.split("\n")
    calls = [spot for frame, spot in scene.frames[:-1] if _is_here(scene, frame, name)]
    return place_of(calls[-1], lines) if calls else None


def _is_here(scene: Scene, frame: types.FrameType, name: str) -> bool:
    return frame.f_code.co_filename == scene.filename and frame.f_code.co_name == name


def _can_stop(definition: ast.FunctionDef) -> bool:
    """Return whether the function has a way through without a call of itself."""
    name = definition.name
    if not any(
        isinstance(n, ast.If | ast.IfExp | ast.While | ast.For | ast.BoolOp)
        for n in ast.walk(definition)
    ):
        return False
    for node in ast.walk(definition):
        if isinstance(node, ast.Return | ast.If | ast.IfExp) and not _calls(node, name):
            return True
        if isinstance(node, ast.IfExp) and not (
            _calls(node.body, name) and _calls(node.orelse, name)
        ):
            return True
        if isinstance(node, ast.If) and not node.orelse:
            return True
    return False


def _calls(node: ast.AST, name: str) -> bool:
    return any(
        isinstance(n, ast.Name | ast.Attribute)
        and (n.id if isinstance(n, ast.Name) else n.attr) == name
        for n in ast.walk(node)
    )


def _inputs(scene: Scene, definition: ast.FunctionDef | None) -> str:
    frame = scene.frame
    if definition is None or frame is None or not definition.args.args:
        return ""
    first = definition.args.args[0].arg
    shown = show(frame.f_locals.get(first, MISSING)) if first in frame.f_locals else None
    return f"; at the end `{first}` was {shown}" if shown else ""


def stopped(scene: Scene) -> Finding | None:
    """Explain which loop was running when the program was stopped, and what never changes in it."""
    if not isinstance(scene.exception, KeyboardInterrupt):
        return None
    loop, frame = _loop(scene)
    if loop is None:
        return Finding(
            "The program was stopped while it was still running.",
            "Run it again if it only needs more time.",
        )
    lines = scene.text.split("\n")
    text = lines[loop.lineno - 1] if loop.lineno <= len(lines) else ""
    place = Place(loop.lineno, len(text) - len(text.lstrip()) + 1, loop.lineno, len(text) + 1)
    if frame is not None and frame.f_code.co_filename != scene.filename:
        place = scene.place or place
    if isinstance(loop, ast.For):
        return Finding(
            f"The program was stopped in the loop on line {loop.lineno}, "
            f"`for {scene.code(loop.target)} in {scene.code(loop.iter)}`.",
            "If it needs too long, let it go through fewer values.",
            place,
        )
    return _while(scene, loop, frame, place)


def _loop(scene: Scene) -> tuple[ast.For | ast.While | None, types.FrameType | None]:
    """Return the innermost `while` around the running line, else the innermost `for`."""
    found: list[tuple[ast.For | ast.While, types.FrameType]] = []
    for frame, spot in scene.frames:
        if frame.f_code.co_filename != scene.frames[-1][0].f_code.co_filename:
            continue
        for node in ast.walk(scene.tree):
            if not isinstance(node, ast.For | ast.While):
                continue
            if node.lineno <= spot[0] <= (node.end_lineno or node.lineno):
                found.append((node, frame))
    whiles = [pair for pair in found if isinstance(pair[0], ast.While)]
    best = (whiles or found)[-1:]
    return best[0] if best else (None, None)


def _while(scene: Scene, loop: ast.While, frame: types.FrameType | None, place: Place) -> Finding:
    condition = scene.code(loop.test)
    head = f"The program was stopped in the loop on line {loop.lineno}, `while {condition}`"
    if isinstance(loop.test, ast.Constant):
        breaks = any(isinstance(n, ast.Break) for n in ast.walk(loop))
        if not breaks:
            return Finding(
                f"{head}. It goes on for ever, because nothing in it says `break`.",
                "Write an `if` with `break` in it, or a condition that can become false.",
                place,
            )
        return Finding(
            f"{head}. It ends only with `break`, and that line was not reached.",
            "Check the condition of the `if` before `break`.",
            place,
        )
    names = [n.id for n in ast.walk(loop.test) if isinstance(n, ast.Name)]
    values = {**frame.f_globals, **frame.f_locals} if frame else {}
    watched = [n for n in dict.fromkeys(names) if not callable(values.get(n))]
    changed = _changed(loop)
    never = [n for n in watched if n not in changed]
    told = _values(watched, values)
    if watched and len(never) == len(watched):
        listed = " and ".join(f"`{name}`" for name in never)
        return Finding(
            f"{head}. Nothing inside the loop changes {listed}{told}, so the condition stays true.",
            f"Change `{never[0]}` inside the loop, as in `{never[0]} += 1`.",
            place,
        )
    moving = next((n for n in watched if n in changed), "")
    return Finding(
        f"{head}. It had not become false yet{told}.",
        f"Check that `{moving}` moves towards the value that ends the loop."
        if moving
        else "Check what makes the condition false.",
        place,
    )


def _changed(loop: ast.While) -> set[str]:
    changed = set()
    for node in ast.walk(ast.Module(body=loop.body, type_ignores=[])):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            changed.add(node.id)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            changed |= {n.id for n in ast.walk(node.func) if isinstance(n, ast.Name)}
        if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store):
            changed |= {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
    return changed


def _values(names: list[str], values: dict[str, object]) -> str:
    shown = [(name, show(values[name])) for name in names if name in values]
    told = " and ".join(f"`{name}` is {text}" for name, text in shown if text)
    return f" ({told})" if told else ""
