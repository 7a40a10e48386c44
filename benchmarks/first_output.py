"""How fast pages start: from a fresh profile, from a used one, and once they run."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from benchmarks.bench import Bench
from benchmarks.candidates import (
    CANDIDATES,
    KERNEL,
    KERNEL_NUMPY,
    LESSON,
    LESSON_NUMPY,
    Candidate,
    write_lessons,
)
from benchmarks.measure import opened
from benchmarks.rows import Floor, Row, at_most, ratio_at_most

CALLS = 40
# Long enough for what a page brings later to have arrived: it would disturb the round trips.
QUIET_MS = 5_000
# On the clock that the host has too.
OUTPUT_AT = "firstOutput.then((time) => (performance.timeOrigin + time) / 1000)"
ROUND_TRIPS = """
async (calls) => {
  const times = [];
  for (let call = 0; call < calls; call += 1) {
    const start = performance.now();
    await window.run("print(1)");
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[calls >> 1];
}
"""


@dataclass
class Figures:
    """What was measured of one page, a value for each round.

    Args:
        cold: Milliseconds from navigation to output, with nothing cached.
        warm: The same with a profile that has seen the page.
        trip: Milliseconds for one `print(1)`.
        sent: Megabytes that the host sent on the cold visit until the output was there.
    """

    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    trip: list[float] = field(default_factory=list)
    sent: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Figure:
    """One of the figures: what the table calls it, its unit, and how to take it."""

    title: str
    unit: str
    take: Callable[[Figures], list[float]]


FIGURES = (
    Figure("first output, cold", "ms", lambda found: found.cold),
    Figure("first output, warm", "ms", lambda found: found.warm),
    Figure("sent before output", "MB", lambda found: found.sent),
    Figure("one print(1)", "ms", lambda found: found.trip),
)
COLD, WARM, SENT, TRIP = FIGURES
TARGETS = {
    **dict.fromkeys([(COLD, page) for page in CANDIDATES], ratio_at_most(0.5)),
    **dict.fromkeys([(WARM, page) for page in (KERNEL, LESSON)], ratio_at_most(0.7)),
    **dict.fromkeys([(WARM, page) for page in (KERNEL_NUMPY, LESSON_NUMPY)], ratio_at_most(0.5)),
    **dict.fromkeys([(SENT, page) for page in (KERNEL, LESSON)], at_most(5)),
    **dict.fromkeys([(SENT, page) for page in (KERNEL_NUMPY, LESSON_NUMPY)], at_most(8)),
    **dict.fromkeys([(TRIP, page) for page in CANDIDATES], ratio_at_most(1.5)),
}


def measure(bench: Bench) -> Iterator[Row]:
    """Visit the pages in turns, so that a busy moment hits all of them."""
    bench.say(f"The site is at {bench.site}")
    write_lessons(bench.folder / "site")
    results = {candidate.name: Figures() for candidate in CANDIDATES}
    for count in range(bench.rounds):
        for candidate in CANDIDATES:
            bench.say(f"Round {count + 1} of {bench.rounds}: {candidate.name}")
            visit(bench, candidate, results[candidate.name])
    yield from rows(results)


def rows(results: dict[str, Figures]) -> Iterator[Row]:
    """Yield a row for each figure of each page that is held against another."""
    for figure in FIGURES:
        for candidate in CANDIDATES:
            ours = figure.take(results[candidate.name])
            if candidate.rival and ours:
                floor = Floor(candidate.rival, figure.take(results[candidate.rival]))
                target = TARGETS.get((figure, candidate))
                yield Row(f"{figure.title}: {candidate.name}", figure.unit, ours, floor, target)


def visit(bench: Bench, candidate: Candidate, figures: Figures) -> None:
    """Visit a page with a fresh profile, then twice again with the same one."""
    profile = tempfile.mkdtemp()
    address = f"{bench.host.address}/{candidate.path}"
    page_of = partial(opened, bench.playwright, profile, address, candidate.watched)
    try:
        bench.host.sent.clear()
        with page_of() as page:
            figures.cold.append(page.evaluate("firstOutput"))
            figures.sent.append(bench.host.megabytes(page.evaluate(OUTPUT_AT)))
            page.reload()
            page.evaluate("firstOutput")
        with page_of() as page:
            figures.warm.append(page.evaluate("firstOutput"))
            if candidate.can_run:
                page.wait_for_timeout(QUIET_MS)
                figures.trip.append(page.evaluate(ROUND_TRIPS, CALLS))
    finally:
        shutil.rmtree(profile, ignore_errors=True)
