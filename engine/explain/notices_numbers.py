"""Numbers that went wrong without a word: nan, inf, dropped decimals, overflow, a rising loss."""

import ast
import math
from collections.abc import Iterable, Iterator
from typing import SupportsFloat

from engine.explain.explanation import Note
from engine.explain.finished_run import Rule, Run
from engine.explain.scene import MISSING, look_up
from engine.explain.values import is_array, is_numpy_number, type_name

_BAD_ON_PURPOSE = ("inf", "nan", "'inf'", "'-inf'", "'nan'")
_LOSSES = ("loss", "losses", "cost", "costs", "errors", "history", "mistakes")
_LARGEST = 10_000
_MOST_SUMMED = 2_000_000
_MOST_LOSSES = 50_000


def bad_kind(value: object) -> str | None:
    """Return "nan" or "inf" if the value is, or holds, one."""
    if type(value) is float or is_numpy_number(value):
        value = _float(value)
        return "nan" if math.isnan(value) else "inf" if math.isinf(value) else None
    if is_array(value) and "float" in str(getattr(value, "dtype", "")):
        return bad_kind(_float(_call(value, "sum"))) if _count(value) <= _MOST_SUMMED else None
    if type(value) in (list, tuple):
        assert isinstance(value, list | tuple)
        return next((kind for kind in map(_bad_part, value[:_LARGEST]) if kind), None)
    return None


def _bad_part(value: object) -> str | None:
    """Return the same for a value in a list, or in a short list inside it."""
    if type(value) in (list, tuple):
        assert isinstance(value, list | tuple)
        return next((kind for kind in map(_bad_number, value[:10]) if kind), None)
    return _bad_number(value)


def _bad_number(value: object) -> str | None:
    if type(value) is not float:
        return None
    return "nan" if math.isnan(value) else "inf" if math.isinf(value) else None


def _count(value: object) -> int:
    found = getattr(value, "size", 0)
    return found if type(found) is int else 0


def _float(value: object) -> float:
    if not _is_number(value):
        return 0.0
    assert isinstance(value, SupportsFloat)
    return float(value)


def _is_number(value: object) -> bool:
    return type(value) in (int, float) or is_numpy_number(value)


def _call(value: object, method: str) -> object:
    function = getattr(value, method, None)
    return function() if callable(function) else None


def not_finite(run: Run) -> Iterator[Note]:
    """Notice the first value that is nan or inf."""
    found = run.first_bad or _first_bad(run)
    if found is None:
        return
    name, line = found
    kind = bad_kind(run.names.get(name)) or "nan or inf"
    what = "means: not a number" if kind == "nan" else "means: too large for a number"
    if kind == "nan or inf":
        what = "is no ordinary number"
    yield Note(
        line,
        f"`{name}` became `{kind}` on this line, which {what}. Everything worked out from it is "
        "wrong too.",
        "Look at the values just before: numbers that grow too large often need a smaller learning "
        "rate, and a division needs something other than 0 below.",
    )


def _first_bad(run: Run) -> tuple[str, int] | None:
    for node in sorted(run.assignments, key=lambda n: n.lineno):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if any(word in run.code(node, 200) for word in _BAD_ON_PURPOSE):
            return None
        for target in targets:
            for part in ast.walk(target):
                if isinstance(part, ast.Name) and bad_kind(run.names.get(part.id)):
                    return part.id, node.lineno
    return None


def _assignments(tree: ast.AST) -> list[ast.Assign | ast.AugAssign]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Assign | ast.AugAssign)]


def dropped_decimals(run: Run) -> Iterator[Note]:
    """Notice decimals that were put into an array of whole numbers."""
    for node in run.assignments:
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        if not isinstance(target, ast.Subscript) or not isinstance(target.value, ast.Name):
            continue
        name = target.value.id
        if not _whole(run, name, node) or not _has_decimals(run, node):
            continue
        yield Note(
            node.lineno,
            f"`{name}` is an array of whole numbers, so it drops the decimals of what this line "
            "puts into it.",
            f"Make it an array of decimals: `{name} = {name}.astype(float)`, or start from "
            "`0.0` instead of `0`.",
        )


def _whole(run: Run, name: str, node: ast.AST) -> bool:
    """Return whether a name stands for an array of whole numbers."""
    scope: ast.AST | None = run.parents.get(node)
    while scope is not None and not isinstance(scope, ast.FunctionDef | ast.Module):
        scope = run.parents.get(scope)
    if isinstance(scope, ast.Module):
        value = run.names.get(name)
        return is_array(value) and "int" in str(getattr(value, "dtype", ""))
    made = [
        n.value
        for n in _assignments(scope or run.tree)
        if isinstance(n, ast.Assign)
        and any(isinstance(t, ast.Name) and t.id == name for t in n.targets)
    ]
    return len(made) == 1 and _makes_whole(run, made[0])


def _makes_whole(run: Run, made: ast.expr) -> bool:
    """Return whether an expression certainly makes an array of whole numbers."""
    if not isinstance(made, ast.Call):
        return False
    kind = next((run.code(k.value) for k in made.keywords if k.arg == "dtype"), None)
    if kind is not None:
        return kind == "int"
    numbers = [n for n in ast.walk(made) if isinstance(n, ast.Constant)]
    plain = all(
        isinstance(n, ast.List | ast.Tuple | ast.Constant | ast.Load | ast.UnaryOp | ast.USub)
        for argument in made.args
        for n in ast.walk(argument)
    )
    whole = all(type(n.value) is int for n in numbers)
    return run.code(made.func) in ("np.array", "np.asarray") and bool(numbers) and plain and whole


def _has_decimals(run: Run, node: ast.Assign | ast.AugAssign) -> bool:
    value = node.value
    known = look_up(value, run.names)
    if known is not MISSING:
        return type(known) is float and math.isfinite(known) and known != int(known)
    if isinstance(value, ast.Call) or any(
        isinstance(n, ast.FloorDiv | ast.Compare) for n in ast.walk(value)
    ):
        return False
    for part in ast.walk(value):
        number = look_up(part, run.names) if isinstance(part, ast.Name | ast.Constant) else None
        if type(number) is float and math.isfinite(number) and number != int(number):
            return True
    return False


def rising_loss(run: Run) -> Iterator[Note]:
    """Notice a list of losses that ends higher than it began."""
    for name, value in list(run.names.items()):
        if name.lower() not in _LOSSES or type(value) is not list:
            continue
        if not 4 <= len(value) <= _MOST_LOSSES or not all(map(_is_number, value)):
            continue
        numbers = [_float(part) for part in value]
        if not all(math.isfinite(number) for number in numbers):
            continue
        quarter = max(1, len(numbers) // 4)
        start, end = sum(numbers[:quarter]) / quarter, sum(numbers[-quarter:]) / quarter
        line = _line_of_append(run, name)
        if line is None or not (end > 1.1 * start and numbers[-1] > numbers[0] >= 0):
            continue
        rate = next(
            (
                f" It is now `{run.names[n]}`."
                for n in ("lr", "learning_rate", "rate", "eta")
                if type(run.names.get(n)) is float
            ),
            "",
        )
        yield Note(
            line,
            f"`{name}` rises while it should fall: it starts at {numbers[0]:.4g} and ends at "
            f"{numbers[-1]:.4g}.",
            "Try a smaller learning rate, and check that the update goes against the slope, with "
            f"a minus sign.{rate}",
        )


def _line_of_append(run: Run, name: str) -> int | None:
    appends = [n.lineno for n in run.all(ast.Call) if run.code(n.func) == f"{name}.append"]
    adds = [n.lineno for n in run.all(ast.AugAssign) if run.code(n.target) == name]
    return next(iter(appends + adds), None)


def overflow(run: Run) -> Iterator[Note]:
    """Notice whole numbers of numpy that grew past what their kind can hold."""
    stored = [n.id for n in run.all(ast.Name) if isinstance(n.ctx, ast.Store)]
    for node in run.tree.body:
        if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
            continue
        name = node.targets[0].id
        value = run.names.get(name)
        used = [n.id for n in ast.walk(node.value) if isinstance(n, ast.Name)]
        if not _is_whole(value) or any(stored.count(n) > 1 for n in (name, *used)):
            continue
        right = _exact(node.value, run)
        if right is None or right == _flat(value):
            continue
        yield Note(
            node.lineno,
            f"`{name}` holds wrong numbers: the results are too large for whole numbers of the "
            f"kind `{_kind_of(value)}`, so they start again from below.",
            "Calculate with decimals, as in `np.array(..., dtype=float)`.",
        )


def _kind_of(value: object) -> str:
    return str(getattr(value, "dtype", type_name(value)))


def _is_whole(value: object) -> bool:
    return (is_array(value) or is_numpy_number(value)) and _kind_of(value).startswith(
        ("int", "uint")
    )


def _flat(value: object) -> list[int]:
    """Return the whole numbers of an array, a numpy number or an int."""
    if type(value) is int:
        return [value]
    if is_array(value):
        if _count(value) > _LARGEST:
            return []
        listed = _call(_call(value, "ravel"), "tolist")
        return [n for n in listed if type(n) is int] if isinstance(listed, Iterable) else []
    item = _call(value, "item")
    return [item] if type(item) is int else []


def _exact(node: ast.expr, run: Run) -> list[int] | None:
    """Return what a calculation with whole numbers gives when nothing can overflow."""
    if isinstance(node, ast.BinOp):
        left, right = _exact(node.left, run), _exact(node.right, run)
        if (
            left is None
            or right is None
            or not (len(left) == len(right) or 1 in (len(left), len(right)))
        ):
            return None
        size = max(len(left), len(right))
        pairs = zip(left * (size // len(left)), right * (size // len(right)), strict=True)
        return _all(node.op, list(pairs))
    if isinstance(node, ast.Name | ast.Constant):
        value = look_up(node, run.names)
        if type(value) is int or _is_whole(value):
            numbers = _flat(value)
            return numbers if 0 < len(numbers) <= _LARGEST else None
    return None


def _all(operator: ast.operator, pairs: list[tuple[int, int]]) -> list[int] | None:
    if isinstance(operator, ast.Add):
        return [a + b for a, b in pairs]
    if isinstance(operator, ast.Sub):
        return [a - b for a, b in pairs]
    if isinstance(operator, ast.Mult):
        return [a * b for a, b in pairs]
    if isinstance(operator, ast.Pow) and all(0 <= b <= 100 for _, b in pairs):
        return [int(a**b) for a, b in pairs]
    return None


RULES: tuple[Rule, ...] = (not_finite, dropped_decimals, overflow, rising_loss)
