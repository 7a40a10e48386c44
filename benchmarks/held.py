"""How long a page's own thread was held, as processor time: a busy machine does not add to it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page


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
        if event["name"].endswith("RunTask") and (event["pid"], event["tid"]) in main
        # A task that had not ended has no time.
        if "tdur" in event
    ]
    return sorted(times, reverse=True)
