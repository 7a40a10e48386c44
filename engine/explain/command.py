"""The command `explain FILE... [--json]`: run each file and explain what went wrong."""

import argparse
import builtins
import contextlib
import io
import json
import linecache
import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from engine.explain.explainer import explain
from engine.explain.explanation import Explanation, Note
from engine.explain.noticing import notice
from engine.explain.watch import Watch

LIMIT = 5.0
Report = tuple[Explanation | None, tuple[Note, ...], str]


def main(arguments: list[str]) -> int:
    """Explain each file; return 0 if all could be explained, 2 for wrong use."""
    parser = argparse.ArgumentParser(
        prog="build.py explain", description="Run files and explain what went wrong in them."
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a Python file to run")
    parser.add_argument("--json", action="store_true", help="one line of JSON for each file")
    try:
        options = parser.parse_args(arguments)
    except SystemExit as ended:
        return 0 if ended.code == 0 else 2
    sources = []
    for name in options.files:
        try:
            sources.append((name, Path(name).read_text(encoding="utf-8-sig")))
        except OSError as error:
            return _refuse(f"{name}: {error.strerror or 'cannot be read'}")
        except UnicodeDecodeError:
            return _refuse(f"{name}: not a text file in UTF-8")
    for name, source in sources:
        report = run_and_explain(source, name)
        print(_as_json(name, report) if options.json else _as_text(name, report), flush=True)
    return 0


def _refuse(problem: str) -> int:
    print(f"explain: {problem}", file=sys.stderr)
    return 2


def run_and_explain(source: str, filename: str) -> Report:
    """Run a program in a fresh namespace; return its explanation, notes and what it printed."""
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    linecache.cache[filename] = (len(source), None, source.splitlines(True), filename)
    names: dict[str, object] = {"__name__": "__main__", "__builtins__": builtins}
    output = io.StringIO()
    try:
        code = compile(source, filename, "exec", dont_inherit=True)
    except SyntaxError as error:
        return explain(error, source, filename, names), (), ""
    except (ValueError, RecursionError, MemoryError, OverflowError) as error:
        unreadable = SyntaxError(str(error), (filename, 1, 1, None))
        return explain(unreadable, source, filename, names), (), ""
    watch = Watch(source, filename)
    try:
        with contextlib.redirect_stdout(output), stopped_after(LIMIT), watch:
            exec(code, names)
    except BaseException as error:
        return explain(error, source, filename, names), (), output.getvalue()
    return None, notice(source, names, watch.first), output.getvalue()


@contextlib.contextmanager
def stopped_after(seconds: float) -> Iterator[None]:
    """Stop what runs inside as Ctrl-C would, when it takes too long; again if it goes on."""
    is_over = threading.Event()

    def watch_clock() -> None:
        if not is_over.wait(seconds):
            while not is_over.is_set():
                os.kill(os.getpid(), signal.SIGINT)
                is_over.wait(0.2)

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    clock = threading.Thread(target=watch_clock, daemon=True)
    clock.start()
    try:
        yield
    finally:
        is_over.set()
        clock.join()
        signal.signal(signal.SIGINT, before)


def _as_json(name: str, report: Report) -> str:
    explanation, notes, output = report
    nothing: dict[str, object] = dict.fromkeys(
        ("error", "line", "end_line", "column", "end_column", "cause", "fix", "message", "change")
    )
    found = explanation.to_dict() if explanation else nothing
    return json.dumps(
        {"file": name, **found, "notes": [note.to_dict() for note in notes], "output": output}
    )


def _as_text(name: str, report: Report) -> str:
    explanation, notes, output = report
    parts = [output.rstrip("\n")] if output else []
    if explanation is not None:
        where = f"{name}:{explanation.line}" if explanation.line else name
        parts.append(f"{where}: {explanation.error}\n  {explanation.cause}\n  {explanation.fix}")
    elif not notes:
        parts.append(f"{name}: ran without an error")
    parts += [f"{name}:{note.line}: noticed\n  {note.cause}\n  {note.fix}" for note in notes]
    return "\n".join(parts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
