"""A static host as most are: it compresses text, sends the rest as it is, and allows caching."""

import functools
import gzip
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

TEXT = {".html", ".js", ".mjs", ".css", ".json", ".svg", ".txt"}
TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm"}


@functools.cache
def stored(path: Path) -> tuple[bytes, bool]:
    """Return what is sent for a file, and whether it is compressed."""
    data = path.read_bytes()
    return (gzip.compress(data, 6), True) if path.suffix in TEXT else (data, False)


class Handler(SimpleHTTPRequestHandler):
    """Serve files with isolation headers and count the bytes."""

    protocol_version = "HTTP/1.1"
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}

    def __init__(self, *rest: object, host: "Host", **options: object) -> None:
        self.host = host
        super().__init__(*rest, **options)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        body, is_packed = stored(path)
        self.host.sent.append((time.time(), len(body)))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        if is_packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """A server whose browsers are ended in the middle of what they ask for."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@dataclass
class Host:
    """A running host.

    Args:
        address: Where it is, without a slash at the end.
        sent: When each body so far was asked for, and its bytes.
    """

    address: str = ""
    sent: list[tuple[float, int]] = field(default_factory=list)

    def megabytes(self, until: float) -> float:
        """Return the megabytes that were asked for up to a time.

        >>> Host(sent=[(1.0, 2_000_000), (2.0, 1_000_000), (3.0, 5_000_000)]).megabytes(2.0)
        3.0
        """
        return sum(size for asked, size in self.sent if asked <= until) / 1_000_000


@contextmanager
def serve(folder: Path) -> Iterator[Host]:
    """Serve a folder on a free port."""
    host = Host()
    handler = functools.partial(Handler, directory=str(folder), host=host)
    server = Server(("127.0.0.1", 0), handler)
    host.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
