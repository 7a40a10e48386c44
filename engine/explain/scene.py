"""What the rules for errors at run time look at: the frame, the failing expression, its values."""

import ast
import builtins
import linecache
import re
import types
from collections.abc import Callable, Mapping
from functools import cached_property
from itertools import islice

from engine.explain.explanation import Finding, Place
from engine.explain.values import describe, is_array, kind, show, type_name

Rule = Callable[["Scene"], Finding | None]
Spot = tuple[int, int, int, int]
OTHER_CELLS = "cell "


class Missing:
    """The value of an expression that cannot be known without running code."""


MISSING = Missing()


def message_of(exception: BaseException) -> str:
    """Return the exception's own words, also when its class refuses to give them."""
    try:
        return str(exception)
    except BaseException:
        return ""


class Scene:
    """One exception with the learner's frames that it passed through, the deepest last.

    Args:
        frames: The learner's frames as (frame, place in bytes), outermost first.
    """

    def __init__(
        self,
        exception: BaseException,
        source: str,
        filename: str,
        namespace: Mapping[str, object] | None = None,
    ) -> None:
        """Walk the traceback and keep the learner's part of it."""
        self.exception = exception
        self.message = re.sub(r"\bnumpy\.(?=\w*(\d|array))", "", message_of(exception))
        self.source = source
        self.filename = filename
        self.namespace: Mapping[str, object] = namespace if namespace is not None else {}
        self.frames, self.last_is_own, self.depth = _own_frames(exception, filename)

    @property
    def frame(self) -> types.FrameType | None:
        """Return the deepest frame of the learner's."""
        return self.frames[-1][0] if self.frames else None

    @cached_property
    def tree(self) -> ast.Module:
        """Return the syntax tree of the file that the deepest frame runs."""
        return _parse(self.text)

    @cached_property
    def text(self) -> str:
        """Return the source that the deepest frame runs."""
        name = self.frame.f_code.co_filename if self.frame else self.filename
        if name == self.filename:
            return self.source
        return "".join(linecache.getlines(name))

    @cached_property
    def node(self) -> ast.AST | None:
        """Return the expression or statement that failed."""
        if not self.frames:
            return None
        return node_at(self.tree, self.frames[-1][1])

    @cached_property
    def place(self) -> Place | None:
        """Return the place in this cell that the error came from."""
        for frame, spot in reversed(self.frames):
            if frame.f_code.co_filename == self.filename:
                return place_of(spot, self.source.split("\n"))
        return None

    @cached_property
    def line_text(self) -> str:
        """Return the learner's line that failed."""
        lines = self.text.split("\n")
        line = self.frames[-1][1][0] if self.frames else 0
        return lines[line - 1].strip() if 0 < line <= len(lines) else ""

    @cached_property
    def names(self) -> dict[str, object]:
        """Return every name that the failing line can see, but for Python's own."""
        frame = self.frame
        if frame is None:
            return dict(self.namespace)
        return {**frame.f_globals, **frame.f_locals}

    def code(self, node: ast.AST, limit: int = 40) -> str:
        """Return the learner's words for an expression, cut short where it is long."""
        text = " ".join(segment(self.text.split("\n"), node).split())
        return text if len(text) <= limit else text[: limit - 3] + "..."

    def value(self, node: ast.AST | None) -> object:
        """Return what an expression stood for, or MISSING where only running it would tell."""
        return look_up(node, self.names)

    def told(self, node: ast.AST) -> str:
        """Return an expression with its value: "`x` is the number 3"."""
        value = self.value(node)
        if value is MISSING:
            return f"`{self.code(node)}`"
        if isinstance(node, ast.Constant | ast.List | ast.Tuple | ast.Dict | ast.Set | ast.UnaryOp):
            if value is None:
                return "`None` is no value"
            return f"`{self.code(node)}` is {kind(type_name(value))}"
        return f"`{self.code(node)}` is {describe(value)}"

    def statement(self) -> ast.stmt | None:
        """Return the simple statement, or the head of the compound one, that failed."""
        line = self.frames[-1][1][0] if self.frames else 0
        best: ast.stmt | None = None
        for node in ast.walk(self.tree):
            if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or 0):
                best = node
        return best

    def assigned(self, name: str) -> ast.AST | None:
        """Return the value that gave a name its value: the last one before the failing line."""
        inside = _assignments(self._scope(), name)
        found = inside or _assignments(self.tree, name)
        line = self.frames[-1][1][0] if self.frames else 0
        before = [node for node in found if node.lineno < line]
        last = max(before or found, key=lambda node: node.lineno, default=None)
        return last.value if last else None

    def _scope(self) -> ast.AST:
        """Return the function, or the whole program, that the failing line belongs to."""
        line = self.frames[-1][1][0] if self.frames else 0
        around = [
            node
            for node in ast.walk(self.tree)
            if isinstance(node, ast.FunctionDef) and node.lineno < line <= (node.end_lineno or 0)
        ]
        return max(around, key=lambda node: node.lineno, default=self.tree)


def _assignments(scope: ast.AST, name: str) -> list[ast.Assign]:
    """Return the assignments to a name in a scope, but not in functions inside it."""
    found: list[ast.Assign] = []
    for node in ast.iter_child_nodes(scope):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            continue
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == name for target in node.targets
        ):
            found.append(node)
        found += _assignments(node, name)
    return found


def segment(lines: list[str], node: ast.AST) -> str:
    """Return the source of a node, out of the lines of the program."""
    if not isinstance(node, ast.expr | ast.stmt) or node.end_lineno is None:
        return ""
    own = lines[node.lineno - 1 : node.end_lineno]
    if not own:
        return ""
    own[-1] = own[-1].encode()[: node.end_col_offset].decode(errors="ignore")
    own[0] = own[0].encode()[node.col_offset :].decode(errors="ignore")
    return "\n".join(own)


def _own_frames(
    exception: BaseException, filename: str
) -> tuple[list[tuple[types.FrameType, Spot]], bool, int]:
    entries: list[types.TracebackType] = []
    traceback, last, depth = exception.__traceback__, False, 0
    while traceback is not None:
        depth += 1
        code = traceback.tb_frame.f_code
        last = is_own(code.co_filename, filename)
        if last:
            entries.append(traceback)
            if len(entries) > 60:
                del entries[20:21]
        traceback = traceback.tb_next
    return [(entry.tb_frame, _spot(entry)) for entry in entries], last, depth


def is_own(name: str, filename: str) -> bool:
    """Return whether a file is the learner's: this cell, or another cell of theirs."""
    return name == filename or name.startswith(OTHER_CELLS)


def _spot(traceback: types.TracebackType) -> Spot:
    code, index = traceback.tb_frame.f_code, traceback.tb_lasti // 2
    line, end_line, column, end_column = next(
        islice(code.co_positions(), index, None), (None, None, None, None)
    )
    first = line or traceback.tb_lineno or 1
    return first, end_line or first, column or 0, end_column or 0


def place_of(spot: Spot, lines: list[str]) -> Place:
    """Return a place in characters from one in bytes."""
    line, end_line, column, end_column = spot
    if not (0 < line <= len(lines) and 0 < end_line <= len(lines)):
        return Place(line, 1, line, 1)
    if end_column == 0:
        text = lines[line - 1]
        return Place(line, len(text) - len(text.lstrip()) + 1, line, len(text) + 1)
    return Place(
        line,
        _characters(lines[line - 1], column) + 1,
        end_line,
        _characters(lines[end_line - 1], end_column) + 1,
    )


def _characters(text: str, count: int) -> int:
    return len(text.encode()[:count].decode(errors="ignore"))


def _parse(source: str) -> ast.Module:
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ast.Module(body=[], type_ignores=[])


def node_at(tree: ast.AST, spot: Spot) -> ast.AST | None:
    """Return the innermost node that covers this place, an exact fit before any other."""
    best, size = None, (1 << 60, 1 << 60)
    line, end_line, column, end_column = spot
    for node in ast.walk(tree):
        if not isinstance(node, ast.expr | ast.stmt):
            continue
        start = (node.lineno, node.col_offset)
        end = (node.end_lineno or node.lineno, node.end_col_offset or 0)
        if start <= (line, column) and end >= (end_line, end_column):
            extent = (end[0] - start[0], end[1] - start[1])
            if extent <= size:
                best, size = node, extent
    return best


def look_up(node: ast.AST | None, names: Mapping[str, object]) -> object:
    """Return the value of an expression as far as that needs no running of anybody's code."""
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Name):
        return names[node.id] if node.id in names else getattr(builtins, node.id, MISSING)
    if isinstance(node, ast.Attribute):
        return _attribute(look_up(node.value, names), node.attr)
    if isinstance(node, ast.Subscript):
        return _item(look_up(node.value, names), look_up(node.slice, names))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        value = look_up(node.operand, names)
        return _minus(value)
    if isinstance(node, ast.BinOp):
        return _calculate(node, names)
    if isinstance(node, ast.Call):
        return _call(node, names)
    if isinstance(node, ast.List | ast.Tuple):
        parts = [look_up(part, names) for part in node.elts]
        if any(part is MISSING for part in parts):
            return MISSING
        return parts if isinstance(node, ast.List) else tuple(parts)
    return MISSING


def _minus(value: object) -> object:
    if type(value) is int or type(value) is float:
        return -value
    return MISSING


def _attribute(base: object, name: str) -> object:
    if isinstance(base, Missing):
        return MISSING
    if is_array(base):
        return getattr(base, name, MISSING) if name in ("T", "shape", "size", "ndim") else MISSING
    if type(base) is types.ModuleType or type(type(base)) is type:
        try:
            inside = object.__getattribute__(base, "__dict__")
        except (AttributeError, TypeError):
            return MISSING
        return inside.get(name, MISSING) if type(inside) is dict else MISSING
    return MISSING


def _item(base: object, index: object) -> object:
    try:
        if type(base) in (list, tuple, str) and type(index) is int:
            assert isinstance(base, list | tuple | str)
            return base[index]
        if type(base) is dict and type(index) in (int, str):
            return base.get(index, MISSING)
    except IndexError:
        return MISSING
    return MISSING


def _calculate(node: ast.BinOp, names: Mapping[str, object]) -> object:
    left, right = look_up(node.left, names), look_up(node.right, names)
    if type(left) not in (int, float) or type(right) not in (int, float):
        return MISSING
    assert isinstance(left, int | float)
    assert isinstance(right, int | float)
    if isinstance(node.op, ast.Add):
        return left + right
    if isinstance(node.op, ast.Sub):
        return left - right
    if isinstance(node.op, ast.Mult):
        return left * right
    return MISSING


def _call(node: ast.Call, names: Mapping[str, object]) -> object:
    if not isinstance(node.func, ast.Name) or len(node.args) != 1 or node.keywords:
        return MISSING
    if node.func.id == "len" and "len" not in names:
        value = look_up(node.args[0], names)
        if type(value) in (list, tuple, dict, str, set):
            assert isinstance(value, list | tuple | dict | str | set)
            return len(value)
    return MISSING


def value_text(value: object) -> str:
    """Return a value as code, or in words where it is long."""
    shown = show(value)
    return f"`{shown}`" if shown is not None else describe(value)
