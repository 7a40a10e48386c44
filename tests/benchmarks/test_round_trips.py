"""Pages take turns with short programs; one that never tells the end of a run has no figure."""

from itertools import groupby

import pytest
from playwright.sync_api import Page

from benchmarks import round_trips
from benchmarks.candidates import BARE, BUFFER, KERNEL, UNFRAMED
from benchmarks.round_trips import BATCHES, CALLS, in_turns

# Each ends with `null`, as a function would be called.
NOTES_TIMES = """times = [];
run = async () => void times.push(performance.timeOrigin + performance.now()); null"""
NEVER = "run = () => new Promise(() => undefined); null"
ENDS_LATER = (
    "calls = 0; run = () => (calls++ === 0 ? new Promise(() => 0) : Promise.resolve()); null"
)


def measured(page: Page, scripts: dict) -> tuple[dict, dict]:
    """Return the tabs that ran the scripts, and what was found of them."""
    tabs = {candidate: page.context.new_page() for candidate in scripts}
    for candidate, script in scripts.items():
        tabs[candidate].evaluate(script)
    return tabs, in_turns(tabs)


def test_pages_take_turns(page: Page) -> None:
    tabs, found = measured(page, {BARE: NOTES_TIMES, BUFFER: NOTES_TIMES})
    assert all(0 <= found[each] < 100 for each in tabs)
    calls = [(time, each.name) for each, tab in tabs.items() for time in tab.evaluate("times")]
    assert len(calls) == 2 * BATCHES * CALLS
    turns = [name for name, _ in groupby(name for _, name in sorted(calls))]
    assert turns == [BARE.name, BUFFER.name] * BATCHES


def test_a_page_that_never_tells_the_end_has_no_figure(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(round_trips, "LONGEST_MS", 200)
    _, found = measured(page, {KERNEL: NEVER, UNFRAMED: ENDS_LATER})
    assert set(found) == {UNFRAMED}
