"""Words: keywords used as names, capitals, slips of the keyboard, words of other languages."""

import itertools
import keyword

from engine.explain.explanation import Change, Finding
from engine.explain.spelling import nearest
from engine.explain.syntax_scene import SyntaxScene, insert_before, replace, span, texts
from engine.explain.tokens import Token

STARTERS = (
    "def",
    "class",
    "if",
    "elif",
    "else",
    "for",
    "while",
    "return",
    "import",
    "from",
    "try",
    "except",
    "finally",
    "with",
    "print",
    "break",
    "continue",
    "pass",
    "raise",
    "assert",
    "global",
    "lambda",
)
_CONSTANTS = ("None", "True", "False")
_FOREIGN_DEF = (
    "function",
    "func",
    "fun",
    "fn",
    "define",
    "sub",
    "procedure",
    "void",
    "method",
    "proc",
)
_FOREIGN_NAME = (
    "var",
    "let",
    "const",
    "int",
    "float",
    "double",
    "string",
    "str",
    "bool",
    "boolean",
    "char",
    "auto",
    "dim",
    "set",
    "local",
    "list",
)


def capital_keyword(scene: SyntaxScene) -> Finding | None:
    """Explain `For`, `Def`, `If`: keywords are written small."""
    for token in scene.here:
        small = token.text.lower()
        known = small in keyword.kwlist or small == "print"
        if token.kind != "name" or not known or token.text in (*keyword.kwlist, small):
            continue
        if small in ("none", "true", "false"):
            continue
        change = _all_small(scene)
        if not scene.helps(change) and not _fits_here(scene, token):
            continue
        return Finding(
            f"`{token.text}` is written with a capital letter. Python knows only `{small}`.",
            f"Write `{small}`, all in small letters.",
            span(token),
            change if scene.helps(change) else None,
        )
    return None


def _all_small(scene: SyntaxScene) -> Change:
    line = scene.text
    for token in scene.here:
        small = token.text.lower()
        if token.kind == "name" and (small in STARTERS or small in ("in", "and", "or", "not")):
            line = line[: token.column - 1] + small + line[token.end_column - 1 :]
    return Change(scene.line, 1, scene.line, len(scene.text) + 1, line)


def _fits_here(scene: SyntaxScene, token: Token) -> bool:
    return token is scene.here[0] and len(scene.here) > 1 and scene.here[1].text not in ("=", ".")


def misspelt_keyword(scene: SyntaxScene) -> Finding | None:
    """Explain `whlie`, `retrun`, `improt`, `form`: a keyword with a slip in it."""
    here = scene.here
    for index, token in enumerate(here):
        if token.kind != "name" or keyword.iskeyword(token.text):
            continue
        candidates = (
            STARTERS
            if index == 0
            else ("in", "and", "or", "not", "import", "as", "if", "else", "for", "lambda", "is")
        )
        for meant in _candidates(token.text, candidates):
            found = scene.repaired(
                f"Python does not know the word `{token.text}` here. It looks like `{meant}`.",
                f"Write `{meant}` instead of `{token.text}`.",
                replace(token, meant),
            )
            if found:
                return found
            if meant == "return" and index == 0 and len(here) > 1 and here[1].text != "=":
                return Finding(
                    f"Python does not know the word `{token.text}`. It looks like `return`.",
                    "Write `return` instead, inside a function.",
                    span(token),
                )
    return None


def _candidates(word: str, words: tuple[str, ...]) -> list[str]:
    """Return the keywords that a word may be a slip of."""
    slip = _short_slip(word, words)
    near = [other for other in words if nearest(word, [other])]
    return ([slip] if slip else []) + near


def _short_slip(word: str, candidates: tuple[str, ...]) -> str | None:
    slips = {
        "fi": "if",
        "ni": "in",
        "sa": "as",
        "an": "as",
        "si": "is",
        "dfe": "def",
        "de": "def",
        "df": "def",
        "ro": "or",
        "fo": "for",
        "nto": "not",
        "adn": "and",
        "ad": "and",
        "inn": "in",
        "retrn": "return",
        "defn": "def",
        "iff": "if",
        "fr": "for",
        "dn": "and",
    }
    meant = slips.get(word.lower())
    return meant if meant in candidates else None


def keyword_as_name(scene: SyntaxScene) -> Finding | None:
    """Explain a keyword where a name must stand: `class = 3`, `x.class`, `def f(lambda):`."""
    for index, token in enumerate(scene.statement):
        if not keyword.iskeyword(token.text) or not _used_as_name(scene.statement, index):
            continue
        if token.text in _CONSTANTS:
            return Finding(
                f"`{token.text}` is a fixed value of Python and cannot be used as a name.",
                "Choose another name.",
                span(token),
            )
        better = {"lambda": "rate", "class": "label"}.get(token.text, f"{token.text}_value")
        return Finding(
            f"`{token.text}` is a word of Python itself, so it cannot be a name.",
            f"Choose another name, such as `{better}`, and use it everywhere.",
            span(token),
        )
    return None


def _used_as_name(line: list[Token], index: int) -> bool:
    before = line[index - 1].text if index else ""
    after = line[index + 1].text if index + 1 < len(line) else ""
    word = line[index].text
    if word in _CONSTANTS:
        return before in ("def", "class", "for", ".")
    if before in (".", "def", "class"):
        return before != "." or line[0].text != "from"
    if before in ("for", "as") and word not in ("in",):
        return True
    if after in ("=", "+=", "-=", "*=", "/=") and word not in ("not",):
        return True
    if line[0].text == "def" and before in ("(", ",") and after in (",", ")", "=", ":"):
        return True
    return word in ("in", "is", "class", "from", "def", "global", "del", "pass") and (
        before in ("=", "(", "+", "*", "-", "/") and after in ("", ")", "+", "-", "*", "/", ",")
    )


def foreign_definition(scene: SyntaxScene) -> Finding | None:
    """Explain `function f(x)`, `var x = 3`, `int x = 3`."""
    here = scene.here
    new = next((i for i, t in enumerate(here) if t.text == "new"), None)
    if new is not None and new + 1 < len(here) and here[new + 1].kind == "name":
        return scene.repaired(
            "Python makes an object by calling its class, without the word `new`.",
            f"Write `{here[new + 1].text}(...)` without `new`.",
            Change(scene.line, here[new].column, scene.line, here[new + 1].column, ""),
            span(here[new]),
        )
    if len(here) < 3 or here[0].kind != "name" or here[1].kind != "name":
        return None
    word = here[0].text
    if word.lower() in _FOREIGN_DEF and here[2].text == "(":
        change = replace(here[0], "def")
        return Finding(
            f"Python starts a function with the word `def`, not with `{word}`.",
            f"Write `def {here[1].text}(...):` and indent the lines of the function.",
            span(here[0]),
            change if scene.helps(change) else None,
        )
    if word.lower() in _FOREIGN_NAME and here[2].text == "=":
        change = Change(here[0].line, here[0].column, here[1].line, here[1].column, "")
        return scene.repaired(
            f"In Python a name needs no `{word}` before it: `=` alone makes it.",
            f"Write `{here[1].text} = ...` without `{word}`.",
            change,
        )
    if here[2].text == "(" and word in ("int", "float", "double", "void"):
        return Finding(
            "Python starts a function with the word `def` and names no type before it.",
            f"Write `def {here[1].text}(...):`.",
            span(here[0], here[1]),
        )
    return None


def spaced_name(scene: SyntaxScene) -> Finding | None:
    """Explain `learning rate = 0.1`: a name of two words."""
    here = scene.here
    sign = next((i for i, t in enumerate(here) if t.text in ("=", "+=", "-=")), None)
    if here and here[0].text in ("def", "class"):
        return _spaced_function(scene, here)
    if sign is None or sign < 2:
        return None
    left = here[:sign]
    if any(t.kind not in ("name", "number") or keyword.iskeyword(t.text) for t in left):
        return None
    if left[0].kind != "name" or left[0].touches(left[1]):
        return None
    written, joined = " ".join(texts(left)), "_".join(texts(left))
    return scene.repaired(
        f"A name cannot have a space in it: `{written}` is two words to Python.",
        f"Join the words with an underscore: `{joined}`.",
        replace(left[0], joined, left[-1]),
    )


def _spaced_function(scene: SyntaxScene, here: list[Token]) -> Finding | None:
    bracket = next((i for i, t in enumerate(here) if t.text in ("(", ":")), None)
    if bracket is None or bracket < 3:
        return None
    left = here[1:bracket]
    if any(t.kind not in ("name", "number") and t.text != "-" for t in left):
        return None
    is_class = here[0].text == "class"
    joined = ("" if is_class else "_").join(t.text for t in left if t.text != "-")
    what = "a hyphen" if "-" in texts(left) else "a space"
    how = "Write it as one word" if is_class else "Join the words with an underscore"
    return scene.repaired(
        f"The name of a {'class' if is_class else 'function'} cannot have {what} in it.",
        f"{how}: `{joined}`.",
        replace(left[0], joined, left[-1]),
    )


def digit_first(scene: SyntaxScene) -> Finding | None:
    """Explain `2nd = 3` and `2x`: a name that starts with a digit, or a missing `*`."""
    here = scene.here
    for index, (first, second) in enumerate(itertools.pairwise(here)):
        glued = first.kind == "number" and second.kind == "name" and first.touches(second)
        if not glued or first.text[:2] in ("0x", "0b"):
            continue
        if keyword.iskeyword(second.text):
            continue
        if second.text in ("e", "E") or (first.text == "0" and second.text[:1] in "xob"):
            return Finding(
                f"`{first.text + second.text}` looks like a number, but it is not a complete one.",
                "Write the number in plain digits, such as `100` or `0.5`.",
                span(first, second),
            )
        whole = first.text + second.text
        after = here[index + 2].text if index + 2 < len(here) else ""
        before = here[index - 1].text if index else ""
        if after == "=" or before in ("def", "for", "class") or (index == 0 and after == ""):
            return _digit_name(scene, first, second, whole)
        change = replace(first, f"{first.text} * ")
        return Finding(
            f"`{whole}` starts with a digit, so it is neither a number nor a name.",
            f"To multiply, write `{first.text} * {second.text}`; a name must start with a letter.",
            span(first, second),
            change if second.text in _names_used(scene) and scene.helps(change) else None,
        )
    return None


def _digit_name(scene: SyntaxScene, first: Token, second: Token, whole: str) -> Finding:
    joined = f"{second.text.strip('_')}_{first.text}"
    return Finding(
        f"`{whole}` starts with a digit, and a name must start with a letter.",
        f"Put the digit at the end of the name, as in `{joined}`.",
        span(first, second),
    )


def _names_used(scene: SyntaxScene) -> set[str]:
    counted = [t.text for t in scene.tokens if t.kind == "name"]
    return {name for name in counted if counted.count(name) > 1 or len(name) == 1}


def words_without_quotes(scene: SyntaxScene) -> Finding | None:
    """Explain `print(Hello world)` and `name = Hello world`: a text without quotes."""
    here = scene.here
    for index, (first, second) in enumerate(itertools.pairwise(here)):
        names = first.kind == second.kind == "name"
        if not names or keyword.iskeyword(first.text) or keyword.iskeyword(second.text):
            continue
        if index == 0 or here[index - 1].text not in ("(", "=", ",", "[", ":"):
            continue
        known = _names_used(scene)
        if first.text in known and second.text in known:
            continue
        last = index + 1
        while last + 1 < len(here) and here[last + 1].kind in ("name", "odd"):
            last += 1
        words = scene.text[first.column - 1 : here[last].end_column - 1]
        joined = words.replace(" ", "_")
        if joined in texts(scene.tokens):
            return scene.repaired(
                f"`{words}` is two words to Python. There is a name `{joined}`.",
                f"Write `{joined}`.",
                replace(first, joined, here[last]),
            )
        quote = '"' if '"' not in words else "'"
        found = scene.repaired(
            f"`{words}` looks like a text, but it has no quotes, so Python takes each word for "
            "a name.",
            f"Put the text in quotes: `{quote}{words}{quote}`.",
            replace(first, f"{quote}{words}{quote}", here[last]),
        )
        if found:
            return found
    return None


def missing_def(scene: SyntaxScene) -> Finding | None:
    """Explain `neuron(inputs, weights):` where the `def` is missing."""
    here = scene.here
    if len(here) < 4 or here[0].kind != "name" or here[1].text != "(" or here[-1].text != ":":
        return None
    word = here[0].text
    if keyword.iskeyword(word):
        return None
    return scene.repaired(
        f"A line such as `{word}(...):` with a colon at its end starts a function, "
        "and that needs the word `def`.",
        f"Write `def` before `{word}`.",
        insert_before(here[0], "def "),
        span(here[0], here[-1]),
    )
