"""Open pages in a real browser, with a profile of their own."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict

from playwright.sync_api import Page, Playwright

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
    options = json.dumps(asdict(watched or Watched()))
    launch = playwright.chromium.launch_persistent_context
    context = launch(profile, executable_path=chromium_path(), args=list(LAUNCH_ARGUMENTS))
    try:
        page = context.pages[0]
        page.wait_for_timeout(SETTLED_MS)
        page.add_init_script(f"({WATCH.strip()})({options})")
        page.goto(address, wait_until="commit")
        yield page
    finally:
        context.close()
