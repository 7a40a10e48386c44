"""What a build wrote, to compare two of them."""

from pathlib import Path


def contents(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return the rights and the content of every file and folder below a folder."""
    return {
        path.relative_to(folder).as_posix(): (
            path.stat().st_mode,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in folder.rglob("*")
    }
