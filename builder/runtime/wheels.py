"""Build the engine's wheels: pure zips that are the same, byte for byte, for the same sources."""

import ast
import base64
import hashlib
import io
import sys
import zipfile
from pathlib import Path

PORTABLE = sys.stdlib_module_names - {"__future__", "__main__"}
# What starts processes or reads a command line: the page has neither.
NATIVE = {"explain/command.py", "grading/native.py", "grading/realm.py", "kernel/child.py"}
TIMESTAMP = (2020, 1, 1, 0, 0, 0)
METADATA = """Metadata-Version: 2.1
Name: {name}
Version: {version}
Summary: The engine of ML Bites, as it runs in the page.
License: MIT
"""
WHEEL = """Wheel-Version: 1.0
Generator: ml-bites
Root-Is-Purelib: true
Tag: py3-none-any
"""


def engine_sources(engine: Path, with_grading: bool) -> dict[str, bytes]:
    """Return the engine's files by their path in the wheel.

    Args:
        engine: The folder `engine`.
        with_grading: Whether references and checks are in; only the judge may have them.
    """
    files = {}
    for path in sorted(engine.rglob("*")):
        place = path.relative_to(engine)
        is_grading = place.parts[0] == "grading"
        if path.is_file() and is_shipped(place) and (with_grading or not is_grading):
            files[f"engine/{place.as_posix()}"] = path.read_bytes()
    return files


def is_shipped(place: Path) -> bool:
    """Tell whether a file of the engine belongs into a wheel."""
    if "__pycache__" in place.parts or place.as_posix() in NATIVE:
        return False
    return place.suffix in {".py", ".json", ".csv", ".txt"}


def stdlib_imports(files: dict[str, bytes]) -> frozenset[str]:
    """Return the modules of the standard library that sources import, the engine's own left out."""
    trees = [ast.parse(data) for path, data in files.items() if path.endswith(".py")]
    names = {name for tree in trees for node in ast.walk(tree) for name in imported(node)}
    return frozenset(name for name in names if name.split(".")[0] in PORTABLE)


def imported(node: ast.AST) -> list[str]:
    """Return the modules that one import statement names."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
        return [node.module]
    return []


def pack_wheel(name: str, version: str, files: dict[str, bytes], deflate: bool = False) -> bytes:
    """Return a wheel; stored without compression unless asked, as it is compressed whole."""
    folder = f"{name}-{version}.dist-info"
    metadata = METADATA.format(name=name, version=version)
    content = {
        **files,
        f"{folder}/METADATA": metadata.encode(),
        f"{folder}/WHEEL": WHEEL.encode(),
    }
    content[f"{folder}/RECORD"] = record(content, f"{folder}/RECORD").encode()
    return pack_zip(content, deflate)


def record(files: dict[str, bytes], itself: str) -> str:
    """Return the text of a wheel's RECORD."""
    rows = [f"{path},sha256={record_hash(data)},{len(data)}" for path, data in files.items()]
    return "\n".join([*rows, f"{itself},,"]) + "\n"


def record_hash(data: bytes) -> str:
    """Return a hash as RECORD writes it."""
    raw = hashlib.sha256(data).digest()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def pack_zip(files: dict[str, bytes], deflate: bool = False) -> bytes:
    """Return a zip archive that depends on nothing but its content."""
    buffer = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if deflate else zipfile.ZIP_STORED
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, TIMESTAMP)
            entry.compress_type = method
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()


def cut(first: dict[str, bytes], rest: dict[str, bytes]) -> tuple[bytes, bytes]:
    """Return an archive of the first files, and what makes it an archive of all of them.

    The second piece takes the place of the first one's directory, and all that is behind it.
    """
    head = pack_zip(first)
    return head, pack_zip({**first, **rest})[directory_start(head) :]


def directory_start(archive: bytes) -> int:
    """Return where the directory of a zip archive without comment begins."""
    return int.from_bytes(archive[-6:-2], "little")


def read_zip(archive: bytes) -> dict[str, bytes]:
    """Return the files of a zip archive by their path, in its order."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        names = [name for name in opened.namelist() if not name.endswith("/")]
        return {name: opened.read(name) for name in names}
