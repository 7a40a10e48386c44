"""Firefox and WebKit are found or installed when asked for, or it is said exactly what to do."""

from argparse import Namespace
from pathlib import Path

import pytest

from builder import other_browsers
from builder.browser import BrowserMissing
from builder.cli import WrongUse
from builder.commands import test as command


def put(*programs: Path) -> None:
    """Make programs that do nothing."""
    for program in programs:
        program.parent.mkdir(parents=True, exist_ok=True)
        program.touch(mode=0o755)


@pytest.fixture(autouse=True)
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a system with no browser, where nothing can be installed."""
    monkeypatch.setattr(other_browsers, "SYSTEM", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(other_browsers, "install_from_debian", lambda *_: False)
    return tmp_path


def test_firefox_is_found_by_either_name(system: Path) -> None:
    put(system / "bin" / "firefox")
    assert other_browsers.firefox_path() == system / "bin" / "firefox"
    put(system / "bin" / "firefox-esr")
    assert other_browsers.firefox_path() == system / "bin" / "firefox-esr"


def test_webkit_is_found_with_all_that_it_needs(system: Path) -> None:
    driver, screen = system / "bin" / "WebKitWebDriver", system / "bin" / "Xvfb"
    browser = system / "lib" / "x86_64-linux-gnu" / "webkit2gtk-4.1" / "MiniBrowser"
    put(driver, screen, browser)
    found = other_browsers.WebKitPrograms(driver, browser, screen)
    assert other_browsers.webkit_programs() == found
    screen.unlink()
    with pytest.raises(BrowserMissing, match="apt-get install webkit2gtk-driver xvfb"):
        other_browsers.webkit_programs()


def test_what_is_missing_is_installed(system: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def install(title: str, *packages: str) -> bool:
        put(system / "bin" / packages[0])
        return True

    monkeypatch.setattr(other_browsers, "install_from_debian", install)
    assert other_browsers.firefox_path().name == "firefox-esr"


def test_a_browser_that_was_asked_for_and_is_missing_ends_the_test_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "chromium_path", lambda: Path("chromium"))
    assert command.run(Namespace(arguments=["--browsers", "firefox", "tests/browser"])) == 1
    assert capsys.readouterr().err == (
        "There is no Firefox here. On Debian, install it with `apt-get install firefox-esr`.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "others"),
    [
        (["-q"], []),
        (["--browsers", "all", "-q"], ["firefox", "webkit"]),
        (["-q", "--browsers=webkit,chromium"], ["webkit"]),
    ],
)
def test_the_browsers_asked_for_are_taken_out_of_what_pytest_gets(
    arguments: list[str], others: list[str]
) -> None:
    assert command.take_browsers(arguments) == (["-q"], others)


def test_a_browser_that_does_not_exist_is_wrong_use() -> None:
    with pytest.raises(WrongUse, match="no browser 'opera': choose from all, chromium, firefox"):
        command.take_browsers(["--browsers", "opera"])
