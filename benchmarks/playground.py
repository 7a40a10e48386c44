"""How smoothly the playground moves while it trains, in the real page, and how fast it trains."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from time import perf_counter
from urllib.parse import urlencode

from playwright.sync_api import Page, Playwright

from benchmarks.bench import Bench
from benchmarks.rows import Floor, Row
from builder.browser import LAUNCH_ARGUMENTS, chromium_path
from engine.kernel.baseline import Baseline
from engine.playground.play import Player

SECONDS = 5.0
SLICE_S = 0.025
# Notes each time that the page shows another epoch.
WATCH = """
window.seen = [];
new MutationObserver(() => {
  const sentence = document.querySelector(".play-sentence")?.textContent ?? "";
  const epoch = /, epoch ([0-9]+)[.]/.exec(sentence)?.[1];
  if (epoch !== undefined && epoch !== window.seen.at(-1)?.[1])
    window.seen.push([performance.now(), epoch]);
}).observe(document, { childList: true, subtree: true, characterData: true });
"""


@dataclass(frozen=True)
class Experiment:
    """What is trained: its name in the table, and its settings in the order of the address."""

    name: str
    data: str
    noise: float
    depth: int
    width: int
    batch: int

    def address(self) -> str:
        """Return the playground's address with this experiment in it."""
        numbers = (self.noise, self.depth, self.width, 0.5, self.batch, 1)
        words = [self.data, "tanh", *(str(number) for number in numbers)]
        return "playground.html?" + urlencode({"play": ",".join(words)})

    def settings(self) -> dict[str, object]:
        """Return the experiment as the kernel is asked for it."""
        shape = {"depth": self.depth, "width": self.width, "batch": self.batch}
        return {"data": self.data, "noise": self.noise, "activation": "tanh", "lr": 0.5, "seed": 1,
                "points": [], **shape}  # fmt: skip


EXPERIMENTS = (
    Experiment("two moons, 2-6-1", "moons", 0.1, 1, 6, 10),
    Experiment("spirals, 2-16-16-1", "spirals", 0.0, 2, 16, 10),
)


@dataclass(frozen=True)
class Smoothness:
    """What was seen of one experiment while it played as fast as it can, in milliseconds.

    Args:
        gaps: From each picture to the next.
        epoch: For an epoch in the page.
        native: For an epoch with the same Python code outside the browser.
    """

    gaps: list[float]
    epoch: float
    native: float


def measure(bench: Bench) -> Iterator[Row]:
    """Let each experiment play for some seconds."""
    site = bench.site
    with opened(bench.playwright) as page:
        for each in EXPERIMENTS:
            bench.say(f"The playground: {each.name}")
            yield from rows(each.name, measure_one(page, site, each))


def measure_one(page: Page, site: str, experiment: Experiment) -> Smoothness:
    """Let one experiment play, and return how smooth it was."""
    page.goto(f"{site}/{experiment.address()}")
    page.get_by_text(", epoch 0.").wait_for()
    page.get_by_role("combobox", name="speed").select_option("as fast as it can")
    page.evaluate("window.seen.length = 0")
    page.get_by_role("button", name="Play", exact=True).click()
    page.wait_for_timeout(SECONDS * 1_000)
    page.get_by_role("button", name="Pause", exact=True).click()
    seen = [(time, int(epoch)) for time, epoch in page.evaluate("window.seen")]
    gaps = [after[0] - before[0] for before, after in pairwise(seen)]
    epoch = (seen[-1][0] - seen[0][0]) / (seen[-1][1] - seen[0][1])
    return Smoothness(gaps, epoch, native(experiment))


def native(experiment: Experiment) -> float:
    """Return the milliseconds of an epoch with the same code and slices in this Python."""
    player = Player(Baseline())
    player.start({"settings": experiment.settings(), "code": "", "setup": ""})
    started, epoch = perf_counter(), 0
    while perf_counter() - started < SECONDS / 2:
        frame = player.advance({"epochs": 10_000, "seconds": SLICE_S})["frame"]
        epoch = frame["epoch"] if frame else epoch
    return 1_000 * (perf_counter() - started) / epoch


@contextmanager
def opened(playwright: Playwright) -> Iterator[Page]:
    """Start a browser that notes what the page shows."""
    launch = playwright.chromium.launch
    browser = launch(executable_path=chromium_path(), args=list(LAUNCH_ARGUMENTS))
    try:
        page = browser.new_page()
        page.set_default_timeout(60_000)
        page.add_init_script(WATCH)
        yield page
    finally:
        browser.close()


def rows(name: str, found: Smoothness) -> Iterator[Row]:
    """Yield how often pictures come, and how fast one epoch follows the other."""
    yield Row(f"from picture to picture: {name}", "ms", found.gaps)
    yield Row(f"the longest wait for a picture: {name}", "ms", [max(found.gaps)])
    yield Row(f"one epoch: {name}", "ms", [found.epoch], Floor("Python here", [found.native]))
