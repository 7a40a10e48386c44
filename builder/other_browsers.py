"""Find Firefox and WebKit for the smoke test, or install them from Debian's packages."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from builder.browser import BrowserMissing, install_from_debian

# What pytest is told: the names of the browsers that were asked for, with commas.
CHOICE = "ML_BITES_BROWSERS"
FIREFOX_PACKAGES = ("firefox-esr",)
FIREFOX_NAMES = ("firefox-esr", "firefox")
WEBKIT_PACKAGES = ("webkit2gtk-driver", "xvfb")
# The library's package brings the small browser, outside the search path.
MINI_BROWSER_PLACES = (
    "lib/*/webkit2gtk-4.1/MiniBrowser",
    "lib/*/webkit2gtk-4.0/MiniBrowser",
    "libexec/webkit2gtk-4.1/MiniBrowser",
)
Found = TypeVar("Found")
SYSTEM = Path("/usr")
MISSING = "There is no {title} here. On Debian, install it with `apt-get install {packages}`."


@dataclass(frozen=True)
class WebKitPrograms:
    """What it takes to run WebKit: its driver, a browser and a screen for its window."""

    driver: Path
    browser: Path
    screen: Path


def firefox_path() -> Path:
    """Return the path of Firefox, installed now if there was none.

    Raises:
        BrowserMissing: There is none.
    """
    return present(find_firefox, "Firefox", FIREFOX_PACKAGES)


def webkit_programs() -> WebKitPrograms:
    """Return where WebKit's programs are, installed now if they were not there.

    Raises:
        BrowserMissing: One of them is not there.
    """
    return present(find_webkit, "WebKitGTK with its driver", WEBKIT_PACKAGES)


BROWSERS: dict[str, Callable[[], object]] = {"firefox": firefox_path, "webkit": webkit_programs}


def present(find: Callable[[], Found | None], title: str, packages: Iterable[str]) -> Found:
    """Return what is found, after an installation where that is needed."""
    found = find()
    if found is None and install_from_debian(title, *packages):
        found = find()
    if found is None:
        raise BrowserMissing(MISSING.format(title=title, packages=" ".join(packages)))
    return found


def find_firefox() -> Path | None:
    """Return the Firefox of the system, if there is one."""
    found = (shutil.which(name) for name in FIREFOX_NAMES)
    return next((Path(path) for path in found if path), None)


def find_webkit() -> WebKitPrograms | None:
    """Return WebKit's programs, if all are there."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    browser = next((path for place in MINI_BROWSER_PLACES for path in SYSTEM.glob(place)), None)
    if not (driver and screen and browser):
        return None
    return WebKitPrograms(Path(driver), browser, Path(screen))
