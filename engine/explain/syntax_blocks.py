"""Lines that open a block: the colon, `else if`, `for ... in`, conditions."""

import itertools
import re

from engine.explain.explanation import Change, Finding
from engine.explain.syntax_scene import (
    SyntaxScene,
    insert_after,
    replace,
    span,
    texts,
)
from engine.explain.tokens import Token

OPENING = (
    "if",
    "elif",
    "else",
    "for",
    "while",
    "def",
    "class",
    "try",
    "except",
    "finally",
    "with",
    "match",
    "case",
)
_BEFORE_VALUE = ("=", "(", "return", "+", ",", "else")
_WHAT = {"def": "a function", "class": "a class", "for": "a loop", "while": "a loop"}


def else_if(scene: SyntaxScene) -> Finding | None:
    """Explain `else if`, `elseif` and `elsif`, which Python writes as `elif`."""
    for index, token in enumerate(scene.here[:3]):
        if token.text in ("elseif", "elsif", "elseIf", "ElseIf", "elif_", "elf", "elfi", "eliff"):
            change, written = replace(token, "elif"), token.text
        elif token.text.lower() == "else" and texts(scene.here[index + 1 : index + 2]) == ["if"]:
            change = replace(token, "elif", scene.here[index + 1])
            written = f"{token.text} if"
        else:
            continue
        place = Change(token.line, token.column, change.end_line, change.end_column, "")
        return Finding(
            f"Python writes `{written}` as one short word: `elif`.",
            f"Write `elif` instead of `{written}`.",
            span(token, Token("", "", 0, 0, place.end_line, place.end_column, 0)),
            change if scene.helps(change) else None,
        )
    return None


def missing_colon(scene: SyntaxScene) -> Finding | None:
    """Explain a line that opens a block and lacks its colon."""
    line = _opening_line(scene)
    if not line:
        return None
    word, last = line[0].text, line[-1]
    if last.text == ":":
        return None
    comma = any(t.text == "," and not t.depth for t in line) and word in ("if", "elif", "while")
    if (
        ";" in texts(line)
        or comma
        or last.text in (",", "{", ".", "::")
        or line[-2:][0].text == "then"
    ):
        found = _instead_of_colon(scene, line)
        if found:
            return found
    for change in _colon_places(line):
        found = scene.repaired(
            _colon_cause(word), _colon_fix(scene, change), change, span(line[0], last)
        )
        if found:
            return found
    return None


def _opening_line(scene: SyntaxScene) -> list[Token]:
    """Return the statement of the error, or the one before it, if it opens a block."""
    for tokens in (scene.statement, scene.on_line(scene.line), _line_before(scene)):
        if tokens and tokens[0].text == "async":
            tokens = tokens[1:]
        if tokens and tokens[0].text in OPENING:
            return tokens
    return []


def _line_before(scene: SyntaxScene) -> list[Token]:
    for line in range(scene.line - 1, 0, -1):
        if tokens := scene.on_line(line):
            return tokens
    return []


def _colon_cause(word: str) -> str:
    what = _WHAT.get(word)
    if what:
        return f"The line that starts {what} with `{word}` must end with a colon."
    return f"A line that starts with `{word}` must end with a colon."


def _colon_fix(scene: SyntaxScene, change: Change) -> str:
    line = scene.lines[change.line - 1]
    rest = re.sub(r"#.*", "", line[change.column - 1 :]).strip()
    if not rest:
        return f"Write `:` at the end of line {change.line}."
    return f"Write `:` before `{rest}`, or better: `:` and `{rest}` on its own indented line."


def _colon_places(line: list[Token]) -> list[Change]:
    places = [insert_after(line[-1], ":")]
    if line[0].text in ("else", "try", "finally"):
        places.append(insert_after(line[0], ":"))
    places += [
        insert_after(token, ":") for token in line[1:-1] if not token.depth or token.text in ")]}"
    ]
    return places


def _instead_of_colon(scene: SyntaxScene, line: list[Token]) -> Finding | None:
    last = next((t for t in line if t.text in (";", ",") and not t.depth), line[-1])
    if last.text == "{":
        return None
    if last is not line[-1]:
        rest = scene.lines[last.line - 1][last.end_column - 1 :].strip()
        return scene.repaired(
            f"{_colon_cause(line[0].text)} Here a `{last.text}` stands in its place.",
            f"Write `:` instead of `{last.text}`, and `{rest}` on its own indented line.",
            replace(last, ":"),
        )
    return scene.repaired(
        f"{_colon_cause(line[0].text)} Here it ends with `{last.text}`.",
        f"Write `:` instead of `{last.text}`.",
        replace(last, ":"),
    )


def then_word(scene: SyntaxScene) -> Finding | None:
    """Explain `then` or `do`, which other languages write before a block."""
    line = scene.here
    word = next((t for t in line if t.text.lower() in ("then", "do")), None)
    if word is None or line[0].text not in ("if", "elif", "while", "for"):
        return None
    colon = line[-1].text == ":"
    before = line[line.index(word) - 1]
    end = line[-1] if colon else word
    change = Change(before.end_line, before.end_column, end.end_line, end.end_column, ":")
    return scene.repaired(
        f"Python does not use the word `{word.text}`. A colon ends the condition.",
        f"Write `:` instead of `{word.text}`.",
        change,
        span(word),
    )


def else_with_condition(scene: SyntaxScene) -> Finding | None:
    """Explain `else x > 3:`."""
    line = scene.here
    if len(line) < 3 or line[0].text != "else" or line[-1].text != ":":
        return None
    condition = scene.text[line[0].end_column - 1 : line[-1].column - 1].strip()
    return scene.repaired(
        "`else` stands for every case that is left, so it has no condition of its own.",
        f"Write `elif {condition}:`, or only `else:`.",
        replace(line[0], "elif"),
        span(line[0], line[-1]),
    )


def lonely_else(scene: SyntaxScene) -> Finding | None:
    """Explain an `else` or `elif` that belongs to no `if`."""
    line = scene.here
    if not line or line[0].text not in ("else", "elif", "except", "finally"):
        return None
    partner = "try" if line[0].text in ("except", "finally") else "if"
    if scene.index is not None and scene.tokens[scene.index] is not line[0]:
        return None
    opener = _nearest_opener(scene, partner)
    cause = f"This `{line[0].text}` has no `{partner}` that it belongs to."
    if opener is None:
        return Finding(
            cause,
            f"Write {'an' if partner == 'if' else 'a'} `{partner}` before it, or delete the "
            f"`{line[0].text}`.",
            span(line[0]),
        )
    if opener.column != line[0].column:
        change = Change(scene.line, 1, scene.line, line[0].column, " " * (opener.column - 1))
        return Finding(
            f"{cause} The `{partner}` on line {opener.line} starts in another column.",
            f"Put `{line[0].text}` exactly below that `{partner}`.",
            span(line[0]),
            change if scene.helps(change) else None,
        )
    return Finding(
        f"{cause} A line between the two that is not indented has ended the `{partner}`.",
        f"Indent the lines between `{partner}` on line {opener.line} and `{line[0].text}`.",
        span(line[0]),
    )


def _nearest_opener(scene: SyntaxScene, word: str) -> Token | None:
    words = (word, "for", "while", "elif") if word == "if" else (word,)
    for line in range(scene.line - 1, 0, -1):
        tokens = scene.on_line(line)
        if tokens and tokens[0].text in words[:1]:
            return tokens[0]
    return None


def comma_condition(scene: SyntaxScene) -> Finding | None:
    """Explain `if x > 3, y < 4:`."""
    here = scene.here
    if not here or here[0].text not in ("if", "elif", "while"):
        return None
    comma = next((t for t in here if t.text == "," and not t.depth), None)
    if comma is None:
        return None
    return scene.repaired(
        "Two conditions are joined by a word, `and` or `or`, not by a comma.",
        "Write `and` instead of the comma, or `or` if one of the two is enough.",
        replace(comma, " and"),
        span(comma),
    )


def empty_condition(scene: SyntaxScene) -> Finding | None:
    """Explain an `if`, `while` or `elif` without a condition."""
    line = scene.here
    if len(line) != 2 or line[0].text not in ("if", "while", "elif") or line[1].text != ":":
        return None
    return Finding(
        f"There is no condition between `{line[0].text}` and the colon.",
        f"Write what must be true, as in `{line[0].text} total >= 0:`.",
        span(line[0], line[1]),
    )


def try_without_except(scene: SyntaxScene) -> Finding | None:
    """Explain a `try` with nothing that catches."""
    if "expected 'except'" not in scene.message:
        return None
    opener = _nearest_opener(scene, "try")
    return Finding(
        "A `try` needs an `except` below it, which says what to do when something goes wrong.",
        "Write `except ValueError:` (or the error you expect) in the column of `try`, "
        "with an indented line below it.",
        span(opener) if opener else None,
    )


def except_comma(scene: SyntaxScene) -> Finding | None:
    """Explain the old `except ValueError, e`."""
    line = scene.here
    if not line or line[0].text != "except" or "," not in texts(line):
        return None
    comma = line[texts(line).index(",")]
    return scene.repaired(
        "The name for a caught error stands behind the word `as`.",
        "Write `as` instead of the comma.",
        replace(comma, " as"),
    )


def inline_if(scene: SyntaxScene) -> Finding | None:
    """Explain `x = 3 if y` without `else`, and `x = if y: 3`."""
    here = scene.here
    if "expected 'else'" in scene.message:
        return Finding(
            "An `if` inside a value needs an `else`: Python must know the value in both cases.",
            "Add `else` and the other value, as in `1 if total >= 0 else 0`.",
        )
    for before, word in itertools.pairwise(here):
        if word.text in ("if", "for", "while", "return") and before.text in _BEFORE_VALUE:
            if before.text == "else" and word.text != "return":
                continue
            if word.text in ("if", "for") and before.text in ("(", ",") and word.depth > 1:
                continue
            return Finding(
                f"`{word.text}` starts a line of its own; it cannot stand behind `{before.text}`.",
                _inline_fix(word.text),
                span(word),
            )
    return None


def _inline_fix(word: str) -> str:
    if word == "if":
        return "Write the value first, as in `1 if total >= 0 else 0`, or use an `if` line."
    if word == "return":
        return "Write `return` at the start of the line, with the value behind it."
    return f"Write the `{word}` loop on its own lines, and use its result afterwards."


def question_mark(scene: SyntaxScene) -> Finding | None:
    """Explain `x > 0 ? 1 : 0`."""
    match = re.search(r"(?:=|return|\()\s*(.+?)\s*\?\s*(.+?)\s*:\s*(.+?)\s*\)?$", scene.text)
    if match is None:
        return None
    condition, first, second = match.groups()
    change = Change(
        scene.line,
        match.start(1) + 1,
        scene.line,
        match.end(3) + 1,
        f"{first} if {condition} else {second}",
    )
    return scene.repaired(
        "Python writes a choice between two values in words, not with `?` and `:`.",
        f"Write `{change.replacement}`.",
        change,
    )
