"""Write the site whole or not at all."""

import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from builder.failure import BuildFailed

PART = ".ml-bites-part-"
HOUR = 3600
TRIES = 3
MARKS = ("_headers", "notices.html", "runtime")


@contextmanager
def new_folder(out: Path) -> Iterator[Path]:
    """Give a fresh folder beside `out`; what is left of it in the end is deleted."""
    check_place(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    remove_leftovers(out.parent)
    part = Path(tempfile.mkdtemp(dir=out.parent, prefix=PART))
    part.chmod(0o755)
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


def write_files(folder: Path, files: Mapping[str, str | bytes | Path]) -> None:
    """Write files by their path in the site; a path is copied."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Path):
            shutil.copyfile(content, path)
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)


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
