"""What a program puts out, as typed parts, each sent on as soon as it makes a line.

A flood is cut off with one word about it: the program goes on, the page stays quick.
"""

import io
from collections.abc import Callable, Iterable
from time import perf_counter

from engine.kernel.wire import JsonObject

Emit = Callable[[JsonObject], None]

MOST_CHARACTERS = 1_000_000
MOST_LINES = 20_000
# So many parts go out at once; after that, text is gathered for a moment before it goes.
PROMPT_PARTS = 500
MOMENT = 0.015
LARGEST_PART = 8_192
FLOOD = (
    "This is a lot of output, so the rest of it is not shown. Your code went on running. "
    "To see less, print less often, for example only every 100th time."
)


class Output:
    """One run's output: counts it, gathers it into parts and sends them."""

    def __init__(self, emit: Emit) -> None:
        """Start with nothing sent.

        Args:
            emit: Takes one OutputPart.
        """
        self.emit = emit
        self.characters = 0
        self.lines = 0
        self.parts = 0
        self.last_sent = 0.0
        self.flooded = False
        self.closed = False
        self.kind = "stdout"
        self.waiting: list[str] = []
        self.waiting_size = 0

    def write(self, kind: str, text: str) -> None:
        """Take text for one of the two streams."""
        if self.flooded or self.closed or not text:
            return
        if kind != self.kind:
            self.flush()
            self.kind = kind
        allowed = self.allow(text)
        self.waiting.append(allowed)
        self.waiting_size += len(allowed)
        if self.waiting_size >= LARGEST_PART or "\n" in allowed or "\r" in allowed:
            self.flush_soon()
        if len(allowed) < len(text):
            self.flooded = True
            self.part("note", text=FLOOD)

    def allow(self, text: str) -> str:
        """Return as much of the text as the limits leave room for."""
        text_allowed = text[: MOST_CHARACTERS - self.characters]
        lines = text_allowed.count("\n")
        if self.lines + lines > MOST_LINES:
            kept = text_allowed.split("\n", MOST_LINES - self.lines)[:-1]
            text_allowed = "".join(line + "\n" for line in kept)
        self.characters += len(text_allowed)
        self.lines += text_allowed.count("\n")
        return text_allowed

    def flush_soon(self) -> None:
        """Send what waits, unless very much was sent just now."""
        hurried = self.parts < PROMPT_PARTS or self.waiting_size >= LARGEST_PART
        if hurried or perf_counter() - self.last_sent >= MOMENT:
            self.flush()

    def flush(self) -> None:
        """Send what waits."""
        if not self.waiting:
            return
        text, self.waiting, self.waiting_size = "".join(self.waiting), [], 0
        self.send({"kind": self.kind, "text": text})

    def part(self, kind: str, **fields: str) -> None:
        """Send a part that is not a stream's text: a value, a picture, a note."""
        self.flush()
        self.send({"kind": kind, **fields})

    def send(self, part: JsonObject) -> None:
        """Send one part."""
        self.parts += 1
        self.last_sent = perf_counter()
        self.emit(part)

    def close(self) -> None:
        """Send what waits; what comes later, from a thread that was left running, is dropped."""
        self.flush()
        self.closed = True


class Stream(io.TextIOBase):
    """What stands in for `sys.stdout` or `sys.stderr` while a cell runs."""

    encoding = "utf-8"
    errors = "replace"

    def __init__(self, output: Output, kind: str) -> None:
        """Start a stream.

        Args:
            output: Takes what is written. It does not know its streams, so that all are freed at
                once when the run is over.
            kind: "stdout" or "stderr".
        """
        super().__init__()
        self.output = output
        self.kind = kind

    @property
    def name(self) -> str:
        """Return the name that Python's own streams have."""
        return f"<{self.kind}>"

    def writable(self) -> bool:
        """Return that this stream can be written to."""
        return True

    def write(self, text: str) -> int:
        """Take text; return how many characters were taken."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self.output.write(self.kind, str.__str__(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:  # type: ignore[override]
        """Take several texts."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Send what waits, unless very much was sent just now."""
        if not self.output.closed:
            self.output.flush_soon()

    def close(self) -> None:
        """Do nothing: the next cell needs its streams."""
