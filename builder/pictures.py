"""Copy the lessons' pictures under hashed names, and know how large they are."""

import re
import struct
from dataclasses import dataclass
from pathlib import Path

from builder.hashing import digest, files_below

SVG_SIZE = re.compile(rb"<svg\b[^>]*?\bviewBox=[\"'][-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)")
PNG_MARK = b"\x89PNG\r\n\x1a\n"
KINDS = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp")


@dataclass(frozen=True)
class Picture:
    """One picture: its file, its path in the site, and its size in pixels where it is known."""

    source: Path
    path: str
    width: int | None
    height: int | None

    def attributes(self, root: str) -> dict[str, str]:
        """Return the attributes of its `img` element; the size keeps the page from jumping."""
        size = {"width": self.width, "height": self.height}
        known = {name: str(value) for name, value in size.items() if value}
        return {"src": root + self.path, **known}


def find_pictures(lessons: Path) -> dict[str, Picture]:
    """Return the pictures by the names that lessons call them by, such as `img/neuron.svg`."""
    files = files_below(lessons, KINDS)
    return {path.relative_to(lessons).as_posix(): read_picture(path) for path in files}


def read_picture(path: Path) -> Picture:
    """Return one picture."""
    data = path.read_bytes()
    width, height = size_of(data)
    hashed = f"assets/{path.stem}.{digest(data)}{path.suffix.lower()}"
    return Picture(path, hashed, width, height)


def size_of(data: bytes) -> tuple[int | None, int | None]:
    """Return the width and height of an SVG or PNG picture, None where they are not told.

    >>> size_of(b'<svg viewBox="0 0 640 360">')
    (640, 360)
    """
    if data.startswith(PNG_MARK):
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    size = SVG_SIZE.search(data)
    return (round(float(size[1])), round(float(size[2]))) if size else (None, None)
