"""Indentation: too much, too little, uneven, tabs and spaces."""

import re

from engine.explain.explanation import Change, Finding, Place
from engine.explain.syntax_scene import SyntaxScene, span
from engine.explain.tokens import Token

_NAMES = {"function definition": "def", "class definition": "class"}


def mixed_tabs(scene: SyntaxScene) -> Finding | None:
    """Explain a block with tabs in some lines and spaces in others."""
    if not issubclass(scene.kind, TabError):
        return None
    changes = [
        _whole(scene, "\n".join(_spaced(line, size) for line in scene.lines)) for size in (4, 8)
    ]
    change = next((c for c in changes if scene.helps(c)), changes[0])
    margin = scene.text[: len(scene.text) - len(scene.text.lstrip())]
    this, others = ("a tab", "spaces") if "\t" in margin else ("spaces", "tabs")
    if "\t" in margin and " " in margin:
        this, others = "tabs and spaces mixed", "something else"
    return Finding(
        f"Line {scene.line} is indented with {this}, and other lines of this block with {others}. "
        "They look alike, but Python cannot compare them.",
        "Indent every line of the block with four spaces.",
        _margin(scene),
        change if scene.helps(change) else None,
    )


def _spaced(line: str, size: int) -> str:
    body = line.lstrip(" \t")
    margin = line[: len(line) - len(body)]
    return margin.expandtabs(size) + body


def _whole(scene: SyntaxScene, text: str) -> Change:
    return Change(1, 1, len(scene.lines), len(scene.lines[-1]) + 1, text)


def _margin(scene: SyntaxScene) -> Place:
    """Return the place of the line's text, so that something visible is marked."""
    start = len(scene.text) - len(scene.text.lstrip())
    return Place(scene.line, start + 1, scene.line, max(len(scene.text.rstrip()), start + 1) + 1)


def missing_indent(scene: SyntaxScene) -> Finding | None:
    """Explain a block that is not indented, or has no lines at all."""
    if "expected an indented block" not in scene.message:
        return None
    match = re.search(r"after (.+?) on line (\d+)", scene.message)
    if match is None:
        return None
    opener = int(match.group(2))
    word = (
        _NAMES.get(match.group(1)) or match.group(1).split("'")[1 if "'" in match.group(1) else 0]
    )
    if _is_empty(scene, opener):
        return _empty_block(scene, word, opener)
    width = _width(scene.lines[opener - 1]) + 4
    change = Change(scene.line, 1, scene.line, _width(scene.text) + 1, " " * width)
    return Finding(
        f"The line after `{word}` on line {opener} belongs to it, and must be indented.",
        f"Put four spaces more than line {opener} has at the start of line {scene.line}, and of "
        "every other line that belongs to it.",
        _margin(scene),
        change if scene.helps(change) else None,
    )


def _width(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _is_empty(scene: SyntaxScene, opener: int) -> bool:
    """Return whether the block has nothing in it, or what follows is clearly not part of it."""
    following = [t for t in scene.tokens if t.line > opener]
    if not following:
        return True
    between = following[0].line - opener > 1
    starts = following[0].text in ("def", "class", "elif", "else", "except", "import", "from")
    shallower = following[0].column <= _width(scene.lines[opener - 1])
    return (between and following[0].column == 1) or starts or shallower


def _empty_block(scene: SyntaxScene, word: str, opener: int) -> Finding:
    line = scene.lines[opener - 1]
    first = next((t for t in scene.on_line(opener)), None)
    comment = any(t.kind == "comment" and t.line > opener for t in scene.every_token)
    more = " A comment alone does not count as a line." if comment else ""
    margin = " " * (_width(line) + 4)
    change = Change(opener, len(line) + 1, opener, len(line) + 1, f"\n{margin}pass")
    return Finding(
        f"Nothing stands in the block after `{word}` on line {opener}.{more}",
        f"Write at least one indented line below line {opener}; `pass` does nothing and is "
        "enough for now.",
        span(first) if first else None,
        change if scene.helps(change) else None,
    )


def unexpected_indent(scene: SyntaxScene) -> Finding | None:
    """Explain a line that is indented for no reason."""
    if "unexpected indent" not in scene.message:
        return None
    before = _line_before(scene)
    if before is None:
        return _too_deep(scene, 0, "the first line of a program starts in the first column")
    width = _width(scene.lines[before.line - 1])
    opener = re.sub(r"#.*", "", scene.lines[before.line - 1]).rstrip()
    if re.match(r"\s*(if|for|while|def|class|else|elif|try|with)\b", opener):
        colon = Change(before.line, len(opener) + 1, before.line, len(opener) + 1, ":")
        found = scene.repaired(
            f"Line {before.line} must end with a colon before an indented line can follow.",
            f"Write `:` at the end of line {before.line}.",
            colon,
        )
        if found:
            return found
    return _too_deep(scene, width, f"line {before.line} before it does not start a block")


def _line_before(scene: SyntaxScene) -> Token | None:
    earlier = [t for t in scene.tokens if t.line < scene.line and t.depth == 0]
    return next((scene.on_line(t.line)[0] for t in reversed(earlier)), None)


def _too_deep(scene: SyntaxScene, width: int, reason: str) -> Finding:
    change = Change(scene.line, 1, scene.line, _width(scene.text) + 1, " " * width)
    return Finding(
        f"Line {scene.line} is indented more than it should be: {reason}.",
        f"Delete the extra spaces at the start of line {scene.line}."
        if width == 0
        else f"Start line {scene.line} in the same column as the line before it.",
        _margin(scene),
        change if scene.helps(change) else None,
    )


def uneven_dedent(scene: SyntaxScene) -> Finding | None:
    """Explain a line whose indentation matches no line before it."""
    if "unindent does not match" not in scene.message:
        return None
    width = _width(scene.text)
    widths = sorted(
        {_width(line) for line in scene.lines[: scene.line - 1] if line.strip()},
        key=lambda other: (abs(other - width), -other),
    )
    change = None
    for other in widths[:3]:
        candidate = Change(scene.line, 1, scene.line, width + 1, " " * other)
        if scene.mends(candidate):
            change = candidate
            break
    spaces = "1 space" if width == 1 else f"{width} spaces"
    return Finding(
        f"Line {scene.line} starts with {spaces}, and no line above it that it could belong to "
        "starts in that column.",
        "Give it exactly as many spaces as the other lines of its block.",
        _margin(scene),
        change,
    )
