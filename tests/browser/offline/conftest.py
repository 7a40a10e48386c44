"""The course on a server that can go away, in a browser that keeps it."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from builder.server import Place, SiteServer
from tests.conftest import running

KEPT = "The whole course is on this device."


class Host:
    """A copy of the site on a server that can be stopped."""

    def __init__(self, folder: Path, headers: dict[str, str] | None, prefix: str) -> None:
        """Start the server."""
        self.folder = folder
        self.stack = ExitStack()
        place = Place(folder, prefix=prefix)
        if headers is not None:
            place.headers = headers
        self.server: SiteServer = self.stack.enter_context(running(place))
        self.url = self.server.url

    def stop(self) -> None:
        """Take the network away."""
        self.stack.close()


@pytest.fixture
def start_host(site_dist: Path, tmp_path: Path) -> Iterator[Callable[..., Host]]:
    """Return a function that starts a server with a copy of the site."""
    hosts: list[Host] = []

    def start(headers: dict[str, str] | None = None, prefix: str = "/a/course/") -> Host:
        folder = tmp_path / str(len(hosts))
        shutil.copytree(site_dist, folder, copy_function=shutil.copy)
        hosts.append(Host(folder, headers, prefix))
        return hosts[-1]

    yield start
    for host in hosts:
        host.stop()


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    """Return a page whose browser keeps what it is told to; errors of its scripts fail the test."""
    context = browser.new_context()
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    context.on("console", lambda message: note(message, errors))
    page = context.new_page()
    page.set_default_timeout(60_000)
    expect.set_options(timeout=60_000)
    yield page
    context.close()
    assert errors == []


def note(message: ConsoleMessage, errors: list[str]) -> None:
    """Note an error, but for what Chromium says of files and networks that are gone."""
    if message.type == "error" and not re.search("net::ERR|status of 404", message.text):
        errors.append(message.text)


def keep_course(page: Page, url: str) -> None:
    """Visit the home page and wait until the whole course is kept."""
    page.goto(url)
    expect(page.get_by_text(KEPT)).to_be_visible()
