"""How long one short program takes, there and back, once Python runs."""

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from statistics import median

from playwright.sync_api import Page

from benchmarks.bench import Bench
from benchmarks.candidates import Candidate
from benchmarks.measure import browser, go_to

BATCHES = 6
CALLS = 40
# Long enough for what a page brings later to have arrived, and for what it gets ready.
QUIET_MS = 8_000
# Until the browser has shown a tab: that costs what no run costs.
SHOWN_MS = 300
# Nothing, rather than a wait without end, where a page does not tell that a run has ended.
LONGEST_MS = 10_000
BATCH = """
async ([calls, longest]) => {
  const measure = async () => {
    const times = [];
    for (let call = 0; call < calls; call += 1) {
      const start = performance.now();
      await window.run("print(1)");
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[calls >> 1];
  };
  return Promise.race([measure(), new Promise((done) => setTimeout(done, longest, null))]);
}
"""


def round_trips(bench: Bench, candidates: Sequence[Candidate]) -> dict[Candidate, float]:
    """Return the milliseconds for one `print(1)` in each page that tells when it has ended.

    The pages are open side by side and take turns: a busy second hits all of them.
    """
    profile = tempfile.mkdtemp()
    try:
        with browser(bench.playwright, profile) as context:
            tabs = {candidate: context.new_page() for candidate in candidates}
            for candidate, tab in tabs.items():
                make_ready(tab, f"{bench.host.address}/{candidate.path}", candidate)
            context.pages[0].wait_for_timeout(QUIET_MS)
            return in_turns(tabs)
    finally:
        shutil.rmtree(profile, ignore_errors=True)


def make_ready(tab: Page, address: str, candidate: Candidate) -> None:
    """Open a page, and wait until it has run something."""
    go_to(tab, address, candidate.watched)
    tab.evaluate("firstOutput")
    tab.evaluate(candidate.prepare)


def in_turns(tabs: Mapping[Candidate, Page]) -> dict[Candidate, float]:
    """Return the median of each tab's batches, as far as they have ended."""
    found: dict[Candidate, list[float]] = {candidate: [] for candidate in tabs}
    for _ in range(BATCHES):
        for candidate, tab in tabs.items():
            tab.bring_to_front()
            tab.wait_for_timeout(SHOWN_MS)
            trip = tab.evaluate(BATCH, [CALLS, LONGEST_MS])
            found[candidate] += [] if trip is None else [trip]
    return {page: median(trips) for page, trips in found.items() if trips}
