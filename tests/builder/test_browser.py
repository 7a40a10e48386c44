"""A Chromium is found or installed, or it is said exactly what to do."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from builder import browser


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    browser.chromium_path.cache_clear()
    yield
    browser.chromium_path.cache_clear()


def test_the_chosen_browser_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = tmp_path / "my-chromium"
    chosen.touch()
    monkeypatch.setenv("ML_BITES_CHROMIUM", str(chosen))
    assert browser.chromium_path() == chosen


def test_the_system_browser_serves_where_playwright_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "google-chrome"
    program.touch(mode=0o755)
    monkeypatch.delenv("ML_BITES_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(browser, "playwright_path", lambda: None)
    assert browser.chromium_path() == program


def test_where_nothing_helps_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("find", "install_with_playwright", "install_with_apt"):
        monkeypatch.setattr(browser, name, lambda: None)
    with pytest.raises(browser.BrowserMissing, match="Install Chromium or Google Chrome, or run"):
        browser.chromium_path()


def test_playwright_is_asked_before_debian(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(browser, "find", lambda: None)
    for name in ("install_with_playwright", "install_with_apt"):
        monkeypatch.setattr(browser, name, lambda name=name: asked.append(name))
    with pytest.raises(browser.BrowserMissing):
        browser.chromium_path()
    assert asked == ["install_with_playwright", "install_with_apt"]
