"""Values side by side: missing commas, missing operators, numbers that are not numbers."""

import itertools
import keyword
import re

from engine.explain.explanation import Change, Finding
from engine.explain.syntax_quotes import innermost
from engine.explain.syntax_scene import SyntaxScene, insert_after, replace, span, texts
from engine.explain.tokens import Token

_GLUE = (
    "and",
    "or",
    "not",
    "in",
    "is",
    "if",
    "else",
    "for",
    "lambda",
    "as",
    "import",
    "from",
    "return",
    "print",
    "async",
    "await",
    "yield",
    "del",
    "assert",
    "raise",
)


def leading_zeros(scene: SyntaxScene) -> Finding | None:
    """Explain `007`, and numbers grouped with commas such as `1,050`."""
    if "leading zeros" not in scene.message:
        return None
    token = next((t for t in scene.here if re.match(r"0\d", t.text)), None)
    if token is None:
        return None
    grouped = re.search(r"\d{1,3}(,\d{3})+(?!\d)(\.\d+)?", scene.text)
    if grouped and "," in grouped.group():
        return _grouped(scene, grouped)
    right = token.text.lstrip("0") or "0"
    return Finding(
        f"A whole number cannot start with a zero: `{token.text}`.",
        f"Write `{right}`.",
        span(token),
        replace(token, right) if scene.helps(replace(token, right)) else None,
    )


def _grouped(scene: SyntaxScene, match: re.Match[str]) -> Finding:
    right = match.group().replace(",", "")
    change = Change(scene.line, match.start() + 1, scene.line, match.end() + 1, right)
    return Finding(
        f"The comma in `{match.group()}` makes two values out of one number.",
        f"Write the number without a comma: `{right}`.",
        None,
        change if scene.helps(change) else None,
    )


def broken_number(scene: SyntaxScene) -> Finding | None:
    """Explain `1.2.3`, `1_`, `0x`, and a decimal comma where it breaks the line."""
    here = scene.here
    for first, second in itertools.pairwise(here):
        if first.kind == second.kind == "number" and first.touches(second):
            whole = first.text + second.text
            return Finding(
                f"`{whole}` is not a number: it has more than one decimal point.",
                "Keep one decimal point.",
                span(first, second),
            )
    if "decimal literal" not in scene.message and "literal" not in scene.message:
        return None
    token = next((t for t in here if t.kind == "number" and t.text.endswith("_")), None)
    if token is None:
        return None
    return scene.repaired(
        f"`{token.text}` ends with an underscore, so it is not a number.",
        f"Write `{token.text.rstrip('_')}`.",
        replace(token, token.text.rstrip("_")),
    )


def number_and_unit(scene: SyntaxScene) -> Finding | None:
    """Explain `5 apples`, `1 000` and `50%`."""
    here = scene.here
    if here and here[-1].text == "%" and len(here) > 1 and here[-2].kind == "number":
        number = here[-2].text
        return Finding(
            f"Python cannot read `{number}%`: it knows no percent sign behind a number.",
            "Write the share as a number, as in `0.5` for fifty percent.",
            span(here[-2], here[-1]),
        )
    for first, second in itertools.pairwise(here):
        if first.kind != "number" or first.touches(second) or first.depth:
            continue
        if second.kind == "number" and re.fullmatch(r"\d{3}", second.text):
            joined = first.text + second.text
            return scene.repaired(
                f"The space splits `{first.text} {second.text}` into two numbers.",
                f"Write the number without a space: `{joined}`.",
                replace(first, joined, second),
            )
        if second.kind == "name" and second.text not in _GLUE and second is here[-1]:
            return _unit(scene, first, second)
    return None


def _unit(scene: SyntaxScene, number: Token, word: Token) -> Finding | None:
    change = Change(number.end_line, number.end_column, word.end_line, word.end_column, "")
    helps = scene.helps(change)
    return Finding(
        f"Python knows the number {number.text}, but not what `{word.text}` behind it means.",
        f"Write only the number, `{number.text}`; to multiply, write "
        f"`{number.text} * {word.text}`; for a text, put all of it in quotes.",
        span(number, word),
        change if helps and word.text.endswith("s") else None,
    )


def missing_comma(scene: SyntaxScene) -> Finding | None:
    """Explain two values inside brackets with nothing between them."""
    for first, second in _neighbours(scene):
        if not first.depth and first.text not in ("(", "[", "{"):
            continue
        for sign in _signs(scene, first):
            cause = (
                f"Between `{first.text}` and `{second.text}` a {sign[1]} is missing."
                if _short(first, second)
                else f"A {sign[1]} is missing between two values."
            )
            fix = f"Write a {sign[1]} after `{first.text}`."
            if len(first.text) > 30:
                fix = f"Write a {sign[1]} at the end of line {first.end_line}."
            found = scene.repaired(cause, fix, insert_after(first, sign[0]), span(first, second))
            if found:
                return found
    return _every_comma(scene)


def _every_comma(scene: SyntaxScene) -> Finding | None:
    """Explain brackets in which all commas are missing."""
    pairs = [(a, b) for a, b in _neighbours(scene) if a.depth and a.line == b.line == scene.line]
    if len(pairs) < 2:
        return None
    line = scene.text
    for first, _ in reversed(pairs):
        line = line[: first.end_column - 1] + "," + line[first.end_column - 1 :]
    return scene.repaired(
        "The commas between these values are missing.",
        "Write a comma after each value but the last.",
        Change(scene.line, 1, scene.line, len(scene.text) + 1, line),
        span(pairs[0][0], pairs[-1][1]),
    )


def _short(first: Token, second: Token) -> bool:
    return len(first.text) + len(second.text) < 40


def _signs(scene: SyntaxScene, first: Token) -> list[tuple[str, str]]:
    comma, colon = (",", "comma"), (":", "colon")
    if innermost(scene.tokens, scene.tokens.index(first) + 1) != "{":
        return [comma]
    before = texts(scene.here)
    return [colon, comma] if ":" not in before else [comma, colon]


def _neighbours(scene: SyntaxScene) -> list[tuple[Token, Token]]:
    """Return pairs of values that stand side by side, near the error."""
    pairs = []
    for first, second in zip(scene.tokens, scene.tokens[1:], strict=False):
        near = scene.line - 1 <= second.line <= max(scene.end_line, scene.line) + 1
        if near and _ends_value(first) and _starts_value(second):
            pairs.append((first, second))
    return pairs


def _ends_value(token: Token) -> bool:
    if token.kind == "name":
        return not keyword.iskeyword(token.text) or token.text in ("None", "True", "False")
    return token.kind in ("number", "string") or token.text in (")", "]", "}")


def _starts_value(token: Token) -> bool:
    if token.kind == "name":
        return token.text not in _GLUE
    return token.kind in ("number", "string") or token.text in ("[", "{", "(")


def dictionary(scene: SyntaxScene) -> Finding | None:
    """Explain `=` in place of `:` in a dictionary, and keys without a value."""
    here = scene.statement
    for index, token in enumerate(here):
        if token.text == "=" and token.depth and innermost(here, index) == "{":
            return scene.repaired(
                "In a dictionary, a colon stands between a key and its value.",
                "Write `:` instead of `=`.",
                replace(token, ":"),
            )
    if "dictionary key" not in scene.message:
        return None
    return Finding(
        "In a dictionary every key has a value behind a colon, and here one is missing.",
        'Write the key, a colon and the value, as in `{"bias": 0}`.',
    )


def empty_index(scene: SyntaxScene) -> Finding | None:
    """Explain `values[]`: square brackets with nothing between them."""
    here = scene.here
    for name, first, second in zip(here, here[1:], here[2:], strict=False):
        if name.kind == "name" and name.touches(first) and (first.text, second.text) == ("[", "]"):
            if keyword.iskeyword(name.text):
                continue
            return Finding(
                f"The square brackets behind `{name.text}` are empty, so Python cannot tell which "
                "value is meant.",
                f"Write the number of a place between them, as in `{name.text}[0]`.",
                span(first, second),
            )
    return None


def semicolon_inside(scene: SyntaxScene) -> Finding | None:
    """Explain `[1; 2]`."""
    token = next((t for t in scene.statement if t.text == ";" and t.depth), None)
    if token is None:
        return None
    return scene.repaired(
        "Inside brackets, values are parted by commas, not by semicolons.",
        "Write `,` instead of `;`.",
        replace(token, ","),
    )


def _forgotten_call(scene: SyntaxScene, first: Token, second: Token) -> Finding | None:
    """Explain `xs.append 3`, a call without its brackets."""
    index = scene.here.index(first) if first in scene.here else 0
    if index < 2 or scene.here[index - 1].text != "." or index != len(texts(scene.here)[:index]):
        return None
    start = scene.text[scene.here[0].column - 1 : first.end_column - 1]
    inside = scene.text[second.column - 1 : scene.here[-1].end_column - 1]
    gap = Change(
        first.end_line, first.end_column, scene.line, scene.here[-1].end_column, f"({inside})"
    )
    return scene.repaired(
        f"`{start}` is called with round brackets around what it is given.",
        f"Write `{start}({inside})`.",
        gap,
        span(first, second),
    )


def missing_operator(scene: SyntaxScene) -> Finding | None:
    """Explain `a b`, `2 x`, `total weights`: values on one line without a sign."""
    for first, second in _neighbours(scene):
        if first.depth or first.line != second.line:
            continue
        if first.kind == "name" and second.text in ("(", "["):
            continue
        called = _forgotten_call(scene, first, second)
        if called:
            return called
        times = insert_after(first, " *" if not first.touches(second) else " * ")
        pointed = scene.index is not None and scene.tokens[scene.index] in (first, second)
        if not pointed and not scene.helps(times):
            continue
        return Finding(
            f"`{first.text}` and `{second.text}` stand side by side, with nothing between them.",
            "Write what is to happen with the two: a sign such as `*` or `+`, or a comma; "
            "if they are two commands, put the second on its own line.",
            span(first, second),
        )
    return None


def comma_space(scene: SyntaxScene) -> Finding | None:
    """Explain a line that starts with a comma or has two of them."""
    here = scene.statement
    for first, second in itertools.pairwise(here):
        if second.text == "," and first.text in (",", "(", "[", "{"):
            change = replace(second, "")
            return scene.repaired(
                "There is a comma with no value before it.",
                "Write the value that is missing, or delete the comma.",
                change,
            )
    return None


def unparenthesized_tuple(scene: SyntaxScene) -> Finding | None:
    """Explain `[a, b for a, b in pairs]`."""
    if "parenthesized" not in scene.message:
        return None
    if "omprehension target" in scene.message or "did you forget parentheses" in scene.message:
        return Finding(
            "Two values for each turn of the loop must stand in round brackets.",
            "Write round brackets around the values before `for`, as in "
            "`[(a, b) for a, b in pairs]`.",
        )
    return Finding(
        "A loop inside a call with more than one argument needs round brackets of its own.",
        "Put round brackets around the part from the value to the end of the loop.",
    )
