"""The pages that are measured, each written into a folder of its own."""

import html
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from builder.project import Project
from builder.runtime import write_runtime
from builder.runtime.numpy_wheel import WHEEL
from builder.runtime.tools import run_node

PAGES = Path(__file__).resolve().parent / "pages"
STOCK = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
LOCK = "pyodide-lock.json"
CODE = re.compile(r'(<pre class="code"[^>]*><code>).*?(</code></pre>)', re.DOTALL)
PLAIN = "print(1 + 1)"
WITH_NUMPY = "import numpy as np\nprint(np.array([1]) + 1)"


@dataclass(frozen=True)
class Watched:
    """Where the output of a page appears, and what has to be clicked for it; all are selectors.

    Args:
        output: What the output appears in.
        button: What is clicked as soon as it works, until `busy` is there; empty if nothing is.
        busy: What shows that the click was taken.
    """

    output: str = "#output"
    button: str = ""
    busy: str = ""


@dataclass(frozen=True)
class Candidate:
    """One page.

    Args:
        name: What the table calls it.
        path: Its address on the host, with the code that it runs at once.
        rival: The name of the page that it is held against; empty for that one itself.
        watched: How the page is run and where its output appears.
        can_run: Whether the page has a function `run(code)`, or `prepare` makes one.
        prepare: JavaScript that makes the function, once the page has run something.
    """

    name: str
    path: str
    rival: str = ""
    watched: Watched = Watched()
    can_run: bool = True
    prepare: str = ""


BARE = Candidate("bare Pyodide", "bare.html?" + urlencode({"code": PLAIN}))
BARE_NUMPY = Candidate(
    "bare Pyodide, numpy",
    "bare.html?" + urlencode({"code": WITH_NUMPY, "package": f"pyodide/{Path(WHEEL).name}"}),
)
BUFFER = Candidate("wasm from a buffer", f"{BARE.path}&compile=buffer", BARE.name)
KERNEL = Candidate("our kernel", "kernel.html?" + urlencode({"code": PLAIN}), BARE.name)
UNFRAMED = Candidate("our kernel without a frame", KERNEL.path.replace("kernel", "unframed", 1))
KERNEL_NUMPY = Candidate(
    "our kernel, numpy", "kernel.html?" + urlencode({"code": WITH_NUMPY}), BARE_NUMPY.name
)


def lesson(name: str, path: str, rival: Candidate) -> Candidate:
    """Return a lesson's page, whose first cell is run."""
    cell = "[data-block=cell]"
    parts = (f"{cell} [data-part=output]", f"{cell} [data-part=run]")
    watched = Watched(*parts, f"{cell}[data-state=running]")
    return Candidate(name, path, rival.name, watched, can_run=False)


LESSON = lesson("lesson 1", "site/lessons/bench-plain.html", BARE)
LESSON_NUMPY = lesson("lesson 5, numpy", "site/lessons/bench-numpy.html", BARE_NUMPY)
CANDIDATES = (BARE, KERNEL, LESSON, BARE_NUMPY, KERNEL_NUMPY, LESSON_NUMPY)


def write_pages(folder: Path) -> None:
    """Write all pages and what they load into a folder."""
    write_bare(folder)
    write_kernel(folder)


def write_bare(folder: Path) -> None:
    """Write the bare page with the files of Pyodide as they were published."""
    modules = Project().node_modules
    (folder / "pyodide").mkdir()
    for name in (*STOCK, LOCK):
        shutil.copy(modules / "pyodide" / name, folder / "pyodide")
    shutil.copy(modules / WHEEL, folder / "pyodide")
    for name in ("bare.html", "bare-page.mjs", "bare-worker.mjs"):
        shutil.copy(PAGES / name, folder)


def write_kernel(folder: Path) -> None:
    """Write the pages that have the course's kernel and nothing else, with and without a frame."""
    project = Project()
    manifest = write_runtime(folder, project.cache)
    text = (PAGES / "kernel.html").read_text(encoding="utf-8")
    text = text.replace("FRAME_HASH", html.escape(manifest.frame_hash))
    text = text.replace("RUNTIME", json.dumps(manifest.to_dict()).replace("<", "\\u003c"))
    for name in ("kernel", "unframed"):
        bundle(project, name, folder)
        page = text.replace("SCRIPT", f"{name}.js")
        (folder / f"{name}.html").write_text(page, encoding="utf-8")


def bundle(project: Project, name: str, folder: Path) -> None:
    """Bundle a page's script."""
    esbuild = project.node_modules / "esbuild" / "bin" / "esbuild"
    options = ["--bundle", "--minify", "--format=esm", f"--outfile={folder / name}.js"]
    run_node([str(esbuild), str(PAGES / f"{name}.ts"), *options], PAGES)


def write_lessons(site: Path) -> None:
    """Write copies of two lessons' pages whose first cell prints what all pages print."""
    for lesson_id, code, path in (
        ("neuron", PLAIN, LESSON.path),
        ("numpy-network", WITH_NUMPY, LESSON_NUMPY.path),
    ):
        text = (site / "lessons" / f"{lesson_id}.html").read_text(encoding="utf-8")
        (site.parent / path).write_text(with_code(text, code), encoding="utf-8")


def with_code(page: str, code: str) -> str:
    """Return a lesson's page with other code in its first cell."""
    start, cell, rest = page.partition('data-block="cell"')
    changed, count = CODE.subn(lambda found: found[1] + html.escape(code) + found[2], rest, 1)
    if count == 0:
        raise ValueError("the lesson has no cell")
    return start + cell + changed
