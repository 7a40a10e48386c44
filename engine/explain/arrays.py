"""Errors of numpy, told with the names and shapes of the arrays. Nothing here imports numpy."""

import ast
import re

from engine.explain.explanation import Finding
from engine.explain.scene import Scene
from engine.explain.values import is_array, shape


def sides_of(scene: Scene) -> tuple[ast.AST, ast.AST] | None:
    """Return the two arrays of the failing expression."""
    node = scene.node
    if isinstance(node, ast.BinOp):
        return node.left, node.right
    if isinstance(node, ast.AugAssign):
        return node.target, node.value
    if isinstance(node, ast.Compare):
        return node.left, node.comparators[0]
    if isinstance(node, ast.Call) and len(node.args) >= 2:
        return node.args[0], node.args[1]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
        return node.func.value, node.args[0]
    return None


def _size(scene: Scene, node: ast.AST, given: str | None = None) -> tuple[int, ...] | None:
    """Return the shape of an expression, as far as its value or the message tells it."""
    found = shape(scene.value(node)) or _list_shape(scene.value(node))
    if found is None and given is not None:
        return tuple(int(number) for number in re.findall(r"\d+", given))
    return found


def _list_shape(value: object) -> tuple[int, ...] | None:
    """Return the shape that a list would have as an array."""
    if type(value) is not list:
        return None
    inner = _list_shape(value[0]) if value else ()
    return (len(value), *(inner or ()))


def _shaped(scene: Scene, node: ast.AST, given: str | None) -> str:
    dimensions = _size(scene, node)
    text = str(dimensions) if dimensions is not None else given
    return f"`{scene.code(node)}` has shape {text}" if text else f"`{scene.code(node)}`"


def _shapes(message: str) -> list[str]:
    found = re.findall(r"\(\d*(?:, ?\d+|,)*\)", message)
    return [re.sub(r",(?=\d)", ", ", text) for text in found if text != "()"]


def matmul(scene: Scene) -> Finding | None:
    """Explain a matrix product of shapes that do not fit."""
    aligned = "not aligned" in scene.message
    if not aligned and not ("matmul" in scene.message and "mismatch" in scene.message):
        return None
    sides = sides_of(scene)
    if sides is None:
        return Finding(
            "The two arrays of this product do not fit: the columns of the first must "
            "be as many as the rows of the second.",
            "Print both shapes.",
        )
    left, right = sides
    given = _shapes(scene.message) if aligned else []
    told = [
        _shaped(scene, left, given[0] if given else None),
        _shaped(scene, right, given[1] if len(given) > 1 else None),
    ]
    a = _size(scene, left, given[0] if given else None)
    b = _size(scene, right, given[1] if len(given) > 1 else None)
    words = scene.code(left), scene.code(right)
    differ = re.search(r"size (\d+) is different from (\d+)", scene.message)
    rows: object = differ.group(1) if differ else (b[-2] if len(b) > 1 else b[0]) if b else "?"
    columns: object = differ.group(2) if differ else a[-1] if a else "?"
    start = (
        f"{told[0]} and {told[1]}. "
        if "shape" in told[0] + told[1]
        else (f"`{words[0]}` and `{words[1]}` do not fit. ")
    )
    if a and b and len(a) == 1 and len(b) == 1:
        return Finding(
            f"{start}Two arrays of one dimension must have the same number of values.",
            _product_fix(words, a, b),
        )
    return Finding(
        f"{start}The columns of the first ({columns}) must be as many as the "
        f"rows of the second ({rows}).",
        _product_fix(words, a, b),
    )


def _turned(code: str) -> str:
    """Return the code of an array turned over; what was turned already goes back."""
    return code.removesuffix(".T") if code.endswith(".T") else f"{code}.T"


def _product_fix(
    words: tuple[str, str], a: tuple[int, ...] | None, b: tuple[int, ...] | None
) -> str:
    left, right = words
    if a and b and len(a) == 2 and len(b) == 2:
        if a[1] == b[1]:
            return f"Turn the second one over: `{left} @ {_turned(right)}`."
        if a[0] == b[0]:
            return f"Turn the first one over: `{_turned(left)} @ {right}`."
        if b[1] == a[0]:
            return f"Swap the two: `{right} @ {left}`."
    if a and b and len(a) == 1 and len(b) == 1:
        return f"Give `{left}` and `{right}` the same number of values."
    if a and b and len(a) == 2 and len(b) == 1:
        return f"Give `{right}` {a[1]} values, one for each column of `{left}`."
    return "Check how the two arrays are made, or turn one over with `.T`."


def broadcast(scene: Scene) -> Finding | None:
    """Explain shapes that cannot be combined value by value."""
    if "broadcast" not in scene.message or not isinstance(scene.exception, ValueError):
        return None
    if "non-broadcastable output" in scene.message:
        return _grown(scene)
    sides, given = sides_of(scene), _shapes(scene.message)
    if "input array" in scene.message and len(given) > 1:
        return Finding(
            f"An array of shape {given[0]} does not fit into a place of shape {given[1]}.",
            "Give it exactly as many values as the place has.",
        )
    if sides is None or len(given) < 2:
        return Finding(
            "The shapes of the two arrays do not fit together value by value"
            f"{': ' + ' and '.join(given) if given else ''}.",
            "Print the `.shape` of both, and make them equal.",
        )
    told = _shaped(scene, sides[0], given[0]), _shaped(scene, sides[1], given[1])
    a, b = _size(scene, sides[0], given[0]), _size(scene, sides[1], given[1])
    return Finding(
        f"{told[0]} and {told[1]}. Value by value they do not fit: from the right, each pair of "
        "numbers must be equal, or one of them 1.",
        _broadcast_fix(scene.code(sides[1]), scene.code(sides[0]), a, b),
    )


def _grown(scene: Scene) -> Finding:
    """Explain a result that is larger than the array it is to be put into."""
    given, sides = _shapes(scene.message), sides_of(scene)
    words = scene.code(sides[0]) if sides else "the array"
    return Finding(
        f"`{words}` has shape {given[0]}, and the result has shape {given[1]}, so it does not fit "
        f"into `{words}`."
        if len(given) > 1
        else f"The result has another shape than `{words}`, so it does not fit into it.",
        f"Check the shape of what is put into `{words}`; to let `{words}` change its shape, write "
        f"`{words} = {words} ...`.",
    )


def _broadcast_fix(
    second: str, first: str, a: tuple[int, ...] | None, b: tuple[int, ...] | None
) -> str:
    if a and b:
        if len(a) == len(b) == 2 and a == b[::-1]:
            return f"Turn one over: `{second}.T`."
        if len(a) == 2 and len(b) == 1:
            return _row_fix(second, first, b, a)
        if len(b) == 2 and len(a) == 1:
            return _row_fix(first, second, a, b)
    return "Check how the two arrays are made; for a product of matrices, use `@`."


def _row_fix(row: str, other: str, a: tuple[int, ...], b: tuple[int, ...]) -> str:
    """Say what a single row of values needs to fit to every row of an array."""
    fix = f"Give `{row}` {b[1]} values, one for each column of `{other}`."
    if a[0] == b[0]:
        fix += f" If it holds one for each row, write `{row}.reshape(-1, 1)`."
    return fix


def axis(scene: Scene) -> Finding | None:
    """Explain an axis or an index that the array does not have."""
    match = re.search(r"axis (-?\d+) is out of bounds for array of dimension (\d+)", scene.message)
    if match is not None:
        return _axis(scene, int(match.group(1)), int(match.group(2)))
    match = re.search(
        r"index (-?\d+) is out of bounds for axis (\d+) with size (\d+)", scene.message
    )
    if match is not None:
        return _index(scene, *(int(number) for number in match.groups()))
    match = re.search(
        r"too many indices for array: array is (\d+)-dimensional, but (\d+)", scene.message
    )
    if match is None:
        return None
    words = _indexed(scene)
    return Finding(
        f"{words} has {_dimensions(int(match.group(1)))}, and the square brackets hold "
        f"{match.group(2)} numbers.",
        "Write one number for each dimension.",
    )


def _dimensions(count: int) -> str:
    return "one dimension" if count == 1 else f"{count} dimensions"


def _axis(scene: Scene, asked: int, count: int) -> Finding:
    last = "only `axis=0` exists" if count == 1 else f"the last one is `axis={count - 1}`"
    node = scene.node
    owner = (
        node.func.value
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        else None
    )
    if owner is not None and not is_array(scene.value(owner)) and isinstance(node, ast.Call):
        owner = node.args[0] if node.args else owner
    told = _shaped(scene, owner, None) if owner is not None else "The array"
    has = (
        f"{told}: it has {_dimensions(count)}"
        if "shape" in told
        else (f"{told} has {_dimensions(count)}")
    )
    return Finding(
        f"{has}, and the axes are counted from 0, so there is no axis {asked}.",
        f"Use another axis: {last}.",
    )


def _indexed(scene: Scene) -> str:
    node = scene.node
    if isinstance(node, ast.Subscript):
        return (
            _shaped(scene, node.value, None) + ", so it"
            if shape(scene.value(node.value))
            else f"`{scene.code(node.value)}`"
        )
    return "The array"


def _index(scene: Scene, asked: int, which: int, count: int) -> Finding:
    node = scene.node
    words = _shaped(scene, node.value, None) if isinstance(node, ast.Subscript) else "The array"
    what = (
        ("rows", "columns")[which]
        if which < 2 and "(" in words and words.count(",") and not (words.endswith(",)"))
        else "places"
    )
    return Finding(
        f"{words}. Its {what} are counted from 0 to {count - 1}, so there is no {asked}."
        if "shape" in words
        else f"{words} is counted from 0 to {count - 1}, so there is no {asked}.",
        f"Use a number from 0 to {count - 1}.",
    )


def reshape(scene: Scene) -> Finding | None:
    """Explain a new shape that holds another number of values."""
    match = re.search(r"cannot reshape array of size (\d+) into shape (\(.+?\))", scene.message)
    if match is None:
        return None
    count, wanted = int(match.group(1)), match.group(2)
    numbers = [int(n) for n in re.findall(r"-?\d+", wanted)]
    total = 1
    for number in numbers:
        total *= number
    product = " times ".join(str(number) for number in numbers)
    node = scene.node
    owner = (
        scene.code(node.func.value)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        else "the array"
    )
    if "-1" in ast.unparse(node) if node is not None else False:
        return Finding(
            f"`{owner}` holds {count} values, and they cannot be parted evenly into groups of "
            f"{abs(total)}.",
            f"Choose a number that divides {count} without a rest.",
        )
    many = f"{product} is {total}" if len(numbers) > 1 else f"{wanted}"
    return Finding(
        f"`{owner}` holds {count} values, and the new shape has another number of places: {many}.",
        f"Choose numbers whose product is {count}; `-1` lets numpy work one of them out.",
    )


def joined(scene: Scene) -> Finding | None:
    """Explain arrays that cannot be joined."""
    if not re.search(
        "concatenation axis must match|same shape|same number of dimensions", scene.message
    ):
        return None
    parts: list[ast.expr] = []
    if isinstance(scene.node, ast.Call) and scene.node.args:
        group = scene.node.args[0]
        parts = group.elts if isinstance(group, ast.List | ast.Tuple) else []
    told = [_shaped(scene, part, None) for part in parts[:3]]
    shapes = " and ".join(told) + ". " if any("shape" in text for text in told) else ""
    return Finding(
        f"{shapes}The arrays cannot be joined: apart from the direction in which they are joined, "
        "their shapes must be equal.",
        "Print the `.shape` of each, and check the `axis`.",
    )


def boolean_index(scene: Scene) -> Finding | None:
    """Explain a mask of another length than the array."""
    if "boolean index did not match" not in scene.message:
        return None
    node = scene.node if isinstance(scene.node, ast.Subscript) else None
    sides = (
        (_shaped(scene, node.value, None), _shaped(scene, node.slice, None))
        if node
        else ("The array", "the mask")
    )
    return Finding(
        f"{sides[0]} and {sides[1]}, so the true and false values do not fit the array.",
        "Make the condition from the same array that you pick from.",
    )
