"""A server that misbehaves in ways that a model's real server should not."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

WORD = b'data: {"choices": [{"delta": {"content": "One word. "}}]}\n\n'
COMMENT = b": still at work\n\n"
WHOLE = b'{"choices": [{"message": {"content": "All at once."}, "finish_reason": "stop"}]}'
ERROR = b'data: {"error": {"message": "The card is full.", "code": 503}}\n\n'


class OddHandler(BaseHTTPRequestHandler):
    """Answers as the first part of the path says."""

    def do_POST(self) -> None:
        """Misbehave."""
        kind = self.path.split("/")[1]
        self.send_response(302 if kind == "sends-on" else 200)
        if kind == "sends-on":
            self.send_header("Location", f"http://127.0.0.1:{self.server.server_address[1]}/good/")
        self.send_header("Content-Type", "application/json" if kind == "whole" else "text/plain")
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()
        try:
            for piece in pieces(kind):
                self.wfile.write(piece)
                self.wfile.flush()
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:
        """Be quiet."""


def pieces(kind: str) -> Iterator[bytes]:
    """Yield what is sent."""
    if kind == "whole":
        yield WHOLE
    elif kind == "web-page":
        yield b"<!doctype html><h1>Welcome</h1>"
    elif kind == "error-inside":
        yield from (WORD, ERROR)
    elif kind == "broken-event":
        yield from (WORD, b"data: {broken\n\n")
    elif kind == "not-text":
        yield from (WORD, b"\xff\xfe\x00\x01" * 40 + b"\n\n")
    elif kind == "one-long-event":
        yield b"data: "
        while True:
            yield b"x" * 65_536
    elif kind == "keeps-alive":
        yield WORD
        while True:
            threading.Event().wait(0.02)
            yield COMMENT


@contextmanager
def running_odd_server() -> Iterator[str]:
    """Serve while the block runs."""
    with ThreadingHTTPServer(("127.0.0.1", 0), OddHandler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
