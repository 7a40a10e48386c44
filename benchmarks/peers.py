"""Lesson 1 beside JupyterLite and PyScript, over the same files of Pyodide."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.bench import Bench
from benchmarks.candidates import KERNEL, LESSON, PLAIN, Candidate, Watched, write_lessons
from benchmarks.first_output import FIGURES, TRIP, compare, visit_all
from benchmarks.peer_files import NotInstalled, write_jupyterlite, write_pyscript
from benchmarks.rows import Row, ratio_at_most

CONSOLE = "jupyterlite/repl/index.html?" + urlencode({"kernel": "python", "code": PLAIN})
# The kernel of the console, through JupyterLab's own interface.
ASK_KERNEL = """
(async () => {
  const { sessions } = window.jupyterapp.serviceManager;
  await sessions.refreshRunning();
  const [model] = sessions.running();
  const { kernel } = sessions.connectTo({ model });
  window.run = async (code) => (await kernel.requestExecute({ code }).done).content;
})()
"""
ASK_WORKER = """
(async () => {
  const { workers } = await import("./core/core.js");
  const { run } = await workers["bench"];
  window.run = (code) => run(code);
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
    """Hold lesson 1 against each peer that can be installed, all in turns."""
    bench.say(f"The site is at {bench.site}")
    write_lessons(bench.folder / "site")
    peers = []
    for peer in PEERS:
        try:
            peer.write(bench.folder)
            peers.append(peer.page)
        except NotInstalled as error:
            yield Row(peer.page.name, note=str(error))
    yield from compare_all(bench, peers)


def compare_all(bench: Bench, peers: list[Candidate]) -> Iterator[Row]:
    """Yield each figure beside each peer's; the round trip is that of the kernel's page."""
    if not peers:
        return
    found = visit_all(bench, (KERNEL, LESSON, *peers))
    for figure in FIGURES:
        for peer in peers:
            ours = KERNEL if figure is TRIP else LESSON
            yield from compare(found, figure, ours, peer, ratio_at_most(1))
