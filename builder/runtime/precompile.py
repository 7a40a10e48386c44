"""Compile Python modules to bytecode with the Pyodide that will run them, once per content."""

import hashlib
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

from builder.kept import write_whole
from builder.runtime.tools import run_node
from builder.runtime.wheels import pack_zip, read_zip

HERE = Path(__file__).resolve().parent
COMPILER = ("compile.mjs", "compile_modules.py")
REPORT = "loaded.json"


@dataclass(frozen=True)
class Compiled:
    """Modules as bytecode.

    Args:
        files: Path of the `.pyc` to its bytes.
        loaded: The modules that are imported after a start and the probe.
    """

    files: dict[str, bytes]
    loaded: list[str]


def compile_modules(
    sources: dict[str, bytes], prefix: str, probe: str, node_modules: Path, cache: Path
) -> Compiled:
    """Return the bytecode of Python sources, from the cache where it is known.

    Args:
        sources: Path to source; the paths end in `.py`.
        prefix: The folder or archive that tracebacks name.
        probe: Modules to import once, separated by spaces, to see what they load.
        node_modules: Where Pyodide is installed.
        cache: Where bytecode is kept between builds.
    """
    given = {f"files/{path}": source for path, source in sources.items()}
    given |= {"prefix.txt": prefix.encode(), "probe.txt": probe.encode()}
    kept = cache / f"{content_key(given, node_modules)}.pyc.zip"
    if not kept.exists():
        write_whole(kept, pack_zip(compile_fresh(given, node_modules)))
    files = read_zip(kept.read_bytes())
    loaded = json.loads(files.pop(REPORT))
    return Compiled(files, loaded)


def content_key(given: dict[str, bytes], node_modules: Path) -> str:
    """Return a hash of everything that the bytecode depends on."""
    package = (node_modules / "pyodide" / "package.json").read_bytes()
    pieces = [package, *((HERE / name).read_bytes() for name in COMPILER)]
    for path, data in sorted(given.items()):
        pieces += [path.encode(), data]
    return hashlib.sha256(b"".join(hashlib.sha256(piece).digest() for piece in pieces)).hexdigest()


def compile_fresh(given: dict[str, bytes], node_modules: Path) -> dict[str, bytes]:
    """Compile the sources with Pyodide in Node."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "in", Path(folder) / "out"
        target.mkdir()
        write_tree(source, given)
        (source / "files").mkdir(exist_ok=True)
        run_node([str(HERE / "compile.mjs"), str(node_modules), str(source), str(target)], HERE)
        return read_tree(target)


def write_tree(folder: Path, files: dict[str, bytes]) -> None:
    """Write files below a folder."""
    folder.mkdir(parents=True)
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def read_tree(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder by their path, in order."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
