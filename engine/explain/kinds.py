"""Values of the wrong kind: not iterable, not subscriptable, wrong indexes, unhashable."""

import ast
import builtins
import re

from engine.explain.explanation import Finding
from engine.explain.none_values import came_from
from engine.explain.scene import Scene
from engine.explain.spelling import nearest
from engine.explain.values import kind


def named(scene: Scene, node: ast.AST | None, name: str) -> str:
    """Return what an expression is: "`n` is the number 3"."""
    if node is None:
        return f"This is {kind(name)}"
    told = scene.told(node)
    if isinstance(node, ast.Constant) and node.value is None:
        return "`None` is no value"
    return told if " is " in told else f"`{scene.code(node)}` is {kind(name)}"


def not_iterable(scene: Scene) -> Finding | None:
    """Explain a loop, or a function that loops, over a single value."""
    match = re.search(
        r"(?:'(\w+)' object is not iterable|non-iterable (\w+) object)", scene.message
    )
    if match is None:
        return None
    name = match.group(1) or match.group(2)
    node = _iterated(scene)
    if name == "NoneType":
        origin = came_from(scene, node)
        return (
            Finding(*origin)
            if origin
            else Finding(
                "`None` means no value, so there is nothing to go through."
                if isinstance(node, ast.Constant)
                else f"{_quoted(scene, node)} is `None`, so there is nothing to go through.",
                "Look where it gets its value: often a function without `return`.",
            )
        )
    if match.group(2):
        if any(
            isinstance(n, ast.For | ast.comprehension) and n.target is scene.node
            for n in ast.walk(scene.tree)
        ):
            return Finding(
                f"`{scene.code(scene.node or ast.Pass())}` takes several values in each turn of "
                f"the loop, but each turn gives only one, {kind(name)}.",
                "Use one name after `for`, or loop over pairs, with `zip` or `enumerate`.",
            )
        return Finding(
            f"Several names stand left of `=`, but right of it there is only one value, "
            f"{kind(name)}.",
            "Give as many values as there are names, parted by commas.",
        )
    return _over_one_value(scene, node, name)


def _quoted(scene: Scene, node: ast.AST | None) -> str:
    return f"`{scene.code(node)}`" if node is not None else "The value"


def _iterated(scene: Scene) -> ast.AST | None:
    """Return the expression that was gone through."""
    node = scene.node
    if isinstance(node, ast.Call) and node.args:
        for argument in node.args:
            if type(scene.value(argument)) in (int, float, type(None)):
                return argument
        return (
            node.args[0]
            if scene.code(node.func)
            in (
                "sum",
                "list",
                "set",
                "tuple",
                "max",
                "min",
                "sorted",
                "enumerate",
                "zip",
                "any",
                "all",
            )
            else node
        )
    if isinstance(node, ast.Tuple | ast.Name):
        statement = scene.statement()
        if isinstance(statement, ast.Assign) and node in statement.targets:
            return statement.value
    if isinstance(node, ast.For):
        return node.iter
    if isinstance(node, ast.AugAssign):
        return node.value
    if isinstance(node, ast.ListComp | ast.GeneratorExp | ast.SetComp):
        return node.generators[0].iter
    return node


def _added_to_list(scene: Scene, what: str, words: str) -> Finding:
    """Explain `xs += 1` for a list."""
    assert isinstance(scene.node, ast.AugAssign)
    owner = scene.code(scene.node.target)
    return Finding(
        f"{what}, and `{owner}` is a list: `+=` puts the values of another list at its end.",
        f"To put `{words}` at the end, write `{owner}.append({words})`; to add it to each value, "
        f"write `{owner} = [v + {words} for v in {owner}]`.",
    )


def _over_one_value(scene: Scene, node: ast.AST | None, name: str) -> Finding:
    what = named(scene, node, name)
    words = scene.code(node) if node is not None else "n"
    if isinstance(scene.node, ast.AugAssign):
        return _added_to_list(scene, what, words)
    call = scene.node if isinstance(scene.node, ast.Call) and scene.node is not node else None
    if name in ("function", "builtin_function_or_method", "method"):
        return Finding(
            f"`{words}` is the function itself, without round brackets, so it is not called.",
            f"Write `{words}()` to go through what it gives back.",
        )
    if call is not None:
        function = scene.code(call.func)
        inside = ", ".join(scene.code(argument) for argument in call.args)
        fix = f"Give it a list, as in `{function}([{inside}])`."
        if function in ("zip", "list", "set", "tuple", "enumerate") or len(call.args) > 3:
            fix = f"Put a list in place of `{words}`, as in `[{words}]`."
        if function == "enumerate" and name == "int":
            fix = f"To count from 0, write `range({words})` alone."
        return Finding(
            f"{what}, and `{function}` needs something with several values, such as a list.", fix
        )
    if name in ("int", "float"):
        return Finding(
            f"{what}. A loop goes through several values, and this is only one.",
            f"To count from 0 up to it, write `range({words})`."
            if name == "int"
            else "Loop over a list, or over `range` with a whole number.",
        )
    return Finding(
        f"{what}, and Python cannot go through it value by value.",
        "Loop over a list, a text or a `range`.",
    )


def not_container(scene: Scene) -> Finding | None:
    """Explain `in` before something that holds no values."""
    match = re.search(r"argument of type '(\w+)' is not (?:iterable|a container)", scene.message)
    if match is None:
        return None
    node = scene.node.comparators[0] if isinstance(scene.node, ast.Compare) else None
    return Finding(
        f"{named(scene, node, match.group(1))}, and `in` looks for a value inside a list or a "
        "text.",
        "Write a list behind `in`, or use `==` to compare two values.",
    )


def not_subscriptable(scene: Scene) -> Finding | None:
    """Explain square brackets behind something that has no places."""
    match = re.search(
        r"'([\w.]+)' object is not subscriptable|type '(\w+)' is not subscriptable", scene.message
    )
    if match is None:
        return None
    name = match.group(1) or match.group(2)
    node = scene.node.value if isinstance(scene.node, ast.Subscript) else None
    words = scene.code(node) if node is not None else "it"
    inside = scene.code(scene.node.slice) if isinstance(scene.node, ast.Subscript) else "..."
    if name == "NoneType":
        origin = came_from(scene, node)
        return (
            Finding(*origin)
            if origin
            else Finding(
                f"`{words}` is `None`, so no value can be taken out of it.",
                f"Look where `{words}` gets its value: often a function without `return`.",
            )
        )
    if name in ("function", "builtin_function_or_method", "method", "type"):
        return _places_of_function(scene, node, words, inside)
    if name in ("zip", "map", "generator", "enumerate", "set", "dict_keys", "dict_values"):
        return Finding(
            f"{named(scene, node, name)}, and its values have no numbers to ask for.",
            f"Make a list of it first: `list({words})[{inside}]`.",
        )
    return Finding(
        f"{named(scene, node, name)}, and square brackets take a value out of a list or a text.",
        f"Use `{words}` without the square brackets, or make it a list.",
    )


def _places_of_function(scene: Scene, node: ast.AST | None, words: str, inside: str) -> Finding:
    """Explain square brackets behind a function."""
    made = scene.assigned(words) if isinstance(node, ast.Name) else None
    if isinstance(made, ast.Attribute):
        line, method = made.lineno, scene.code(made)
        return Finding(
            f"On line {line}, `{method}` has no round brackets, so it is not called, and `{words}` "
            "is the function itself.",
            f"Write `{words} = {method}()` on line {line}.",
        )
    own = [other for other in scene.names if not other.startswith("_")]
    meant = nearest(words, own) if hasattr(builtins, words) and words not in scene.names else None
    if meant is not None:
        return Finding(
            f"`{words}` is a function of Python's own. There is also your name `{meant}`.",
            f"Write `{meant}[{inside}]`.",
        )
    return Finding(
        f"`{words}` is a function, and a function is called with round brackets.",
        f"Write `{words}({inside})`.",
    )


def item_assignment(scene: Scene) -> Finding | None:
    """Explain an assignment to a place in a text, a tuple or a number."""
    match = re.search(
        r"'([\w.]+)' object does(?: not|n't) support item (assignment|deletion)", scene.message
    )
    if match is None:
        return None
    name = match.group(1)
    node = _stored(scene)
    words = scene.code(node) if node is not None else "it"
    fixes = {
        "tuple": f"Use a list, which can change: `{words} = list({words})`.",
        "str": "Make a new text, or turn it into a list first with `list(...)`.",
        "range": f"Make a list of it first: `{words} = list({words})`.",
        "NoneType": f"Look where `{words}` gets its value: often a function without `return`.",
    }
    return Finding(
        f"{named(scene, node, name)}, and its values cannot be changed one by one.",
        fixes.get(name, f"Give `{words}` a list if you want to change single values."),
    )


def _stored(scene: Scene) -> ast.AST | None:
    if isinstance(scene.node, ast.Subscript):
        return scene.node.value
    for node in ast.walk(scene.statement() or ast.Pass()):
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
            return node.value
    return None


def wrong_index(scene: Scene) -> Finding | None:
    """Explain an index that is not a whole number."""
    match = re.search(
        r"(list|tuple|string|range object|byte) indices must be integers or slices, "
        r"not '?([\w.]+)|string indices must be integers(?:, not '(\w+)')?",
        scene.message,
    )
    if match is None:
        return None
    name = match.group(2) or match.group(3) or "str"
    node = scene.node if isinstance(scene.node, ast.Subscript) else _subscript(scene)
    if node is None:
        return Finding(
            f"The number between square brackets is {kind(name)}.", "Use a whole number there."
        )
    base, index = scene.code(node.value), scene.code(node.slice)
    if isinstance(node.value, ast.List | ast.Tuple):
        return Finding(
            f"Square brackets stand directly behind `{base}`, so Python wants to take a value out "
            "of it.",
            f"Write a comma after `{base}`.",
        )
    if name == "tuple" and isinstance(node.slice, ast.Tuple):
        parts = "".join(f"[{scene.code(part)}]" for part in node.slice.elts)
        fix = f"Write `{base}{parts}`, or make it an array with `np.array({base})`."
        if any(isinstance(part, ast.Slice) for part in node.slice.elts):
            fix = f"Make it an array first: `np.array({base})[{index}]`."
        return Finding(
            f"`{base}` is a list, and a list takes one number between its brackets, not `{index}`.",
            fix,
        )
    return _index_of_kind(scene, node, base, index, name)


def _subscript(scene: Scene) -> ast.Subscript | None:
    for node in ast.walk(scene.statement() or ast.Pass()):
        if isinstance(node, ast.Subscript):
            return node
    return None


def _index_of_kind(scene: Scene, node: ast.Subscript, base: str, index: str, name: str) -> Finding:
    what = named(scene, node.slice, name)
    if name.startswith("float") or name == "float":
        divides = any(isinstance(n, ast.Div) for n in ast.walk(node.slice))
        assigned = scene.assigned(node.slice.id) if isinstance(node.slice, ast.Name) else None
        divides = divides or any(isinstance(n, ast.Div) for n in ast.walk(assigned or ast.Pass()))
        return Finding(
            f"{what}. The place in a list must be a whole number, such as 0 or 1.",
            "Divide with `//`, which gives a whole number."
            if divides
            else f"Write `{base}[int({index})]`, or use a whole number.",
        )
    if name == "str":
        return Finding(
            f"{what}, and the place in {'a text' if 'string' in scene.message else 'a list'} is "
            "asked for by number.",
            f"Use a whole number, as in `{base}[0]`; a text works for a dictionary only.",
        )
    return Finding(
        f"{what}, and the place in a list must be a single whole number.",
        f"Loop over the numbers, or use one of them, as in `{base}[0]`."
        if name in ("list", "ndarray")
        else f"Use a whole number, as in `{base}[0]`.",
    )


def unhashable(scene: Scene) -> Finding | None:
    """Explain a list as a key."""
    match = re.search(r"unhashable type: '([\w.]+)'", scene.message)
    if match is None:
        return None
    return Finding(
        f"{kind(match.group(1)).capitalize()} can change, so it cannot be a key of a dictionary or "
        "a value in a set.",
        "Use a tuple, with round brackets, instead.",
    )


def joined_numbers(scene: Scene) -> Finding | None:
    """Explain `join` over numbers, and `%` with values that do not fit."""
    if "expected str instance" in scene.message:
        call = scene.node if isinstance(scene.node, ast.Call) else None
        words = scene.code(call.args[0]) if call and call.args else "values"
        glue = scene.code(call.func) if call else '", ".join'
        return Finding(
            f"`join` puts texts together, and `{words}` holds something that is not a text.",
            f"Turn every value into a text first: `{glue}(str(v) for v in {words})`.",
        )
    if "can only join an iterable" in scene.message:
        return Finding(
            "`join` puts several texts together, and it was given a single value.",
            'Give it a list of texts, as in `", ".join(["a", "b"])`.',
        )
    if isinstance(scene.node, ast.BinOp) and "not all arguments" in scene.message:
        text = scene.value(scene.node.left)
        words = scene.code(scene.node.left)
        if isinstance(text, str) and re.fullmatch(r"\s*-?\d+\s*", text):
            return Finding(
                f"`{words}` is the text `{text!r}`, and behind a text `%` does not calculate.",
                f"Turn the text into a number first: `int({words})`.",
            )
    if "not all arguments converted" in scene.message or "not enough arguments for format" in (
        scene.message
    ):
        return Finding(
            "Left of `%` stands a text, so `%` fills values into it, and their number does not "
            "fit.",
            'Use an f-string, as in `f"{total}"`; to calculate with `%`, use numbers on both '
            "sides.",
        )
    return None


def raised_text(scene: Scene) -> Finding | None:
    """Explain `raise` with something that is no exception, and a value from `__init__`."""
    match = re.search(r"(__\w+__) returned non-string", scene.message)
    if match is not None:
        method = match.group(1)
        return Finding(
            f"A class must say with `{method}` or `__repr__` how its objects are shown, and here "
            "it gave back something other than a text.",
            "Let the method return a text, as in `return str(self.data)`.",
        )
    if "exceptions must derive" in scene.message:
        return Finding(
            "`raise` needs an exception, and got another kind of value.",
            'Write one, as in `raise ValueError("what is wrong")`.',
        )
    if "__init__() should return None" in scene.message:
        return Finding(
            "`__init__` prepares a new object and must not return a value.",
            "Delete the `return` in `__init__`, and keep the value with `self.name = ...`.",
        )
    return None
