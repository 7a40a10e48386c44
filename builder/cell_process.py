"""Run a lesson's cells in a process of their own, as the page's kernel would."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Thread

from builder.project import ROOT
from engine.kernel.bridge import call, connect
from engine.kernel.child import channel
from engine.kernel.wire import JsonObject, number, record, text


@dataclass(frozen=True)
class Outcome:
    """How a cell ended and what it put out.

    Args:
        ending: `ok`, `error`, `late` where it took too long, or `dead` where its process ended.
        printed: Standard output, then the value of the last expression, as text.
        error: The type of the error, or `""`.
        message: What the error says.
        line: The line of the cell on which it stopped, 0 where it stopped elsewhere.
    """

    ending: str
    printed: str = ""
    error: str = ""
    message: str = ""
    line: int = 0


class CellProcess:
    """A process that runs cells one after the other, all with the same names."""

    def __init__(self, lesson_id: str, seconds: float) -> None:
        """Start the process.

        Args:
            lesson_id: Whose cells it runs.
            seconds: How long a cell may take.
        """
        self.lesson_id = lesson_id
        self.seconds = seconds
        self.folder = tempfile.TemporaryDirectory(prefix="ml-bites-", ignore_cleanup_errors=True)
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "default"}
        self.process = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-m", "builder.cell_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self.folder.name,
            env=environment,
        )

    def __enter__(self) -> "CellProcess":
        """Use the process for a block."""
        return self

    def __exit__(self, *reason: object) -> None:
        """End the process."""
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        self.process.wait()
        self.folder.cleanup()

    def run(self, cell_id: str, code: str) -> Outcome:
        """Run one cell and return how it ended; one that is late ends the process."""
        request = {"lesson": self.lesson_id, "cell": cell_id, "code": code, "setup": ""}
        answers: list[JsonObject] = []
        asking = Thread(target=self.ask, args=(request, answers), daemon=True)
        asking.start()
        asking.join(self.seconds)
        if asking.is_alive():
            self.process.kill()
            asking.join()
            return Outcome("late", printed(answers))
        last = answers[-1] if answers else {}
        if "status" not in last:
            return Outcome("dead", printed(answers))
        return outcome(last, printed(answers))

    def ask(self, request: Mapping[str, str], answers: list[JsonObject]) -> None:
        """Send a cell and gather the lines that come back, the result last."""
        if self.process.stdin is None or self.process.stdout is None:
            return
        with contextlib.suppress(OSError, ValueError):
            self.process.stdin.write(json.dumps(request).encode() + b"\n")
            self.process.stdin.flush()
            for line in self.process.stdout:
                answers.append(json.loads(line))
                if "status" in answers[-1]:
                    return


def printed(parts: Sequence[JsonObject]) -> str:
    """Return what output parts say as text; a value starts on a line of its own."""
    whole = ""
    for part in parts:
        if part.get("kind") == "stdout":
            whole += text(part, "text")
        elif part.get("kind") == "value":
            gap = "\n" if whole and not whole.endswith("\n") else ""
            whole += gap + text(part, "text") + "\n"
    return whole


def outcome(result: JsonObject, output: str) -> Outcome:
    """Return the outcome of a RunResult."""
    if text(result, "status") == "ok":
        return Outcome("ok", output)
    error = record(result, "error")
    name = text(error, "type") or "KeyboardInterrupt"
    line = number(error, "line") if error.get("line") else 0
    return Outcome("error", output, name, text(error, "message"), line)


def serve() -> None:
    """Run cells until there are no more: one JSON line in, the parts and the result out."""
    reader, writer = channel()

    def send(payload: str) -> None:
        writer.write(payload.encode() + b"\n")
        writer.flush()

    connect(lambda kind, payload: send(payload), lambda prompt: None)
    for line in reader:
        send(call("run", line.decode()))
    os._exit(0)


if __name__ == "__main__":
    serve()
