"""How long a nasty cell may hold the page."""

from playwright.sync_api import Browser, Page

from benchmarks.held import longest_task

# Takes about 50 ms of a processor of 2024.
WORK = "() => { let sum = 0; for (let i = 0; i < 4e7; i += 1) sum += i % 7; return sum; }"
WORK_MS = 50.0
LONGEST_MS = 100.0


def allowed_ms(browser: Browser, page: Page) -> float:
    """Return what counts as too long on this machine, which may be slower than others."""
    with longest_task(browser, page) as tasks:
        page.evaluate(WORK)
    return LONGEST_MS * max(1, tasks[0] / WORK_MS)
