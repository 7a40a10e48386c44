"""Brackets that are not closed, closed twice, or closed by the wrong one."""

import re

from engine.explain.explanation import Change, Finding
from engine.explain.spelling import nearest
from engine.explain.syntax_scene import SyntaxScene, insert_after, replace, span
from engine.explain.tokens import CLOSERS, OPENERS, Token

_WORDS = {"(": "round bracket", "[": "square bracket", "{": "curly brace"}
_COMPOUND = ("if", "for", "while", "def", "class", "elif", "with", "else", "try")


def unclosed(scene: SyntaxScene) -> Finding | None:
    """Explain a bracket that is never closed, at the place where it was opened."""
    if "never closed" not in scene.message and not _ends_open(scene):
        return None
    opened = _open_brackets(scene.tokens)
    if not opened:
        return None
    bracket = _named(scene, opened) or opened[-1]
    closer = OPENERS[bracket.text]
    cause = _unclosed_cause(scene, bracket)
    closings = _closings(scene, bracket, closer)
    best = next((c for c in closings if scene.mends(c)), None) or next(
        (c for c in closings if scene.helps(c) and not _goes_on(scene, c)), None
    )
    if best is not None:
        return Finding(cause, _closing_fix(scene, best, closer), span(bracket), best)
    return Finding(cause, f"Write `{closer}` where what it opens is over.", span(bracket))


def _goes_on(scene: SyntaxScene, change: Change) -> bool:
    """Return whether the next line is indented deeper, so that it belongs to the bracket."""
    lines = scene.lines[change.line - 1 :]
    following = next((line for line in lines[1:] if line.strip()), "")
    return _margin(following) > _margin(lines[0]) and not lines[0].rstrip().endswith(":")


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())


def _ends_open(scene: SyntaxScene) -> bool:
    """Return whether the error comes while a bracket from an earlier line is still open."""
    index = scene.index
    if index is None or "was never closed" in scene.message:
        return True
    if scene.here and scene.here[0].text in _COMPOUND and scene.tokens[index].text == ":":
        return bool(_open_brackets(scene.here))
    before = [t for t in scene.tokens if t.line < scene.line]
    starts = scene.tokens[index].text in _COMPOUND or _is_assignment(scene.here)
    return bool(_open_brackets(before)) and starts and not re.match("comma", scene.message)


def _is_assignment(tokens: list[Token]) -> bool:
    return len(tokens) > 1 and tokens[0].kind == "name" and tokens[1].text == "="


def _open_brackets(tokens: list[Token]) -> list[Token]:
    opened: list[Token] = []
    for token in tokens:
        if token.text in OPENERS:
            opened.append(token)
        elif token.text in CLOSERS and opened and opened[-1].text == CLOSERS[token.text]:
            opened.pop()
    return opened


def _named(scene: SyntaxScene, opened: list[Token]) -> Token | None:
    """Return the bracket that Python points at."""
    return next((t for t in opened if (t.line, t.column) == (scene.line, scene.column)), None)


def _unclosed_cause(scene: SyntaxScene, bracket: Token) -> str:
    index = scene.tokens.index(bracket)
    before = scene.tokens[index - 1] if index else None
    called = before and before.kind == "name" and before.touches(bracket)
    what = f"after `{before.text}` " if called and before else ""
    return f"The bracket `{bracket.text}` {what}on line {bracket.line} is never closed."


def _closings(scene: SyntaxScene, bracket: Token, closer: str) -> list[Change]:
    """Return the places where the closing bracket could go: end of a line, before a colon."""
    changes: list[Change] = []
    last_line = min(len(scene.lines), bracket.line + 12)
    for line in range(bracket.line, last_line + 1):
        tokens = scene.on_line(line)
        if not tokens:
            continue
        if line > bracket.line and (_is_assignment(tokens) or tokens[0].text in _COMPOUND):
            break
        signs = [t for t in tokens[1:] if t.text == "=" and t.line == bracket.line]
        changes += [insert_after(tokens[tokens.index(t) - 1], closer) for t in signs]
        if tokens[-1].text == ":" and len(tokens) > 1:
            changes.append(insert_after(tokens[-2], closer))
        changes.append(insert_after(tokens[-1], closer))
    return changes


def _closing_fix(scene: SyntaxScene, change: Change, closer: str) -> str:
    line = scene.lines[change.line - 1]
    if change.column > len(line.rstrip()):
        return f"Write `{closer}` at the end of line {change.line}."
    return f"Write `{closer}` on line {change.line}, before `{line[change.column - 1 :].strip()}`."


def open_at_end(scene: SyntaxScene) -> Finding | None:
    """Explain any error in a program whose last bracket is never closed."""
    opened = _open_brackets(scene.tokens)
    if not opened or opened[-1].line > scene.line:
        return None
    bracket, closer = opened[-1], OPENERS[opened[-1].text]
    return Finding(
        _unclosed_cause(scene, bracket),
        f"Write `{closer}` where what it opens is over.",
        span(bracket),
    )


def mismatched(scene: SyntaxScene) -> Finding | None:
    """Explain a closing bracket of another kind than the one that is open."""
    opened: list[Token] = []
    for token in scene.tokens:
        if token.text in OPENERS:
            opened.append(token)
        elif token.text in CLOSERS:
            if not opened:
                return _unmatched(scene, token)
            if opened[-1].text != CLOSERS[token.text]:
                return _wrong_closer(scene, opened[-1], token)
            opened.pop()
    return None


def _wrong_closer(scene: SyntaxScene, opener: Token, closer: Token) -> Finding:
    right = OPENERS[opener.text]
    cause = (
        f"The bracket `{opener.text}` on line {opener.line} is closed by `{closer.text}`, "
        "which is another kind of bracket."
    )
    swap = scene.repaired(
        cause, f"Write `{right}` instead of `{closer.text}`.", replace(closer, right)
    )
    if swap:
        return swap
    missing = scene.repaired(
        f"The bracket `{opener.text}` on line {opener.line} is still open when "
        f"`{closer.text}` comes.",
        f"Write `{right}` before the `{closer.text}`.",
        Change(closer.line, closer.column, closer.line, closer.column, right),
    )
    return missing or Finding(cause, f"Close it with `{right}`.", span(closer))


def _unmatched(scene: SyntaxScene, closer: Token) -> Finding:
    opener = CLOSERS[closer.text]
    change = replace(closer, "")
    return Finding(
        f"The closing `{closer.text}` has no `{opener}` that it belongs to.",
        f"Delete the `{closer.text}`, or write the missing `{opener}` before it.",
        span(closer),
        change if scene.helps(change) else None,
    )


def print_without_brackets(scene: SyntaxScene) -> Finding | None:
    """Explain `print "x"`: a call without its round brackets."""
    here = scene.here
    for index, token in enumerate(here[:-1]):
        slip = index == 0 and token.kind == "name" and nearest(token.text, ["print"])
        other = index == 0 and token.text in ("echo", "puts", "say", "println", "printf")
        is_print = slip or other
        known = token.text in ("print", "exec", "input", "len", "Print")
        alone = len(here) == 2 and here[1].kind in ("string", "name", "number")
        if not (known or (is_print and (alone or here[1].kind == "string"))) or token.depth:
            continue
        if here[index + 1].text in ("(", "=", ".", ","):
            continue
        if index and here[index - 1].text not in (":", ";", "else"):
            continue
        rest = scene.text[token.end_column - 1 : here[-1].end_column - 1].strip()
        name = "print" if is_print else token.text.lower()
        change = replace(token, f"{name}({rest})", here[-1])
        found = scene.repaired(
            f"`{name}` is a function, so what it shall {_verb(name)} stands in round brackets.",
            f"Write `{name}({rest})`.",
            change,
        )
        if found:
            return found
    return None


def _verb(name: str) -> str:
    return "show" if name == "print" else "work on"


def raise_without_brackets(scene: SyntaxScene) -> Finding | None:
    """Explain `raise ValueError "words"`."""
    here = scene.here
    for word, name, text in zip(here, here[1:], here[2:], strict=False):
        if word.text == "raise" and name.kind == "name" and text.kind == "string":
            right = f"{name.text}({text.text})"
            return scene.repaired(
                "The words of an error stand in round brackets behind its name.",
                f"Write `raise {right}`.",
                replace(name, right, text),
            )
    return None


def stray_end(scene: SyntaxScene) -> Finding | None:
    """Explain a sign at the end of a line that has no meaning there."""
    here = scene.here
    if len(here) < 2 or here[-1].text not in (":", ";", ",", ".", "{", "}"):
        return None
    last = here[-1]
    return scene.repaired(
        f"The `{last.text}` at the end of this line has no meaning here.",
        f"Delete the `{last.text}`.",
        replace(last, ""),
    )


def square_call(scene: SyntaxScene) -> Finding | None:
    """Explain curly braces or nothing around what a `def` or a condition needs."""
    for line in range(scene.line, max(0, scene.line - 20), -1):
        here = scene.on_line(line)
        if not here or here[-1].text != "{" or here[0].text not in _COMPOUND:
            continue
        written = "{"
        if len(here) > 1 and here[-2].text == ":":
            written = ": {"
        return Finding(
            "Curly braces do not make a block in Python. A block starts with a colon, "
            "and its lines are indented.",
            f"Write `:` instead of `{written}`, indent the lines below, and delete the `}}`.",
            span(here[-1]),
        )
    return None
