"""Where Python is, as the page says it, and what is left after a program that ends it."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.pages.lesson_driver import LessonDriver

UNRULY = {
    "sys.exit": "import sys\nsys.exit()",
    "recursion": "def f(n):\n    return f(n + 1)\nf(0)",
    "print = None": "print = None",
    "all memory": "x = []\nwhile True:\n    x.append(bytearray(10**8))",
    "deep value": "x = []\nfor i in range(100_000):\n    x = [x]\nrepr(x)",
    "crash": "import os\nos._exit(1)",
}

# When the header counts another tenth of a megabyte, in milliseconds.
WATCH_COUNT = """
window.counted = [];
new MutationObserver(() => {
  const words = document.querySelector("[data-part=kernel-text]")?.textContent ?? "";
  if (words.includes("MB") && words !== window.lastWords) window.counted.push(performance.now());
  window.lastWords = words;
}).observe(document, { childList: true, subtree: true, characterData: true });
"""
# How each picture of every animation without an end goes over into the next.
EASINGS = """
document.getAnimations().map(({ effect }) => effect)
  .filter((effect) => effect.getTiming().iterations === Infinity)
  .flatMap((effect) => effect.getKeyframes().map((frame) => frame.easing))
"""
SLOW_LINE = {"offline": False, "latency": 0, "downloadThroughput": 2e6, "uploadThroughput": -1}


def test_the_header_says_where_python_is(page: Page, server: str) -> None:
    held: list[Route] = []
    page.route("**/runtime/stdlib.*", lambda route: held.append(route))
    LessonDriver(page, server)
    header = page.get_by_role("banner")
    expect(header).to_contain_text(re.compile(r"Python:\s+\d\.\d of \d\.\d MB"))
    expect(page.get_by_role("status").filter(has_text="MB")).to_have_count(0)
    held[0].continue_()
    expect(header).to_contain_text("Python: ready")


def test_the_header_counts_megabytes_at_most_some_times_a_second(page: Page, server: str) -> None:
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW_LINE)
    page.add_init_script(WATCH_COUNT)
    LessonDriver(page, server)
    expect(page.get_by_role("banner")).to_contain_text("Python: ready")
    counted = page.evaluate("counted")
    gaps = [later - sooner for sooner, later in pairwise(counted)]
    assert len(gaps) > 3
    assert min(gaps) > 200


def test_the_light_does_not_have_the_page_drawn_anew_for_each_frame(
    page: Page, server: str
) -> None:
    held: list[Route] = []
    page.route("**/runtime/stdlib.*", lambda route: held.append(route))
    lesson = LessonDriver(page, server)
    expect(page.get_by_role("banner")).to_contain_text(" MB")
    lesson.cell(1).get_by_role("button", name="Run", exact=True).click()
    easings = page.evaluate(EASINGS)
    assert easings
    assert [each for each in easings if not each.startswith("steps(1)")] == []


def test_a_download_that_fails_can_be_tried_again(
    page: Page, server: str, allowed_errors: list[str]
) -> None:
    allowed_errors.append("ERR_FAILED")
    page.route("**/runtime/stdlib.*", lambda route: route.abort())
    LessonDriver(page, server)
    header = page.get_by_role("banner")
    expect(header).to_contain_text("Python: did not start")
    page.unroute("**/runtime/stdlib.*")
    header.get_by_role("button", name="Retry").click()
    expect(header).to_contain_text("Python: ready")


def test_whatever_a_program_does_the_next_run_works(lesson: LessonDriver) -> None:
    cell = lesson.cell(1)
    for name, code in UNRULY.items():
        lesson.run(cell, code)
        output = lesson.run(cell, f"print('after', {name!r})")
        expect(output).to_contain_text(f"after {name}\n")


def test_a_crash_is_told_once_and_the_earlier_cells_can_be_run_again(
    lesson: LessonDriver, page: Page
) -> None:
    lesson.run(lesson.cell(1), "kept = 5")
    output = lesson.run(lesson.cell(3), UNRULY["crash"])
    expect(output).to_have_text(
        "The program made Python itself stop. "
        "Python was started again. Names from earlier cells are gone."
    )
    page.get_by_role("button", name="Run the earlier cells again").click()
    expect(lesson.cell(1)).to_contain_text("It printed nothing")
    expect(lesson.run(lesson.cell(4), "print(kept)")).to_have_text("5\n")


def test_a_program_that_changes_python_itself_is_told_and_not_run_again(
    lesson: LessonDriver, page: Page
) -> None:
    lesson.run(lesson.cell(1), "kept = 5")
    code = "import json\nprint('done')\njson.dumps = json.loads = lambda *a, **k: '[]'"
    expect(lesson.run(lesson.cell(3), code)).to_have_text("done\n")
    page.get_by_role("button", name="Run the earlier cells again").click()
    expect(lesson.run(lesson.cell(4), "print(kept)")).to_have_text("5\n")
    expect(page.get_by_role("button", name="Run the earlier cells again")).to_be_hidden()


def test_on_a_plain_host_stop_says_that_names_are_gone_and_offers_to_bring_them_back(
    page: Page, plain_server: str
) -> None:
    lesson = LessonDriver(page, plain_server)
    lesson.run(lesson.cell(1), "kept = 5")
    cell = lesson.cell(3)
    lesson.write(cell, "print('on')\nwhile True: pass")
    cell.get_by_role("button", name="Run", exact=True).click()
    expect(cell.get_by_role("group", name="Output of")).to_contain_text("on")
    cell.get_by_role("button", name="Stop").click()
    expect(cell).to_contain_text("Names from earlier cells are gone.")
    page.get_by_role("button", name="Run the earlier cells again").click()
    expect(lesson.run(cell, "print(kept)")).to_have_text("5\n")


@pytest.mark.parametrize("host", ["server", "plain_server"])
def test_a_flood_is_cut_off_with_a_word_and_stop_ends_it(
    page: Page, host: str, request: pytest.FixtureRequest
) -> None:
    lesson = LessonDriver(page, request.getfixturevalue(host))
    cell = lesson.cell(1)
    lesson.write(cell, "while True:\n    print('flood ' * 20)")
    cell.get_by_role("button", name="Run", exact=True).click()
    expect(cell).to_contain_text("This is a lot of output, so the rest of it is not shown.")
    cell.get_by_role("button", name="Stop").click()
    expect(cell.get_by_text("Stopped.")).to_be_visible()
    expect(lesson.run(cell, "print('calm')")).to_have_text("calm\n")
