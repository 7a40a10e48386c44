"""Characters that are not Python: typed by a word processor, or copied along from elsewhere."""

import keyword
import re

from engine.explain.explanation import Change, Finding
from engine.explain.syntax_scene import SyntaxScene, insert_before, replace, span
from engine.explain.tokens import Token

_DOUBLE = "“”„‟«»〝〞＂″"
_SINGLE = "‘’‚‛‹›＇′`´"
_MEANT = {
    "−": ("-", "a minus sign from a word processor"),
    "–": ("-", "a long dash"),
    "—": ("-", "a long dash"),
    "‐": ("-", "a hyphen from a word processor"),
    "‑": ("-", "a hyphen from a word processor"),
    "×": ("*", "a multiplication sign"),
    "·": ("*", "a multiplication dot"),
    "⋅": ("*", "a multiplication dot"),
    "∙": ("*", "a multiplication dot"),
    "÷": ("/", "a division sign"),
    "∕": ("/", "a division sign"),
    "≤": ("<=", "a sign for less or equal"),
    "≥": (">=", "a sign for greater or equal"),
    "≠": ("!=", "a sign for not equal"),
    "→": ("->", "an arrow"),
    "…": ("...", "three dots in one character"),
    "²": ("**2", "a raised 2"),
    "³": ("**3", "a raised 3"),
}
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile("[\u200b-\u200f\u2028\u2029\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f]")
_ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


def smart_quotes(scene: SyntaxScene) -> Finding | None:
    """Explain curly quotes, and straighten every one that stands outside a text."""
    curly = _DOUBLE + _SINGLE
    found = [t for t in scene.here if t.kind == "odd" and t.text in curly]
    broken = [t for t in scene.here if t.kind == "string" and not t.closed and _has(t.text, curly)]
    if not found and not broken:
        return None
    first = found[0] if found else broken[0]
    character = first.text if found else next(c for c in first.text if c in curly)
    line = _straightened(scene.text)
    change = Change(scene.line, 1, scene.line, len(scene.text) + 1, line)
    what = f"The quote {character} is a curly one, as word processors write it."
    if character in "`´":
        what = f"The sign {character} is an accent and not a quote."
    return Finding(
        f"{what} Python only reads straight quotes.",
        "Type the quotes again as `\"` or `'`, straight ones from your keyboard.",
        span(first),
        change if scene.helps(change) else None,
    )


def _has(text: str, characters: str) -> bool:
    return any(character in characters for character in text)


def _straightened(line: str) -> str:
    line = re.sub(f"[{_DOUBLE}]", '"', line)
    return re.sub(f"[{_SINGLE}]", '"' if '"' not in line else "'", line)


def strange_sign(scene: SyntaxScene) -> Finding | None:
    """Explain a sign that looks like an operator but is another character."""
    for token in scene.here:
        raised = next((c for c in "²³" if token.kind == "name" and token.text.endswith(c)), None)
        if raised and len(token.text) > 1:
            right = f"{token.text[:-1]}{_MEANT[raised][0]}"
            return scene.repaired(
                f"The raised {raised} in `{token.text}` is not Python.",
                f"Write `{right}`.",
                replace(token, right),
            )
        plain = _full_width(token.text) if token.kind in ("odd", "name") else None
        meant, what = _MEANT.get(token.text, (plain, "a wide character from another keyboard"))
        if meant is None or token.kind not in ("odd", "name"):
            continue
        change = _same_everywhere(scene)
        return Finding(
            f"The character {token.text} is {what}. Python does not know it.",
            f"Write `{meant}` instead of {token.text}.",
            span(token),
            change if scene.helps(change) else None,
        )
    return None


def _full_width(text: str) -> str | None:
    if len(text) == 1 and 0xFF01 <= ord(text) <= 0xFF5E:
        return chr(ord(text) - 0xFEE0)
    return "," if text in ("、", "،") else None


def _same_everywhere(scene: SyntaxScene) -> Change:
    """Return the line with every strange sign outside texts made plain."""
    line, shift = scene.text, 0
    for token in scene.here:
        meant = _MEANT.get(token.text, (_full_width(token.text), ""))[0]
        if meant is not None and token.kind in ("odd", "name"):
            start = token.column - 1 + shift
            line = line[:start] + meant + line[start + len(token.text) :]
            shift += len(meant) - len(token.text)
    return Change(scene.line, 1, scene.line, len(scene.text) + 1, line)


def hidden_space(scene: SyntaxScene) -> Finding | None:
    """Explain a space that is not an ordinary one, or a character that cannot be seen."""
    odd = [t for t in scene.here if t.kind == "odd" and (_is_space(t) or _INVISIBLE.match(t.text))]
    if not odd:
        return None
    line = _INVISIBLE.sub("", _SPACES.sub(" ", scene.text))
    change = Change(scene.line, 1, scene.line, len(scene.text) + 1, line)
    return Finding(
        "This line holds a space that is not an ordinary one. "
        "Such characters come along when code is copied from a page or a document.",
        "Delete the space at this place and type it again.",
        span(odd[0]),
        change if scene.helps(change) else None,
    )


def _is_space(token: Token) -> bool:
    return bool(_SPACES.match(token.text))


def pasted_prompt(scene: SyntaxScene) -> Finding | None:
    """Explain code that was copied together with its prompt or its fence."""
    number = re.match(r"\s*(\d+[.:)]?\s+)[^\W\d]", scene.text)
    if number is not None:
        found = scene.repaired(
            "The number at the start of this line was copied along with the code.",
            "Delete the number.",
            Change(scene.line, number.start(1) + 1, scene.line, number.end(1) + 1, ""),
        )
        if found:
            return found
    match = re.match(r"\s*(>>> ?|\.\.\. |In \[\d+\]: ?|\$ |```\w*|~~~\w*)", scene.text)
    if match is None:
        return None
    sign = match.group(1).strip()
    change = Change(scene.line, match.start(1) + 1, scene.line, match.end(1) + 1, "")
    return Finding(
        f"The `{sign}` at the start of this line was copied along with the code. "
        "It is not part of the program.",
        f"Delete the `{sign}` and keep what follows it.",
        None,
        change if scene.helps(change) else None,
    )


def foreign_comment(scene: SyntaxScene) -> Finding | None:
    """Explain a comment that is marked as in another language."""
    match = re.search(r"(^|\s)(//|/\*|--|<!--)(?=\s*[^\W\d])", scene.text)
    if match is None:
        return None
    change = Change(scene.line, match.start(2) + 1, scene.line, match.end(2) + 1, "#")
    return scene.repaired(
        f"`{match.group(2)}` starts a comment in other languages. "
        "In Python, a comment starts with `#`.",
        f"Write `#` instead of `{match.group(2)}`.",
        change,
    )


def web_entity(scene: SyntaxScene) -> Finding | None:
    """Explain `&lt;` and its like, copied out of a page's source."""
    match = re.search(r"&(lt|gt|amp|quot);", scene.text)
    if match is None:
        return None
    meant = _ENTITIES[match.group(1)]
    change = Change(scene.line, match.start() + 1, scene.line, match.end() + 1, meant)
    return scene.repaired(
        f"`{match.group()}` is how a web page writes `{meant}`. It came along when the code "
        "was copied.",
        f"Write `{meant}` instead of `{match.group()}`.",
        change,
    )


def backslash(scene: SyntaxScene) -> Finding | None:
    """Explain a backslash outside a text with something behind it."""
    if "unexpected EOF" in scene.message and scene.text.rstrip().endswith("\\"):
        return Finding(
            "The backslash at the end of the line says that the line goes on, and nothing follows.",
            "Delete the backslash, or write the rest of the line below it.",
        )
    if "line continuation" not in scene.message:
        return None
    token = next((t for t in scene.here if t.text == "\\"), None)
    if token is None:
        return None
    if re.search(r"\w\s*\\\s*\w", scene.text):
        found = scene.repaired(
            "The backslash `\\` does not divide. Python divides with the other slash, `/`.",
            "Write `/` instead of `\\`.",
            replace(token, "/"),
        )
        if found:
            return found
    return Finding(
        "There is a backslash `\\` outside of quotes, with something behind it. "
        "Python only expects one inside a text.",
        "Delete the backslash, or put the text that it belongs to in quotes.",
        span(token),
    )


def meaningless_sign(scene: SyntaxScene) -> Finding | None:
    """Explain a sign that has no meaning in Python: `$`, `?` or a stray `!`."""
    for index, token in enumerate(scene.here):
        if token.kind != "odd" or token.text not in "$?!":
            continue
        after = scene.here[index + 1] if index + 1 < len(scene.here) else None
        if token.text == "!" and (after is None or after.kind not in ("name", "operator")):
            after = None
        if token.text == "!" and after:
            continue
        change = replace(token, "")
        return Finding(
            f"The sign `{token.text}` has no meaning in Python outside of quotes.",
            f"Delete the `{token.text}`; if it belongs to a text, put the text in quotes.",
            span(token),
            change if scene.helps(change) else None,
        )
    return None


def emoji(scene: SyntaxScene) -> Finding | None:
    """Explain any other character that Python refuses."""
    if "invalid character" not in scene.message and "non-printable" not in scene.message:
        return None
    token = next((t for t in scene.here if t.kind == "odd" and t.text not in "\\!$?"), None)
    if token is None:
        return None
    return Finding(
        f"Python cannot read the character {token.text} outside of quotes.",
        f"Delete {token.text}, or put the text that it belongs to in quotes.",
        span(token),
    )


def misplaced_hash(scene: SyntaxScene) -> Finding | None:
    """Explain a line of ordinary words: a comment without its `#`."""
    here = scene.here
    if any(t.kind not in ("name", "number") and t.text not in ".,'?!:" for t in here):
        return None
    words = [t.text for t in here if t.kind == "name"]
    everywhere = [t.text for t in scene.tokens]
    few = len(words) < 4 and any(everywhere.count(word) > 1 or len(word) < 3 for word in words)
    if few or len(words) < 2 or "=" in scene.text or keyword.iskeyword(words[0]):
        return None
    return scene.repaired(
        "This line reads like a sentence, and Python takes every line as a command.",
        "Start the line with `#` to make it a comment, or delete it.",
        insert_before(here[0], "# "),
        span(here[0], here[-1]),
    )
