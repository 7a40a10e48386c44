"""The learner's realm on this machine: a child process that can be stopped at any time."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from threading import Event, Thread
from types import TracebackType

from engine.kernel import child
from engine.kernel.wire import JsonObject

MEMORY = 3 * 1024**3
LONGEST_ANSWER = 64 * 1024**2
# How long a program has to give in after it was interrupted.
GRACE = 1.0
# How long a fresh Python may take to be there, on a very busy machine.
START = 30.0


class Realm:
    """A child process that observes programs.

    Args:
        hidden: Modules of the engine whose files it may not read.
    """

    def __init__(self, hidden: Sequence[str] = ()) -> None:
        """Start the process; it gets ready while the caller goes on."""
        self.folder = tempfile.TemporaryDirectory(prefix="ml-bites-", ignore_cleanup_errors=True)
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", str(Path(child.__file__))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self.folder.name,
            env=environment(),
            start_new_session=True,
        )
        self.is_ready = Event()
        start: JsonObject = {"memory": MEMORY, "hidden": list(hidden)}
        self.send(start)

    def __enter__(self) -> "Realm":
        """Use the realm for a block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process, and whatever it started."""
        self.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        self.process.wait()
        self.folder.cleanup()

    @property
    def has_ended(self) -> bool:
        """Return whether the process is there no more."""
        return self.process.poll() is not None

    def observe(self, code: str, setup: str, plan: JsonObject, seconds: float) -> JsonObject:
        """Return the Observation of one program; one that does not end is stopped."""
        answers: list[bytes] = []
        request = {"code": code, "setup": setup, "plan": plan}
        asking = Thread(target=self.ask, args=(request, answers), daemon=True)
        asking.start()
        self.is_ready.wait(START)
        asking.join(seconds)
        in_time = not asking.is_alive()
        if not in_time:
            self.interrupt()
            asking.join(GRACE)
        if asking.is_alive():
            self.kill()
            asking.join()
        answer = read(answers)
        return answer if answer or in_time else {"timed_out": True}

    def ask(self, request: JsonObject, answers: list[bytes]) -> None:
        """Send a program and wait for the line that comes back."""
        self.send(request)
        if self.process.stdout is None:
            return
        if not self.is_ready.is_set():
            self.process.stdout.readline(LONGEST_ANSWER)
            self.is_ready.set()
        answers.append(self.process.stdout.readline(LONGEST_ANSWER))

    def send(self, request: JsonObject) -> None:
        """Write one line to the child; one that has ended says so by not answering."""
        if self.process.stdin is not None:
            with contextlib.suppress(OSError):
                self.process.stdin.write(json.dumps(request).encode() + b"\n")
                self.process.stdin.flush()

    def interrupt(self) -> None:
        """Ask the program to stop, as Control-C does."""
        if os.name == "posix" and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)

    def kill(self) -> None:
        """End the process at once, and all that it started."""
        if os.name == "posix":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()


def environment() -> dict[str, str]:
    """Return what the child may know of this machine."""
    kept = ("SYSTEMROOT", "PATH", "LANG", "LD_LIBRARY_PATH")
    known = {name: os.environ[name] for name in kept if name in os.environ}
    return {**known, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def read(answers: Sequence[bytes]) -> JsonObject:
    """Return what came back, or nothing where it is no answer."""
    try:
        answer = json.loads(answers[0])
    except (ValueError, IndexError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}
