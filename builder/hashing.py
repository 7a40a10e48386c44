"""Short hashes of content, for file names and for what is kept between builds."""

import base64
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

LENGTH = 12


def digest(*parts: str | bytes) -> str:
    """Return a short hash of texts or bytes.

    >>> digest("a", "b") == digest("ab")
    False
    """
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.hexdigest()[:LENGTH]


def integrity(data: bytes) -> str:
    """Return the hash by which a browser tells whether a file is whole.

    >>> integrity(b"")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode()


def files_digest(paths: Iterable[Path], base: Path) -> str:
    """Return a short hash of files: their names below a folder and their content."""
    names = sorted(paths)
    parts = [part for path in names for part in (path.relative_to(base).as_posix(), read(path))]
    return digest(*parts)


def read(path: Path) -> bytes:
    """Return what a file holds, nothing where it has just gone."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def files_below(folder: Path, ends: tuple[str, ...] = ("",)) -> list[Path]:
    """Return the files below a folder in order, those that start with a dot left out.

    Args:
        ends: How their names end, in small letters.
    """
    found = []
    for place, folders, names in os.walk(folder):
        folders.sort()
        wanted = (name for name in sorted(names) if name.lower().endswith(ends))
        paths = (os.path.join(place, name) for name in wanted if not name.startswith("."))
        found += [Path(path) for path in paths if os.path.isfile(path)]
    return found
