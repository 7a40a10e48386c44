"""Conditions: half a comparison after `or`, words in the wrong order, a filter in a list."""

import itertools
import keyword

from engine.explain.explanation import Finding
from engine.explain.syntax_scene import (
    SyntaxScene,
    insert_after,
    replace,
    span,
    texts,
)
from engine.explain.tokens import Token

_COMPARE = ("==", "!=", "<", ">", "<=", ">=")


def half_comparison(scene: SyntaxScene) -> Finding | None:
    """Explain `x == 1 or == 2`: the second comparison lacks its left side."""
    here = scene.here
    for index, (word, sign) in enumerate(itertools.pairwise(here)):
        if word.text not in ("and", "or") or sign.text not in _COMPARE:
            continue
        left = _left_side(here[:index])
        if not left:
            continue
        words = scene.text[left[0].column - 1 : left[-1].end_column - 1]
        after = here[index + 2].text if index + 2 < len(here) else "..."
        return scene.repaired(
            f"Behind `{word.text}`, nothing stands left of `{sign.text}` to compare with.",
            f"Write the name again: `{word.text} {words} {sign.text} {after}`.",
            insert_after(word, f" {words}"),
            span(word, sign),
        )
    return None


def _left_side(before: list[Token]) -> list[Token]:
    """Return what stands left of the first comparison."""
    sign = next((i for i, t in enumerate(before) if t.text in _COMPARE), 0)
    start = sign
    while start and not _starts_condition(before[start - 1]):
        start -= 1
    return before[start:sign]


def _starts_condition(token: Token) -> bool:
    return token.text in ("(", "=", ":") or keyword.iskeyword(token.text)


def not_behind_in(scene: SyntaxScene) -> Finding | None:
    """Explain `x in not xs`, which is `x not in xs`."""
    for first, second in itertools.pairwise(scene.here):
        if (first.text, second.text) == ("in", "not"):
            return scene.repaired(
                "The words stand in the other order: `not in`.",
                "Write `not in` instead of `in not`.",
                replace(first, "not in", second),
            )
    return None


def filter_before_for(scene: SyntaxScene) -> Finding | None:
    """Explain `[x if x > 1 for x in xs]`: a filter in front of the loop."""
    here = scene.here
    words = texts(here)
    if "if" not in words or "else" in words or "for" not in words:
        return None
    test, loop = words.index("if"), words.index("for")
    if not 0 < test < loop or not here[loop].depth:
        return None
    depth = here[loop].depth
    closers = [i for i, t in enumerate(here) if i > loop and t.depth == depth and t.text in ")]}"]
    last = here[closers[0] - 1] if closers else here[-1]
    condition = scene.text[here[test].column - 1 : here[loop].column - 1].strip()
    written = scene.text[here[loop].column - 1 : last.end_column - 1]
    return scene.repaired(
        "An `if` that picks values stands behind the loop, not before it.",
        f"Write `{written} {condition}`.",
        replace(here[test], f"{written} {condition}", last),
    )
