"""A frame that goes away or never answers, and a worker that dies: words, and a way on."""

import pytest
from playwright.sync_api import Frame, Page, Route, expect

from tests.browser.pages.lesson_driver import LessonDriver

FOREVER = "print(6 * 7)\nwhile True: pass"
# While `isMute` is true, the frame that the page opens has nobody in it.
MUTE = """
if (self === top) {
  const { prototype } = HTMLIFrameElement;
  const { set } = Object.getOwnPropertyDescriptor(prototype, "srcdoc");
  self.isMute = true;
  Object.defineProperty(prototype, "srcdoc", {
    set(text) { if (!isMute) set.call(this, text); },
  });
}
"""
# The frame's workers can be ended from outside, as a crash ends them.
MORTAL = """
() => {
  self.made = [];
  self.Worker = class extends Worker {
    constructor(address) {
      super(address);
      made.push(this);
    }
  };
}
"""


def kernel_frame(page: Page) -> Frame:
    return page.main_frame.child_frames[0]


def open_mortal(page: Page, server: str) -> LessonDriver:
    """Open the lesson. The frame gets the script of its workers once it is `MORTAL`."""
    held: list[Route] = []
    page.route("**/runtime/worker.*", lambda route: held.append(route), times=1)
    with page.expect_request("**/runtime/worker.*"):
        lesson = LessonDriver(page, server)
    page.locator("iframe").wait_for(state="attached")
    kernel_frame(page).wait_for_load_state()
    kernel_frame(page).evaluate(MORTAL)
    held[0].continue_()
    return lesson


def pass_time_until(page: Page, text: str) -> None:
    """Let minutes pass in seconds, until the page shows a text."""
    for _ in range(40):
        page.clock.fast_forward(5_500)
        if page.get_by_text(text).first.is_visible():
            return
    raise AssertionError(f"{text!r} did not come")


def test_a_frame_that_navigates_away_is_replaced(lesson: LessonDriver, page: Page) -> None:
    lesson.run(lesson.cell(1), "kept = 5")
    lesson.run(lesson.cell(4), "pass")
    kernel_frame(page).evaluate("() => { location.href = 'about:blank'; }")
    page.get_by_role("button", name="Run the earlier cells again").click()
    expect(lesson.run(lesson.cell(3), "print(kept)")).to_have_text("5\n")


def test_a_frame_that_navigates_away_ends_what_runs_in_it(lesson: LessonDriver, page: Page) -> None:
    cell = lesson.cell(1)
    lesson.write(cell, FOREVER)
    cell.get_by_role("button", name="Run", exact=True).click()
    expect(cell.get_by_role("group", name="Output of")).to_have_text("42\n")
    kernel_frame(page).evaluate("() => { location.href = 'about:blank'; }")
    expect(cell).to_contain_text("Python went away. Python was started again.")
    expect(lesson.run(cell, "print(6)")).to_have_text("6\n")


def test_a_frame_that_never_answers_is_told_and_can_be_tried_again(page: Page, server: str) -> None:
    page.add_init_script(MUTE)
    page.clock.install()
    lesson = LessonDriver(page, server)
    expect(page.get_by_role("banner")).not_to_contain_text("not started yet")
    lesson.cell(1).get_by_role("button", name="Run", exact=True).click()
    pass_time_until(page, "its part of the page does not answer")
    expect(lesson.cell(1)).to_contain_text("Python could not be started")
    page.evaluate("() => { isMute = false; }")
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("banner")).to_contain_text("Python: ready")
    expect(lesson.run(lesson.cell(1), "print(7)")).to_have_text("7\n")


def test_a_worker_that_dies_while_nothing_runs_is_replaced(page: Page, server: str) -> None:
    lesson = open_mortal(page, server)
    cell = lesson.cell(1)
    expect(lesson.run(cell, "print(5)")).to_have_text("5\n")
    kernel_frame(page).evaluate("() => made[0].terminate()")
    lesson.run(cell, "print(6)")
    expect(page.get_by_role("banner")).to_contain_text("Python: ready")
    expect(lesson.run(cell, "print(7)")).to_have_text("7\n")


def test_stop_replaces_a_worker_that_has_died_while_it_runs(page: Page, server: str) -> None:
    lesson = open_mortal(page, server)
    cell = lesson.cell(1)
    lesson.write(cell, FOREVER)
    cell.get_by_role("button", name="Run", exact=True).click()
    expect(cell.get_by_role("group", name="Output of")).to_have_text("42\n")
    # No browser tells of its end.
    kernel_frame(page).evaluate("() => made[0].terminate()")
    cell.get_by_role("button", name="Stop").click()
    expect(cell).to_contain_text("Names from earlier cells are gone.")
    expect(lesson.run(cell, "print(6)")).to_have_text("6\n")


@pytest.mark.parametrize("lacking", ["SharedArrayBuffer", "DecompressionStream"])
def test_a_browser_without_a_part_says_so_or_does_without(
    page: Page, server: str, lacking: str
) -> None:
    page.add_init_script(f"delete self.{lacking}")
    lesson = LessonDriver(page, server)
    output = lesson.run(lesson.cell(1), "print(1 + 1)")
    words = {"SharedArrayBuffer": "2", "DecompressionStream": "it is too old. Open the course in"}
    expect(output).to_contain_text(words[lacking])
