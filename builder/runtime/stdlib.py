"""Split the standard library: what nearly every program needs, and the rest for later.

The first part holds what is loaded when Pyodide starts and imports the modules below, the
engine's included. The rest comes when the page is idle, or when code imports from it. Both are one
zip archive, cut in two: the worker puts the rest behind the first part, whose files keep their
places, and Python finds the whole library under the same name.
"""

from dataclasses import dataclass
from pathlib import Path

from builder.runtime.precompile import compile_modules
from builder.runtime.wheels import cut, read_zip

LIBRARY = "/lib/python313.zip"
COMMON = """
    array ast asyncio base64 bisect builtins calendar cmath codecs collections.abc contextlib
    contextvars copy csv dataclasses datetime decimal enum fractions functools graphlib hashlib
    heapq importlib.machinery importlib.util inspect io itertools json keyword linecache locale
    math numbers operator os.path pathlib pickle platform pprint queue random re reprlib secrets
    shutil signal statistics string struct sys tempfile textwrap threading time timeit token
    tokenize traceback types typing unicodedata warnings weakref zipimport
    __future__ _pylong _strptime encodings.ascii encodings.latin_1 encodings.utf_8_sig
    encodings.utf_16 pyodide.ffi
"""
FOR_NUMPY = "ctypes sysconfig hmac"


@dataclass(frozen=True)
class Library:
    """The standard library as bytecode, uncompressed.

    Args:
        first: An archive of what a start needs.
        rest: What makes the archive whole, put where its directory began.
        judge: What the judge alone needs from the start; it is in the rest too.
        on_demand: The modules that are only in the rest.
    """

    first: bytes
    rest: bytes
    judge: dict[str, bytes]
    on_demand: tuple[str, ...]


def split_library(
    archive: Path,
    node_modules: Path,
    cache: Path,
    needed: frozenset[str],
    judge_needs: frozenset[str] = frozenset(),
) -> Library:
    """Return the standard library as bytecode in two parts.

    Args:
        archive: Pyodide's `python_stdlib.zip`.
        node_modules: Where Pyodide is installed.
        cache: Where bytecode is kept between builds.
        needed: More modules that belong into the first part, such as what the engine imports.
        judge_needs: What the judge's engine imports.
    """
    sources, data = read_library(archive)
    probe = " ".join([*COMMON.split(), *FOR_NUMPY.split(), *sorted(needed)])
    judge_probe = " ".join([probe, *sorted(judge_needs)])
    compiled = compile_modules(sources, LIBRARY, probe, node_modules, cache)
    with_judge = compile_modules(sources, LIBRARY, judge_probe, node_modules, cache)
    loaded, judge_loads = set(compiled.loaded), set(with_judge.loaded)
    first = {path: code for path, code in compiled.files.items() if module_name(path) in loaded}
    rest = {path: code for path, code in compiled.files.items() if path not in first}
    on_demand = {module_name(path) for path in rest}
    judge = {path: code for path, code in rest.items() if module_name(path) in judge_loads}
    return Library(*cut({**data, **first}, rest), judge, hideable(on_demand))


def read_library(archive: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the sources of the library, and the other files in it."""
    files = read_zip(archive.read_bytes())
    sources = {name: data for name, data in files.items() if name.endswith(".py")}
    return sources, {name: data for name, data in files.items() if name not in sources}


def module_name(path: str) -> str:
    """Return the name of the module in a bytecode file.

    >>> module_name("json/__init__.pyc"), module_name("json/tool.pyc")
    ('json', 'json.tool')
    """
    return path.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")


def hideable(modules: set[str]) -> tuple[str, ...]:
    """Return the shortest list of names that stands for the modules: packages for their content.

    Codecs are left out: nobody imports them by name.
    """
    kept = {name for name in modules if name.rpartition(".")[0] not in modules}
    return tuple(sorted(name for name in kept if not name.startswith("encodings.")))
