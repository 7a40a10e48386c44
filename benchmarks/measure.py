"""Time pages in a real browser: from a fresh profile, from a used one, and once they run."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, Playwright

from benchmarks.candidates import Candidate
from benchmarks.server import Host
from builder.browser import LAUNCH_ARGUMENTS, chromium_path

CALLS = 40
# Long enough for what a page brings later to have arrived: it would disturb the round trips.
QUIET_MS = 5_000
WATCH = """
window.firstOutput = new Promise((done) => {
  const look = () => {
    if (/2/.test(document.querySelector("#output")?.textContent ?? "")) done(performance.now());
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
});
"""
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
        bytes: What the host sent on the cold visit until the output was there.
    """

    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    trip: list[float] = field(default_factory=list)
    bytes: list[float] = field(default_factory=list)


def measure_round(
    playwright: Playwright, host: Host, candidate: Candidate, figures: Figures
) -> None:
    """Visit a page with a fresh profile, then twice again with the same one."""
    profile = tempfile.mkdtemp()
    address = f"{host.address}/{candidate.path}"
    try:
        before = host.sent
        with opened(playwright, profile, address) as page:
            figures.cold.append(page.evaluate("firstOutput"))
            figures.bytes.append(host.sent - before)
            page.reload()
            page.evaluate("firstOutput")
        with opened(playwright, profile, address) as page:
            figures.warm.append(page.evaluate("firstOutput"))
            page.wait_for_timeout(QUIET_MS)
            figures.trip.append(page.evaluate(ROUND_TRIPS, CALLS))
    finally:
        shutil.rmtree(profile, ignore_errors=True)


@contextmanager
def opened(playwright: Playwright, profile: str, address: str) -> Iterator[Page]:
    """Start a browser with a profile and open the address."""
    launch = playwright.chromium.launch_persistent_context
    context = launch(profile, executable_path=chromium_path(), args=list(LAUNCH_ARGUMENTS))
    try:
        page = context.pages[0]
        page.add_init_script(WATCH)
        page.goto(address, wait_until="commit")
        yield page
    finally:
        context.close()


def browser_version(playwright: Playwright) -> str:
    """Return the version of the browser that is measured with."""
    launch = playwright.chromium.launch
    browser = launch(executable_path=chromium_path(), args=list(LAUNCH_ARGUMENTS))
    try:
        return browser.version
    finally:
        browser.close()


def fresh_folder() -> Path:
    """Return a new folder for the pages."""
    return Path(tempfile.mkdtemp(prefix="bench"))
