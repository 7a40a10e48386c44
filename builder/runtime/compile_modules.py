"""Compile every module under /in to /out, and note what a start imports. Runs inside Pyodide.

`/in/prefix.txt` holds the path that tracebacks name, `/in/probe.txt` modules to import.
"""

import importlib.util
import json
import marshal
import sys
from contextlib import suppress
from pathlib import Path

SOURCE = Path("/in/files")
TARGET = Path("/out")
UNCHECKED_HASH = (0b01).to_bytes(4, "little")


def compile_all() -> None:
    """Compile each module, and write which modules are loaded when the probe is imported."""
    prefix = Path("/in/prefix.txt").read_text(encoding="utf-8")
    for path in sorted(SOURCE.rglob("*.py")):
        compile_one(path, f"{prefix}/{path.relative_to(SOURCE).as_posix()}")
    for name in Path("/in/probe.txt").read_text(encoding="utf-8").split():
        with suppress(ImportError):
            importlib.import_module(name)
    loaded = sorted(name for name in sys.modules if name != "__main__")
    (TARGET / "loaded.json").write_text(json.dumps(loaded), encoding="utf-8")


def compile_one(path: Path, shown: str) -> None:
    """Write one module's bytecode, which is taken as it is, without a look at the source."""
    source = path.read_bytes()
    code = compile(source, shown, "exec", dont_inherit=True)
    target = TARGET / path.relative_to(SOURCE).with_suffix(".pyc")
    target.parent.mkdir(parents=True, exist_ok=True)
    header = importlib.util.MAGIC_NUMBER + UNCHECKED_HASH + importlib.util.source_hash(source)
    target.write_bytes(header + marshal.dumps(code))


if __name__ == "__main__":
    compile_all()
