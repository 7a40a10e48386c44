"""Take numpy for the page from the one npm package that carries it, checked by its hash."""

import hashlib
from pathlib import Path

from builder.runtime.tools import RuntimeBuildError
from builder.runtime.wheels import read_zip

WHEEL = "@bentopdf/pymupdf-wasm/assets/numpy-2.2.5-cp313-cp313-pyodide_2025_0_wasm32.whl"
SHA256 = "125230b4c3ecd08803e5c43f1162e017c0718d9f253146225a705a952b9c16c2"
NEEDLESS_SUFFIXES = (".pyi", ".pxd", ".h", ".a", ".c", ".typed", ".lib", ".ini", ".pc", ".build")
NEEDLESS_FOLDERS = ("tests", "examples", "f2py", "include")
# What `import numpy` leaves alone until a program names it; `imports.ts` looks for the names.
LATER_FOLDERS = ("fft", "ma", "polynomial", "random", "testing")


def read_wheel(node_modules: Path) -> bytes:
    """Return numpy's wheel as the Pyodide project built it.

    Raises:
        RuntimeBuildError: The file is missing or is not the one that was looked at.
    """
    path = node_modules / WHEEL
    if not path.exists():
        raise RuntimeBuildError(f"{path} is missing; run: python3 build.py build")
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise RuntimeBuildError(f"{path} is not the numpy that was checked; its hash differs.")
    return data


def numpy_files(wheel: bytes) -> dict[str, bytes]:
    """Return what learners need of numpy, by path: no tests, stubs, headers or f2py."""
    return {name: data for name, data in read_zip(wheel).items() if is_needed(name)}


def is_needed(name: str) -> bool:
    """Tell whether a file of the wheel is of use in the page."""
    if name.endswith("/") or name.endswith(NEEDLESS_SUFFIXES):
        return False
    return not any(folder in NEEDLESS_FOLDERS for folder in name.split("/")[1:-1])


def is_later(name: str) -> bool:
    """Tell whether a file comes with the second part of numpy.

    >>> is_later("numpy/random/mtrand.pyc"), is_later("numpy/_core/numeric.pyc")
    (True, False)
    """
    return name.split("/")[1] in LATER_FOLDERS
