"""Assignments: the wrong way round, to something that is no name, in place of a comparison."""

from engine.explain.explanation import Finding
from engine.explain.syntax_scene import SyntaxScene, replace, span, texts
from engine.explain.tokens import Token

_LITERALS = ("None", "True", "False")
_CALCULATES = (
    "+",
    "-",
    "*",
    "/",
    "//",
    "%",
    "**",
    "@",
    "<",
    ">",
    "<=",
    ">=",
    "==",
    "!=",
    "and",
    "or",
    "not",
)


def condition_assignment(scene: SyntaxScene) -> Finding | None:
    """Explain `=` in a condition, where `==` is meant."""
    line = scene.statement
    if not line or line[0].text not in ("if", "elif", "while", "return", "assert", "not"):
        found = _in_comprehension(scene)
        if found or not line or line[0].text not in ("if", "elif", "while"):
            return found
    sign = next((t for t in line if t.text == "=" and t.depth < 2), None)
    if sign is None or sign is line[1] or line[line.index(sign) - 1].text == "not":
        return None
    index = line.index(sign)
    left, right = line[index - 1].text, line[index + 1].text if index + 1 < len(line) else "..."
    cause = "One `=` gives a name a value. To compare two values, Python uses `==`."
    fix = f"Write `{left} == {right}`."
    if left in (")", "]", "}"):
        fix = "Write `==` instead of `=`."
    found = scene.repaired(cause, fix, replace(sign, "=="))
    return found or Finding(cause, fix, span(sign))


def _in_comprehension(scene: SyntaxScene) -> Finding | None:
    for index, token in enumerate(scene.here):
        earlier = texts(scene.here[:index])
        if token.text == "=" and token.depth and ("if" in earlier or "==" in texts(scene.here)):
            return scene.repaired(
                "One `=` gives a name a value. To compare two values, Python uses `==`.",
                "Write `==` instead of `=`.",
                replace(token, "=="),
            )
    return None


def backwards_assignment(scene: SyntaxScene) -> Finding | None:
    """Explain an assignment whose left side cannot take a value."""
    if "assign to" not in scene.message and "illegal" not in scene.message:
        return None
    line = scene.statement
    sign = next((t for t in line if t.text == "=" and t.depth == 0), None)
    if sign is None or sign is line[0]:
        return _augmented(scene)
    left, right = line[: line.index(sign)], line[line.index(sign) + 1 :]
    if not right:
        return None
    if left[0].text == "for":
        return None
    return (
        _hyphen_name(scene, left, right)
        or _swapped(scene, left, right)
        or _constant(scene, left)
        or _call_target(scene, left)
        or _calculation_target(scene, left, right)
    )


def _augmented(scene: SyntaxScene) -> Finding | None:
    return (
        Finding(
            "Only a name can take a value, and what stands left of the sign is not one.",
            "Write a name on the left side.",
        )
        if "augmented" in scene.message
        else None
    )


def _words(scene: SyntaxScene, tokens: list[Token]) -> str:
    if tokens[0].line != tokens[-1].line:
        return tokens[0].text
    return scene.lines[tokens[0].line - 1][tokens[0].column - 1 : tokens[-1].end_column - 1]


def _hyphen_name(scene: SyntaxScene, left: list[Token], right: list[Token]) -> Finding | None:
    names, signs = left[0::2], left[1::2]
    if not signs or any(t.text != "-" for t in signs) or len(names) == len(signs):
        return None
    if any(t.kind not in ("name", "number") for t in names) or names[0].kind != "name":
        return None
    written = "".join(texts(left))
    joined = written.replace("-", "_")
    change = replace(left[0], joined, left[-1])
    return Finding(
        f"A name cannot have a hyphen: Python reads `{written}` as "
        f"`{' minus '.join(texts(names))}`.",
        f"Join the words with an underscore: `{joined}`.",
        span(left[0], left[-1]),
        change if scene.helps(change) else None,
    )


def _swapped(scene: SyntaxScene, left: list[Token], right: list[Token]) -> Finding | None:
    value = left[0].kind in ("number", "string") or left[0].text in (*_LITERALS, "[", "(", "{", "-")
    if not value or len(right) != 1 or right[0].kind != "name" or right[0].text in _LITERALS:
        return None
    written = _words(scene, left)
    change = replace(left[0], f"{right[0].text} = {written}", right[-1])
    return Finding(
        "The name stands on the left of `=` and its value on the right. Here they are swapped.",
        f"Write `{right[0].text} = {written}`.",
        span(left[0], right[-1]),
        change if scene.helps(change) else None,
    )


def _constant(scene: SyntaxScene, left: list[Token]) -> Finding | None:
    if len(left) != 1:
        return None
    token = left[0]
    if token.text in _LITERALS:
        cause = f"`{token.text}` is a fixed value of Python and cannot be given another one."
    elif token.kind == "number":
        cause = f"The number {token.text} cannot be given a value; only a name can."
    elif token.kind == "string":
        cause = f"{token.text} is a text, and a text cannot be given a value; only a name can."
    else:
        return None
    fix = "Write a name on the left of `=`, as in `total = 3`."
    if token.kind == "string" and token.text[1:-1].isidentifier():
        fix = f"Write the name without quotes: `{token.text[1:-1]} = ...`."
    return Finding(cause, fix, span(token))


def _call_target(scene: SyntaxScene, left: list[Token]) -> Finding | None:
    if left[-1].text != ")" or left[0].kind != "name":
        return None
    written = _words(scene, left)
    return Finding(
        f"`{written}` is a call that gives a value. It cannot stand left of `=`, "
        "where the name of the result goes.",
        f"Turn it round, as in `result = {written}`; to look into a list, use square brackets.",
        span(left[0], left[-1]),
    )


def _calculation_target(
    scene: SyntaxScene, left: list[Token], right: list[Token]
) -> Finding | None:
    if not any(t.text in _CALCULATES for t in left):
        return None
    written, value = _words(scene, left), _words(scene, right)
    fix = f"Write it the other way round: `{value} = {written}`."
    if len(right) != 1 or right[0].kind != "name":
        fix = "Write a single name on the left of `=`; use `==` if you want to compare."
    return Finding(
        f"`{written}` is a calculation. Left of `=` stands the name that gets the value.",
        fix,
        span(left[0], left[-1]),
    )


def walrus(scene: SyntaxScene) -> Finding | None:
    """Explain `:=` or `=:` where a plain `=` is meant."""
    here = scene.here
    for index, token in enumerate(here):
        after = here[index + 1] if index + 1 < len(here) else None
        if token.text == ":=":
            change, written = replace(token, "="), ":="
        elif token.text == "=" and after and after.text == ":" and token.touches(after):
            change, written = replace(token, "=", after), "=:"
        else:
            continue
        found = scene.repaired(
            f"To give a name a value, Python uses `=`, not `{written}`.",
            f"Write `=` instead of `{written}`.",
            change,
        )
        if found:
            return found
    return None
