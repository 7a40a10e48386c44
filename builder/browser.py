"""Find Chromium for the tests, or install it."""

import functools
import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The first keeps it working as root, the others keep it off the network.
LAUNCH_ARGUMENTS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
CHOICE = "ML_BITES_CHROMIUM"
MISSING = (
    "The browser tests need Chromium. Install Chromium or Google Chrome, or run "
    f"`.venv/bin/python -m playwright install --with-deps chromium`, or set {CHOICE} to its path."
)


class BrowserMissing(Exception):
    """There is no Chromium and none can be installed; the message says what to do."""


@functools.cache
def chromium_path() -> Path:
    """Return the path of a Chromium, installed now if there was none.

    Raises:
        BrowserMissing: There is none.
    """
    for attempt in (find, install_with_playwright, install_with_apt):
        path = attempt()
        if path:
            return path
    raise BrowserMissing(MISSING)


def find() -> Path | None:
    """Return the Chromium of the environment, Playwright's own or the system's."""
    chosen = os.environ.get(CHOICE)
    if chosen:
        return Path(chosen) if Path(chosen).exists() else None
    return playwright_path() or system_path()


def playwright_path() -> Path | None:
    """Return the Chromium that Playwright downloaded, if it did."""
    code = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as p: print(p.chromium.executable_path)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    path = Path(done.stdout.strip() or "missing")
    return path if done.returncode == 0 and path.is_file() else None


def system_path() -> Path | None:
    """Return the Chromium or Chrome of the system, if there is one."""
    found = (shutil.which(name) for name in NAMES)
    return next((Path(path) for path in found if path), None)


def install_with_playwright() -> Path | None:
    """Let Playwright download its Chromium."""
    say("There is no Chromium here. Playwright downloads one ...")
    run([sys.executable, "-m", "playwright", "install", "chromium"])
    return playwright_path()


def install_with_apt() -> Path | None:
    """Install Debian's Chromium, where that is possible."""
    return system_path() if install_from_debian("Chromium", "chromium") else None


def install_from_debian(title: str, *packages: str) -> bool:
    """Install packages of Debian, where that is possible, and tell whether it was done."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not (is_root and shutil.which("apt-get")):
        return False
    say(f"There is no {title} here. Debian's package is installed ...")
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    return run(["apt-get", "update", "-q"]) and run(install)


def run(command: list[str]) -> bool:
    """Run a command whose output goes to standard error, and tell whether it worked."""
    return subprocess.call(command, stdout=sys.stderr) == 0


def say(line: str) -> None:
    """Print a line of progress."""
    print(line, file=sys.stderr, flush=True)
