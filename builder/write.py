"""Write the site whole or not at all."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from builder.failure import BuildFailed

PART = ".ml-bites-part-"
HOUR = 3600
TRIES = 3
MARKS = ("_headers", "notices.html", "runtime")
FILE_MODE, FOLDER_MODE = 0o644, 0o755
# What a file of the site holds, or the file that holds the same.
Content = bytes | Path
# The number, size and time of a file.
Mark = tuple[int, int, int]


@dataclass(frozen=True)
class Written:
    """What a build has written: a hash of each file of a folder, and how it was left."""

    folder: Path = Path()
    digests: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, Mark] = field(default_factory=dict)


@contextmanager
def new_folder(out: Path) -> Iterator[Path]:
    """Give a fresh folder beside `out`; what is left of it in the end is deleted."""
    check_place(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    remove_leftovers(out.parent)
    part = Path(tempfile.mkdtemp(dir=out.parent, prefix=PART))
    part.chmod(FOLDER_MODE)
    try:
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)


def check_place(out: Path) -> None:
    """Refuse a folder that holds anything but an earlier build.

    Raises:
        BuildFailed: Building there would delete somebody's files.
    """
    if out.is_file():
        raise BuildFailed([f"{out} is a file: choose a folder"])
    if not out.exists() or not any(out.iterdir()):
        return
    if not all((out / mark).exists() for mark in MARKS) or (out / ".git").exists():
        raise BuildFailed([f"{out} holds other files: choose an empty folder, or a new one"])


def remove_leftovers(folder: Path) -> None:
    """Delete what builds left that were killed more than an hour ago."""
    for path in folder.glob(PART + "*"):
        with suppress(OSError):
            if path.stat().st_mtime < time.time() - HOUR:
                shutil.rmtree(path, ignore_errors=True)


def write_files(
    folder: Path, files: Mapping[str, Content], digests: Mapping[str, str], last: Written
) -> dict[str, Mark]:
    """Write files by their path in the site, and return how each was left.

    A file is copied where a path stands for its content. What the last build wrote is linked, not
    written again, as long as nobody has touched it since.

    Args:
        digests: A hash of what each file holds.
        last: What the last build wrote.
    """
    for place in sorted({name.rpartition("/")[0] for name in files}):
        make_folders(folder, place)
    marks: dict[str, Mark] = {}
    for name, content in files.items():
        path = os.path.join(folder, name)
        linked = link(last, name, digests[name], path)
        marks[name] = linked or write_file(Path(path), content)
    return marks


def make_folders(folder: Path, place: str) -> None:
    """Make the folders on the way to a place, with the same rights everywhere."""
    for part in place.split("/"):
        folder = folder / part
        if not folder.exists():
            folder.mkdir()
            folder.chmod(FOLDER_MODE)


def link(last: Written, name: str, digest: str, path: str) -> Mark | None:
    """Link a file of the last build to a new path and return its mark, if it is what is wanted."""
    if last.digests.get(name) != digest:
        return None
    old = os.path.join(last.folder, name)
    try:
        if mark(old) != last.marks[name]:
            return None
        os.link(old, path)
    except OSError:
        return None
    return last.marks[name]


def mark(path: str) -> Mark:
    """Return what changes when somebody changes a file."""
    status = os.stat(path)
    return status.st_ino, status.st_size, status.st_mtime_ns


def write_file(path: Path, content: Content) -> Mark:
    """Write one file, with the same rights everywhere, and return how it was left."""
    path.write_bytes(content.read_bytes() if isinstance(content, Path) else content)
    path.chmod(FILE_MODE)
    return mark(str(path))


def swap(part: Path, out: Path) -> None:
    """Put a finished folder in the place of the old one; another build may do so just now."""
    old = Path(tempfile.mkdtemp(dir=out.parent, prefix=PART))
    for attempt in range(TRIES):
        with suppress(FileNotFoundError):
            out.rename(old / str(attempt))
        try:
            part.rename(out)
            break
        except OSError:
            if attempt == TRIES - 1:
                raise
    shutil.rmtree(old, ignore_errors=True)
