"""What the sandboxed frame costs, and what it costs to compile the wasm from a buffer."""

from collections.abc import Iterator

from benchmarks.bench import Bench
from benchmarks.candidates import BARE, BUFFER, KERNEL, UNFRAMED
from benchmarks.first_output import FIGURES, SENT, compare, visit_all
from benchmarks.rows import Row


def measure(bench: Bench) -> Iterator[Row]:
    """Hold each page against the same page without what may cost something."""
    found = visit_all(bench, (KERNEL, UNFRAMED, BUFFER, BARE))
    for ours, without in ((KERNEL, UNFRAMED), (BUFFER, BARE)):
        for figure in FIGURES:
            if figure is not SENT:
                yield from compare(found, figure, ours, without)
