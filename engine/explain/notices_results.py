"""Results that go nowhere: calculated and thrown away, printed instead of returned, `None` kept."""

import ast
import builtins
from collections.abc import Iterator

from engine.explain.explanation import Note
from engine.explain.finished_run import Rule, Run

_PURE = (
    "sorted",
    "len",
    "max",
    "min",
    "sum",
    "abs",
    "round",
    "int",
    "float",
    "str",
    "reversed",
    "range",
    "zip",
    "list",
    "tuple",
    "set",
    "bool",
    "enumerate",
)
_PURE_METHODS = (
    "upper",
    "lower",
    "strip",
    "replace",
    "split",
    "join",
    "title",
    "format",
    "astype",
    "reshape",
    "transpose",
    "copy",
    "mean",
    "sum",
    "dot",
    "tolist",
    "flatten",
    "round",
    "capitalize",
)
_IN_PLACE = ("append", "sort", "extend", "reverse", "insert", "remove", "clear")


def unused(run: Run) -> Iterator[Note]:
    """Notice an expression on a line of its own whose value nobody sees."""
    for node in run.all(ast.Expr):
        if run.is_shown(node):
            continue
        note = _unused(run, node, node.value)
        if note:
            yield note


def _unused(run: Run, statement: ast.Expr, value: ast.expr) -> Note | None:
    words, line = run.code(value), statement.lineno
    if isinstance(value, ast.Compare) and isinstance(value.ops[0], ast.Eq):
        left, right = run.code(value.left), run.code(value.comparators[0])
        return Note(
            line,
            f"`{words}` only compares the two and does nothing with the answer.",
            f"If `{left}` is to get this value, write one `=`: `{left} = {right}`.",
        )
    if isinstance(value, ast.UnaryOp) and words[:2] in ("++", "--"):
        return Note(
            line,
            f"`{words}` changes nothing: two signs in a row cancel out.",
            f"To count, write `{words[2:]} {words[0]}= 1`.",
        )
    if isinstance(value, ast.BinOp | ast.Compare | ast.UnaryOp) and not _may_act(value):
        name = next((n.id for n in ast.walk(value) if isinstance(n, ast.Name)), "result")
        around = run.parents.get(statement)
        if isinstance(around, ast.FunctionDef) and around.body[-1] is statement:
            return Note(
                line,
                f"`{words}` is worked out here, but the function does not give it back.",
                f"Write `return {words}`.",
            )
        return Note(
            line,
            f"`{words}` is worked out here, but the result is kept nowhere.",
            f"Keep it under a name, as in `{name} = {words}`, or print it.",
        )
    if isinstance(value, ast.Name | ast.Attribute):
        return _bare_name(run, line, value, words)
    return _unused_call(run, line, value, words) if isinstance(value, ast.Call) else None


def _may_act(value: ast.AST) -> bool:
    """Return whether an expression calls something, and so may do more than give a value."""
    return any(isinstance(node, ast.Call | ast.Await | ast.Yield) for node in ast.walk(value))


def _bare_name(run: Run, line: int, value: ast.Name | ast.Attribute, words: str) -> Note | None:
    defined = {n.name for n in run.all(ast.FunctionDef)}
    builtin = isinstance(value, ast.Name) and callable(getattr(builtins, value.id, None))
    if isinstance(value, ast.Attribute):
        if value.attr not in (*_IN_PLACE, *_PURE_METHODS, *defined):
            return None
    elif value.id not in defined and not builtin:
        return None
    return Note(
        line,
        f"`{words}` without round brackets is not called, so nothing happens here.",
        f"Write `{words}()` to call it.",
    )


def _unused_call(run: Run, line: int, value: ast.Call, words: str) -> Note | None:
    function = value.func
    if isinstance(run.parents.get(run.parents[value]), ast.Try):
        return None  # It is tried out whether the call works.
    if isinstance(function, ast.Name):
        own = function.id in run.names
        if function.id == "sorted" and not own and value.args:
            what = run.code(value.args[0])
            return Note(
                line,
                f"`{words}` makes a new, sorted list and leaves `{what}` as it was; "
                "nothing keeps the new one.",
                f"Write `{what} = {words}`, or `{what}.sort()`.",
            )
        if function.id in _PURE and not own:
            return Note(
                line,
                f"`{words}` gives back a value, and nothing keeps it.",
                f"Keep it, as in `result = {words}`, or print it.",
            )
        if _is_pure(run, function.id):
            return Note(
                line,
                f"`{words}` returns a value, and nothing keeps or shows it.",
                f"Keep it, as in `result = {words}`, or print it.",
            )
    if isinstance(function, ast.Attribute) and function.attr in _PURE_METHODS:
        owner = run.code(function.value)
        if owner in ("np", "numpy") or _is_own_method(run, function.attr):
            return None
        return Note(
            line,
            f"`{words}` gives back a new value and leaves `{owner}` as it was.",
            f"Write `{owner} = {words}` to keep the new one.",
        )
    return None


def _is_own_method(run: Run, name: str) -> bool:
    return any(n.name == name for n in run.all(ast.FunctionDef))


def _is_pure(run: Run, name: str) -> bool:
    """Return whether a function certainly does nothing but return a value."""
    node = _definition(run, name)
    if node is None or not _returns(node):
        return False
    for part in ast.walk(node):
        if isinstance(part, ast.Global | ast.Nonlocal | ast.Yield | ast.Raise | ast.Assert):
            return False
        if isinstance(part, ast.Attribute | ast.Subscript) and isinstance(part.ctx, ast.Store):
            return False
        if isinstance(part, ast.Call) and not (
            isinstance(part.func, ast.Name) and part.func.id in _PURE
        ):
            return False
    return True


def _definition(run: Run, name: str) -> ast.FunctionDef | None:
    return next((n for n in reversed(run.all(ast.FunctionDef)) if n.name == name), None)


def _returns(node: ast.FunctionDef) -> bool:
    return any(isinstance(n, ast.Return) and n.value is not None for n in ast.walk(node))


def prints_instead(run: Run) -> Iterator[Note]:
    """Notice a function that prints its result, or forgets it, where a value is wanted of it."""
    for node in run.all(ast.Call):
        if not isinstance(node.func, ast.Name):
            continue
        if isinstance(run.parents.get(node), ast.Expr):
            continue
        definition = _definition(run, node.func.id)
        if definition is None or _returns(definition) or _has_yield(definition):
            continue
        if definition.decorator_list or _is_unfinished(definition):
            continue
        shows = _print_line(definition)
        name = node.func.id
        if shows:
            yield Note(
                shows,
                f"`{name}` prints its result but does not return it, so "
                f"`{run.code(node)}` on line {node.lineno} is `None`.",
                "Write `return` with the result where the function now prints.",
            )
        else:
            yield Note(
                definition.lineno,
                f"`{name}` has no `return` with a value, so "
                f"`{run.code(node)}` on line {node.lineno} is `None`.",
                f"End `{name}` with `return` and the result.",
            )


def _is_unfinished(definition: ast.FunctionDef) -> bool:
    """Return whether a function still holds the dots or the `pass` of a starter."""
    return any(
        isinstance(n, ast.Pass)
        or (isinstance(n, ast.Expr) and getattr(n.value, "value", None) is ...)
        for n in ast.walk(definition)
    )


def _has_yield(node: ast.FunctionDef) -> bool:
    return any(isinstance(n, ast.Yield | ast.YieldFrom) for n in ast.walk(node))


def _print_line(definition: ast.FunctionDef) -> int | None:
    for node in ast.walk(definition):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Name) and called.id == "print":
            return called.lineno
    return None


def kept_none(run: Run) -> Iterator[Note]:
    """Notice `w = w.append(3)`, which keeps `None`."""
    for node in run.all(ast.Assign):
        if not isinstance(node.value, ast.Call):
            continue
        function = node.value.func
        name = run.code(node.targets[0])
        if isinstance(function, ast.Attribute) and function.attr in _IN_PLACE:
            if run.names.get(name, 0) is None:
                owner = run.code(function.value)
                yield Note(
                    node.lineno,
                    f"`{function.attr}` changes `{owner}` itself and gives "
                    f"back `None`, and `{name}` keeps that `None`.",
                    f"Write `{run.code(node.value)}` alone on the line.",
                )
        elif isinstance(function, ast.Name) and function.id == "print":
            yield Note(
                node.lineno,
                f"`print` shows a value and gives back `None`, so `{name}` is `None`.",
                f"Give `{name}` the value itself, and print it afterwards.",
            )


RULES: tuple[Rule, ...] = (kept_none, prints_instead, unused)
