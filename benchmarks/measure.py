"""Open pages in a real browser, with a profile of their own."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Playwright

from builder.browser import LAUNCH_ARGUMENTS, chromium_path

# Notes when the page shows the 2 that its code prints.
WATCH = """
window.firstOutput = new Promise((done) => {
  const look = () => {
    if (/2/.test(document.querySelector("#output")?.textContent ?? "")) done(performance.now());
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
});
"""


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
