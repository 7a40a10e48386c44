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
    ("*", "*"),
    ("/", "/"),
    ("**", "="),
    ("//", "="),
    ("%", "="),
}


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


def wrong_dot(scene: SyntaxScene) -> Finding | None:
    """Explain `x->y`, `x::y` and `x..y`, where Python writes one dot."""
    here = scene.here
    for first, second, third in zip(here, here[1:], here[2:], strict=False):
        if first.kind != "name":
            continue
        if second.text == "->" and third.kind == "name":
            change, written = replace(second, "."), "->"
        elif second.text == third.text and second.text in (".", ":") and second.touches(third):
            change, written = replace(second, ".", third), second.text * 2
        else:
            continue
        found = scene.repaired(
            f"Python reaches into an object with one dot, not with `{written}`.",
            f"Write `.` instead of `{written}`.",
            change,
        )
        if found:
            return found
    return None


def lonely_star(scene: SyntaxScene) -> Finding | None:
    """Explain `x = * 3` and `def f(x, *)`."""
    here = scene.here
    for before, star in itertools.pairwise(here):
        if star.text in ("*", "**") and before.text in ("=", "(", ",", "return"):
            return Finding(
                f"Left of `{star.text}` there is no value that it could multiply.",
                f"Write what belongs before the `{star.text}`, or delete it.",
                span(star),
            )
    return None


# Signs and words that need a value behind them.
WAITING_SIGNS = {"=", "+", "-", "*", "/", "**", "//", "%", "==", "!=", "<", ">", "<=", ">=", "@"}
WAITING = WAITING_SIGNS | {"+=", "-=", "*=", "/=", "and", "or", "is", "else", "not", "in"}


def dangling(scene: SyntaxScene) -> Finding | None:
    """Explain an operator with nothing behind it, or nothing before it."""
    here = scene.statement
    if here and here[0].text in ("=", "==", "+=", "/", "%", ",", ")"):
        return Finding(
            f"Nothing stands before `{here[0].text}` on this line.",
            f"Write what belongs before it, or delete the `{here[0].text}`.",
            span(here[0]),
        )
    if "import" in texts(here):
        return _doubled(scene)
    for index, token in enumerate(here):
        after = here[index + 1] if index + 1 < len(here) else None
        if token.text not in WAITING:
            continue
        if after is None or after.text in (")", "]", "}", ":", ",", ";"):
            if token.text == "*" and index and here[index - 1].text in ("(", ","):
                continue
            return Finding(
                f"Nothing stands behind `{token.text}`, so Python waits for a value.",
                f"Write the value behind `{token.text}`, or delete it.",
                span(token),
            )
    return _doubled(scene)


def _doubled(scene: SyntaxScene) -> Finding | None:
    here = scene.statement
    for first, second in itertools.pairwise(here):
        stars = second.text in ("*", "**") and (first.text not in WAITING or first.text == "=")
        binary = second.text in WAITING and second.text not in ("+", "-", "not") and not stars
        if (first.text in WAITING or first.text in OPENERS) and binary:
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
