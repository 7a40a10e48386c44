"""How long a click on "Next" takes, with Python warm: to the page, and to a cell's output there."""

from collections.abc import Iterator

from playwright.sync_api import Page

from benchmarks.bench import Bench
from benchmarks.measure import opened
from benchmarks.rows import Row, at_most

MOST_MS = 150
READY_MS = 60_000
# Long enough for what a page brings later to have arrived.
QUIET_MS = 5_000
# Clicks on the next lesson, and on Run of the first cell there as soon as the page takes it; gives
# the milliseconds from the first click to the new page, and to the output, and from the second.
NEXT = """
async () => {
  const until = async (look) => {
    while (!look()) await new Promise((resolve) => setTimeout(resolve));
  };
  const output = () =>
    document.querySelector(".cell [data-part=output] .output-text")?.textContent ?? "";
  const run = () => document.querySelector(".cell [data-part=run]:not([disabled])");
  const start = performance.now();
  const shown = document.querySelector("h1");
  document.querySelector("a[rel=next]").click();
  await until(() => document.querySelector("h1") !== shown);
  const page = performance.now();
  let clicked = 0;
  await until(() => {
    if (document.querySelector(".cell[data-state]") !== null) return true;
    clicked = performance.now();
    run().click();
    return false;
  });
  await until(() => output() !== "");
  const end = performance.now();
  return [page - start, end - start, end - clicked];
}
"""
FIGURES = ("to the next lesson's page", "to a cell's output there", "from Run to its output there")


def measure(bench: Bench) -> Iterator[Row]:
    """Go from each lesson to the next, once a round, from a page that has been read for a while."""
    found: dict[str, list[list[float]]] = {}
    for count in range(bench.rounds):
        bench.say(f"Lesson changes, round {count + 1} of {bench.rounds}")
        with opened(bench.playwright, str(bench.new_folder()), f"{bench.site}/index.html") as page:
            page.set_default_timeout(READY_MS)
            page.get_by_role("heading", level=3).get_by_role("link").first.click()
            page.get_by_text("ready", exact=True).wait_for()
            while page.locator("a[rel=next]").count():
                name, times = change(page)
                found.setdefault(name, []).append(times)
    for name, times in found.items():
        for number, figure in enumerate(FIGURES):
            samples = [each[number] for each in times]
            yield Row(f"{figure}: {name}", "ms", samples, target=at_most(MOST_MS))


def change(page: Page) -> tuple[str, list[float]]:
    """Go to the next lesson once Python is warm; return the lesson and the milliseconds."""
    page.get_by_text("ready", exact=True).wait_for()
    page.wait_for_timeout(QUIET_MS)
    times: list[float] = page.evaluate(NEXT)
    return page.get_by_role("heading", level=1).inner_text(), times
