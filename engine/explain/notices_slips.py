"""Small slips that Python reads as something else: `=+`, `0,1`, `or 2`, a missing `f`."""

import ast
import builtins
import itertools
import re
from collections.abc import Iterator

from engine.explain.explanation import Note
from engine.explain.finished_run import Rule, Run

_OFTEN_USED = (
    "sum",
    "list",
    "max",
    "min",
    "len",
    "str",
    "print",
    "range",
    "input",
    "int",
    "float",
    "dict",
    "set",
    "abs",
    "round",
    "zip",
    "sorted",
    "tuple",
    "map",
    "any",
    "all",
)


def swapped_sign(run: Run) -> Iterator[Note]:
    """Notice `x =+ 1` and `x =- 1`."""
    for node in run.all(ast.Assign):
        if not isinstance(node.value, ast.UnaryOp):
            continue
        line = run.source.split("\n")[node.lineno - 1]
        match = re.search(r"(\w+)\s*=([+-])\s+\S", line)
        if match is None or not isinstance(node.value.op, ast.UAdd | ast.USub):
            continue
        name, sign = match.groups()
        yield Note(
            node.lineno,
            f"`={sign}` gives `{name}` a new value: `{run.code(node.value)}`. It does not change "
            "the old one.",
            f"Write `{name} {sign}= {run.code(node.value.operand)}` to change it.",
        )


def comma_number(run: Run) -> Iterator[Note]:
    """Notice `lr = 0,1`: a comma makes two values."""
    for node in run.all(ast.Assign):
        if not isinstance(node.value, ast.Tuple):
            continue
        text, name = run.code(node.value), node.targets[0]
        if not isinstance(name, ast.Name):
            continue
        if re.fullmatch(r"\d+,\d+(,\d{3})*(\.\d+)?", text):
            point = (
                text.replace(",", "")
                if re.search(r",\d{3}(\D|$)", text)
                else (text.replace(",", "."))
            )
            yield Note(
                node.lineno,
                f"The comma in `{text}` makes two values, so `{name.id}` is a tuple and not one "
                "number.",
                f"Write `{name.id} = {point}`.",
            )
        elif len(node.value.elts) == 1 and not text.startswith("("):
            value = run.code(node.value.elts[0])
            yield Note(
                node.lineno,
                f"The comma at the end makes `{name.id}` a tuple with one value.",
                f"Write `{name.id} = {value}`, without the comma.",
            )


def always_true(run: Run) -> Iterator[Note]:
    """Notice `if x == 1 or 2`, which is always true."""
    for node in run.all(ast.BoolOp):
        if not isinstance(node.op, ast.Or):
            continue
        first, last = node.values[0], node.values[-1]
        if not isinstance(first, ast.Compare) or not isinstance(last, ast.Constant):
            continue
        if not last.value or last.value is True or len(first.ops) != 1:
            continue
        left = run.code(first.left)
        yield Note(
            node.lineno,
            f"`{run.code(node)}` is always true: `{run.code(last)}` behind `or` counts as true by "
            "itself.",
            f"Write the comparison twice: `{run.code(first)} or {left} == {run.code(last)}`.",
        )


def missing_f(run: Run) -> Iterator[Note]:
    """Notice a printed text with a known name in braces, and no `f` before the quotes."""
    for node in run.all(ast.Call):
        if run.code(node.func) != "print":
            continue
        for argument in node.args:
            if not isinstance(argument, ast.Constant) or type(argument.value) is not str:
                continue
            inside = re.findall(r"\{(\w+)[^{}]*\}", argument.value)
            if inside and all(name in run.names for name in inside):
                yield Note(
                    node.lineno,
                    f"The text shows `{{{inside[0]}}}` as it stands, because there is no `f` "
                    "before its quotes.",
                    "Write `f` directly before the first quote.",
                )


def hidden_builtin(run: Run) -> Iterator[Note]:
    """Notice a name that hides one of Python's own functions."""
    for node in run.tree.body:
        if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
            continue
        name = node.targets[0].id
        if name in _OFTEN_USED and run.names.get(name) is not getattr(builtins, name):
            yield Note(
                node.lineno,
                f"`{name}` is a function of Python's own. From this line on, the name means your "
                "value, and the function cannot be called any more.",
                f"Choose another name, and run `del {name}` once to get the function back.",
            )


def after_return(run: Run) -> Iterator[Note]:
    """Notice lines that can never be reached."""
    for body in run.blocks:
        for statement, following in itertools.pairwise(body):
            if isinstance(statement, ast.Return | ast.Break | ast.Continue):
                word = type(statement).__name__.lower()
                yield Note(
                    following.lineno,
                    f"This line is never run: the `{word}` on line {statement.lineno} comes before "
                    "it.",
                    f"Move it above the `{word}`, or delete it.",
                )
                break


def early_return(run: Run) -> Iterator[Note]:
    """Notice a loop that always returns in its first turn, with a running total before it."""
    for node in run.all(ast.For):
        if not isinstance(node.body[-1], ast.Return):
            continue
        adds = any(isinstance(part, ast.AugAssign) for part in node.body)
        if adds and not any(isinstance(part, ast.If) for part in node.body):
            line = node.body[-1].lineno
            yield Note(
                line,
                f"This `return` stands inside the loop on line {node.lineno}, so the loop ends in "
                "its first turn.",
                "Indent the `return` less, so that it comes after the loop.",
            )


def compared_by_is(run: Run) -> Iterator[Note]:
    """Notice `is` before a number or a text."""
    for node in run.all(ast.Compare):
        if not isinstance(node.ops[0], ast.Is | ast.IsNot):
            continue
        right = node.comparators[0]
        if isinstance(right, ast.Constant) and type(right.value) in (int, float, str):
            sign = "==" if isinstance(node.ops[0], ast.Is) else "!="
            yield Note(
                node.lineno,
                f"`{run.code(node)}` asks for the same object, not for the same value.",
                f"Write `{run.code(node.left)} {sign} {run.code(right)}`.",
            )


def shared_rows(run: Run) -> Iterator[Note]:
    """Notice `[[0] * 3] * 2`, whose rows are one and the same, where one of them is changed."""
    for node in run.tree.body:
        value = node.value if isinstance(node, ast.Assign) else None
        if not isinstance(value, ast.BinOp) or not isinstance(value.op, ast.Mult):
            continue
        row = value.left.elts[0] if isinstance(value.left, ast.List) and value.left.elts else None
        repeats = isinstance(row, ast.BinOp) and isinstance(row.left, ast.List)
        if not isinstance(node, ast.Assign) or not (repeats or isinstance(row, ast.List)):
            continue
        name = run.code(node.targets[0])
        if not any(_stores_inside(run, other, name) for other in run.all(ast.Subscript)):
            continue
        yield Note(
            node.lineno,
            f"The rows of `{name}` are one and the same list, so a change in one shows in all.",
            f"Make a row of its own each time: `[{run.code(row or value)} for _ in range(...)]`.",
        )


def _stores_inside(run: Run, node: ast.Subscript, name: str) -> bool:
    """Return whether a node puts a value into a row of the list."""
    return (
        isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Subscript)
        and run.code(node.value.value) == name
    )


def kept_default(run: Run) -> Iterator[Note]:
    """Notice a list as an input's own value that the function changes and gives back."""
    for node in run.all(ast.FunctionDef):
        if not node.args.defaults:
            continue
        inputs = node.args.args[-len(node.args.defaults) :]
        for given, default in zip(inputs, node.args.defaults, strict=True):
            empty = isinstance(default, ast.List) and not default.elts
            if not empty or not _grows_and_returns(run, node, given.arg):
                continue
            yield Note(
                node.lineno,
                f"The list `{given.arg}=[]` is made once and kept: what one call of `{node.name}` "
                "puts in is still there in the next.",
                f"Write `{given.arg}=None`, and `if {given.arg} is None: {given.arg} = []` in the "
                "function.",
            )


def _grows_and_returns(run: Run, node: ast.FunctionDef, name: str) -> bool:
    parts = list(ast.walk(node))
    grows = any(
        isinstance(n, ast.Call) and run.code(n.func) in (f"{name}.append", f"{name}.extend")
        for n in parts
    )
    returns = any(
        isinstance(n, ast.Return) and n.value and run.code(n.value) == name for n in parts
    )
    return grows and returns


RULES: tuple[Rule, ...] = (
    shared_rows,
    kept_default,
    swapped_sign,
    comma_number,
    always_true,
    missing_f,
    hidden_builtin,
    after_return,
    early_return,
    compared_by_is,
)
