"""What the tab takes at its peak, of the page and Python together."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.bench import Bench
from benchmarks.measure import opened
from benchmarks.rows import Row

QUIET_MS = 5_000
PLAY_MS = 5_000
KILOBYTES = 1_024
SIZE = re.compile(r"^(\w+):\s*(\d+) kB", re.MULTILINE)
PARENT = re.compile(r"^(PPid):\s*(\d+)", re.MULTILINE)
PLACES = {"lesson 1": "lessons/neuron.html", "the playground": "playground.html"}


def measure(bench: Bench) -> Iterator[Row]:
    """Use lesson 1 and the playground, each in a browser of its own."""
    use: dict[str, Callable[[Page], None]] = {"lesson 1": read_lesson, "the playground": play}
    for name, path in PLACES.items():
        peaks: list[float] = []
        for _ in range(bench.rounds):
            bench.say(f"Memory: {name}")
            folder = bench.new_folder()
            with opened(bench.playwright, str(folder), f"{bench.site}/{path}") as page:
                use[name](page)
                peaks.append(peak(folder))
        yield Row(f"the tab's peak: {name}", "MB", peaks, note="Python included")


def read_lesson(page: Page) -> None:
    """Wait for Python, run every cell that can run, and read to the end."""
    page.get_by_text("ready", exact=True).wait_for()
    page.wait_for_timeout(QUIET_MS)
    for button in page.get_by_role("button", name="Run", exact=True).all():
        if button.is_enabled():
            button.click()
    page.wait_for_timeout(QUIET_MS)


def play(page: Page) -> None:
    """Let the playground train as fast as it can."""
    page.get_by_text(", epoch 0.").wait_for()
    page.get_by_role("combobox", name="speed").select_option("as fast as it can")
    page.get_by_role("button", name="Play", exact=True).click()
    page.wait_for_timeout(PLAY_MS)


def peak(profile: Path) -> float:
    """Return the megabytes that the page and the kernel's frame held, each at its own peak.

    The browser may give the frame, and Python's workers with it, a process of its own.
    """
    return sum(peaks_of(str(profile))) / KILOBYTES


def peaks_of(profile: str) -> Iterator[float]:
    """Yield the peak of each tab process of the browser with this profile, in kilobytes.

    What processes share, such as the browser's own program, is left out.
    """
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            command = (folder / "cmdline").read_text(encoding="utf-8", errors="replace")
            if "--type=renderer" in command and belongs(folder, profile):
                sizes = dict(SIZE.findall((folder / "status").read_text(encoding="utf-8")))
                shared = int(sizes["RssFile"]) + int(sizes["RssShmem"])
                yield float(int(sizes["VmHWM"]) - shared)


def belongs(folder: Path, profile: str) -> bool:
    """Tell whether a process has a browser with this profile above it."""
    while folder.name not in ("0", "1"):
        command = (folder / "cmdline").read_text(encoding="utf-8", errors="replace")
        if f"--user-data-dir={profile}" in command:
            return True
        status = (folder / "status").read_text(encoding="utf-8")
        folder = Path("/proc") / dict(PARENT.findall(status))["PPid"]
    return False
