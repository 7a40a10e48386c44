"""How fast pages start: from a fresh profile, from a used one, and once they run."""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
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
from benchmarks.round_trips import round_trips
from benchmarks.rows import Floor, Row, Target, at_most, ratio_at_most

# Long enough for what a page brings later to have arrived: a reader stays longer than that, later
# visits start from it.
QUIET_MS = 5_000
# On the clock that the host has too.
OUTPUT_AT = "firstOutput.then((time) => (performance.timeOrigin + time) / 1000)"


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


Found = dict[Candidate, Figures]


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
    """Visit the pages, and hold each against its rival."""
    bench.say(f"The site is at {bench.site}")
    write_lessons(bench.folder / "site")
    found = visit_all(bench, CANDIDATES)
    rivals = {page.name: page for page in CANDIDATES}
    for figure in FIGURES:
        for page in CANDIDATES:
            if page.rival:
                target = TARGETS.get((figure, page))
                yield from compare(found, figure, page, rivals[page.rival], target)


def visit_all(bench: Bench, pages: Sequence[Candidate]) -> Found:
    """Visit pages in turns, so that a busy moment hits all of them."""
    found = {page: Figures() for page in pages}
    for count in range(bench.rounds):
        for page in pages:
            bench.say(f"Round {count + 1} of {bench.rounds}: {page.name}")
            visit(bench, page, found[page])
        bench.say(f"Round {count + 1} of {bench.rounds}: round trips")
        for page, trip in round_trips(bench, [page for page in pages if page.can_run]).items():
            found[page].trip.append(trip)
    return found


def compare(
    found: Found, figure: Figure, ours: Candidate, theirs: Candidate, target: Target | None = None
) -> Iterator[Row]:
    """Yield the row of one figure of two pages; none if ours does not have it."""
    samples, others = figure.take(found[ours]), figure.take(found[theirs])
    name = f"{figure.title}: {ours.name}"
    if samples and len(samples) == len(others):
        yield Row(name, figure.unit, samples, Floor(theirs.name, others), target)
    elif samples:
        note = f"{theirs.name} was not measured in every round"
        yield Row(name, figure.unit, samples, note=note)


def visit(bench: Bench, candidate: Candidate, figures: Figures) -> None:
    """Visit a page with a fresh profile, stay a moment, and come back in a new browser."""
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
            page.wait_for_timeout(QUIET_MS)
        with page_of() as page:
            figures.warm.append(page.evaluate("firstOutput"))
    finally:
        shutil.rmtree(profile, ignore_errors=True)
