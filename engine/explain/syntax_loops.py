"""Loops: `for` without `in`, `foreach`, loops inside a value."""

import itertools
import re

from engine.explain.explanation import Change, Finding
from engine.explain.syntax_scene import (
    SyntaxScene,
    insert_before,
    replace,
    span,
    texts,
)
from engine.explain.tokens import Token


def for_without_in(scene: SyntaxScene) -> Finding | None:
    """Explain a `for` line that lacks `in`, or that counts as in another language."""
    line = scene.here
    start = next((i for i, t in enumerate(line) if t.text == "for"), None)
    if start is None or start + 2 >= len(line):
        return None
    name, sign = line[start + 1], line[start + 2]
    if name.text == "each" or (name.kind == "name" and sign.kind == "name" and "in" in texts(line)):
        change = Change(name.line, name.column, sign.line, sign.column, "")
        found = scene.repaired(
            f"The word `{name.text}` is too much: after `for` comes the name, and then `in`.",
            f"Write `for {sign.text} in ...`.",
            change,
        )
        if found:
            return found
    if "in" in texts(line[start:]) and "range" in texts(line):
        found = _bare_range(scene, line)
        if found:
            return found
    if name.text == "(" or sign.text == "=" or "to" in texts(line[start:]):
        return Finding(
            "A `for` loop in Python goes through values, one after the other: "
            "`for i in range(10):`.",
            "Write the loop with `in` and `range`, as in `for i in range(10):`.",
            span(line[start], line[-1]),
        )
    if name.kind != "name" or "in" in texts(line[start:]):
        return None
    if sign.text in ("of", "on", "from", "inn", "im", ":", "-"):
        change = replace(sign, "in")
    else:
        change = insert_before(sign, "in ")
    return scene.repaired(
        f"The `for` loop needs the word `in` between `{name.text}` and what it goes through.",
        f"Write `for {name.text} in ...`.",
        change,
        span(line[start], sign),
    )


def _bare_range(scene: SyntaxScene, line: list[Token]) -> Finding | None:
    """Explain `range 10`, without brackets."""
    at = texts(line).index("range")
    if at + 1 >= len(line) or line[at + 1].kind not in ("number", "name"):
        return None
    end = line[-2] if line[-1].text == ":" else line[-1]
    inside = scene.text[line[at + 1].column - 1 : end.end_column - 1]
    return scene.repaired(
        "`range` is a function, so its number stands in round brackets.",
        f"Write `range({inside})`.",
        replace(line[at], f"range({inside})", end),
    )


def value_as_name(scene: SyntaxScene) -> Finding | None:
    """Explain `for 3 in xs`: a value where the loop needs a name."""
    here = scene.here
    for word, name, sign in zip(here, here[1:], here[2:], strict=False):
        if word.text == "for" and sign.text == "in" and name.kind in ("number", "string"):
            return Finding(
                f"After `for` stands a name that gets one value in each turn, and `{name.text}` "
                "is a value.",
                "Write a name there, as in `for x in ...`.",
                span(name),
            )
    return None


def foreach(scene: SyntaxScene) -> Finding | None:
    """Explain `foreach`, and `until`, `unless` and `repeat`."""
    meant = {"foreach": "for", "until": "while not", "unless": "if not", "loop": "while"}
    here = scene.here
    if not here or here[0].text.lower() not in meant:
        return None
    right = meant[here[0].text.lower()]
    return scene.repaired(
        f"Python has no word `{here[0].text}`.",
        f"Write `{right}` instead.",
        replace(here[0], right),
    )


def bare_comprehension(scene: SyntaxScene) -> Finding | None:
    """Explain `[for i in xs]` and `x = i for i in xs`."""
    here = scene.here
    for before, word in itertools.pairwise(here):
        if word.text != "for" or here[0] is word:
            continue
        if before.text in ("[", "("):
            return Finding(
                "Before `for`, the value for each turn of the loop is missing.",
                "Write it first, as in `[i * 2 for i in range(3)]`.",
                span(word),
            )
        sign = next((t for t in here if t.text == "=" and not t.depth), None)
        if sign is not None and not word.depth:
            start = here[here.index(sign) + 1]
            inside = scene.text[start.column - 1 : here[-1].end_column - 1]
            return scene.repaired(
                "A loop inside a value needs square brackets around it, which make a list.",
                f"Write `[{inside}]`.",
                replace(start, f"[{inside}]", here[-1]),
            )
    return None


def line_in_comprehension(scene: SyntaxScene) -> Finding | None:
    """Explain `[for x in xs: x]`, where the value stands behind the loop."""
    match = re.search(r"\[\s*(for\s+\w+\s+in\s+[^:\]]+?)\s*:\s*([^\]]+)\]", scene.text)
    if match is None:
        return None
    written = f"[{match.group(2)} {match.group(1)}]"
    change = Change(scene.line, match.start() + 1, scene.line, match.end() + 1, written)
    return scene.repaired(
        "In a list like this, the value stands first and the loop behind it, without a colon.",
        f"Write `{written}`.",
        change,
    )
