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


def test_a_stopped_loop_tells_what_in_it_never_changes(lesson: LessonDriver) -> None:
    cell = lesson.cell(1)
    lesson.write(cell, "count = 0\nwhile count < 10:\n    total = count * 2\n")
    cell.get_by_role("button", name="Run", exact=True).click()
    stop = cell.get_by_role("button", name="Stop", exact=True)
    expect(lesson.page.get_by_text("Python: running")).to_be_visible()
    stop.click()
    output = cell.get_by_role("group", name="Output of")
    expect(output).to_contain_text("Stopped.")
    expect(output).to_contain_text("The program was stopped in the loop on line 2")
    expect(output).to_contain_text("Nothing inside the loop changes count")


def test_an_error_in_an_exercise_is_explained_where_it_is_checked(lesson: LessonDriver) -> None:
    exercise = lesson.exercise("Write the weighted sum")
    lesson.check(exercise, "def weighted_sum(inputs, weights):\n    return total\n")
    report = exercise.locator(".report")
    expect(report).to_contain_text("Not yet")
    expect(report).to_contain_text("total")
    expect(exercise.locator(".cm-error-line")).to_have_text("    return total")


def test_a_syntax_error_in_an_exercise_stands_alone(lesson: LessonDriver) -> None:
    exercise = lesson.exercise("Write the weighted sum")
    lesson.check(exercise, "def weighted_sum(inputs, weights)\n    return 0\n")
    report = exercise.locator(".report")
    expect(report).to_contain_text("colon")
    expect(report.get_by_role("button", name="Make this change")).to_be_visible()


def test_an_error_while_stepping_is_explained_at_the_last_step(lesson: LessonDriver) -> None:
    cell = lesson.cell(1)
    lesson.write(cell, "weights = [1, 2]\nprint(weight)\n")
    lesson.choose(cell, "Step through")
    panel = cell.get_by_role("group", name="Steps of")
    explanation = panel.locator(".output-error")
    expect(explanation).to_be_hidden()
    panel.get_by_role("button", name="Last").click()
    expect(explanation).to_contain_text("Python does not know the name weight.")
