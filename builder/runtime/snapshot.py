"""Keep the memory of a Python that has just started, so that later visits start from it.

Pyodide starts in Node with the files of the page, imports the engine, and gives its memory away.
The file has what differs from memory in which nothing has started. It is the same, byte for byte,
wherever and whenever it is made.
"""

import hashlib
import json
import tempfile
from pathlib import Path

from builder.kept import write_whole
from builder.runtime.tools import run_node

HERE = Path(__file__).parent
SCRIPT = HERE / "snapshot.mjs"
PACKAGE = "pyodide/package.json"
OPTIONS = {
    "packages": [],
    "lockFileContents": {
        "info": {
            "arch": "wasm32",
            "abi_version": "2025_0",
            "platform": "emscripten_4_0_9",
            "version": "",
            "python": "3.13.2",
        },
        "packages": {},
    },
    # The same as in `python.ts`.
    "env": {"HOME": "/home/learner", "PYTHONPATH": "{engine}", "PYTHONHASHSEED": "0"},
    "_sysExecutable": "./this.program",
}
PREPARE = """
import engine.kernel.bridge, engine.kernel.snapshot
engine.kernel.snapshot.settle()
"""


def make_snapshot(
    library: bytes, engine: bytes, engine_path: str, node_modules: Path, cache: Path
) -> bytes:
    """Return the memory of a Python that has the engine loaded.

    Args:
        library: The first part of the standard library.
        engine: The first part of the engine.
        engine_path: Where Python finds the engine.
        node_modules: Where Pyodide is installed.
        cache: Where snapshots are kept between builds.
    """
    options = json.dumps(OPTIONS).replace("{engine}", engine_path)
    given = json.dumps({"options": json.loads(options), "engine": engine_path, "prepare": PREPARE})
    pieces = [SCRIPT.read_bytes(), (node_modules / PACKAGE).read_bytes(), library, engine]
    kept = cache / f"{key([*pieces, given.encode()])}.snapshot"
    if not kept.exists():
        write_whole(kept, take(library, engine, given, node_modules))
    return kept.read_bytes()


def key(pieces: list[bytes]) -> str:
    """Return a hash of everything that a snapshot depends on."""
    return hashlib.sha256(b"".join(hashlib.sha256(each).digest() for each in pieces)).hexdigest()


def take(library: bytes, engine: bytes, given: str, node_modules: Path) -> bytes:
    """Start Pyodide in Node, and return what it leaves."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder), Path(folder) / "snapshot"
        (source / "stdlib.zip").write_bytes(library)
        (source / "engine.zip").write_bytes(engine)
        (source / "options.json").write_text(given, encoding="utf-8")
        run_node([str(SCRIPT), str(node_modules), str(source), str(target)], HERE)
        return target.read_bytes()
