"""Calls: of what cannot be called, with too many or too few arguments, without `self`."""

import ast
import builtins
import re
import types

from engine.explain.explanation import Finding
from engine.explain.none_values import came_from
from engine.explain.scene import MISSING, Scene
from engine.explain.spelling import nearest
from engine.explain.values import counted, describe, kind


def not_callable(scene: Scene) -> Finding | None:
    """Explain round brackets behind something that is not a function."""
    match = re.search(r"'([\w.]+)' object is not callable", scene.message)
    if match is None:
        return None
    node = scene.node if isinstance(scene.node, ast.Call) else None
    name = match.group(1)
    if node is None:
        return Finding(
            f"Something here is {kind(name)}, and that cannot be called like a function.",
            "Check the name before the round brackets.",
        )
    return (
        _shadowed(scene, node) or _missing_comma(scene, node, name) or _by_kind(scene, node, name)
    )


def _shadowed(scene: Scene, node: ast.Call) -> Finding | None:
    word = node.func
    if not isinstance(word, ast.Name) or not hasattr(builtins, word.id):
        return None
    if word.id not in scene.names:
        return None
    assigned = scene.assigned(word.id)
    line = f" on line {assigned.lineno}" if isinstance(assigned, ast.expr) else " before"
    return Finding(
        f"`{word.id}` is a function of Python's own, but{line} the name was given another value: "
        f"{describe(scene.names[word.id])}.",
        f"Give that value another name, and run `del {word.id}` once to get the function back.",
    )


def _missing_comma(scene: Scene, node: ast.Call, name: str) -> Finding | None:
    if name not in ("tuple", "list", "str", "int", "float"):
        return None
    if isinstance(node.func, ast.Tuple | ast.List) or (
        isinstance(node.func, ast.Constant) and isinstance(node.func.value, str)
    ):
        return Finding(
            f"Round brackets stand directly behind `{scene.code(node.func)}`, so Python tries to "
            "call it like a function.",
            f"Write a comma after `{scene.code(node.func)}`.",
        )
    return None


def _by_kind(scene: Scene, node: ast.Call, name: str) -> Finding:
    words = scene.code(node.func)
    value = scene.value(node.func)
    if value is not MISSING and callable(value):
        return Finding(
            f"`{words}` was given {kind(name)} where it needs a function.",
            "Give it the name of a function, without round brackets behind it.",
        )
    inside = ", ".join(scene.code(argument) for argument in node.args)
    told = scene.told(node.func)
    what = told if " is " in told else f"{told} is {kind(name)}"
    factor = f"({words})" if " " in words else words
    if isinstance(node.func, ast.Name) and words in _own_inputs(scene):
        return Finding(
            f"{what}, but the line calls it like a function.",
            f"Hand over a function for `{words}`, by its name and without round brackets.",
        )
    if name in ("int", "float") or name.startswith(("float", "int")):
        return Finding(
            f"{what}, and round brackets behind it mean a call, which only a function can take.",
            f"To multiply, write the sign: `{factor} * ({inside})`."
            if inside
            else f"Write `{words}` alone, without the brackets.",
        )
    if name in ("list", "tuple", "dict", "ndarray", "range"):
        return _with_square_brackets(words, what, inside)
    if name == "NoneType":
        origin = came_from(scene, node.func)
        return (
            Finding(*origin)
            if origin
            else Finding(
                f"`{words}` is `None`, and that cannot be called like a function.",
                f"Look where `{words}` gets its value.",
            )
        )
    if name == "module":
        return Finding(
            f"`{words}` is a module, and a module cannot be called.",
            f"Call a function inside it, as in `{words}.{_main(words)}(...)`.",
        )
    if name == "str":
        return Finding(
            f"{what}, and a text cannot be called like a function.",
            "Delete the round brackets, or use `+` to join texts.",
        )
    return Finding(
        f"{what}, and that cannot be called like a function.",
        f"Write a method `__call__` in the class `{name}`, or call one of its methods.",
    )


def _with_square_brackets(words: str, what: str, inside: str) -> Finding:
    if words.endswith(".shape") and not inside:
        return Finding(
            f"{what}. It is a value and not a function, so it takes no round brackets.",
            f"Write `{words}`, or `{words}[0]` for the number of rows.",
        )
    return Finding(
        f"{what}. A single value is taken out of it with square brackets, not with round ones.",
        f"Write `{words}[{inside or '0'}]`.",
    )


def _own_inputs(scene: Scene) -> tuple[str, ...]:
    """Return the names of the inputs of the function that was running."""
    code = scene.frame.f_code if scene.frame else None
    return code.co_varnames[: code.co_argcount] if code else ()


def _main(module: str) -> str:
    return {"random": "random", "math": "sqrt", "time": "time", "np": "array"}.get(module, "name")


def wrong_arguments(scene: Scene) -> Finding | None:
    """Explain a call of the learner's own function that does not fit its inputs."""
    match = re.search(r"([\w.<>]+)\(\) (missing|takes|got)(.*)", scene.message)
    if match is None:
        return None
    name, verb, rest = match.group(1).split(".")[-1], match.group(2), match.group(3)
    signature = signature_of(scene, name)
    if verb == "missing":
        return _missing(scene, name, rest, signature)
    if verb == "got":
        return _keyword(scene, name, rest, signature)
    return _too_many(scene, name, rest, signature)


def signature_of(scene: Scene, name: str) -> list[str] | None:
    """Return the names of a function's inputs, if it is the learner's or can be seen."""
    if name == "__init__" and isinstance(scene.node, ast.Call):
        value = scene.value(scene.node.func)
        made = vars(value).get("__init__") if type(value) is type else None
        return _inputs(made) if made else None
    for node in ast.walk(scene.tree):
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return [argument.arg for argument in node.args.args]
    return _inputs(scene.names.get(name))


def _inputs(function: object) -> list[str] | None:
    if type(function) is not types.FunctionType:
        return None
    code = function.__code__
    return list(code.co_varnames[: code.co_argcount])


def _called(scene: Scene, name: str) -> str:
    if name == "__init__" and isinstance(scene.node, ast.Call):
        return scene.code(scene.node.func)
    return name


def _missing(scene: Scene, name: str, rest: str, inputs: list[str] | None) -> Finding:
    missing = re.findall(r"'(\w+)'", rest)
    shown = _called(scene, name)
    if missing == ["self"] or (inputs and inputs[0] == "self" and _on_class(scene)):
        call = scene.node
        owner = "Neuron"
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            owner = scene.code(call.func.value)
        return Finding(
            f"`{name}` is called on the class `{owner}` itself, so there is no object for `self`.",
            f"Make an object first, as in `{owner.lower()} = {owner}(...)`, and call "
            f"`{owner.lower()}.{name}(...)`.",
        )
    own = [word for word in inputs or [] if word != "self"]
    listed = " and ".join(f"`{word}`" for word in missing)
    needs = (
        f"`{shown}({', '.join(own)})` needs {counted(len(own), 'value')}"
        if own
        else (f"`{shown}` needs more values")
    )
    return Finding(
        f"{needs}, and this call gives none for {listed}.",
        f"Add a value for {listed} between the brackets.",
    )


def _on_class(scene: Scene) -> bool:
    call = scene.node
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return False
    return isinstance(scene.value(call.func.value), type)


def _keyword(scene: Scene, name: str, rest: str, inputs: list[str] | None) -> Finding | None:
    shown = _called(scene, name)
    match = re.search(r"unexpected keyword argument '(\w+)'", rest)
    own = [word for word in inputs or [] if word != "self"]
    if match:
        word = match.group(1)
        near = nearest(word, own) if own else None
        listed = ", ".join(f"`{other}`" for other in own)
        fix = (
            f"Write `{near}=` instead of `{word}=`."
            if near
            else (f"Use one of its inputs: {listed}." if own else f"Delete `{word}=...`.")
        )
        return Finding(f"`{shown}` has no input with the name `{word}`.", fix)
    match = re.search(r"multiple values for argument '(\w+)'", rest)
    if match:
        word = match.group(1)
        return Finding(
            f"This call gives `{word}` twice: once by its place and once by its name.",
            f"Delete one of the two; the inputs of `{shown}` are, in order, {', '.join(own)}.",
        )
    return None


def _too_many(scene: Scene, name: str, rest: str, inputs: list[str] | None) -> Finding | None:
    given = re.search(r"(\d+) (?:was|were|given)", rest) or re.search(r"\((\d+) given\)", rest)
    wanted = re.search(r"(\d+)(?: to (\d+))? positional", rest) or re.search(
        r"(?:exactly|at most|at least) (\w+)", rest
    )
    shown = _called(scene, name)
    if inputs is not None and _is_method(scene, name) and (not inputs or inputs[0] != "self"):
        return Finding(
            f"`{name}` stands in a class, so Python gives it the object itself as its first value, "
            "and there is no `self` to take it.",
            f"Write `self` as the first input: `def {name}({', '.join(['self', *inputs])}):`.",
        )
    if "no arguments" in rest and given is None and inputs is None:
        return _no_init(scene, shown)
    own = [word for word in inputs or [] if word != "self"]
    count = int(given.group(1)) - (1 if inputs and inputs[0] == "self" else 0) if given else 0
    if inputs is not None:
        return Finding(
            f"`{shown}({', '.join(own)})` takes {counted(len(own), 'value')}, and this call gives "
            f"{count}.",
            f"Give it {'no values' if not own else 'only ' + counted(len(own), 'value')}"
            f"{', for ' + ', '.join(own) if own else ''}, or add an input to the `def`.",
        )
    return _builtin(scene, shown, wanted.group(1) if wanted else "", count)


def _is_method(scene: Scene, name: str) -> bool:
    for node in ast.walk(scene.tree):
        if isinstance(node, ast.ClassDef):
            for part in node.body:
                if isinstance(part, ast.FunctionDef) and part.name == name:
                    return not part.decorator_list
    return False


def _no_init(scene: Scene, name: str) -> Finding:
    for node in ast.walk(scene.tree):
        if not isinstance(node, ast.ClassDef) or node.name != name:
            continue
        methods = [part.name for part in node.body if isinstance(part, ast.FunctionDef)]
        near = next((m for m in methods if "init" in m or m == "__int__"), None)
        if near:
            return Finding(
                f"The class `{name}` takes no values, because its method is called `{near}`. "
                "The one that takes them is `__init__`, with two underscores on each side.",
                f"Write `__init__` instead of `{near}`.",
            )
    return Finding(
        f"The class `{name}` has no `__init__`, so `{name}(...)` takes no values.",
        f"Write a method `def __init__(self, ...):` in the class, or call `{name}()`.",
    )


def _builtin(scene: Scene, name: str, wanted: str, given: int) -> Finding:
    number = {"one": "1 value", "no": "no values", "1": "1 value"}.get(wanted, f"{wanted} values")
    fix = "Give it exactly that many."
    if "at most" in scene.message:
        number, fix = f"at most {number}", "Give it fewer values."
    if "at least" in scene.message:
        number, fix = f"at least {number}", "Give it more values."
    if not wanted:
        number, fix = "no values", "Write nothing between its round brackets."
    if name in ("append", "sum", "len", "max", "min", "sorted", "list", "tuple", "set"):
        fix = f"Put the values in square brackets first, as in `{name}([1, 2])`."
    if name == "append":
        fix = "Add one value at a time, or several with `extend([1, 2])`."
    if not given and wanted:
        fix = "Write what it needs between the brackets."
    given_words = f", and this call gives {given}" if given else ""
    return Finding(f"`{name}` takes {number}{given_words}.", fix)


def builtin_arguments(scene: Scene) -> Finding | None:
    """Explain a call of Python's own function with the wrong number of arguments."""
    match = re.search(
        r"^(\w+)(?:\(\))? (?:expected|takes|argument|got|requires)[^\d']*(\d+)? ?"
        r"arguments?,? ?(?:got |\()?(\d+)?",
        scene.message,
    )
    if match is None or match.group(2) is None:
        return _invalid_keyword(scene)
    name, wanted, given = match.groups()
    return _builtin(scene, name, wanted, int(given or 0))


def _invalid_keyword(scene: Scene) -> Finding | None:
    match = re.search(r"'(\w+)' is an invalid keyword argument for (\w+)", scene.message)
    if match is None:
        match = re.search(r"(?P<f>\w+)\(\) takes no keyword arguments", scene.message)
        if match is None:
            return None
        return Finding(
            f"`{match.group('f')}` takes its values by their place only, without names.",
            "Write the value alone, without a name and `=` before it.",
        )
    word, function = match.groups()
    near = nearest(word, ["sep", "end", "key", "reverse", "default", "start"])
    return Finding(
        f"`{function}` has no input with the name `{word}`.",
        f"Write `{near}=` instead of `{word}=`."
        if near
        else f"Delete `{word}=`; to compare, write `==`.",
    )


def no_length(scene: Scene) -> Finding | None:
    """Explain `len` of something that has no length."""
    match = re.search(r"object of type '(\w+)' has no len|len\(\) of unsized", scene.message)
    if match is None:
        return None
    node = scene.node.args[0] if isinstance(scene.node, ast.Call) and scene.node.args else None
    name = match.group(1) or "array"
    origin = came_from(scene, node) if name == "NoneType" else None
    if origin:
        return Finding(*origin)
    told = scene.told(node) if node is not None else "This value"
    what = told if " is " in told else f"{told} is {kind(name)}"
    if isinstance(node, ast.Constant):
        what = f"`{scene.code(node)}` is {kind(name)}"
    words = scene.code(node) if node is not None else "..."
    function = scene.code(scene.node.func) if isinstance(scene.node, ast.Call) else "len"
    if function != "len":
        return Finding(
            f"{what}, and `{function}` needs something with several values, such as a list.",
            f"Put a list in place of `{words}`.",
        )
    return Finding(
        f"{what}, and `len` counts the values in a list or the letters in a text.",
        "Give `len` a list or a text."
        if name not in ("zip", "generator", "map", "filter", "enumerate")
        else f"Make a list of it first: `len(list({words}))`.",
    )
