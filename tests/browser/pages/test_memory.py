"""Nothing grows while a learner runs cells again and again, and goes from lesson to lesson."""

from dataclasses import dataclass

from playwright.sync_api import CDPSession, Page, expect

from tests.browser.pages.lesson_driver import LessonDriver

RUNS = 200
CHANGES = 50
# Until nothing new is made: code is compiled, and what is made once is there.
WARM_UP = 10
# Runs a cell so many times, each time as soon as its button is back.
RUN_AGAIN = """
async ([cell, times]) => {
  const button = [...cell.querySelectorAll("button")].find((each) => each.innerText === "Run");
  for (let time = 0; time < times; time += 1) {
    button.click();
    while (button.hidden) await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
"""
# Goes to and fro between two lessons, and waits each time until the page is brought to life.
GO = """
async (times) => {
  const until = async (isThere) => {
    while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  for (let time = 0; time < times; time += 1) {
    const shown = document.querySelector("h1");
    document.querySelector(time % 2 ? "a[rel=prev]" : "a[rel=next]").click();
    await until(() => document.querySelector("h1") !== shown);
    await until(() => document.querySelector("[role=group][aria-label='Code of cell 1']"));
  }
}
"""
# What is put off until the page has nothing to do holds the page it is for until then.
IDLE = "new Promise((done) => requestIdleCallback(() => setTimeout(done)))"
IDLE_TURNS = 5


@dataclass(frozen=True)
class Memory:
    """What the page holds after the garbage is collected: bytes, nodes and listeners."""

    heap: float
    nodes: int
    listeners: int


def memory(page: Page, cdp: CDPSession) -> Memory:
    """Collect the garbage once nothing is left to do, and return what is left."""
    for _ in range(IDLE_TURNS):
        page.evaluate(IDLE)
    for _ in range(2):
        cdp.send("HeapProfiler.collectGarbage")
    metrics = {
        each["name"]: each["value"] for each in cdp.send("Performance.getMetrics")["metrics"]
    }
    found = cdp.send("Memory.getDOMCounters")
    return Memory(metrics["JSHeapUsedSize"], found["nodes"], found["jsEventListeners"])


def watched(page: Page) -> CDPSession:
    """Return a line to the browser that tells what the page holds."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("Performance.enable")
    return cdp


def test_nothing_grows_over_two_hundred_runs(lesson: LessonDriver, page: Page) -> None:
    cell = lesson.cell(1)
    lesson.run(cell, "def f():\n    return [1, 2]\nprint(f())\nf()")
    cdp, element = watched(page), cell.element_handle()
    page.evaluate(RUN_AGAIN, [element, WARM_UP])
    before = memory(page, cdp)
    page.evaluate(RUN_AGAIN, [element, RUNS])
    after = memory(page, cdp)
    assert after.nodes - before.nodes < RUNS / 2
    assert after.listeners - before.listeners < RUNS / 10
    assert after.heap - before.heap < 500_000


def test_nothing_grows_over_fifty_lesson_changes(lesson: LessonDriver, page: Page) -> None:
    lesson.run(lesson.cell(1), "print(6 * 7)")
    cdp = watched(page)
    page.evaluate(GO, WARM_UP)
    before = memory(page, cdp)
    page.evaluate(GO, CHANGES)
    after = memory(page, cdp)
    expect(page.get_by_role("heading", name="One neuron", level=1)).to_be_visible()
    # A page has about 8,000 nodes, 0.7 MB and 400 listeners.
    assert after.nodes - before.nodes < 10 * CHANGES
    assert after.listeners - before.listeners < CHANGES
    assert after.heap - before.heap < 1_500_000
