"""How long the page is held while a cell prints 10,000 lines."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from benchmarks.bench import Bench
from benchmarks.held import longest_task
from benchmarks.rows import Floor, Row, at_most
from builder.browser import LAUNCH_ARGUMENTS, chromium_path

LINES = 10_000
CODE = f"for i in range({LINES}): print('line', i)"
LAST = f"([output, text]) => output.textContent.includes('line {LINES - 1}')"
# What anyone would write: all of it put into the page at once.
AT_ONCE = """(lines) => {
  const made = document.createElement("pre");
  for (let line = 0; line < lines; line += 1) made.append(`line ${line}\\n`);
  document.body.append(made);
  return made.offsetHeight;
}"""


def measure(bench: Bench) -> Iterator[Row]:
    """Print the lines in a lesson's first cell, and put them into a bare page at once."""
    ours, bare = [], []
    with opened(bench) as browser:
        page = lesson(browser, bench.site)
        for count in range(bench.rounds):
            bench.say(f"Round {count + 1} of {bench.rounds}: {LINES:,} lines")
            ours.append(held(browser, page))
            bare.append(held_at_once(browser))
    floor = Floor("a bare <pre> at once", bare)
    yield Row(f"the page is held: {LINES:,} lines", "ms", ours, floor, at_most(100))


@contextmanager
def opened(bench: Bench) -> Iterator[Browser]:
    """Start a browser."""
    launch = bench.playwright.chromium.launch
    browser = launch(executable_path=chromium_path(), args=list(LAUNCH_ARGUMENTS))
    try:
        yield browser
    finally:
        browser.close()


def lesson(browser: Browser, site: str) -> Page:
    """Open the first lesson, with the program in its first cell and Python at work."""
    page = browser.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{site}/lessons/neuron.html")
    cell = page.get_by_role("group", name="Cell 1", exact=True)
    cell.get_by_label("Code of").hover()
    cell.get_by_role("textbox", name="Code of").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(CODE)
    run(page)
    return page


def run(page: Page) -> None:
    """Run the first cell, and wait for its last line."""
    cell = page.get_by_role("group", name="Cell 1", exact=True)
    button = cell.get_by_role("button", name="Run", exact=True)
    button.click()
    button.wait_for()
    output = cell.get_by_role("group", name="Output of").element_handle()
    page.wait_for_function(LAST, arg=[output], polling=100)


def held(browser: Browser, page: Page) -> float:
    """Return the longest task of the lesson's page in milliseconds of processor time."""
    with longest_task(browser, page) as tasks:
        run(page)
    return tasks[0]


def held_at_once(browser: Browser) -> float:
    """Return the same of a bare page that gets all the lines at once."""
    page = browser.new_page()
    with longest_task(browser, page) as tasks:
        page.evaluate(AT_ONCE, LINES)
    page.close()
    return tasks[0]
