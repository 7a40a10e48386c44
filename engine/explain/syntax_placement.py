"""Things in a place where Python does not take them: `return`, parameters, arguments, imports."""

import itertools
import keyword
import re

from engine.explain.explanation import Change, Finding
from engine.explain.syntax_scene import (
    SyntaxScene,
    insert_after,
    insert_before,
    replace,
    span,
    texts,
)
from engine.explain.tokens import Token

_TYPES = ("int", "float", "str", "string", "double", "bool", "list", "var")


def outside(scene: SyntaxScene) -> Finding | None:
    """Explain `return` outside a function, `break` and `continue` outside a loop."""
    match = re.search(r"'(\w+)' (?:outside|not properly in)", scene.message)
    if match is None:
        return None
    word = match.group(1)
    token = next((t for t in scene.here if t.text == word), None)
    if word in ("break", "continue"):
        cause = f"`{word}` only makes sense inside a loop, and no loop is around it here."
        fix = f"Indent the `{word}` so that it belongs to a loop, or delete it."
        if word == "break" and _def_above(scene):
            fix = "Indent it so that it belongs to a loop; to leave a function, write `return`."
        return Finding(cause, fix, span(token) if token else None)
    if word == "await":
        cause = "`await` only works inside a function made with `async def`."
        return Finding(
            cause,
            "Delete `await`, or write the line into a function with `async def`.",
            span(token) if token else None,
        )
    above = _def_above(scene)
    if above:
        cause = f"This `{word}` is not indented far enough to belong to a function."
        fix = f"Indent it, so that it belongs to `def {above}`."
    else:
        cause = f"`{word}` gives back the result of a function, and no function is around it here."
        fix = f"Write the lines into a function with `def`, or use `print` instead of `{word}`."
    return Finding(cause, fix, span(token) if token else None)


def _def_above(scene: SyntaxScene) -> str | None:
    for line in range(scene.line, 0, -1):
        match = re.match(r"\s*def\s+(\w+)", scene.lines[line - 1])
        if match:
            return match.group(1)
    return None


def parameters(scene: SyntaxScene) -> Finding | None:
    """Explain what is wrong in the round brackets of a `def`."""
    if "duplicate argument" in scene.message or "duplicate parameter" in scene.message:
        return _duplicate(scene)
    line = scene.statement
    if not line or line[0].text != "def":
        return None
    if len(line) == 1:
        return Finding(
            "After `def` come the function's name, round brackets and a colon.",
            "Write the whole line, as in `def neuron(inputs):`.",
            span(line[0]),
        )
    return (
        _typed(scene, line)
        or _result_in_head(scene, line)
        or _without_name(line)
        or _without_brackets(scene, line)
        or _defaults_last(scene, line)
        or _not_a_name(line)
    )


def _duplicate(scene: SyntaxScene) -> Finding:
    match = re.search(r"'(\w+)'", scene.message)
    name = match.group(1) if match else "name"
    same = [t for t in scene.statement if t.text == name and t.depth]
    return Finding(
        f"Two of the function's inputs have the same name, `{name}`.",
        f"Give one of the two another name than `{name}`.",
        span(same[-1]) if same else None,
    )


def _without_name(line: list[Token]) -> Finding | None:
    if len(line) > 1 and line[1].text == "(":
        return Finding(
            "The function has no name between `def` and the bracket.",
            "Write a name after `def`, as in `def neuron(inputs):`.",
            span(line[0], line[1]),
        )
    return None


def _typed(scene: SyntaxScene, line: list[Token]) -> Finding | None:
    """Explain `def f(int a)`."""
    for first, second in itertools.pairwise(line):
        if second.kind == "name" and first.depth == 1 and first.text in _TYPES:
            return Finding(
                f"The inputs of a function are names only, without a word such as "
                f"`{first.text}` before them.",
                f"Write `{second.text}` without `{first.text}`.",
                span(first, second),
            )
    return None


def _result_in_head(scene: SyntaxScene, line: list[Token]) -> Finding | None:
    """Explain `def f(x) = x + 1` and `def f(x) -> return x`."""
    for before, sign in itertools.pairwise(line):
        if before.text == ")" and not sign.depth and sign.text in ("=", "->", "=>"):
            if sign.text == "->" and "return" not in texts(line):
                continue
            head = scene.text[line[0].column - 1 : before.end_column - 1]
            return Finding(
                "The line with `def` ends with a colon, and the result stands behind `return`.",
                f"Write `{head}:`, and `return` with the result on its own indented line.",
                span(sign),
            )
    return None


def _without_brackets(scene: SyntaxScene, line: list[Token]) -> Finding | None:
    if len(line) > 3 and line[2].text in ("[", "{") and line[1].kind == "name":
        return Finding(
            f"The inputs of a function stand in round brackets, not in `{line[2].text}`.",
            f"Write `def {line[1].text}(...):`.",
            span(line[2]),
        )
    if len(line) < 3 or line[1].kind != "name" or "(" in texts(line):
        return None
    name, colon = line[1], line[-1]
    if colon.text != ":":
        return None
    inputs = scene.text[name.end_column - 1 : colon.column - 1].strip()
    change = replace(name, f"{name.text}({inputs}):", colon)
    return scene.repaired(
        f"Round brackets must stand after the function's name, `{name.text}`, "
        "also when it takes nothing.",
        f"Write `def {name.text}({inputs}):`.",
        change,
    )


def _defaults_last(scene: SyntaxScene, line: list[Token]) -> Finding | None:
    if "follows" not in scene.message or "default" not in scene.message:
        return None
    return Finding(
        "An input with a value of its own, such as `lr=0.1`, stands before one without.",
        "Put the inputs without a value first, the ones with `=` last.",
    )


def _not_a_name(line: list[Token]) -> Finding | None:
    for before, token in itertools.pairwise(line):
        if before.text not in ("(", ",") or token.depth != 1 or token.text in ("*", "**", "/", ")"):
            continue
        if token.kind in ("number", "string") or token.text in ("[", "(", "{"):
            return Finding(
                f"Between the brackets of a `def` stand names, and `{token.text}` is a value.",
                "Write a name there; the value is given when the function is called.",
                span(token),
            )
    dot = next((t for t in line if t.text == "." and t.depth == 1), None)
    if dot:
        return Finding(
            "The inputs of a function are plain names, without a dot.",
            "Write a plain name, and use it inside the function.",
            span(dot),
        )
    return None


def arguments(scene: SyntaxScene) -> Finding | None:
    """Explain the order of arguments in a call."""
    if "positional argument follows" in scene.message:
        return Finding(
            "In this call a plain value stands behind one that is given by name with `=`.",
            "Put the plain values first and the ones with a name last.",
        )
    match = re.search(r"keyword argument repeated: (\w+)", scene.message)
    if match:
        return Finding(
            f"This call gives the input `{match.group(1)}` twice.",
            "Delete one of the two.",
        )
    return None


def global_after_use(scene: SyntaxScene) -> Finding | None:
    """Explain `global x` below the first use of x."""
    words = texts(scene.here)
    if words[:1] in (["global"], ["nonlocal"]) and "=" in words:
        return Finding(
            f"`{words[0]}` only names what belongs outside; it cannot give a value as well.",
            f"Write `{words[0]} {words[1]}` on one line and `{words[1]} = ...` on the next.",
        )
    match = re.search(r"name '(\w+)' is (.+) (global|nonlocal) declaration", scene.message)
    if match is None:
        return None
    name, _, word = match.groups()
    return Finding(
        f"`{word} {name}` stands below a line that already uses `{name}`.",
        f"Put `{word} {name}` in the first line of the function.",
    )


def import_line(scene: SyntaxScene) -> Finding | None:
    """Explain `import` lines with their words in the wrong order or missing."""
    here = scene.here
    words = texts(here)
    starts = words[:1] in (["import"], ["from"])
    if not starts and not {"import", "include", "using", "require"} & set(words):
        return None
    if words[0] in ("include", "using", "require", "#include"):
        return _foreign_import(here)
    if words[0] == "import" and "from" in words:
        return _swapped_import(scene, here)
    if here[-1].text in ("import", "as", ",", "from"):
        return Finding(
            f"Nothing stands behind `{here[-1].text}`.",
            "Write the name that is missing, as in `import numpy as np`.",
            span(here[-1]),
        )
    if len(here) > 1 and here[1].kind == "string":
        name = here[1].text.strip("'\"")
        return scene.repaired(
            "The name of a module stands without quotes.",
            f"Write `{words[0]} {name}`.",
            replace(here[1], name),
        )
    return _import_as(scene, here)


def _foreign_import(here: list[Token]) -> Finding:
    return Finding(
        f"Python fetches a module with the word `import`, not with `{here[0].text}`.",
        "Write `import`, as in `import math`.",
        span(here[0]),
    )


def _swapped_import(scene: SyntaxScene, here: list[Token]) -> Finding | None:
    at = texts(here).index("from")
    names = scene.text[here[0].end_column - 1 : here[at].column - 1].strip()
    module = scene.text[here[at].end_column - 1 : here[-1].end_column - 1].strip()
    if not names or not module:
        return None
    right = f"from {module} import {names}"
    return scene.repaired(
        "In this line `from` comes first and `import` second.",
        f"Write `{right}`.",
        replace(here[0], right, here[-1]),
        span(here[0], here[-1]),
    )


def _import_as(scene: SyntaxScene, here: list[Token]) -> Finding | None:
    joining = next((t for t in here if t.text in ("and", "is", "like", "in", "=")), None)
    if joining is not None:
        found = scene.repaired(
            "A short name for a module stands behind the word `as`.",
            f"Write `as` instead of `{joining.text}`.",
            replace(joining, "as"),
        )
        if found:
            return found
    for before, token in itertools.pairwise(here):
        if before.kind != "name" or token.kind != "name":
            continue
        if keyword.iskeyword(before.text) or keyword.iskeyword(token.text):
            continue
        found = scene.repaired(
            f"Between `{before.text}` and `{token.text}` the word `as` or a comma is missing.",
            f"Write `{before.text} as {token.text}` to call it `{token.text}`.",
            insert_after(before, " as"),
        )
        if found:
            return found
    if here[0].text not in ("import", "from"):
        return None
    return Finding(
        "This `import` line is not complete, or its words are in another order.",
        "Write it as `import numpy`, `import numpy as np` or `from numpy import array`.",
        span(here[0], here[-1]),
    )


def with_as(scene: SyntaxScene) -> Finding | None:
    """Explain `with open(name) f:`."""
    here = scene.here
    if len(here) < 4 or here[0].text != "with" or "as" in texts(here) or here[-2].kind != "name":
        return None
    return scene.repaired(
        f"In a `with` line, the word `as` stands before the name `{here[-2].text}`.",
        f"Write `as {here[-2].text}`.",
        insert_before(here[-2], "as "),
        span(here[-2]),
    )


def lambda_line(scene: SyntaxScene) -> Finding | None:
    """Explain a `lambda` with `return` or brackets in it."""
    here = scene.here
    words = texts(here)
    arrow = re.search(r"[=(,]\s*\(?(\w+)\)?\s*=>\s*(.+)", scene.text)
    if arrow is not None:
        return Finding(
            "`=>` makes a small function in other languages. Python writes it with `lambda`.",
            f"Write `lambda {arrow.group(1)}: {arrow.group(2).rstrip(');')}`.",
        )
    if "lambda" not in words:
        return None
    after = here[words.index("lambda") + 1] if len(here) > words.index("lambda") + 1 else here[-1]
    if after.text == "(":
        return Finding(
            "The inputs of a `lambda` stand without brackets.",
            "Write them directly behind it, as in `lambda x: x + 1`.",
            span(after),
        )
    if "return" not in words:
        return None
    token = here[words.index("return")]
    end = here[words.index("return") + 1] if token is not here[-1] else token
    text = "" if ":" in words[: words.index("return")] else ": "
    change = Change(token.line, token.column, end.line, end.column, text)
    return scene.repaired(
        "A `lambda` gives its value back by itself, without the word `return`.",
        "Delete `return`." if not text else "Write `:` instead of `return`.",
        change,
    )


def delete_call(scene: SyntaxScene) -> Finding | None:
    """Explain any other thing that Python cannot delete."""
    if "cannot delete" not in scene.message:
        return None
    return Finding(
        "`del` forgets a name or takes a value out of a list, and this is neither.",
        "Write a name behind `del`, or a place in a list such as `weights[0]`.",
    )


def _follower(here: list[Token], token: Token) -> bool:
    """Return whether a second assignment starts here."""
    index = here.index(token)
    after = here[index + 1].text if index + 1 < len(here) else ""
    before = here[index - 1]
    ends = before.kind in ("number", "string", "name") or before.text in (")", "]", "}")
    return token.kind == "name" and after in ("=", "+=") and ends and "=" in texts(here[:index])


def two_statements(scene: SyntaxScene) -> Finding | None:
    """Explain two commands on one line with nothing between them."""
    here = scene.here
    for token in here[1:]:
        second = token.text in ("print", "return", "for", "while", "import", "def", "else")
        follows = _follower(here, token)
        if not (second or follows) or token.depth:
            continue
        margin = re.match(r"\s*", scene.text)
        change = insert_before(token, "\n" + (margin.group() if margin else ""))
        if scene.helps(change):
            return Finding(
                f"Two commands stand on one line. The second one starts at `{token.text}`.",
                f"Put `{token.text}` on a line of its own.",
                span(token),
                change,
            )
    return None
