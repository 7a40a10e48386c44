"""What stands behind a dot and is not there."""

import ast
import re
import types

from engine.explain.explanation import Change, Finding
from engine.explain.none_values import came_from
from engine.explain.scene import MISSING, Scene
from engine.explain.spelling import nearest
from engine.explain.values import describe, kind, type_name

_LIST_WORDS = {
    "push": "append",
    "add": "append",
    "length": "len",
    "size": "len",
    "len": "len",
    "push_back": "append",
    "join": "join",
    "contains": "in",
    "sum": "sum",
    "max": "max",
    "min": "min",
    "map": "for",
    "forEach": "for",
    "count_": "count",
}
_ARRAY_WORDS = (
    "shape",
    "T",
    "dot",
    "mean",
    "reshape",
    "sum",
    "std",
    "argmax",
    "astype",
    "ndim",
    "transpose",
    "flatten",
    "dtype",
    "max",
    "min",
    "round",
    "size",
)


def missing_attribute(scene: Scene) -> Finding | None:
    """Explain an AttributeError by the first reason that fits."""
    if not isinstance(scene.exception, AttributeError):
        return None
    match = re.search(
        r"(?:'([\w.]+)' object|type object '(\w+)'|module '([\w.]+)') has no "
        r"attribute '(\w+)'",
        scene.message,
    )
    if match is None:
        return None
    of, of_class, module, name = match.groups()
    node = scene.node if isinstance(scene.node, ast.Attribute) else _attribute(scene, name)
    if module:
        return _in_module(scene, node, module, name)
    if of == "NoneType":
        return _of_none(scene, node, name)
    if of in ("function", "method", "builtin_function_or_method"):
        return _of_function(scene, node, name)
    return _of_object(scene, node, of or of_class or "object", name)


def _attribute(scene: Scene, name: str) -> ast.Attribute | None:
    for node in ast.walk(scene.statement() or ast.Pass()):
        if isinstance(node, ast.Attribute) and node.attr == name:
            return node
    return None


def _of_none(scene: Scene, node: ast.Attribute | None, name: str) -> Finding:
    origin = came_from(scene, node.value if node else None)
    if origin:
        return Finding(*origin)
    words = scene.code(node.value) if node else "The value before the dot"
    return Finding(
        f"`{words}` is `None`, which means no value, so it has no `{name}`.",
        f"Follow `{words}` back to the line that gave it `None`: often a function without "
        "`return`.",
    )


def _of_function(scene: Scene, node: ast.Attribute | None, name: str) -> Finding:
    words = scene.code(node.value) if node else "it"
    if words in ("random", "math", "numpy", "np", "time", "copy"):
        return Finding(
            f"`{words}` is not the module here, but a function of that name, which an `import` "
            f"line such as `from {words} import *` brought in.",
            f"Write `import {words}` instead of that line.",
        )
    return Finding(
        f"`{words}` is the function itself. Without round brackets it is not called, so `{name}` "
        "is looked for in the function, not in its result.",
        f"Write `{words}().{name}`, with what the function needs between the brackets.",
    )


def _in_module(scene: Scene, node: ast.Attribute | None, module: str, name: str) -> Finding:
    value = scene.value(node.value) if node else MISSING
    inside = vars(value) if type(value) is types.ModuleType else {}
    near = nearest(name, [other for other in inside if not other.startswith("_")])
    words = scene.code(node.value) if node else module
    if name in ("float", "int", "bool", "object", "str", "complex") and module == "numpy":
        return Finding(
            f"Newer versions of numpy have no `{words}.{name}` any more.",
            f"Write `{name}` alone.",
        )
    if near is not None:
        return Finding(
            f"The module `{module}` has no `{name}`, but it has `{near}`.",
            f"Write `{words}.{near}`.",
            None,
            _swap(scene, node, near),
        )
    same = inside.get(module)
    if type(same) is type and hasattr(same, name):
        return Finding(
            f"The module `{module}` has no `{name}`; the class `{module}` inside it has.",
            f"Write `{words}.{module}.{name}`.",
        )
    if not inside.get("__file__") and "partially initialized" in scene.message:
        return Finding(
            f"The module `{module}` is still being loaded.",
            f"Give your own file another name than `{module}`.",
        )
    return Finding(
        f"The module `{module}` has nothing with the name `{name}`.",
        f"Check the name; if `{name}` is a function of your own, write it without `{words}.`.",
    )


def _of_object(scene: Scene, node: ast.Attribute | None, of: str, name: str) -> Finding:
    words = scene.code(node.value) if node else "it"
    value = scene.value(node.value) if node else MISSING
    return (
        _key_behind_dot(of, name, words, value)
        or _misspelt(scene, node, of, name, value)
        or _plain_number(scene, of, name, words)
        or _generator(of, name, words)
        or _habit(scene, node, of, name, words)
        or _list_or_array(of, name, words)
        or _number(of, name, words)
        or _container(of, name, words)
        or _own_class(scene, of, name, words)
        or _other(of, name, words, value)
    )


def _plain_number(scene: Scene, of: str, name: str, words: str) -> Finding | None:
    """Explain `other.data` for a plain number in a method such as `__add__`."""
    frame = scene.frame
    method = frame.f_code.co_name if frame else ""
    owner = frame.f_locals.get("self") if frame else None
    if of not in ("int", "float") or owner is None or not method.startswith("__"):
        return None
    made = type_name(owner)
    return Finding(
        f"`{words}` is a plain number here, and not a `{made}`, so it has no `{name}`.",
        f"Start `{method}` with `{words} = {words} if isinstance({words}, {made}) else "
        f"{made}({words})`.",
    )


def _other(of: str, name: str, words: str, value: object) -> Finding:
    short = kind(of.split(".")[-1])
    what = short if value is MISSING else describe(value)
    if type(value) not in (int, float, str) or words == repr(value):
        what = short
    return Finding(
        f"`{words}` is {what}, and {short} has no `{name}`.",
        f"Check the name behind the dot, and that `{words}` is what you expect.",
    )


def _key_behind_dot(of: str, name: str, words: str, value: object) -> Finding | None:
    """Explain `data.key` where `data["key"]` is meant."""
    if of != "dict" or type(value) is not dict or name not in value:
        return None
    return Finding(
        f"`{name}` is a key of the dictionary `{words}`, and a key stands in square brackets, not "
        "behind a dot.",
        f'Write `{words}["{name}"]`.',
    )


def _generator(of: str, name: str, words: str) -> Finding | None:
    """Explain the older names of numpy's random functions."""
    meant = {
        "rand": "random((3, 2))",
        "randn": "normal(size=(3, 2))",
        "randint": "integers(0, 10)",
        "random_sample": "random((3, 2))",
        "seed": "",
    }.get(name)
    if not of.endswith("Generator") or meant is None:
        return None
    if name == "seed":
        return Finding(
            f"`{words}` gets its seed when it is made, and has no `seed`.",
            f"Write `{words} = np.random.default_rng(0)` with your seed between the brackets.",
        )
    return Finding(
        f"`{words}` has no `{name}`: that is the name in `np.random` itself. Here it is "
        f"`{meant.split('(')[0]}`.",
        f"Write it as in `{words}.{meant}`.",
    )


def _misspelt(
    scene: Scene, node: ast.Attribute | None, of: str, name: str, value: object
) -> Finding | None:
    known: list[str] = []
    if value is not MISSING:
        for part in type.__dict__["__mro__"].__get__(type(value)):
            known += list(type.__dict__["__dict__"].__get__(part))
        if type(type(value)) is type:
            inside = _inside(value)
            known += [key for key in inside if type(key) is str]
    near = nearest(name, [n for n in known if not n.startswith("__")])
    if near is None or name in _LIST_WORDS:
        return None
    words = scene.code(node.value) if node else "it"
    method = callable(type.__dict__["__dict__"].__get__(type(value)).get(near))
    return Finding(
        f"{kind(of).capitalize() if of in ('list', 'str', 'dict', 'tuple') else f'`{words}`'} has "
        f"no `{name}`, but it has `{near}`.",
        f"Write `{words}.{near}{'(...)' if method else ''}`.",
        None,
        _swap(scene, node, near),
    )


def _inside(value: object) -> dict[object, object]:
    try:
        found = object.__getattribute__(value, "__dict__")
    except (AttributeError, TypeError):
        return {}
    return found if type(found) is dict else {}


def _habit(
    scene: Scene, node: ast.Attribute | None, of: str, name: str, words: str
) -> Finding | None:
    """Explain words that other languages put behind a dot."""
    meant = _LIST_WORDS.get(name)
    if meant is None or of not in ("list", "str", "tuple", "dict", "set", "range"):
        return None
    if meant == "append" and of == "dict":
        return Finding(
            f"A dictionary has no `{name}`.", f"Write `{words}[key] = value` to put a value in."
        )
    if meant == "append" and of == "list":
        return Finding(
            f"A list has no `{name}`. A value is put at its end with `append`.",
            f"Write `{words}.append(...)`.",
            None,
            _swap(scene, node, "append"),
        )
    if meant in ("len", "sum", "max", "min"):
        return Finding(
            f"{kind(of).capitalize()} has no `{name}` behind a dot. Python's function for that "
            f"is `{meant}`.",
            f"Write `{meant}({words})`.",
        )
    if meant == "in":
        return Finding(
            f"{kind(of).capitalize()} has no `contains`. Python asks with `in`.",
            f"Write `value in {words}`.",
        )
    if meant == "join":
        return Finding(
            "`join` belongs to the text that goes between the parts.",
            f'Write `", ".join({words})`.',
        )
    return Finding(
        f"{kind(of).capitalize()} has no `{name}`.",
        f"Go through it with a loop: `for value in {words}:`.",
    )


def _list_or_array(of: str, name: str, words: str) -> Finding | None:
    if of in ("list", "tuple") and name in _ARRAY_WORDS:
        return Finding(
            f"`{words}` is {kind(of)}, and `{name}` belongs to arrays.",
            f"Make an array of it first: `np.array({words}).{name}`.",
        )
    if of == "ndarray" and name in ("length", "len", "count"):
        return Finding(
            f"`{words}` is an array, and an array has no `{name}`.",
            f"Write `len({words})` for the number of its rows, or `{words}.shape` for all sizes.",
        )
    if of == "ndarray" and name == "index":
        return Finding(
            f"`{words}` is an array, and an array has no `index`.",
            f"Write `np.argmax({words} == value)` for the first place of a value.",
        )
    if of == "ndarray" and name in ("append", "extend", "insert", "remove", "pop"):
        return Finding(
            f"`{words}` is an array, and an array has no `{name}`: its size is fixed.",
            "Collect the values in a list, and make an array of it at the end with `np.array`.",
        )
    return None


def _number(of: str, name: str, words: str) -> Finding | None:
    kinds = ("int", "float", "str", "tuple", "range")
    if of not in kinds or name not in ("append", "extend", "sort"):
        return None
    if of in ("tuple", "range") or (name == "sort" and of == "str"):
        fix = f"Make a list of it first: `{words} = list({words})`."
        return Finding(f"`{words}` is {kind(of)}, and `{name}` belongs to lists.", fix)
    return Finding(
        f"`{words}` is {kind(of)}, and `{name}` belongs to lists.",
        f"Start with an empty list, `{words} = []`, or use another name for the list.",
    )


def _container(of: str, name: str, words: str) -> Finding | None:
    """Explain `append` on a set or a dictionary."""
    if name not in ("append", "push", "insert") or of not in ("set", "dict"):
        return None
    how = f"{words}.add(...)" if of == "set" else f"{words}[key] = value"
    return Finding(f"{kind(of).capitalize()} has no `{name}`.", f"Write `{how}`.")


def _own_class(scene: Scene, of: str, name: str, words: str) -> Finding | None:
    definition = next(
        (n for n in ast.walk(scene.tree) if isinstance(n, ast.ClassDef) and n.name == of), None
    )
    if definition is None:
        return None
    if "type object" in scene.message:
        return Finding(
            f"`{words}` is the class itself, and `{name}` belongs to the objects made from it.",
            f"Make an object first, as in `neuron = {words}(...)`, and ask that for `{name}`.",
        )
    line = next(
        (
            n.lineno
            for n in ast.walk(definition)
            if isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Store)
        ),
        None,
    )
    if line is not None:
        return Finding(
            f"The class `{of}` makes `{name}` without `self.` (line {line}), so it is gone when "
            "the method ends.",
            f"Write `self.{name} = ...` on line {line}.",
        )
    return Finding(
        f"An object of the class `{of}` has no `{name}`: no line of the class makes it.",
        f"Give it one in `__init__`, as in `self.{name} = ...`, or write a method `{name}`.",
    )


def _swap(scene: Scene, node: ast.Attribute | None, right: str) -> Change | None:
    """Return the change of the word behind the dot, where its place is certain."""
    if node is None or scene.text is not scene.source or node.end_lineno is None:
        return None
    line = scene.source.split("\n")[node.end_lineno - 1]
    end = len(line.encode()[: node.end_col_offset].decode(errors="ignore"))
    start = end - len(node.attr)
    if line[start:end] != node.attr:
        return None
    return Change(node.end_lineno, start + 1, node.end_lineno, end + 1, right)
