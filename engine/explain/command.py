"""Run one file and write what went wrong as JSON: `python -m engine.explain.command FILE TARGET`.

It runs in a process of its own, because a program can do anything to the process that it is in.
"""

import builtins
import contextlib
import faulthandler
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

# Seconds until a program is stopped as Ctrl-C would; and until Python itself is ended.
LIMIT = 5.0
LAST = 3.0
MOST_MEMORY = 2 << 30
MOST_OUTPUT = 20_000
Report = tuple[Explanation | None, tuple[Note, ...], str]


class Kept(io.StringIO):
    """What a program prints: only the start is kept, and nothing closes it."""

    def write(self, text: str) -> int:
        """Keep the text as far as there is room."""
        room = MOST_OUTPUT - self.tell()
        if room > 0:
            super().write(text[:room])
        return len(text)

    def close(self) -> None:
        """Stay open: what was printed is read at the end."""


def main(arguments: list[str]) -> int:
    """Run and explain one file; write the report and end at once, whatever still runs."""
    name, target = arguments
    limit_memory()
    source = Path(name).read_text(encoding="utf-8-sig")
    with open(f"{target}.trace", "w", encoding="utf-8") as trace:
        faulthandler.dump_traceback_later(LIMIT + LAST, exit=True, file=trace)
        report = run_and_explain(source, name)
        faulthandler.cancel_dump_traceback_later()
    Path(target).write_text(json.dumps(as_dict(name, report)), encoding="ascii")
    os._exit(0)


def limit_memory() -> None:
    """Let Python run out of memory before the machine does, where that can be had."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def run_and_explain(source: str, filename: str) -> Report:
    """Run a program in a fresh namespace; return its explanation, notes and what it printed."""
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    linecache.cache[filename] = (len(source), None, source.splitlines(True), filename)
    names: dict[str, object] = {"__name__": "__main__", "__builtins__": builtins}
    output = Kept()
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


def as_dict(name: str, report: Report) -> dict[str, object]:
    """Return a report as plain data."""
    explanation, notes, output = report
    nothing: dict[str, object] = dict.fromkeys(
        ("error", "line", "end_line", "column", "end_column", "cause", "fix", "message", "change")
    )
    found = explanation.to_dict() if explanation else nothing
    told = [note.to_dict() for note in notes]
    return {"file": name, **found, "notes": told, "output": output}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
