"""Pages take turns with short programs; one that never tells the end of a run has no figure."""

import pytest
from playwright.sync_api import Page

from benchmarks import round_trips
from benchmarks.candidates import BARE, KERNEL, UNFRAMED
from benchmarks.round_trips import BATCHES, CALLS, in_turns

# Each ends with `null`, as a function would be called.
COUNTS = "runs = 0; run = async () => void (runs += 1); null"
NEVER = "run = () => new Promise(() => undefined); null"
ENDS_LATER = (
    "calls = 0; run = () => (calls++ === 0 ? new Promise(() => 0) : Promise.resolve()); null"
)


def test_pages_take_turns(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(round_trips, "LONGEST_MS", 200)
    pages = {BARE: COUNTS, KERNEL: NEVER, UNFRAMED: ENDS_LATER}
    tabs = {candidate: page.context.new_page() for candidate in pages}
    for candidate, script in pages.items():
        tabs[candidate].evaluate(script)
    found = in_turns(tabs)
    assert set(found) == {BARE, UNFRAMED}
    assert 0 <= found[BARE] < 100
    assert tabs[BARE].evaluate("runs") == BATCHES * CALLS
