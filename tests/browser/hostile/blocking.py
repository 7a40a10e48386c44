"""How long the page's own thread was held, as processor time: a busy machine does not add to it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

# Takes about 50 ms of a processor of 2024.
WORK = "() => { let sum = 0; for (let i = 0; i < 4e7; i += 1) sum += i % 7; return sum; }"
WORK_MS = 50.0
LONGEST_MS = 100.0


@contextmanager
def longest_task(browser: Browser, page: Page) -> Iterator[list[float]]:
    """Trace the page; afterwards the list holds how long its tasks took, the longest first."""
    tasks: list[float] = []
    browser.start_tracing(page=page, categories=["toplevel"])
    try:
        yield tasks
    finally:
        trace = json.loads(browser.stop_tracing())
        tasks += main_thread_tasks(trace["traceEvents"])


def main_thread_tasks(events: list[dict]) -> list[float]:
    """Return how long each task of the main threads took, the longest first."""
    main = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    times = [
        event["tdur"] / 1000
        for event in events
        if "tdur" in event and event["name"].endswith("RunTask")
        if (event["pid"], event["tid"]) in main
    ]
    return sorted(times, reverse=True)


def allowed_ms(browser: Browser, page: Page) -> float:
    """Return what counts as too long on this machine, which may be slower than others."""
    with longest_task(browser, page) as tasks:
        page.evaluate(WORK)
    return LONGEST_MS * max(1, tasks[0] / WORK_MS)
