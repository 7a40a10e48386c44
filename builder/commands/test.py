"""Run the tests."""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from builder.browser import BrowserMissing, chromium_path
from builder.cli import OneLineParser, WrongUse
from builder.other_browsers import BROWSERS, CHOICE
from builder.project import ROOT

# pytest's exit code for arguments that it does not understand.
USAGE_ERROR = 4
BROWSER_TESTS = ROOT / "tests" / "browser"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Tell the parser nothing: the arguments go to pytest as they are."""


def run(options: argparse.Namespace) -> int:
    """Make sure that there is a browser where one is needed, and run pytest."""
    arguments, others = take_browsers(options.arguments)
    check(arguments)
    if needs_browser(arguments):
        try:
            chromium_path()
            for name in others:
                BROWSERS[name]()
        except BrowserMissing as error:
            print(error, file=sys.stderr)
            return 1
    return run_pytest(arguments, others)


def take_browsers(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the arguments for pytest, and the browsers asked for besides Chromium.

    Raises:
        WrongUse: There is no such browser.
    """
    parser = OneLineParser(prog="python3 build.py test", add_help=False, allow_abbrev=False)
    parser.add_argument("--browsers", default="chromium")
    chosen, rest = parser.parse_known_args(arguments)
    names = [*BROWSERS] if chosen.browsers == "all" else chosen.browsers.split(",")
    for name in {*names} - {*BROWSERS, "chromium"}:
        known = ", ".join(("all", "chromium", *BROWSERS))
        raise WrongUse(f"there is no browser '{name}': choose from {known}")
    return rest, [name for name in BROWSERS if name in names]


def check(arguments: list[str]) -> None:
    """Make sure that the files to test are there.

    Raises:
        WrongUse: One of them is not.
    """
    for name in (each.partition("::")[0] for each in arguments):
        is_path = name.startswith("tests/") or name.endswith(".py")
        if is_path and not (ROOT / name).exists():
            raise WrongUse(f"there is no '{name}': check the name")


def run_pytest(arguments: list[str], others: list[str]) -> int:
    """Run pytest, with the smoke test in other browsers too, and return its exit code.

    Raises:
        WrongUse: It does not understand the arguments.
    """
    command = [sys.executable, "-m", "pytest", *arguments]
    environment = {**os.environ, CHOICE: ",".join(others)}
    done = subprocess.run(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)
    if done.returncode == USAGE_ERROR:
        reason = done.stderr.partition("error: ")[2] or done.stderr
        raise WrongUse(f"pytest says: {reason.strip().partition(chr(10))[0]}")
    sys.stderr.write(done.stderr)
    return done.returncode


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
