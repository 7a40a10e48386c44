"""Run the tests."""

import argparse
import subprocess
import sys
from pathlib import Path

from builder.browser import BrowserMissing, chromium_path
from builder.project import ROOT

BROWSER_TESTS = ROOT / "tests" / "browser"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Tell the parser nothing: the arguments go to pytest as they are."""


def run(options: argparse.Namespace) -> int:
    """Make sure that there is a browser where one is needed, and run pytest."""
    arguments: list[str] = options.arguments
    if needs_browser(arguments):
        try:
            chromium_path()
        except BrowserMissing as error:
            print(error, file=sys.stderr)
            return 1
    return subprocess.call([sys.executable, "-m", "pytest", *arguments], cwd=ROOT)


def needs_browser(arguments: list[str]) -> bool:
    """Tell whether the arguments choose browser tests: they do unless they name other files."""
    if any(each in ("-h", "--help", "--version", "--fixtures") for each in arguments):
        return False
    named = [Path(each.partition("::")[0]) for each in arguments if not each.startswith("-")]
    paths = [(ROOT / path).resolve() for path in named if (ROOT / path).exists()]
    return not paths or any(is_related(path) for path in paths)


def is_related(path: Path) -> bool:
    """Tell whether a path holds browser tests or lies among them."""
    return path.is_relative_to(BROWSER_TESTS) or BROWSER_TESTS.is_relative_to(path)
