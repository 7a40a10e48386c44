"""The copy of the course that is kept on the device never holds a damaged file."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.failing.conftest import Fault, FaultyServer


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    """Return a page whose browser keeps what it is told to."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_a_damaged_file_is_never_kept(
    visitor: Page, host: FaultyServer, runtime_files: dict[str, str]
) -> None:
    damaged = [runtime_files["numpy"], "/assets/app-512", "neuron.json"]
    host.faults = dict.fromkeys(damaged, Fault.PAGE)
    visitor.goto(host.url)
    expect(visitor.get_by_text("Not all of the course arrived")).to_be_visible()
    host.faults.clear()
    visitor.get_by_role("button", name="Keep the course on this device").click()
    expect(visitor.get_by_text("The whole course is on this device.")).to_be_visible()
