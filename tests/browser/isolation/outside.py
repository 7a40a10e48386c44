"""A server that no learner's program may reach: it counts whoever comes."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

from builder.project import Project
from builder.server import TYPES

PAGE = "<!doctype html><link rel='icon' href='data:,'><title>Plain</title>"
# What the plain page and its plain Pyodide are made of; all else is a leak.
OWN = "/own/"


class Handler(BaseHTTPRequestHandler):
    """Note who comes, and let everybody read the answer."""

    server: "Outside"

    def do_GET(self) -> None:
        if self.path.startswith(OWN):
            return self.answer(*self.server.own(self.path.removeprefix(OWN)))
        self.server.note(unquote(self.path).strip("/?").removesuffix(".whl"))
        return self.answer(b"0", TYPES[".js"])

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.do_GET()

    do_HEAD = do_GET

    def answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Cross-Origin-Resource-Policy", "cross-origin")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class Outside(ThreadingHTTPServer):
    """The server, what was asked of it, and what came by UDP."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.hits: list[str] = []
        self.news = threading.Condition()
        self.datagrams = Datagrams()
        self.url = f"http://127.0.0.1:{self.server_port}/"

    def note(self, name: str) -> None:
        with self.news:
            self.hits.append(name)
            self.news.notify_all()

    def missed(self, names: set[str], seconds: float) -> set[str]:
        """Return which of the names have not come, after waiting for all of them."""
        wanted = {name.replace(" ", "-") for name in names}
        with self.news:
            self.news.wait_for(lambda: wanted <= set(self.hits), seconds)
            return wanted - set(self.hits)

    def own(self, name: str) -> tuple[bytes, str]:
        """Return a file of the plain page."""
        if name == "plain":
            return PAGE.encode(), TYPES[".html"]
        folder = Project().node_modules / "pyodide"
        return (folder / Path(name).name).read_bytes(), TYPES.get(Path(name).suffix, "text/plain")

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing about a browser that went away."""


@dataclass
class Datagrams:
    """A port that takes datagrams, such as a call through WebRTC begins with."""

    line: socket.socket = field(default_factory=lambda: socket.socket(type=socket.SOCK_DGRAM))
    came: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.line.bind(("127.0.0.1", 0))
        self.port = self.line.getsockname()[1]

    def listen(self) -> None:
        with contextlib.suppress(OSError):
            while self.line.recv(2048) is not None:
                self.came.set()


@contextmanager
def running_outside() -> Iterator[Outside]:
    """Run the server while the block lasts."""
    outside = Outside()
    threads = [
        threading.Thread(target=outside.serve_forever, kwargs={"poll_interval": 0.01}),
        threading.Thread(target=outside.datagrams.listen, daemon=True),
    ]
    for thread in threads:
        thread.start()
    yield outside
    outside.shutdown()
    outside.datagrams.line.close()
    outside.server_close()
