"""A lesson in a browser, and a second server beside its own that nobody may reach."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.isolation.outside import Outside, running_outside


@pytest.fixture
def outside() -> Iterator[Outside]:
    """Return a second server on this machine."""
    with running_outside() as server:
        yield server


@pytest.fixture
def plain_page(browser: Browser, outside: Outside) -> Iterator[Page]:
    """Return a page of the second server that nothing keeps in."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{outside.url}own/plain")
    yield page
    context.close()
