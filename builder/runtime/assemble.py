"""Put the runtime together, file by file."""

import json
from pathlib import Path

from builder.project import ROOT, Project
from builder.runtime.engine_parts import first_modules, name_of
from builder.runtime.lighter_numpy import lighter
from builder.runtime.numpy_wheel import is_later, numpy_files, read_wheel
from builder.runtime.precompile import compile_modules
from builder.runtime.snapshot import make_snapshot
from builder.runtime.stdlib import Library, split_library
from builder.runtime.store import RuntimeManifest, Store, policy_hash, write_manifest
from builder.runtime.tools import RuntimeBuildError, bundle_script, shortened
from builder.runtime.wheels import (
    cut,
    engine_sources,
    pack_wheel,
    pack_zip,
    read_zip,
    stdlib_imports,
)

ENGINE_NAME, JUDGE_NAME = "ml_bites_engine", "ml_bites_judge"
ENGINE_PATH = "/lib/engine.whl"
PACKAGES = "/lib/python3.13/site-packages"
READABLE = "engine/nn/"
ENGINE_VERSION = "0.1.0"
FRAME_POLICY = (
    "default-src 'none'; script-src '{script}' 'wasm-unsafe-eval'; worker-src blob: data:"
)
FRAME = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Python</title>
<meta http-equiv="Content-Security-Policy" content="{policy}"></head><body>
<script>{script}</script></body></html>
"""


def write_runtime(out: Path, cache: Path, project: Project | None = None) -> RuntimeManifest:
    """Write `runtime/` and return the names and sizes of its files.

    Args:
        out: The folder of the site; the files go to `runtime` in it.
        cache: The folder of what is kept between builds.
        project: The copy of the course to build; this one if left out.
    """
    project = project or Project()
    store = Store(out / "runtime", cache / "runtime")
    wasm = project.node_modules / "pyodide" / "pyodide.asm.wasm"
    store.add_packed("wasm", "pyodide", wasm.read_bytes())
    library = add_library(store, project)
    engine = add_engine(store, project, library.judge)
    add_snapshot(store, project, library.first, engine)
    add_numpy(store, project)
    add_micropip(store, project)
    add_worker(store, project)
    script = bundle_script(project, "frame.ts").strip()
    manifest = RuntimeManifest(
        pyodide=pyodide_version(project),
        files=dict(store.files),
        on_demand=library.on_demand,
        frame_document=frame_document(script),
        frame_hash=policy_hash(script),
    )
    write_manifest(manifest, store.out)
    return manifest


def add_library(store: Store, project: Project) -> Library:
    """Store the standard library in two parts."""
    archive = project.node_modules / "pyodide" / "python_stdlib.zip"
    learners, judges = (
        stdlib_imports(engine_sources(project.root / "engine", with_grading))
        for with_grading in (False, True)
    )
    library = split_library(archive, project.node_modules, store.cache, learners, judges)
    store.add_packed("stdlib", "stdlib", library.first)
    store.add_packed("rest", "stdlib-rest", library.rest)
    return library


def add_engine(store: Store, project: Project, judge_library: dict[str, bytes]) -> bytes:
    """Store the engine's wheels: the learner's in two parts, without references; the judge's.

    The judge's holds as well what it alone needs of the standard library. Returns the first part
    of the learner's.
    """
    learners, judges = (
        engine_files(store, project, with_grading) for with_grading in (False, True)
    )
    first = first_modules(engine_sources(project.root / "engine", with_grading=False))
    early = {path: data for path, data in learners.items() if name_of(path) in first}
    later = {path: data for path, data in learners.items() if path not in early}
    head, rest = cut(read_zip(pack_wheel(ENGINE_NAME, ENGINE_VERSION, early)), later)
    store.add_packed("engine", "engine", head)
    store.add_packed("engine-rest", "engine-rest", rest)
    store.add_packed(
        "judge", "judge", pack_wheel(JUDGE_NAME, ENGINE_VERSION, judges | judge_library)
    )
    return head


def add_snapshot(store: Store, project: Project, library: bytes, engine: bytes) -> None:
    """Store the memory of a started Python, which later visits start from."""
    memory = make_snapshot(library, engine, ENGINE_PATH, project.node_modules, store.cache)
    store.add_packed("snapshot", "snapshot", memory)


def engine_files(store: Store, project: Project, with_grading: bool) -> dict[str, bytes]:
    """Return the engine as bytecode, and as text where a learner may want to read it."""
    sources = engine_sources(project.root / "engine", with_grading)
    readable = {path: data for path, data in sources.items() if path.startswith(READABLE)}
    return {**with_bytecode(sources, ENGINE_PATH, store, project), **readable}


def add_numpy(store: Store, project: Project) -> None:
    """Store numpy in two parts, ready to be unpacked into `site-packages`."""
    files = lighter(numpy_files(read_wheel(project.node_modules)))
    compiled = with_bytecode(files, PACKAGES, store, project)
    later = {path: data for path, data in compiled.items() if is_later(path)}
    first = {path: data for path, data in compiled.items() if path not in later}
    store.add_packed("numpy", "numpy", pack_zip(first))
    store.add_packed("numpy-rest", "numpy-rest", pack_zip(later))


def add_micropip(store: Store, project: Project) -> None:
    """Store micropip with what it needs, ready to be unpacked into `site-packages`."""
    wheels = sorted((ROOT / ".venv" / "page-wheels").glob("*.whl"))
    if not wheels:
        raise RuntimeBuildError(
            "The page's Python packages are missing; run: python3 build.py build"
        )
    files: dict[str, bytes] = {}
    for wheel in wheels:
        files |= read_zip(wheel.read_bytes())
    packed = pack_zip(with_bytecode(files, PACKAGES, store, project))
    store.add_packed("micropip", "micropip", packed)


def with_bytecode(
    files: dict[str, bytes], place: str, store: Store, project: Project
) -> dict[str, bytes]:
    """Return the files with bytecode in place of Python sources."""
    sources = {path: data for path, data in files.items() if path.endswith(".py")}
    others = {path: data for path, data in files.items() if path not in sources}
    compiled = compile_modules(sources, place, "", project.node_modules, store.cache)
    return {**others, **compiled.files}


def add_worker(store: Store, project: Project) -> None:
    """Store the worker's script; it holds Pyodide's own two, so that nothing is loaded later."""
    folder = project.node_modules / "pyodide"
    parts = [shortened(project, folder / name) for name in ("pyodide.asm.js", "pyodide.js")]
    parts.append(bundle_script(project, "worker.ts"))
    store.add_text("worker", "worker", "js", "\n;\n".join(parts))


def frame_document(script: str) -> str:
    """Return the document of the sandboxed frame, with its script and its policy in it."""
    if "</script" in script.lower():
        raise ValueError("the frame's script would end its own element")
    policy = FRAME_POLICY.format(script=policy_hash(script))
    return FRAME.format(policy=policy, script=script)


def pyodide_version(project: Project) -> str:
    """Return the version of Pyodide that is installed."""
    package = project.node_modules / "pyodide" / "package.json"
    return str(json.loads(package.read_text(encoding="utf-8"))["version"])
