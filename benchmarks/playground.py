"""How smoothly the playground moves while it trains, in the real page, and how fast it trains."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter
from urllib.parse import urlencode

from playwright.sync_api import Page, Playwright

from benchmarks.server import Host
from builder.browser import LAUNCH_ARGUMENTS, chromium_path
from builder.project import Project
from builder.site import Options, build_site
from engine.kernel.baseline import Baseline
from engine.playground.play import Player

SITE = "site"
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
        return f"{SITE}/playground.html?" + urlencode({"play": ",".join(words)})

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
    """What was seen of one experiment while it played as fast as it can.

    Args:
        frames: Pictures a second, from the median of the times between them.
        worst: The same from the longest of these times.
        epochs: Epochs a second in the page.
        native: Epochs a second with the same Python code outside the browser.
    """

    frames: float
    worst: float
    epochs: float
    native: float


def write_site(folder: Path) -> None:
    """Build the real site into a folder of the host."""
    build_site(Project(), Options(folder / SITE))


def measure_playground(playwright: Playwright, host: Host) -> dict[str, Smoothness]:
    """Let each experiment play for some seconds."""
    with opened(playwright) as page:
        return {each.name: measure_one(page, host, each) for each in EXPERIMENTS}


def measure_one(page: Page, host: Host, experiment: Experiment) -> Smoothness:
    """Let one experiment play, and return how smooth it was."""
    page.goto(f"{host.address}/{experiment.address()}")
    page.get_by_text(", epoch 0.").wait_for()
    page.get_by_role("combobox", name="speed").select_option("as fast as it can")
    page.evaluate("window.seen.length = 0")
    page.get_by_role("button", name="Play", exact=True).click()
    page.wait_for_timeout(SECONDS * 1_000)
    page.get_by_role("button", name="Pause", exact=True).click()
    seen = [(time / 1_000, int(epoch)) for time, epoch in page.evaluate("window.seen")]
    gaps = [after[0] - before[0] for before, after in pairwise(seen)]
    epochs = (seen[-1][1] - seen[0][1]) / (seen[-1][0] - seen[0][0])
    return Smoothness(1 / median(gaps), 1 / max(gaps), epochs, native(experiment))


def native(experiment: Experiment) -> float:
    """Return epochs a second with the same code and the same slices in this Python."""
    player = Player(Baseline())
    player.start({"settings": experiment.settings(), "code": "", "setup": ""})
    started, epoch = perf_counter(), 0
    while perf_counter() - started < SECONDS / 2:
        frame = player.advance({"epochs": 10_000, "seconds": SLICE_S})["frame"]
        epoch = frame["epoch"] if frame else epoch
    return epoch / (perf_counter() - started)


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


def playground_table(results: dict[str, Smoothness]) -> str:
    """Return the figures as text, one line for each experiment."""
    lines = [f"{'playground':<24}{'pictures/s':<12}{'worst':<8}{'epochs/s':<10}to native"]
    for name, found in results.items():
        ratio = found.epochs / found.native
        shown = f"{found.frames:<12.1f}{found.worst:<8.1f}{found.epochs:<10.0f}{ratio:.2f}"
        lines.append(f"{name:<24}{shown}")
    return "\n".join(lines)


def playground_json(results: dict[str, Smoothness]) -> dict[str, object]:
    """Return the figures for a machine."""
    return {name: asdict(found) for name, found in results.items()}
