"""Lesson 1 beside JupyterLite and PyScript, over the same files of Pyodide."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Error

from benchmarks.bench import Bench
from benchmarks.candidates import KERNEL, LESSON, PLAIN, Candidate, Watched, write_lessons
from benchmarks.first_output import FIGURES, TRIP, compare, visit_all
from benchmarks.peer_files import NotInstalled, write_jupyterlite, write_pyscript
from benchmarks.rows import Row, ratio_at_most

CONSOLE = "jupyterlite/repl/index.html?" + urlencode({"kernel": "python", "code": PLAIN})
# The kernel of the console, through JupyterLab's own interface.
ASK_KERNEL = """
(() => {
  const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
  window.run = async (code) => (await kernel.requestExecute({ code }).done).content;
})()
"""
ASK_WORKER = """
(() => {
  const { sync } = document.querySelector("script[type=py]").xworker;
  window.run = (code) => sync.run(code);
})()
"""


@dataclass(frozen=True)
class Peer:
    """Another Python for the browser: its page, and what installs and writes it."""

    page: Candidate
    write: Callable[[Path], None]


PEERS = (
    Peer(
        Candidate(
            "JupyterLite",
            CONSOLE,
            watched=Watched(".jp-OutputArea-output"),
            prepare=ASK_KERNEL,
        ),
        write_jupyterlite,
    ),
    Peer(Candidate("PyScript", "pyscript/index.html", prepare=ASK_WORKER), write_pyscript),
)


def measure(bench: Bench) -> Iterator[Row]:
    """Hold lesson 1 against each peer; what cannot be installed, or shows nothing, says so."""
    bench.say(f"The site is at {bench.site}")
    write_lessons(bench.folder / "site")
    for peer in PEERS:
        try:
            peer.write(bench.folder)
            yield from compare_with(bench, peer.page)
        except NotInstalled as error:
            yield Row(peer.page.name, note=str(error))
        except Error as error:
            yield Row(peer.page.name, note=f"not measured: {error.message.splitlines()[0]}")


def compare_with(bench: Bench, peer: Candidate) -> Iterator[Row]:
    """Yield each figure beside the peer's; the round trip is that of the kernel's page."""
    found = visit_all(bench, (KERNEL, LESSON, peer))
    for figure in FIGURES:
        ours = KERNEL if figure is TRIP else LESSON
        yield from compare(found, figure, ours, peer, ratio_at_most(1))
