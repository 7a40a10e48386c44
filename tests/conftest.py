"""The built site on real servers, in a real browser."""

import re
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TypeVar

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, sync_playwright

from builder.browser import LAUNCH_ARGUMENTS, chromium_path
from builder.project import ROOT, Project
from builder.server import Place, SiteServer
from builder.site import Options, build_site

Server = TypeVar("Server", bound=SiteServer)
SCREENSHOTS = ROOT / ".cache" / "screenshots"


def running(place: Place) -> AbstractContextManager[SiteServer]:
    """Serve a place on a free port while the block runs."""
    return serving(SiteServer(place, 0))


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    """Let a server answer while the block runs."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def site_dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the real site, built once for all tests."""
    out = tmp_path_factory.mktemp("site") / "dist"
    build_site(Project(), Options(out))
    return out


@pytest.fixture(scope="session")
def server(site_dist: Path) -> Iterator[str]:
    """Return the address of the site on a host that sends isolation headers."""
    with running(Place(site_dist)) as started:
        yield started.url


@pytest.fixture(scope="session")
def plain_server(site_dist: Path) -> Iterator[str]:
    """Return the address of the site under a sub-path on a host that sends no special headers."""
    with running(Place(site_dist, prefix="/some/course/", headers={})) as started:
        yield started.url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a real browser."""
    with sync_playwright() as playwright:
        options = {"executable_path": chromium_path(), "args": list(LAUNCH_ARGUMENTS)}
        opened = playwright.chromium.launch(**options)
        yield opened
        opened.close()


@pytest.fixture
def allowed_errors() -> list[str]:
    """Return patterns of console errors that a test expects; it adds its own."""
    return []


@pytest.fixture
def page(
    browser: Browser, allowed_errors: list[str], request: pytest.FixtureRequest
) -> Iterator[Page]:
    """Return a fresh page; any error in its console fails the test, and a failure is pictured."""
    # Tests of the copy for no network open pages of their own.
    context = browser.new_context(service_workers="block")
    opened = context.new_page()
    errors: list[str] = []
    context.on("console", lambda message: note_error(message, errors))
    context.on("weberror", lambda told: errors.append(f"{told.error.name}: {told.error}"))
    yield opened
    unexpected = [
        line for line in errors if not any(re.search(each, line) for each in allowed_errors)
    ]
    if unexpected or getattr(request.node, "has_failed", False):
        take_picture(opened, request.node.nodeid)
    context.close()
    assert not unexpected, "\n".join(unexpected)


def note_error(message: ConsoleMessage, errors: list[str]) -> None:
    """Note a message of a page's console if it is an error."""
    if message.type == "error":
        errors.append(f"{message.text} ({message.location.get('url', '')})")


def take_picture(page: Page, name: str) -> None:
    """Keep a picture of a page for who looks into the failure."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    file = re.sub(r"[^\w-]+", "-", name.removeprefix("tests/")) + ".png"
    try:
        page.screenshot(path=SCREENSHOTS / file, full_page=True)
    except Error as error:
        print(f"No picture of {name}: {error}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a browser test that fails try once more: a busy machine can make a browser late.

    What fails twice fails, and what failed once is told as `rerun` in the closing line.
    """
    for item in items:
        if item.path.is_relative_to(ROOT / "tests" / "browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Tell a test's fixtures whether it failed."""
    report = yield
    if report.when == "call":
        item.has_failed = report.failed
    return report
