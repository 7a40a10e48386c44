"""Names that Python does not know: slips, other cells, missing imports, forgotten quotes."""

import ast
import builtins
import keyword
import re
import types

from engine.explain.explanation import Finding
from engine.explain.name_sources import constant, foreign, missing_import, swap, unimported_function
from engine.explain.scene import Scene
from engine.explain.spelling import nearest


def unbound(scene: Scene) -> Finding | None:
    """Explain a function's own name that is read before it has a value."""
    if not isinstance(scene.exception, UnboundLocalError):
        return None
    match, frame = re.search(r"'(\w+)'", scene.message), scene.frame
    if match is None or frame is None:
        return None
    name, function = match.group(1), frame.f_code.co_name
    line = _line_of_assignment(scene, name)
    where = f"line {line}" if line else "a line of it"
    if hasattr(builtins, name):
        return Finding(
            f"Inside `{function}`, {where} gives the name `{name}` a value, so Python's own "
            f"`{name}` cannot be reached there any more.",
            f"Choose another name than `{name}` for that value.",
        )
    method = _class_value(scene, name)
    if method is not None:
        return method
    if _in_outer_function(scene, name, function):
        return Finding(
            f"`{name}` is given a value inside `{function}` ({where}), so there it is a name of "
            f"its own. It has no value yet; the `{name}` of the function around it is another one.",
            f"Write `nonlocal {name}` as the first line of `{function}`.",
        )
    if name in frame.f_globals:
        return Finding(
            f"`{name}` is given a value inside `{function}` ({where}), so there it is the "
            f"function's own name. It has no value yet; the `{name}` outside is another one.",
            f"Give `{name}` to the function as an input and return the new value, or start the "
            f"function with a line such as `{name} = 0`.",
        )
    return Finding(
        f"`{name}` gets its value inside `{function}` only on {where}, and that line has not been "
        "run when this one needs it.",
        f"Give `{name}` a value at the start of the function, before any `if` or loop.",
    )


def _class_value(scene: Scene, name: str) -> Finding | None:
    """Explain `count += 1` in a method, where `self.count` is meant."""
    frame = scene.frame
    owner = frame.f_locals.get("self") if frame else None
    if owner is None or type(type(owner)) is not type:
        return None
    inside = vars(owner) if hasattr(owner, "__dict__") else {}
    if name not in inside and name not in vars(type(owner)):
        return None
    return Finding(
        f"`{name}` belongs to the object, and inside a class such names are reached by `self`.",
        f"Write `self.{name}`.",
        None,
        swap(scene, name, f"self.{name}"),
    )


def _in_outer_function(scene: Scene, name: str, function: str) -> bool:
    """Return whether the function stands inside another one that has this name."""
    for outer in ast.walk(scene.tree):
        if not isinstance(outer, ast.FunctionDef) or outer.name == function:
            continue
        inner = [n for n in ast.walk(outer) if isinstance(n, ast.FunctionDef)]
        names = {argument.arg for argument in outer.args.args}
        names |= {node.id for s in outer.body for node in _stored_here(s)}
        if any(n.name == function for n in inner) and name in names:
            return True
    return False


def _stored_here(node: ast.AST) -> list[ast.Name]:
    """Return the names that get a value here, but not in functions inside."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda):
        return []
    own = [node] if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) else []
    return own + [name for child in ast.iter_child_nodes(node) for name in _stored_here(child)]


def _line_of_assignment(scene: Scene, name: str) -> int | None:
    frame = scene.frame
    for node in ast.walk(scene.tree):
        stored = isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        after = frame is None or getattr(node, "lineno", 0) >= frame.f_code.co_firstlineno
        if stored and after and isinstance(node, ast.Name) and node.id == name:
            return node.lineno
    return None


def unknown_name(scene: Scene) -> Finding | None:
    """Explain a NameError by the first reason that fits."""
    if not isinstance(scene.exception, NameError):
        return None
    match = re.search(r"'(\w+)'", scene.message)
    name = scene.exception.name or (match.group(1) if match else "")
    if not name:
        return None
    for reason in (
        constant,
        _later,
        _attribute,
        _elsewhere,
        _imported_otherwise,
        missing_import,
        _misspelt,
        foreign,
        unimported_function,
        _hyphen,
        _product,
        _keyword,
        _text,
    ):
        finding = reason(scene, name)
        if finding:
            return finding
    return _not_made(scene, name)


def _later(scene: Scene, name: str) -> Finding | None:
    """Explain a name that the same cell makes further down."""
    here = scene.place.line if scene.place else 0
    for node in scene.tree.body:
        if node.lineno > here and name in _made_by(node):
            what = "define" if isinstance(node, ast.FunctionDef | ast.ClassDef) else "make"
            return Finding(
                f"`{name}` is used on line {here}, but only line {node.lineno}, further down, "
                f"{what}s it. Python runs the lines from top to bottom.",
                f"Move line {node.lineno} above line {here}.",
            )
        around = node.lineno <= here <= (node.end_lineno or 0)
        if around and isinstance(node, ast.Assign) and name in _made_by(node):
            return Finding(
                f"This line needs the value of `{name}` to make `{name}`, and it has none yet.",
                f"Give `{name}` a first value before this line, such as `{name} = 0`.",
            )
        if isinstance(node, ast.AugAssign) and node.lineno == here and name in _made_by(node):
            return Finding(
                f"This line changes `{name}`, and `{name}` has no value yet that it could change.",
                f"Give `{name}` a first value before this line, such as `{name} = 0`.",
            )
    return None


def _made_by(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(
        node,
        ast.Assign
        | ast.AugAssign
        | ast.For
        | ast.Import
        | ast.ImportFrom
        | ast.AnnAssign
        | ast.If
        | ast.With,
    ):
        return {
            part.id
            for part in ast.walk(node)
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
        }
    return set()


def _attribute(scene: Scene, name: str) -> Finding | None:
    """Explain a name that lives in `self`."""
    frame = scene.frame
    owner = frame.f_locals.get("self") if frame and frame.f_code.co_name != "<module>" else None
    if owner is None:
        return None
    inside = vars(owner) if type(type(owner)) is type and hasattr(owner, "__dict__") else {}
    if name not in inside and name not in vars(type(owner)):
        return None
    return Finding(
        f"`{name}` belongs to the object, and inside a class such names are reached by `self`.",
        f"Write `self.{name}`.",
        None,
        swap(scene, name, f"self.{name}"),
    )


def _elsewhere(scene: Scene, name: str) -> Finding | None:
    """Explain a name that lives only inside a function."""
    for node in ast.walk(scene.tree):
        if not isinstance(node, ast.FunctionDef):
            continue
        inputs = [argument.arg for argument in node.args.args]
        made = {
            n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
        }
        if name in inputs or name in made:
            inside = scene.frame and scene.frame.f_code.co_name == node.name
            if inside:
                continue
            return Finding(
                f"`{name}` exists only inside the function `{node.name}`, while it runs. "
                "Outside, Python does not know it.",
                f"Let `{node.name}` return it, and keep the result: "
                f"`{name} = {node.name}({', '.join(inputs)})`."
                if name not in inputs
                else f"Give `{name}` a value outside the function too.",
            )
    return None


def _misspelt(scene: Scene, name: str) -> Finding | None:
    """Explain a name that is nearly one that exists."""
    own = [other for other in scene.names if not other.startswith("__")]
    own = [other for other in own if _letters(other) != _letters(name)]
    meant = nearest(name, own)
    if meant is None and re.search(rf"\b{name}\s*\(", scene.line_text):
        known = [word for word in dir(builtins) if not word.startswith("_")]
        meant = nearest(name, [word for word in known if word.islower()]) or nearest(name, known)
    if meant is None:
        return None
    how = _difference(name, meant)
    return Finding(
        f"Python does not know the name `{name}`. There is `{meant}`, {how}.",
        f"Write `{meant}` instead of `{name}`.",
        None,
        swap(scene, name, meant),
    )


def _letters(name: str) -> str:
    """Return the name without its digits if it has some: `w1` and `w2` are no slips."""
    letters = re.sub(r"\d", "", name)
    return letters if letters != name else f"{name} "


def _difference(name: str, meant: str) -> str:
    if name.lower() == meant.lower():
        return "with other capital letters, and Python tells them apart"
    if name.replace("_", "") == meant.replace("_", ""):
        return "with other underscores"
    return "which is spelt nearly the same"


def _imported_otherwise(scene: Scene, name: str) -> Finding | None:
    """Explain `random.randint` after `from random import randint`, and `np` for `numpy`."""
    node = next(
        (
            n
            for n in ast.walk(scene.statement() or ast.Pass())
            if isinstance(n, ast.Attribute) and isinstance(n.value, ast.Name) and n.value.id == name
        ),
        None,
    )
    if node is None:
        return None
    full = {"np": "numpy"}.get(name, name)
    short = next((key for key, value in scene.names.items() if _is_module(value, full)), "")
    if short:
        return Finding(
            f"The module was imported under the name `{short}`, so `{name}` is not known.",
            f"Write `{short}.{node.attr}`, or change the import line to "
            f"`{'import numpy as np' if name == 'np' else f'import {name}'}`.",
            None,
            swap(scene, name, short),
        )
    alone = [
        line
        for line in ast.walk(scene.tree)
        if isinstance(line, ast.ImportFrom)
        and line.module == name
        and any((alias.asname or alias.name) == node.attr for alias in line.names)
    ]
    if not alone:
        return None
    return Finding(
        f"Line {alone[0].lineno} imports `{node.attr}` alone, so the name `{name}` is not known.",
        f"Write `{node.attr}` without `{name}.` before it.",
    )


def _is_module(value: object, name: str) -> bool:
    return type(value) is types.ModuleType and vars(value).get("__name__") == name


def _hyphen(scene: Scene, name: str) -> Finding | None:
    """Explain `first-name` where there is a `first_name`."""
    for match in re.finditer(rf"\b{name}-(\w+)|(\w+)-{name}\b", scene.line_text):
        joined = match.group().replace("-", "_")
        if joined in scene.names:
            return Finding(
                f"Python reads `{match.group()}` as a subtraction. There is a name `{joined}`.",
                f"Write `{joined}`.",
            )
    return None


def _product(scene: Scene, name: str) -> Finding | None:
    """Explain `wx` where w and x are meant to be multiplied."""
    for cut in range(1, len(name)):
        left, right = name[:cut], name[cut:]
        numbers = [scene.names.get(part) for part in (left, right)]
        if all(type(number) in (int, float) for number in numbers):
            return Finding(
                f"Python reads `{name}` as one name, and there is none like that; there are "
                f"`{left}` and `{right}`.",
                f"To multiply the two, write `{left} * {right}`.",
            )
    return None


def _keyword(scene: Scene, name: str) -> Finding | None:
    """Explain a keyword with a slip in it, alone on its line."""
    meant = nearest(name, keyword.kwlist)
    statement = scene.statement()
    alone = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Name)
    if meant is None or not name.isalpha() or not alone:
        return None
    return Finding(
        f"Python does not know the name `{name}`. It looks like the word `{meant}`.",
        f"Write `{meant}` instead of `{name}`.",
        None,
        swap(scene, name, meant),
    )


def _text(scene: Scene, name: str) -> Finding | None:
    """Explain a text without quotes, where a text is likely."""
    quoted = rf"(print|input|open|import_module)\(\s*{name}\b(?!\s*[\[(.*+/-])"
    compared = rf"(==|!=)\s*{name}\b|\b{name}\s*(==|!=)|[\[{{,]\s*{name}\s*:"
    if not re.search(f"{quoted}|{compared}", scene.line_text) or not name.isalpha():
        return None
    if len(name) < 3:
        return None
    return Finding(
        f"Python takes `{name}` for a name, because it has no quotes, and there is no such name.",
        f'If you mean the text, write it in quotes: `"{name}"`; if you mean a name, give it a '
        "value first.",
    )


def _not_made(scene: Scene, name: str) -> Finding:
    call = scene.line_text.find(f"{name}(") >= 0
    what = f"`def {name}(...)`" if call else f"`{name} = ...`"
    return Finding(
        f"Python does not know the name `{name}`: no line that was run so far has made it.",
        f"If an earlier cell makes `{name}`, run that cell first; if not, write {what} above "
        "this line.",
    )
