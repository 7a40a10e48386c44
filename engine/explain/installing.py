"""Explain tries to install a package: the page has what it has, and fetches no other."""

import ast
import re
from collections.abc import Iterator

from engine.explain.explanation import Finding, Note, Place
from engine.explain.finished_run import Rule as NoticeRule
from engine.explain.finished_run import Run
from engine.explain.syntax_scene import SyntaxScene, span

_COMMAND = re.compile(
    r"\s*[!%$]?\s*(?:(?:sudo|py|python3?|uv)\s+(?:-m\s+)?)?"
    r"(pip3?|conda|mamba|uv|poetry|npm|apt(?:-get)?)\s+(?:install|add)\b"
)
_INSTALLERS = ("micropip", "piplite", "pyodide_js")
_CALLS = ("install", "loadPackage", "loadPackagesFromImports")
_HAS = "This page has Python's own modules, `numpy` and the course's `engine`"
_FIX = "Delete this line, and use plain Python or `numpy` here."


def install_command(scene: SyntaxScene) -> Finding | None:
    """Explain `pip install requests`: a command of the terminal in a program."""
    command = _COMMAND.match(scene.text)
    if command is None or not scene.here:
        return None
    place: Place = span(scene.here[0], scene.here[-1])
    return Finding(
        f"This line is a command for a terminal, and not Python. {_HAS}, and cannot fetch others.",
        _FIX,
        place,
    )


def awaited_install(scene: SyntaxScene) -> Finding | None:
    """Explain `await micropip.install("requests")`."""
    words = [token.text for token in scene.here]
    if "outside" not in scene.message or "await" not in words:
        return None
    if not any(word in _CALLS for word in words):
        return None
    return Finding(f"{_HAS}, and cannot fetch others.", _FIX, span(scene.here[0], scene.here[-1]))


def unheard_install(run: Run) -> Iterator[Note]:
    """Notice `micropip.install("requests")`: nothing is installed."""
    for call in run.all(ast.Call):
        function = call.func
        if not isinstance(function, ast.Attribute) or function.attr not in _CALLS:
            continue
        if isinstance(function.value, ast.Name) and function.value.id in _INSTALLERS:
            yield Note(
                call.lineno, f"This installs nothing. {_HAS}, and cannot fetch others.", _FIX
            )


NOTICES: tuple[NoticeRule, ...] = (unheard_install,)
