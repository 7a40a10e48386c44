"""Going from page to page, and what a page is without scripts."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages.lesson_driver import LessonDriver


def test_python_stays_while_pages_are_swapped(lesson: LessonDriver, page: Page) -> None:
    lesson.run(lesson.cell(1), "kept = 5")
    page.evaluate("window.visit = 1")
    page.get_by_role("link", name="About").first.click()
    expect(page.get_by_role("heading", name="About ML Bites")).to_be_visible()
    page.get_by_role("link", name="Lessons", exact=True).click()
    page.get_by_role("link", name="One neuron", exact=True).click()
    expect(lesson.run(lesson.cell(1), "print(kept)")).to_have_text("5\n")
    assert page.evaluate("window.visit") == 1


def test_going_to_a_heading_keeps_what_is_on_the_page(lesson: LessonDriver, page: Page) -> None:
    lesson.run(lesson.cell(1), "print('still here')")
    page.get_by_role("link", name="Multiply").click()
    expect(page.get_by_role("heading", name="Multiply")).to_be_in_viewport()
    expect(lesson.cell(1)).to_contain_text("still here")


def test_back_brings_the_lesson_and_its_code_back(lesson: LessonDriver, page: Page) -> None:
    lesson.write(lesson.cell(1), "mine = 3")
    page.get_by_role("link", name="Lessons", exact=True).click()
    expect(page.get_by_role("heading", name="The course at a glance")).to_be_visible()
    page.go_back()
    expect(lesson.editor(lesson.cell(1))).to_contain_text("mine = 3")


def test_colours_follow_the_switch_and_stay(page: Page, server: str) -> None:
    page.goto(server)
    ground = "() => getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="Colours: as the system").click()
    page.get_by_role("button", name="Colours: light").click()
    expect(page.get_by_role("button", name="Colours: dark")).to_be_visible()
    assert page.evaluate(ground) != light
    page.reload()
    expect(page.get_by_role("button", name="Colours: dark")).to_be_visible()


def test_everything_can_be_read_without_scripts(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}lessons/neuron.html")
    expect(page.get_by_text("def neuron(inputs, weights, bias):").first).to_be_visible()
    expect(page.get_by_role("button", name="Run", exact=True)).to_have_count(0)
    page.get_by_text("Hint 1", exact=True).first.click()
    page.get_by_text("Solution", exact=True).first.click()
    page.get_by_text("What is a weight?").click()
    # Playwright looks for text and roles in no <noscript>.
    expect(page.locator("noscript p").first).to_be_visible()
    expect(page.locator("noscript p").first).to_contain_text("To run the code, turn JavaScript on.")
    context.close()


def test_questions_are_found_by_other_words(lesson: LessonDriver, page: Page) -> None:
    search = page.get_by_role("searchbox", name="Search the questions")
    search.fill("why bias")
    expect(page.get_by_text(re.compile(r"^\d+ found$")).first).to_be_visible()
    expect(page.get_by_role("heading", name="Why does a neuron need a bias?")).to_be_visible()
    search.fill("zzzz qqqq")
    expect(page.get_by_text("No question here fits these words.")).to_be_visible()


SHIFTS = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 300);
})"""


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_while_the_lesson_loads(lesson: LessonDriver, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.reload()
    lesson.editor(lesson.cell(1)).wait_for()
    assert page.evaluate(SHIFTS) < 0.02


def test_nothing_is_wider_than_a_narrow_phone(lesson: LessonDriver, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    lesson.editor(lesson.cell(1)).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_lesson_can_be_worked_by_keyboard_alone(lesson: LessonDriver, page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    lesson.editor(lesson.cell(1)).focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("print(6 * 7)")
    page.keyboard.press("Control+Enter")
    expect(lesson.cell(1).get_by_role("group", name="Output of")).to_have_text("42\n")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(lesson.cell(1).get_by_role("button", name="Run", exact=True)).to_be_focused()
