"""The browser can offer the course as an app, and hears of it when nothing waits for Python."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.offline.conftest import Host


def test_the_app_is_named_once_python_is_there(
    start_host: Callable[..., Host], visitor: Page
) -> None:
    host = start_host()
    visitor.goto(host.url + "lessons/neuron.html")
    cell = visitor.get_by_role("group", name="Cell 1", exact=True)
    cell.get_by_role("button", name="Run", exact=True).click()
    expect(cell.get_by_role("group", name="Output of")).not_to_be_empty()
    link = visitor.locator("link[rel=manifest]")
    expect(link).to_have_count(0)
    expect(link).to_have_count(1)
    check_app(visitor, host)


def test_the_app_is_found_from_a_page_that_was_swapped_in(
    start_host: Callable[..., Host], visitor: Page
) -> None:
    host = start_host()
    visitor.goto(host.url + "lessons/neuron.html")
    visitor.get_by_role("link", name="Lessons", exact=True).click()
    expect(visitor.locator("link[rel=manifest]")).to_have_count(1)
    check_app(visitor, host)


def check_app(page: Page, host: Host) -> None:
    """Look at what the browser itself makes of the page's app."""
    browser = page.context.new_cdp_session(page)
    found = browser.send("Page.getAppManifest")
    assert (found["url"], found["errors"]) == (host.url + "manifest.webmanifest", [])
    problems = browser.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # The tests' browsers keep nothing of their visits, and say so.
    assert [each["errorId"] for each in problems] in ([], ["in-incognito"])
