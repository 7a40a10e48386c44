"""While a lesson is read, no script of ours holds the page up.

What a script takes is its time on the processor: a machine that does something else too does not
count, and where it makes the processor itself slower, the limit is as much higher.
"""

import json
from statistics import median

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages.lesson_driver import READY
from tests.browser.pages.test_accessibility import LESSONS

MOST_MS = 50
SCREEN_PX = 1_500
PAUSE_MS = 40
CATEGORIES = ["toplevel", "devtools.timeline", "v8"]
MAIN = "CrRendererMain"
MOST_BUSY = 3.0
# The milliseconds of the same sum, several times.
SUMS = """
() => Array.from({ length: 15 }, () => {
  const start = performance.now();
  let sum = 0;
  for (let number = 0; number < 2e6; number += 1) sum += number % 7;
  return performance.now() - start + (sum < 0);
})
"""
# What the browser calls the running of scripts, whatever they were started by.
SCRIPTS = {
    "EvaluateScript",
    "FireAnimationFrame",
    "FireIdleCallback",
    "FunctionCall",
    "RunMicrotasks",
    "TimerFire",
    "v8.evaluateModule",
}


def busy(page: Page) -> float:
    """Return how many times longer the machine takes now than it could: 1 where it is quiet."""
    times: list[float] = page.evaluate(SUMS)
    return min(median(times) / min(times), MOST_BUSY)


def read_through(page: Page) -> None:
    """Scroll from the top of the page to its end."""
    page.mouse.move(600, 400)
    for _ in range(0, page.evaluate("document.documentElement.scrollHeight"), SCREEN_PX):
        page.mouse.wheel(0, SCREEN_PX)
        page.evaluate(f"new Promise((resolve) => setTimeout(resolve, {PAUSE_MS}))")


def scripts(trace: bytes, server: str) -> list[tuple[float, str]]:
    """Return how long scripts took in the page's main thread, in milliseconds, longest first."""
    events = json.loads(trace)["traceEvents"]
    named = [each for each in events if each["name"] == "thread_name"]
    # A browser that has just started shows pages of its own, each in a process of its own.
    ours = {each["pid"] for each in events if server in json.dumps(each.get("args", {}))}
    mains = {(each["pid"], each["tid"]) for each in named if each["args"]["name"] == MAIN}
    mains = {main for main in mains if main[0] in ours}
    found = [
        (each.get("tdur", 0) / 1_000, each["name"])
        for each in events
        if each["name"] in SCRIPTS and (each["pid"], each["tid"]) in mains
    ]
    return sorted(found, reverse=True)


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_script_holds_the_reader_up(
    browser: Browser, page: Page, server: str, lesson: str
) -> None:
    page.set_default_timeout(READY)
    browser.start_tracing(page=page, categories=CATEGORIES)
    page.goto(f"{server}lessons/{lesson}.html")
    page.get_by_text("ready", exact=True).wait_for()
    read_through(page)
    limit = MOST_MS * busy(page)
    found = scripts(browser.stop_tracing(), server)
    assert len(found) > 100
    assert [each for each in found if each[0] > limit] == []
