"""Operators that Python does not have, and assignments the wrong way round."""

import itertools
import re

from engine.explain.explanation import Change, Finding
from engine.explain.syntax_scene import SyntaxScene, replace, span, texts
from engine.explain.tokens import OPENERS, Token

_PAIRS = {
    ("=", ">"): (">=", "for greater or equal, the `=` stands last"),
    ("=", "<"): ("<=", "for less or equal, the `=` stands last"),
    ("=", "!"): ("!=", "for not equal, the `!` stands first"),
    ("&", "&"): ("and", "Python writes `&&` as the word `and`"),
    ("|", "|"): ("or", "Python writes `||` as the word `or`"),
    ("==", "="): ("==", "two `=` are enough to compare"),
    ("!=", "="): ("!=", "one `=` is enough after `!`"),
    ("=", "=="): ("==", "two `=` are enough to compare"),
    ("<", ">"): ("!=", "Python writes not equal as `!=`"),
    (">", "<"): ("!=", "Python writes not equal as `!=`"),
}
_SPACED = {
    ("!", "="),
    ("<", "="),
    (">", "="),
    ("+", "="),
    ("-", "="),
    ("*", "="),
    ("/", "="),
    ("=", "="),
    (":", "="),
    ("*", "*="),
    ("/", "/="),
}
_LITERALS = ("None", "True", "False")


def increment(scene: SyntaxScene) -> Finding | None:
    """Explain `x++` and `x--`."""
    here = scene.here
    for name, first, second in zip(here, here[1:], here[2:], strict=False):
        sign = first.text
        if name.kind != "name" or sign not in "+-" or second.text != sign:
            continue
        if not first.touches(second) or not name.touches(first):
            continue
        after = here.index(second) + 1
        if after < len(here) and here[after].text not in (";", ")", ":"):
            continue
        change = replace(first, f" {sign}= 1", second)
        word = "up" if sign == "+" else "down"
        return Finding(
            f"Python has no `{sign}{sign}`. Counting {word} by one is `{sign}= 1`.",
            f"Write `{name.text} {sign}= 1`.",
            span(name, second),
            change if scene.helps(change) else None,
        )
    return None


def foreign_operator(scene: SyntaxScene) -> Finding | None:
    """Explain `=>`, `=<`, `&&`, `||`, `===`, `<>` and operators with a space inside."""
    here = scene.here
    for first, second in itertools.pairwise(here):
        pair = (first.text, second.text)
        if pair in _PAIRS and (first.touches(second) or pair in (("&", "&"), ("|", "|"))):
            found = _one_operator(scene, first, second)
        elif pair in _SPACED and not first.touches(second):
            found = _without_space(scene, first, second)
        else:
            continue
        if found:
            return found
    return None


def _one_operator(scene: SyntaxScene, first: Token, second: Token) -> Finding | None:
    right, why = _PAIRS[first.text, second.text]
    written = first.text + second.text
    if written in ("&&", "||"):
        return _as_word(scene, first, second, right, why)
    cause = f"Python does not know `{written}`: {why}."
    if why.startswith("Python"):
        cause = f"{why}."
    return scene.repaired(
        cause, f"Write `{right}` instead of `{written}`.", replace(first, right, second)
    )


def _as_word(scene: SyntaxScene, first: Token, second: Token, word: str, why: str) -> Finding:
    line = scene.text
    for sign, plain in (("&&", "and"), ("||", "or")):
        line = re.sub(rf" ?{re.escape(sign)} ?", f" {plain} ", line)
    change = Change(scene.line, 1, scene.line, len(scene.text) + 1, line)
    return Finding(
        f"{why}.",
        f"Write `{word}` instead of `{first.text}{second.text}`.",
        span(first, second),
        change if scene.helps(change) and not re.search("['\"#]", scene.text) else None,
    )


def _without_space(scene: SyntaxScene, first: Token, second: Token) -> Finding | None:
    right = first.text + second.text
    tested = scene.here[0].text in ("if", "elif", "while", "return", "assert", "print")
    if right in ("==", ":=") and not tested:
        return scene.repaired(
            f"`{first.text} {second.text}` holds one sign too many. One `=` gives a name a value.",
            f"Delete the `{first.text}` that is too much.",
            replace(first, "=", second),
        )
    return scene.repaired(
        f"There is a space inside the operator `{right}`.",
        f"Write `{right}` without the space.",
        replace(first, right, second),
    )


def not_words(scene: SyntaxScene) -> Finding | None:
    """Explain `is not in` and `x not y`."""
    words = texts(scene.here)
    for index, token in enumerate(scene.here[:-1]):
        after = scene.here[index + 1]
        if token.text == "is" and words[index + 1 : index + 3] in (["not", "in"], ["in"][:1]):
            last = scene.here[index + 2] if after.text == "not" else after
            right = "not in" if after.text == "not" else "in"
        elif (
            token.text == "not"
            and index
            and scene.here[index - 1].kind in ("name", "number")
            and (
                words[index - 1] not in ("if", "while", "and", "or", "return", "elif", "not", "is")
            )
        ):
            last, right = token, "!="
        elif token.text == "is" and after.text in ("equal", "equals", "=="):
            last, right = after, "=="
        elif token.text == "not" and after.text in ("=", "=="):
            last, right = after, "!="
        elif token.text in ("equals", "equal"):
            last, right = token, "=="
        else:
            continue
        written = " ".join(words[index : scene.here.index(last) + 1])
        found = scene.repaired(
            f"Python cannot read `{written}` here.",
            f"Write `{right}` instead of `{written}`.",
            replace(token, right, last),
        )
        if found:
            return found
    return None


def not_sign(scene: SyntaxScene) -> Finding | None:
    """Explain `!x`, which Python writes as `not x`."""
    here = scene.here
    for first, second in itertools.pairwise(here):
        if first.text == "!" and (second.kind == "name" or second.text == "("):
            return scene.repaired(
                f"Python writes `!{second.text}` with a word: `not {second.text}`.",
                "Write `not` instead of `!`.",
                replace(first, "not "),
            )
    return None


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
    if not any(t.text in "+-*/%<>==and or not" for t in left):
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


def dangling(scene: SyntaxScene) -> Finding | None:
    """Explain an operator with nothing behind it, or nothing before it."""
    here = scene.statement
    if here and here[0].text in ("=", "==", "+=", "/", "%", ",", ")"):
        return Finding(
            f"Nothing stands before `{here[0].text}` on this line.",
            f"Write what belongs before it, or delete the `{here[0].text}`.",
            span(here[0]),
        )
    signs = (
        "=",
        "+",
        "-",
        "*",
        "/",
        "**",
        "//",
        "%",
        "==",
        "!=",
        "<",
        ">",
        "<=",
        ">=",
        "+=",
        "-=",
        "*=",
        "/=",
        "and",
        "or",
        "else",
        "not",
        "in",
        "@",
    )
    for index, token in enumerate(here):
        after = here[index + 1] if index + 1 < len(here) else None
        if token.text not in signs or "import" in texts(here):
            continue
        if after is None or after.text in (")", "]", "}", ":", ",", ";"):
            if token.text == "*" and index and here[index - 1].text in ("(", ","):
                continue
            return Finding(
                f"Nothing stands behind `{token.text}`, so Python waits for a value.",
                f"Write the value behind `{token.text}`, or delete it.",
                span(token),
            )
    return _doubled(scene, signs)


def _doubled(scene: SyntaxScene, signs: tuple[str, ...]) -> Finding | None:
    here = scene.statement
    for first, second in itertools.pairwise(here):
        stars = second.text in ("*", "**") and (first.text not in signs or first.text == "=")
        binary = second.text in signs and second.text not in ("+", "-", "not") and not stars
        if (first.text in signs or first.text in OPENERS) and binary:
            if (first.text, second.text) in (("not", "in"), ("is", "not")):
                continue
            return Finding(
                f"`{first.text}` and `{second.text}` stand next to each other, "
                "with no value between them.",
                "Write the value that is missing, or delete one of the two.",
                span(first, second),
            )
    return None


def caller_equals(scene: SyntaxScene) -> Finding | None:
    """Explain a call's argument whose left side of `=` is not a name."""
    if "perhaps you meant" not in scene.message and "keyword argument" not in scene.message:
        return None
    sign = next((t for t in scene.statement if t.text == "=" and t.depth), None)
    if sign is None or "repeated" in scene.message or "positional" in scene.message:
        return None
    return Finding(
        "Inside the brackets of a call, `=` sets an argument by its name, and what stands left "
        "of it is not a name.",
        "Write `==` to compare, or a plain name left of `=`.",
        span(sign),
    )
