"""Serve the built site on this machine, as a good static host would."""

import functools
import gzip
import hashlib
import os
import re
import socket
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from builder.live import Live
from builder.policy import ISOLATION

ADDRESS = "127.0.0.1"
HOST_NAMES = ("127.0.0.1", "localhost", "[::1]")
EVENTS = "/-/events"
RELOAD = "/-/reload.js"
RELOAD_TAG = b'<script src="/-/reload.js" defer></script></head>'
IDLE_SECONDS = 60
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".whl": "application/zip",
    ".zip": "application/zip",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".ipynb": "application/x-ipynb+json; charset=utf-8",
}
OTHER_TYPE = "application/octet-stream"
# Text is sent compressed, as static hosts do; what is compressed already is sent as it is.
PACKED_TYPES = {kind for kind in TYPES.values() if "charset" in kind}


@functools.lru_cache(maxsize=64)
def packed(body: bytes) -> bytes:
    """Return text compressed; what was asked for lately is kept."""
    return gzip.compress(body, compresslevel=6, mtime=0)


@dataclass
class Place:
    """What is served, and how.

    Args:
        folder: The built site.
        prefix: The path that it is served under; it starts and ends with a slash.
        headers: Sent with every answer.
        live: Followed by the pages, where they are to reload.
        lock: Held while the folder is swapped.
    """

    folder: Path
    prefix: str = "/"
    headers: Mapping[str, str] = field(default_factory=lambda: ISOLATION)
    live: Live | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def find(self, target: str) -> Path | None:
        """Return the file that a request asks for, or None."""
        path = unquote(urlsplit(target).path, errors="replace")
        if not path.startswith(self.prefix) or re.search(r"[\\\x00-\x1f]", path):
            return None
        parts = path.removeprefix(self.prefix).split("/")
        if any(part.startswith(".") or ":" in part for part in parts) or "" in parts[:-1]:
            return None
        file = self.folder.joinpath(*parts[:-1], parts[-1] or "index.html")
        return file if len(parts[-1]) < 256 else None

    def read(self, file: Path | None) -> bytes | None:
        """Return what a file holds, or None where there is no such file."""
        with self.lock, suppress(OSError):
            return file.read_bytes() if file and file.is_file() else None
        return None


class SiteServer(ThreadingHTTPServer):
    """A server for one place; every connection has its own thread."""

    daemon_threads = True
    request_queue_size = 128
    allow_reuse_address = os.name == "posix"

    def __init__(self, place: Place, port: int) -> None:
        """Take the port.

        Raises:
            OSError: The port is taken.
        """
        self.place = place
        super().__init__((ADDRESS, port), Handler)

    @property
    def url(self) -> str:
        """Return the address of the site."""
        return f"http://{ADDRESS}:{self.server_port}{self.place.prefix}"

    def server_bind(self) -> None:
        """Bind without asking anybody for the name of this machine."""
        socket_address = self.server_address
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, self.allow_reuse_address)
        self.socket.bind(socket_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = ADDRESS, self.server_address[1]

    def handle_error(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: object
    ) -> None:
        """Say nothing about a browser that went away."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Answer one connection."""

    protocol_version = "HTTP/1.1"
    server_version = "ml-bites"
    sys_version = ""
    timeout = IDLE_SECONDS
    server: SiteServer

    def do_GET(self) -> None:
        """Answer with a file, the reload script or the stream of builds."""
        place = self.server.place
        if not self.is_for_us():
            self.answer(HTTPStatus.MISDIRECTED_REQUEST, b"This server only answers to localhost.\n")
        elif place.live and self.path == EVENTS:
            self.stream(place.live)
        elif place.live and self.path == RELOAD:
            self.answer(HTTPStatus.OK, place.live.script, TYPES[".js"])
        else:
            self.answer_file(place)

    do_HEAD = do_GET

    def refuse_method(self) -> None:
        """Answer a method that changes things: nothing can be changed here."""
        self.close_connection = True
        self.answer(HTTPStatus.METHOD_NOT_ALLOWED, b"Only GET and HEAD work here.\n")

    do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = refuse_method

    def is_for_us(self) -> bool:
        """Tell whether the request names this server; other names mean a trick with DNS."""
        port = self.server.server_port
        return self.headers.get("Host", "").lower() in [f"{name}:{port}" for name in HOST_NAMES]

    def answer_file(self, place: Place) -> None:
        """Answer with the file, or with the page for what is missing."""
        file = place.find(self.path)
        body = place.read(file)
        if file is not None and body is not None:
            self.answer(HTTPStatus.OK, body, TYPES.get(file.suffix.lower(), OTHER_TYPE))
            return
        missing = place.read(place.folder / "404.html")
        if missing is None and place.live:
            self.answer(HTTPStatus.SERVICE_UNAVAILABLE, place.live.page().encode(), TYPES[".html"])
        elif missing is None:
            self.answer(HTTPStatus.NOT_FOUND, b"There is no such page.\n")
        else:
            self.answer(HTTPStatus.NOT_FOUND, missing, TYPES[".html"])

    def answer(self, status: HTTPStatus, body: bytes, kind: str = TYPES[".txt"]) -> None:
        """Send a whole answer, or only that the browser has it already."""
        if kind == TYPES[".html"] and self.server.place.live:
            body = body.replace(b"</head>", RELOAD_TAG, 1)
        packs = kind in PACKED_TYPES and "gzip" in self.headers.get("Accept-Encoding", "")
        tag = f'"{hashlib.sha256(body).hexdigest()[:20]}{"-gzip" * packs}"'
        known = status == HTTPStatus.OK and tag in self.headers.get("If-None-Match", "")
        self.send_response(HTTPStatus.NOT_MODIFIED if known else status)
        self.send_header("ETag", tag)
        self.send_header("Vary", "Accept-Encoding")
        if not known:
            body = packed(body) if packs else body
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            if packs:
                self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if not known and self.command != "HEAD":
            self.wfile.write(body)

    def stream(self, live: Live) -> None:
        """Send every change of the builds until the page goes away."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.end_headers()
        if self.command == "HEAD":
            return
        with suppress(OSError):
            for state in live.follow():
                self.wfile.write(f"data: {state}\n\n".encode() if state else b": quiet\n\n")
                self.wfile.flush()

    def end_headers(self) -> None:
        """Add what every answer carries."""
        self.send_header("Cache-Control", "no-cache")
        if self.close_connection:
            self.send_header("Connection", "close")
        for name, value in self.server.place.headers.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep the terminal for what the author needs to know."""
