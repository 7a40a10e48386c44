"""Run files and explain what went wrong in them."""

import argparse
import json
import subprocess
import sys

from builder.programs import read_program
from builder.project import ROOT

# The program itself is stopped after five seconds; this is for one that cannot be stopped.
HARD_LIMIT = 20.0
ENDED = "The program ended Python itself, for example with `os._exit()`, or could not be stopped."
REMEDY = "Take that out, or make the loop end, so that the program can come to its end."


def add_options(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="a Python file to run")
    parser.add_argument("--json", action="store_true", help="print one line of JSON for each file")


def run(options: argparse.Namespace) -> int:
    """Explain each file and print what was found."""
    for name in options.files:
        read_program(name)
    for name in options.files:
        report = explain_file(name)
        print(json.dumps(report) if options.json else as_text(report), flush=True)
    return 0


def explain_file(name: str) -> dict[str, object]:
    """Return what went wrong in a file, which runs in a process of its own."""
    command = [sys.executable, "-m", "engine.explain.command", "--json", "--", name]
    try:
        ran = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=HARD_LIMIT,
            env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            check=False,
        )
        printed = ran.stdout
    except subprocess.TimeoutExpired:
        printed = b""
    return last_report(printed.decode(errors="replace"), name)


def last_report(printed: str, name: str) -> dict[str, object]:
    """Return the report that ends the output; the program may have written before it."""
    for line in reversed(printed.splitlines()):
        try:
            report = json.loads(line)
        except ValueError:
            continue
        if isinstance(report, dict) and "notes" in report:
            return report
    place = dict.fromkeys(("line", "end_line", "column", "end_column", "change"))
    words = {"error": "SystemExit", "cause": ENDED, "fix": REMEDY, "message": ""}
    return {"file": name, **words, **place, "notes": [], "output": ""}


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
