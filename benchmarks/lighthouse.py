"""What Lighthouse makes of the pages: performance, accessibility, best practices, search."""

import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.rows import Row, at_least
from builder.browser import LAUNCH_ARGUMENTS, chromium_path
from builder.project import Project
from builder.runtime.tools import RuntimeBuildError, run_node
from builder.server import Place, SiteServer

DEVICES = {"phone": (), "desktop": ("--preset=desktop",)}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# Scores of performance differ from run to run: the middle of three is what counts.
TIMES = 3
# Now and then a visit misses its own beginning, and asks to be run again.
MOST_TRIES = 3


def measure(bench: Bench) -> Iterator[Row]:
    """Let Lighthouse visit the home page, the playground and every lesson, on both devices."""
    site = Path(bench.folder / bench.site.rpartition("/")[2])
    with serving(site) as address:
        for page in pages(site):
            for device in DEVICES:
                bench.say(f"Lighthouse, {device}: {page}")
                yield row(bench, address, page, device)


def pages(site: Path) -> list[str]:
    """Return the pages that are visited, relative to the site."""
    lessons = sorted(path.relative_to(site).as_posix() for path in site.glob("lessons/*.html"))
    return ["index.html", *lessons, "playground.html"]


def row(bench: Bench, address: str, page: str, device: str) -> Row:
    """Return the lowest of the four scores; the file has each of them."""
    found: dict[str, list[float]] = {name: [] for name in CATEGORIES}
    for _ in range(min(TIMES, bench.rounds)):
        for name, score in try_scores(bench, address + page, device).items():
            found[name].append(score)
    lowest = [min(each) for each in zip(*found.values(), strict=True)]
    told = ", ".join(f"{name} {max(values):.0f}" for name, values in found.items())
    return Row(f"{page}, {device}", "", lowest, target=at_least(100), note=told, detail=found)


def try_scores(bench: Bench, address: str, device: str) -> dict[str, float]:
    """Return the scores of the first visit that Lighthouse could record."""
    for _ in range(MOST_TRIES - 1):
        try:
            return scores(bench.new_folder(), address, device)
        except RuntimeBuildError:
            bench.say("Once more")
    return scores(bench.new_folder(), address, device)


def scores(folder: Path, address: str, device: str) -> dict[str, float]:
    """Return the scores of one visit, by category, at most 100 each."""
    report = folder / "report.json"
    program = Project().node_modules / "lighthouse" / "cli" / "index.js"
    flags = " ".join(["--headless=new", *LAUNCH_ARGUMENTS])
    options = ["--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={flags}"]
    os.environ["CHROME_PATH"] = str(chromium_path())
    only = f"--only-categories={','.join(CATEGORIES)}"
    run_node([str(program), address, only, *options, *DEVICES[device]], folder)
    categories = json.loads(report.read_text(encoding="utf-8"))["categories"]
    return {name: 100 * categories[name]["score"] for name in CATEGORIES}


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve the site as `build.py serve` does, and give its address."""
    server = SiteServer(Place(site), 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.url
    finally:
        server.shutdown()
        server.server_close()
