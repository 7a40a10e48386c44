"""Texts: quotes that are missing or do not match, and braces in f-strings."""

import itertools
import re

from engine.explain.explanation import Change, Finding
from engine.explain.syntax_scene import SyntaxScene, insert_before, replace, span
from engine.explain.tokens import Token

_SIMPLE = re.compile(r"\w[\w .:!?%-]*")


def _open_string(scene: SyntaxScene) -> Token | None:
    """Return the string without its end, on the line of the error or before it."""
    return next((t for t in scene.tokens if t.kind == "string" and not t.closed), None)


def _quote(token: Token) -> str:
    body = token.text.lstrip("rRbBfFuUtT")
    return body[:3] if body[:3] in ("'''", '"""') else body[:1]


def triple_quote(scene: SyntaxScene) -> Finding | None:
    """Explain a text in triple quotes that never ends."""
    token = _open_string(scene)
    if token is None or len(_quote(token)) != 3:
        return None
    quote = _quote(token)
    return Finding(
        f"The text that starts with `{quote}` on line {token.line} never ends.",
        f"Write `{quote}` where the text is over.",
        span(token, Token("", "", 0, 0, token.line, token.column + 3, 0)),
    )


def apostrophe(scene: SyntaxScene) -> Finding | None:
    """Explain an apostrophe that ends a text in single quotes too early."""
    match = re.search(r"(?<!\w)'(\w[^'\"\n]*?\w)'(\w[^'\"\n]*)'", scene.text)
    if match is None:
        return None
    whole = f'"{match.group()[1:-1]}"'
    change = Change(scene.line, match.start() + 1, scene.line, match.end() + 1, whole)
    return scene.repaired(
        "The apostrophe inside this text has the same sign as the quotes around it, "
        "so Python ends the text there.",
        f"Put double quotes around the text: `{whole}`.",
        change,
    )


def mismatched_quotes(scene: SyntaxScene) -> Finding | None:
    """Explain a text that starts with one kind of quote and ends with the other."""
    token = _open_string(scene)
    if token is None or len(_quote(token)) != 1 or token.line != scene.line:
        return None
    quote = _quote(token)
    other = "'" if quote == '"' else '"'
    index = token.text.rfind(other)
    if index < 1:
        return None
    column = token.column + index
    change = Change(token.line, column, token.line, column + 1, quote)
    return scene.repaired(
        f"This text starts with the quote `{quote}` but ends with `{other}`.",
        f"Use the same quote on both sides: write `{quote}` at the end.",
        change,
        span(token),
    )


def missing_opening_quote(scene: SyntaxScene) -> Finding | None:
    """Explain a text that has a quote at its end only."""
    token = _open_string(scene)
    if token is None or len(_quote(token)) != 1:
        return None
    before = scene.text[: token.column - 1]
    match = re.search(r"([(\[,=+{]\s*|\b(?:print|return)\s+)(\w[\w ,.!?:-]*)$", before)
    if match is None:
        return None
    start = match.start(2)
    change = Change(token.line, start + 1, token.line, start + 1, _quote(token))
    word = match.group(2)
    return scene.repaired(
        f"The text `{word}` has a quote at its end, but none at its start.",
        f"Write `{_quote(token)}` before `{word}`.",
        change,
    )


def missing_closing_quote(scene: SyntaxScene) -> Finding | None:
    """Explain a text without a quote at its end, and find where the quote belongs."""
    token = _open_string(scene)
    if token is None or len(_quote(token)) != 1:
        return None
    quote = _quote(token)
    if re.fullmatch(r"[)\]}:,;\s]*", token.text[1:]):
        column = token.column
        extra = scene.repaired(
            f"There is a quote `{quote}` too many at this place.",
            f"Delete the `{quote}`.",
            Change(token.line, column, token.line, column + 1, ""),
        )
        if extra:
            return extra
    if "\\" + quote in token.text:
        return Finding(
            f"The backslash before the last `{quote}` makes that quote part of the text, "
            "so the text never ends.",
            "Write two backslashes, `\\\\`, where you want one in the text.",
            span(token),
        )
    cause = f"The text that starts with `{quote}` has no quote at its end."
    fix = f"Write `{quote}` where the text is over."
    for change in _endings(token, quote):
        found = scene.repaired(cause, fix, change, span(token))
        if found:
            return found
    return Finding(cause, fix, span(token))


def _endings(token: Token, quote: str) -> list[Change]:
    """Return the places where the quote could go: before the closing signs, or at the end."""
    stripped = token.text.rstrip()
    tail = re.search(r"[)\]}:,;\s]*$", stripped)
    first = tail.start() if tail else len(stripped)
    inner = re.search(r"[^\s)\]}:](?=\s*[,)\]])", stripped[1:])
    cuts = [*range(first, len(stripped) + 1)]
    if inner:
        cuts.append(inner.end() + 1)
    changes = []
    for cut in cuts:
        column = token.column + cut
        changes.append(Change(token.line, column, token.line, column, quote))
    return changes


def quotes_inside(scene: SyntaxScene) -> Finding | None:
    """Explain double quotes inside a text in double quotes."""
    strings = [t for t in scene.here if t.kind == "string" and t.closed]
    for first, last in itertools.pairwise(strings):
        between = [t for t in scene.here if first.column < t.column < last.column]
        if any(t.kind != "name" for t in between):
            continue
        inside = between and (first.touches(between[0]) or between[-1].touches(last))
        if not inside and not first.touches(last):
            continue
        quote, other = _quote(first), "'" if _quote(first) == '"' else '"'
        prefix = first.text[: first.text.index(quote)]
        body = scene.text[first.column + len(prefix) : last.end_column - 2]
        if other in body:
            continue
        change = replace(first, prefix + other + body + other, last)
        return scene.repaired(
            f"This text has the quote `{quote}` inside it, so Python ends the text there.",
            f"Put the other quote, `{other}`, around the text.",
            change,
        )
    return None


def innermost(tokens: list[Token], index: int) -> str:
    """Return the bracket that is open before this token."""
    opened: list[str] = []
    for token in tokens[:index]:
        if token.text in ("(", "[", "{"):
            opened.append(token.text)
        elif token.text in (")", "]", "}") and opened:
            opened.pop()
    return opened[-1] if opened else ""


def two_texts(scene: SyntaxScene) -> Finding | None:
    """Explain a value that stands directly behind a text: `"a" x` without `+` or a comma."""
    here = scene.here
    for first, second in itertools.pairwise(here):
        kinds = {first.kind, second.kind}
        if "string" not in kinds or not kinds <= {"string", "name", "number"}:
            continue
        if first.text in ("print", "return", "in", "and", "or", "not", "if", "else", "is"):
            continue
        if second.text in ("in", "and", "or", "not", "if", "else", "for", "is", "as"):
            continue
        opener = innermost(scene.tokens, scene.tokens.index(second))
        if opener == "{":
            continue
        sign = ", " if first.depth else " + "
        gap = Change(first.end_line, first.end_column, second.line, second.column, sign)
        found = scene.repaired(
            f"Between `{first.text}` and `{second.text}` something is missing: "
            f"{'a comma' if first.depth else 'a `+`'}.",
            f"Write `{first.text}{sign}{second.text}`.",
            gap,
            span(first, second),
        )
        if found:
            return found
    return None


def unicode_escape(scene: SyntaxScene) -> Finding | None:
    """Explain a path such as "C:\\Users", whose backslashes mean something else."""
    if "unicode error" not in scene.message:
        return None
    token = next((t for t in scene.here if t.kind == "string" and "\\" in t.text), None)
    if token is None:
        return None
    return scene.repaired(
        "In a text, a backslash `\\` gives the next letter a special meaning, "
        "and this one gives none that fits.",
        'Write `r` before the text, as in `r"C:\\data"`, to keep every backslash as it is.',
        insert_before(token, "r"),
        span(token),
    )


def fstring_braces(scene: SyntaxScene) -> Finding | None:
    """Explain braces in an f-string that are empty, open or closed too often."""
    for token in scene.statement:
        if token.kind != "string" or "f" not in token.text.lower()[:2]:
            continue
        opened, closed = token.text.count("{"), token.text.count("}")
        if re.search(r"\{\s*\}", token.text):
            return Finding(
                "The braces `{}` in this f-string are empty, so there is nothing to put there.",
                "Write a name or a calculation between the braces, as in `{total}`.",
                span(token),
            )
        if opened > closed:
            return _unclosed_brace(scene, token)
        if closed > opened:
            return _extra_brace(scene, token)
        inside = (token.line, token.column) <= (scene.line, scene.column) and (
            scene.line,
            scene.column,
        ) < (token.end_line, token.end_column)
        if "f-string" in scene.message or (inside and opened):
            return _broken_inside(token, scene)
    return None


def _unclosed_brace(scene: SyntaxScene, token: Token) -> Finding:
    index = token.text.rfind("{")
    word = re.match(r"\{\s*[\w.]+(\[\w+\])?(:[.\d\w]+)?", token.text[index:])
    end = token.column + index + (word.end() if word else 1)
    change = Change(token.line, end, token.line, end, "}")
    inside = word.group()[1:] if word else ""
    return Finding(
        "A brace `{` in this f-string is never closed.",
        f"Write `}}` after `{inside}`." if inside else "Write `}` where the value is over.",
        span(token),
        change if word and token.line == token.end_line and scene.helps(change) else None,
    )


def _extra_brace(scene: SyntaxScene, token: Token) -> Finding:
    return Finding(
        "This f-string has a closing brace `}` without an opening one.",
        "Write `{` before the value, or delete the `}`; for a brace in the text itself "
        "write it twice: `}}`.",
        span(token),
    )


def _broken_inside(token: Token, scene: SyntaxScene) -> Finding:
    inside = re.search(r"\{([^{}]*)\}", token.text)
    what = f"`{inside.group(1)}`" if inside else "what stands between the braces"
    if inside and re.search(r"['\"]", inside.group(1)):
        return Finding(
            "The quotes inside the braces of this f-string are the same as the ones around it.",
            "Use the other kind of quote inside the braces.",
            span(token),
        )
    return Finding(
        f"Between the braces of an f-string stands Python code, and {what} is not complete.",
        "Write a name or a calculation between the braces, as in `{total}`.",
        span(token),
    )


def nested_fstring_quotes(scene: SyntaxScene) -> Finding | None:
    """Explain an f-string that uses its own quote inside the braces."""
    if "f-string" not in scene.message:
        return None
    here = scene.here
    for first, second in itertools.pairwise(here):
        inside = second.kind in ("name", "number", "string")
        if (
            first.kind == "string"
            and "f" in first.text[:2].lower()
            and first.touches(second)
            and inside
        ):
            quote = _quote(first)
            return Finding(
                f"The quote `{quote}` inside the braces ends this f-string too early.",
                f"Use the other quote, `{chr(39) if quote == chr(34) else chr(34)}`, "
                "inside the braces.",
                span(first),
            )
    return None
