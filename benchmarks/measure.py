"""Open pages in a real browser, with a profile of their own."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict

from playwright.sync_api import BrowserContext, Page, Playwright

from benchmarks.candidates import Watched
from builder.browser import LAUNCH_ARGUMENTS, chromium_path

# A browser that has just begun loads pages of its own, in the way of what is measured.
SETTLED_MS = 2_000
# Clicks as soon as the page takes it, and notes when the page shows the 2 that its code prints.
WATCH = """
({ output, button, busy }) => {
  const press = setInterval(() => {
    if (button === "" || document.querySelector(busy) !== null) return clearInterval(press);
    document.querySelector(button)?.click();
  }, 5);
  window.firstOutput = new Promise((done, fail) => {
    setTimeout(() => fail(new Error("the page shows no output")), 300_000);
    const look = () => {
      const shown = document.querySelector(output)?.textContent ?? "";
      if (/\\b2\\b/.test(shown)) done(performance.now());
    };
    new MutationObserver(look).observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
}
"""


@contextmanager
def opened(
    playwright: Playwright, profile: str, address: str, watched: Watched | None = None
) -> Iterator[Page]:
    """Start a browser with a profile and open the address."""
    with browser(playwright, profile) as context:
        page = context.pages[0]
        go_to(page, address, watched)
        yield page


@contextmanager
def browser(playwright: Playwright, profile: str) -> Iterator[BrowserContext]:
    """Start a browser with a profile."""
    launch = playwright.chromium.launch_persistent_context
    context = launch(profile, executable_path=chromium_path(), args=list(LAUNCH_ARGUMENTS))
    try:
        context.pages[0].wait_for_timeout(SETTLED_MS)
        yield context
    finally:
        context.close()


def go_to(page: Page, address: str, watched: Watched | None = None) -> None:
    """Open the address in a tab; the page then promises its `firstOutput`."""
    page.add_init_script(f"({WATCH.strip()})({json.dumps(asdict(watched or Watched()))})")
    page.goto(address, wait_until="commit")
