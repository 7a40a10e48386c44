"""Stepping through a cell, forwards and backwards, on the real site."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.pages.lesson_driver import LessonDriver
from tests.browser.pages.test_accessibility import violations

LOOP = "total = 0\nfor x in [5, 6]:\n    total = total + x\nprint(total)\n"
CURRENT = ".cm-step-line"


def step_through(lesson: LessonDriver, cell: Locator, code: str) -> Locator:
    """Write code, choose "Step through", and return the panel when it is there."""
    lesson.write(cell, code)
    lesson.choose(cell, "Step through")
    panel = cell.get_by_role("group", name="Steps of")
    expect(panel.get_by_role("slider", name="Step")).to_be_focused()
    return panel


def press(panel: Locator, name: str) -> None:
    panel.get_by_role("button", name=name, exact=True).click()


def test_steps_go_forwards_and_backwards(lesson: LessonDriver) -> None:
    cell = lesson.cell(1)
    panel = step_through(lesson, cell, LOOP)
    expect(panel).to_contain_text("step 1 of 8")
    press(panel, "Next")
    press(panel, "Next")
    expect(panel).to_contain_text("Line 3 runs next.")
    expect(cell.locator(CURRENT)).to_have_text("    total = total + x")
    press(panel, "Back")
    expect(cell.locator(CURRENT)).to_have_text("for x in [5, 6]:")


def test_the_table_says_in_words_what_changed(lesson: LessonDriver) -> None:
    panel = step_through(lesson, lesson.cell(1), LOOP)
    press(panel, "Next")
    expect(panel.get_by_role("row", name="total 0 new")).to_be_visible()
    press(panel, "Next")
    press(panel, "Next")
    expect(panel.get_by_role("row", name="total 5 changed from 0")).to_be_visible()


def test_the_slider_moves_by_arrow_keys_and_is_told(lesson: LessonDriver, page: Page) -> None:
    panel = step_through(lesson, lesson.cell(1), LOOP)
    page.keyboard.press("ArrowRight")
    slider = panel.get_by_role("slider", name="Step")
    expect(slider).to_have_attribute("aria-valuetext", "step 2 of 8")
    expect(page.get_by_role("status").filter(has_text="total is 0.")).to_have_text(
        "total is 0. Line 2 runs next."
    )
    page.keyboard.press("End")
    expect(panel).to_contain_text("The program has ended.")
    expect(panel).to_contain_text("Printed so far11")


def test_a_function_shows_where_it_was_called_from_and_what_it_returns(
    lesson: LessonDriver,
) -> None:
    code = "def double(n):\n    return 2 * n\n\ny = double(4)\n"
    panel = step_through(lesson, lesson.cell(1), code)
    press(panel, "Next")
    press(panel, "Next")
    expect(panel).to_contain_text("Line 2 runs next, in double.")
    expect(panel).to_contain_text("cell → double")
    press(panel, "Next")
    expect(panel).to_contain_text("double returns 8.")


def test_an_error_is_the_last_step(lesson: LessonDriver) -> None:
    cell = lesson.cell(1)
    panel = step_through(lesson, cell, "a = 0\nb = 1 / a\n")
    press(panel, "Last")
    expect(panel).to_contain_text("An error at line 2. ZeroDivisionError: division by zero")
    expect(cell.locator(CURRENT)).to_have_text("b = 1 / a")


def test_an_endless_loop_ends_with_a_word(lesson: LessonDriver) -> None:
    panel = step_through(lesson, lesson.cell(1), "while True:\n    try: x = 1\n    except: pass")
    words = "This program takes more than 1,000 steps. You see the first 1,000."
    expect(panel.get_by_text(words)).to_be_visible()
    expect(panel).to_contain_text("step 1 of 1000")


def test_code_that_cannot_be_read_says_why(lesson: LessonDriver) -> None:
    cell = lesson.cell(1)
    lesson.write(cell, "x = (\n")
    lesson.choose(cell, "Step through")
    panel = cell.get_by_role("group", name="Steps of")
    expect(panel).to_contain_text("SyntaxError: '(' was never closed")


def test_stepping_leaves_the_names_alone(lesson: LessonDriver) -> None:
    cell = lesson.cell(1)
    lesson.run(cell, "numbers = [1]")
    panel = step_through(lesson, cell, "numbers.append(2)")
    press(panel, "Last")
    expect(panel.get_by_role("row", name="numbers [1, 2] changed from [1]")).to_be_visible()
    expect(lesson.run(cell, "print(numbers)")).to_have_text("[1]\n")
    expect(panel).to_have_count(0)


def test_input_is_asked_for_in_the_panel(lesson: LessonDriver, page: Page) -> None:
    cell = lesson.cell(1)
    lesson.write(cell, "name = input('Name? ')\n")
    lesson.choose(cell, "Step through")
    expect(cell.get_by_role("textbox", name="Name?")).to_be_focused()
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    panel = cell.get_by_role("group", name="Steps of")
    press(panel, "Last")
    expect(panel.get_by_role("row", name="name 'Ada' new")).to_be_visible()


def test_a_program_that_hangs_outside_python_can_be_stopped(lesson: LessonDriver) -> None:
    cell = lesson.cell(1)
    lesson.run(cell, "print('Python is there')")
    lesson.write(cell, "x = 1\nsum(iter(int, 1))\n")
    lesson.choose(cell, "Step through")
    cell.get_by_role("button", name="Stop").click()
    expect(cell.get_by_role("group", name="Steps of")).to_contain_text("Python was stopped")


def test_escape_closes_and_the_focus_goes_back(lesson: LessonDriver, page: Page) -> None:
    cell = lesson.cell(1)
    panel = step_through(lesson, cell, LOOP)
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(cell.get_by_role("button", name="More for")).to_be_focused()
    expect(cell.locator(CURRENT)).to_have_count(0)


def test_changing_the_code_closes_with_a_word(lesson: LessonDriver) -> None:
    cell = lesson.cell(1)
    panel = step_through(lesson, cell, LOOP)
    lesson.write(cell, "x = 1")
    expect(panel).to_have_count(0)
    expect(cell).to_contain_text("The code has changed, so its steps are closed.")


def test_a_long_program_scrolls_in_the_editor_and_not_the_page(
    lesson: LessonDriver, page: Page
) -> None:
    cell = lesson.cell(1)
    panel = step_through(lesson, cell, "x = 1\n" * 80 + "last = 2")
    expect(cell.locator(CURRENT)).to_be_in_viewport()
    before = page.evaluate("window.scrollY")
    page.keyboard.press("End")
    expect(cell.locator(CURRENT)).to_have_count(0)
    press(panel, "Back")
    expect(cell.locator(CURRENT)).to_have_text("last = 2")
    expect(cell.locator(CURRENT)).to_be_in_viewport()
    assert page.evaluate("window.scrollY") == before


def test_an_exercise_can_be_stepped_through(lesson: LessonDriver) -> None:
    exercise = lesson.exercise("Write the neuron")
    panel = step_through(lesson, exercise, LOOP)
    expect(panel).to_contain_text("step 1 of 8")


def test_axe_finds_nothing_in_the_panel(lesson: LessonDriver, page: Page) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        panel = step_through(lesson, lesson.cell(1), LOOP)
        press(panel, "Next")
        assert violations(page) == []
