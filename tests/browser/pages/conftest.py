"""What tests of the pages share."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages.lesson_driver import LessonDriver


@pytest.fixture(autouse=True)
def patience() -> None:
    """Wait as long as a slow machine needs to start Python."""
    expect.set_options(timeout=40_000)


@pytest.fixture
def lesson(page: Page, server: str) -> LessonDriver:
    driver = LessonDriver(page, server)
    # Before that a link loads its page, where it is to be swapped.
    page.locator("html[data-scripts=ready]").wait_for()
    return driver
