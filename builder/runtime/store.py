"""Files with hashed names, compressed once, and the list of them that the page reads."""

import gzip
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from builder.hashing import integrity
from builder.kept import write_whole

HASH_LENGTH = 12


@dataclass(frozen=True)
class RuntimeFile:
    """One file of `runtime/`.

    Args:
        name: The file's name, with the hash of its content in it.
        bytes: How long the stored file is.
        sent: What a host sends that compresses only text.
        whole: How long it is once it is unpacked.
    """

    name: str
    bytes: int
    sent: int
    whole: int

    def to_dict(self) -> dict[str, str | int]:
        """Return plain data for the page."""
        return {
            "name": self.name,
            "bytes": self.bytes,
            "sent": self.sent,
            "whole": self.whole,
        }


@dataclass(frozen=True)
class RuntimeManifest:
    """The files of the runtime by their role, as `RuntimeManifest` in `protocol.ts`.

    Args:
        pyodide: The version of Pyodide.
        files: Role to file: `worker`, `wasm`, `stdlib`, `engine`, `judge`, `numpy`, ...
        on_demand: The top-level modules that are only in the role `rest`.
        frame_document: The whole document of the sandboxed frame.
        frame_hash: The frame's inline script as a source of a content security policy.
    """

    pyodide: str
    files: dict[str, RuntimeFile]
    on_demand: tuple[str, ...]
    frame_document: str
    frame_hash: str

    @property
    def name(self) -> str:
        """Return the name under which this list itself is stored."""
        return f"manifest.{digest(self.to_json().encode())}.json"

    def to_json(self) -> str:
        """Return the text that is stored."""
        return json.dumps(self.to_dict(), indent=1, sort_keys=True)

    def to_dict(self) -> dict[str, object]:
        """Return plain data for the page."""
        files = {role: file.to_dict() for role, file in sorted(self.files.items())}
        return {
            "pyodide": self.pyodide,
            "files": files,
            "onDemand": list(self.on_demand),
            "frameDocument": self.frame_document,
        }


class Store:
    """Write files under hashed names and remember them by their role.

    Args:
        out: The folder to write to.
        cache: Where compressed files are kept between builds.
    """

    def __init__(self, out: Path, cache: Path) -> None:
        """Make both folders."""
        self.out = out
        self.cache = cache
        self.files: dict[str, RuntimeFile] = {}
        out.mkdir(parents=True, exist_ok=True)
        cache.mkdir(parents=True, exist_ok=True)

    def add_packed(self, role: str, stem: str, data: bytes) -> None:
        """Store binary data gzip-compressed; the page unpacks it."""
        packed = self.compress(data)
        self._write(role, f"{stem}.{digest(packed)}.bin", packed, len(packed), len(data))

    def add_text(self, role: str, stem: str, suffix: str, text: str) -> None:
        """Store text as it is; hosts compress it on the way."""
        data = text.encode()
        name = f"{stem}.{digest(data)}.{suffix}"
        self._write(role, name, data, len(self.compress(data)), len(data))

    def compress(self, data: bytes) -> bytes:
        """Return the data gzip-compressed, from the cache where it is known."""
        kept = self.cache / f"{hashlib.sha256(data).hexdigest()}.gz"
        if not kept.exists():
            write_whole(kept, gzip.compress(data, compresslevel=9, mtime=0))
        return kept.read_bytes()

    def _write(self, role: str, name: str, stored: bytes, sent: int, whole: int) -> None:
        (self.out / name).write_bytes(stored)
        self.files[role] = RuntimeFile(name, len(stored), sent, whole)


def digest(data: bytes) -> str:
    """Return the short hash that goes into a file's name."""
    return hashlib.sha256(data).hexdigest()[:HASH_LENGTH]


def policy_hash(script: str) -> str:
    """Return an inline script as a source of a content security policy.

    >>> policy_hash("")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return integrity(script.encode())


def write_manifest(manifest: RuntimeManifest, out: Path) -> None:
    """Store the list of files as JSON, for tools and tests; pages carry it themselves."""
    (out / manifest.name).write_text(manifest.to_json(), encoding="utf-8", newline="\n")
