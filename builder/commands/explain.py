"""Run files and explain what went wrong in them."""

import argparse
import ast
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from builder.programs import read_program
from builder.project import ROOT

# The program is stopped after five seconds, Python after eight; this is for what outlives both.
HARD_LIMIT = 15.0
ENDINGS = ("_exit", "abort", "kill", "execv", "execl")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="a Python file to run")
    parser.add_argument("--json", action="store_true", help="print one line of JSON for each file")


def run(options: argparse.Namespace) -> int:
    """Explain each file and print what was found."""
    sources = [(name, read_program(name)) for name in options.files]
    for name, source in sources:
        report = explain_file(name, source)
        print(json.dumps(report) if options.json else as_text(report), flush=True)
    return 0


def explain_file(name: str, source: str) -> dict[str, object]:
    """Return what went wrong in a file, which runs in a process of its own."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        target = Path(folder) / "report"
        ending = run_apart(name, target)
        try:
            report: dict[str, object] = json.loads(target.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return lost_report(name, source, ending, Path(f"{target}.trace"))
    return report


def run_apart(name: str, target: Path) -> int | None:
    """Run the file in another process; return its exit status, None where it went on too long."""
    process = subprocess.Popen(
        [sys.executable, "-m", "engine.explain.command", name, str(target)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1"},
        start_new_session=True,
    )
    try:
        return process.wait(HARD_LIMIT)
    except subprocess.TimeoutExpired:
        return None
    finally:
        end_all(process)


def end_all(process: "subprocess.Popen[bytes]") -> None:
    """End the process and all that it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (AttributeError, OSError):
        process.kill()
    process.wait()


def lost_report(name: str, source: str, ending: int | None, trace: Path) -> dict[str, object]:
    """Return what can be said of a program that ended Python, or had to be ended with it."""
    running = running_line(trace, name)
    if running is not None:
        return plain_report(
            name,
            "KeyboardInterrupt",
            running,
            f"The program was still running after several seconds, on line {running}, and could "
            "not be stopped there.",
            "Let it go through fewer values, or make sure that the loop comes to its end.",
        )
    if ending is not None and ending in (-signal.SIGKILL, -signal.SIGSEGV, -signal.SIGABRT):
        return plain_report(
            name,
            "MemoryError",
            None,
            "The program was ended from outside: it needed more memory than there is, or called "
            "itself too often.",
            "Use fewer or smaller values, and look for something that grows without an end.",
        )
    return plain_report(
        name,
        "SystemExit",
        ending_line(source),
        "The program ended Python itself, for example with `os._exit()`.",
        "Take that line out, so that the program can come to its end.",
    )


def running_line(trace: Path, name: str) -> int | None:
    """Return the file's line that was running when Python was ended."""
    try:
        text = trace.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    main = text.rpartition("most recent call first")[2]
    found = re.findall(rf'File "{re.escape(name)}", line (\d+)', main)
    return int(found[0]) if found else None


def ending_line(source: str) -> int | None:
    """Return the line that ends Python, where it can be seen in the program."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in ENDINGS:
            return node.lineno
    return None


def plain_report(
    name: str, error: str, line: int | None, cause: str, fix: str
) -> dict[str, object]:
    """Return a report in the form that a run's own has."""
    place = {"line": line, "end_line": line, "column": None, "end_column": None}
    words = {"cause": cause, "fix": fix, "message": ""}
    return {
        "file": name,
        "error": error,
        **place,
        **words,
        "change": None,
        "notes": [],
        "output": "",
    }


def as_text(report: dict[str, object]) -> str:
    """Return a report for reading."""
    name, notes = report["file"], report["notes"]
    parts = [str(report["output"]).rstrip("\n")] if report["output"] else []
    if report["error"]:
        where = f"{name}:{report['line']}" if report["line"] else name
        parts.append(f"{where}: {report['error']}\n  {report['cause']}\n  {report['fix']}")
    elif not notes:
        parts.append(f"{name}: ran without an error")
    for note in notes if isinstance(notes, list) else []:
        parts.append(f"{name}:{note['line']}: noticed\n  {note['cause']}\n  {note['fix']}")
    return "\n".join(parts)
