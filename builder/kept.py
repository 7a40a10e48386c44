"""Keep what is slow to make in folders of the cache, named by a hash of what it is made from."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

MOST = 4
PART = "part-"


def make_kept(folder: Path, fill: Callable[[Path], None]) -> None:
    """Make a folder that appears only when it is whole; of its older kin a few are kept.

    Args:
        fill: Writes everything into the folder that it is given.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    part = Path(tempfile.mkdtemp(dir=folder.parent, prefix=PART))
    try:
        fill(part)
        part.rename(folder)
    except OSError:
        # Another build may have made the same meanwhile, and read from it now.
        if not folder.exists():
            raise
    finally:
        shutil.rmtree(part, ignore_errors=True)
    forget_oldest(folder.parent)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that appears only when it is whole; another build may do so just now."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=PART, delete=False) as part:
        part.write(data)
    Path(part.name).replace(path)


def forget_oldest(folder: Path) -> None:
    """Delete all but the newest few that a folder holds."""
    kin = [path for path in folder.iterdir() if not path.name.startswith(PART)]
    kin.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kin[MOST:]:
        remove(path)


def remove(path: Path) -> None:
    """Delete a file or a folder, if that can be done."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()
