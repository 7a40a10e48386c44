"""Readers in every browser that was asked for."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from builder.other_browsers import CHOICE
from tests.browser.smoke.firefox import Firefox
from tests.browser.smoke.playwright_reader import PlaywrightReader
from tests.browser.smoke.reader import Reader
from tests.browser.smoke.webdriver import WebDriverReader
from tests.browser.smoke.webkit import WebKit
from tests.conftest import SCREENSHOTS

WIRES = {"firefox": Firefox, "webkit": WebKit}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Let each test be done in Chromium and in the browsers that were asked for."""
    if "reader" in metafunc.fixturenames:
        others = [name for name in os.environ.get(CHOICE, "").split(",") if name]
        metafunc.parametrize("browser_name", ["chromium", *others], scope="session")


@pytest.fixture(scope="session")
def visitor(
    browser_name: str, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    """Return a reader whose browser serves all tests."""
    folder = tmp_path_factory.mktemp(browser_name)
    reader: Reader = (
        PlaywrightReader(browser)
        if browser_name == "chromium"
        else WebDriverReader(WIRES[browser_name](folder))
    )
    reader.resize(1280, 900)
    yield reader
    reader.close()


@pytest.fixture
def reader(visitor: Reader, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """Return the reader; errors of scripts fail the test, and a failure is pictured."""
    visitor.errors()
    yield visitor
    errors = visitor.errors()
    if errors or getattr(request.node, "has_failed", False):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        visitor.picture(SCREENSHOTS / f"{request.node.name}.png")
    assert errors == []
