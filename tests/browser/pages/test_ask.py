"""The course's answers in the page: under a cell, in an exercise, and on every page."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.pages.lesson_driver import LessonDriver
from tests.browser.pages.test_accessibility import violations


def open_panel(block: Locator) -> Locator:
    """Open the panel of a cell and return it."""
    block.scroll_into_view_if_needed()
    block.get_by_role("button", name="Ask", exact=True).click()
    return block.get_by_role("group", name="Ask a question")


def ask(panel: Locator, question: str) -> None:
    field = panel.get_by_role("textbox", name="Your question")
    field.fill(question)
    field.press("Enter")


def test_a_question_in_a_cell_is_answered(lesson: LessonDriver, page: Page) -> None:
    panel = open_panel(lesson.cell(1))
    expect(panel.get_by_role("textbox", name="Your question")).to_be_focused()
    ask(panel, "whats the bias for")
    answer = panel.get_by_role("article")
    expect(answer).to_contain_text("What is a bias?")
    expect(answer).to_contain_text("The bias is the number that the total starts from")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(lesson.cell(1).get_by_role("button", name="Ask", exact=True)).to_be_focused()


def test_where_nothing_fits_the_panel_says_so_and_where_to_look(lesson: LessonDriver) -> None:
    panel = open_panel(lesson.cell(1))
    ask(panel, "how do i bake a pie")
    expect(panel).to_contain_text("The course has no answer to that.")
    expect(panel.get_by_role("link", name="Look through the questions")).to_have_attribute(
        "href", f"{lesson.address}#questions"
    )
    ask(panel, "")
    expect(panel).to_contain_text("Type your question first.")


def test_an_unsure_match_shows_the_nearest_questions(lesson: LessonDriver) -> None:
    panel = open_panel(lesson.cell(1))
    ask(panel, "negative inputs and the picture")
    expect(panel).to_contain_text("These questions are the nearest")
    expect(panel.locator("summary")).to_have_count(3)
    panel.locator("summary").first.click()
    expect(panel.locator("details[open] .question-text")).to_be_visible()


def test_what_fits_the_last_error_is_offered_first(lesson: LessonDriver) -> None:
    cell = lesson.cell(1)
    lesson.run(cell, "print(nueron)")
    panel = open_panel(cell)
    expect(panel).to_contain_text("This may fit what has just happened:")
    expect(panel).to_contain_text("NameError")


def test_who_asks_for_a_solution_gets_the_next_hint(lesson: LessonDriver) -> None:
    exercise = lesson.exercise("Write the weighted sum")
    panel = open_panel(exercise)
    ask(panel, "just give me the solution pls")
    expect(panel).to_contain_text("here is the next hint")
    expect(panel.get_by_role("article")).to_contain_text("Hint 1")
    expect(exercise.locator("details.hint[open]")).to_have_count(1)
    ask(panel, "show me the answer")
    expect(panel.get_by_role("article")).to_contain_text("Hint 2")
    expect(exercise.locator("details.hint[open]")).to_have_count(2)
    expect(panel).not_to_contain_text("def weighted_sum")


@pytest.mark.parametrize("path", ["index.html", "about.html", "lessons/xor-wall.html"])
def test_every_page_can_be_asked(page: Page, server: str, path: str) -> None:
    page.goto(server + path)
    page.get_by_role("button", name="Ask a question").click()
    dialog = page.get_by_role("dialog", name="Ask a question")
    ask(dialog, "what is a weight?")
    expect(dialog.get_by_role("article")).to_contain_text("weight")
    assert violations(page) == []
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("button", name="Ask a question")).to_be_focused()


def test_without_a_network_it_is_told_and_works_again(
    page: Page, server: str, allowed_errors: list[str]
) -> None:
    allowed_errors.append("ERR_FAILED")
    page.goto(server)
    page.route("**/answers.json", lambda route: route.abort())
    page.get_by_role("button", name="Ask a question").click()
    dialog = page.get_by_role("dialog", name="Ask a question")
    expect(dialog).to_contain_text("The answers could not be fetched.")
    page.unroute("**/answers.json")
    ask(dialog, "what is a weight?")
    expect(dialog.get_by_role("article")).to_contain_text("weight")
