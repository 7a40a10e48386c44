"""A browser that is killed in the middle of typing loses the last second at most."""

import os
import random
import re
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from itertools import takewhile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserType, Error, Page

from builder.browser import LAUNCH_ARGUMENTS, chromium_path
from tests.browser.pages.lesson_driver import LessonDriver

# All fifty take four minutes: the README says how to ask for them.
KILLS = int(os.environ.get("ML_BITES_KILLS", "5"))
MOST_SECONDS_LOST = 1.0
WORDS = "the bias is where the total starts and each weight says how much an input counts "
LISTENING = re.compile(r"DevTools listening on (ws://\S+)")


class KilledBrowser:
    """A Chromium of our own, with a profile that stays, which can be killed at any moment."""

    def __init__(self, kind: BrowserType, profile: Path) -> None:
        """Start it, and connect to it."""
        options = (*LAUNCH_ARGUMENTS, "--headless", "--remote-debugging-port=0")
        self.process = subprocess.Popen(
            [chromium_path(), *options, f"--user-data-dir={profile}", "about:blank"],
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        lines = map(LISTENING.search, self.process.stderr)
        address = next(match[1] for match in lines if match)
        threading.Thread(target=self.process.stderr.read, daemon=True).start()
        self.page: Page = kind.connect_over_cdp(address).contexts[0].pages[0]
        self.killed_at = 0.0

    def kill(self) -> None:
        """Kill every process of it at once, as a power cut would."""
        self.killed_at = self.killed_at or time.monotonic()
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return

    def type_until_killed(self, text: str, seconds: float) -> list[float]:
        """Type until it is killed, and return when each key was down."""
        pressed: list[float] = []
        killer = threading.Timer(seconds, self.kill)
        killer.start()
        try:
            for key in text:
                self.page.keyboard.press(key)
                pressed.append(time.monotonic())
        except Error:
            killer.join()
            self.process.wait()
            return pressed
        raise AssertionError("The text was too short: all of it was typed before the kill.")


@pytest.fixture
def start(browser: Browser, tmp_path: Path) -> Iterator[Callable[[], KilledBrowser]]:
    """Return a function that starts a browser, always with the same profile."""
    started: list[KilledBrowser] = []

    def start() -> KilledBrowser:
        started.append(KilledBrowser(browser.browser_type, tmp_path / "profile"))
        return started[-1]

    yield start
    for each in started:
        each.kill()
        each.process.wait()
        each.process.stderr.close()


def seconds_lost(text: str, shown: str, pressed: list[float], killed_at: float) -> float:
    """Return how long before the kill the first key was pressed that is not shown."""
    pairs = zip(text, shown, strict=False)
    kept = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
    return killed_at - pressed[kept] if kept < len(pressed) else 0.0


@pytest.mark.skipif(os.name != "posix", reason="a process group is killed")
def test_a_killed_browser_loses_the_last_second_at_most(
    start: Callable[[], KilledBrowser], server: str
) -> None:
    moments = random.Random(7)
    lost: list[float] = []
    running = start()
    lesson = LessonDriver(running.page, server)
    for number in range(KILLS):
        text = f"# {number}: " + WORDS * 20
        lesson.editor(lesson.cell(1)).click()
        running.page.keyboard.press("ControlOrMeta+a")
        pressed = running.type_until_killed(text, moments.uniform(1.2, 2.5))
        killed_at = running.killed_at
        running = start()
        lesson = LessonDriver(running.page, server)
        shown = lesson.editor(lesson.cell(1)).inner_text()
        lost.append(seconds_lost(text, shown, pressed, killed_at))
    assert max(lost) <= MOST_SECONDS_LOST, lost
