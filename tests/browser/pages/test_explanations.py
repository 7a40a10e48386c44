"""What a learner is told about an error or silent trouble, in the real page."""

from playwright.sync_api import Page, expect

from tests.browser.pages.lesson_driver import LessonDriver
from tests.browser.pages.test_accessibility import violations

NO_RETURN = "def double(x):\n    print(2 * x)\ny = double(3)\n"


def test_an_error_tells_cause_place_and_fix(lesson: LessonDriver, page: Page) -> None:
    cell = lesson.cell(1)
    output = lesson.run(cell, "weights = [1, 2]\nprint(weights[2])\n")
    expect(output).to_contain_text("weights has 2 values, at the places 0 to 1, and no place 2.")
    expect(output).to_contain_text("The last one is weights[1], or weights[-1].")
    expect(cell.locator(".cm-error-line")).to_have_text("print(weights[2])")
    expect(output.get_by_role("button", name="Go to line 2")).to_be_visible()
    expect(output.get_by_text("Traceback (most recent call last)")).to_be_hidden()
    assert violations(page) == []


def test_a_small_fix_is_shown_taken_and_can_be_undone(lesson: LessonDriver, page: Page) -> None:
    cell = lesson.cell(1)
    output = lesson.run(cell, "bias = 1\nif bias = 1:\n    print('on')\n")
    expect(output).to_contain_text("if bias == 1:")
    output.get_by_role("button", name="Make this change").click()
    expect(lesson.editor(cell)).to_contain_text("if bias == 1:")
    lesson.editor(cell).click()
    page.keyboard.press("ControlOrMeta+z")
    expect(lesson.editor(cell)).to_contain_text("if bias = 1:")


def test_on_a_syntax_error_nothing_else_is_said(lesson: LessonDriver) -> None:
    code = "w = 1\nw + 1\nprint(w\n"
    output = lesson.run(lesson.cell(1), code)
    expect(output).to_contain_text("The bracket ( after print on line 3 is never closed.")
    expect(output).not_to_contain_text("kept nowhere")


def test_silent_trouble_is_told_under_the_output(lesson: LessonDriver) -> None:
    output = lesson.run(lesson.cell(1), NO_RETURN)
    expect(output).to_contain_text("6")
    expect(output).to_contain_text("double prints its result but does not return it")
