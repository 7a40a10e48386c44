"""Pages are swapped, and all else is as on plain pages: history, places, focus, other tabs."""

import re
from threading import Event

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.pages.lesson_driver import LessonDriver

# A place that is neither the top nor the end, and what shows there.
TOP = "() => Math.round(document.querySelector('#HEADING').getBoundingClientRect().top)"
NEAR = 30


def next_lesson(page: Page) -> None:
    """Go on to the second lesson, as its reader does."""
    page.get_by_role("navigation", name="Other lessons").get_by_role("link").last.click()
    expect(page.get_by_role("heading", name="The learning rule", level=1)).to_be_visible()


def scroll_to(page: Page, heading: str) -> int:
    """Bring a heading into view, and return how far from the top it is then."""
    page.evaluate(f"document.querySelector('#{heading}').scrollIntoView({{block: 'center'}})")
    return top_of(page, heading)


def top_of(page: Page, heading: str) -> int:
    """Return how far a heading is from the top of the window."""
    top: int = page.evaluate(TOP.replace("HEADING", heading))
    return top


def test_back_and_forward_lead_to_where_the_reader_was(lesson: LessonDriver, page: Page) -> None:
    multiply = scroll_to(page, "multiply")
    # A real click would first scroll to the link.
    page.get_by_role("link", name="About").first.evaluate("(link) => link.click()")
    expect(page.get_by_role("heading", name="About ML Bites")).to_be_in_viewport()
    page.go_back()
    expect(page.get_by_role("heading", name="Multiply", exact=True)).to_be_in_viewport()
    assert abs(top_of(page, "multiply") - multiply) < NEAR
    page.go_forward()
    expect(page.get_by_role("heading", name="About ML Bites")).to_be_in_viewport()


def test_reloading_stays_where_the_reader_was(lesson: LessonDriver, page: Page) -> None:
    next_lesson(page)
    page.go_back()
    expect(page.get_by_role("heading", name="One neuron", level=1)).to_be_visible()
    multiply = scroll_to(page, "multiply")
    page.reload()
    expect(page.get_by_role("heading", name="Multiply", exact=True)).to_be_in_viewport()
    assert abs(top_of(page, "multiply") - multiply) < NEAR


def test_going_back_before_the_script_is_there_shows_the_page_before(
    lesson: LessonDriver, page: Page, allowed_errors: list[str]
) -> None:
    # The browser looks for the icon at the new address, with the page of the old one.
    allowed_errors.append("tab-32")
    page.get_by_role("link", name="About").first.click()
    expect(page.get_by_role("heading", name="About ML Bites")).to_be_visible()
    held: list[Route] = []
    page.route("**/assets/main.*.js", lambda route: held.append(route), times=1)
    with page.expect_request("**/assets/main.*.js"):
        page.reload()
    page.go_back(wait_until="commit")
    held[0].continue_()
    expect(page.get_by_role("heading", name="One neuron", level=1)).to_be_visible()
    expect(page.get_by_role("banner")).to_contain_text("Python: ready")


def test_back_leaves_a_heading_for_the_place_before(lesson: LessonDriver, page: Page) -> None:
    contents = page.get_by_role("navigation", name="In this lesson")
    contents.get_by_role("link", name="Multiply").click()
    expect(page.get_by_role("heading", name="Multiply", exact=True)).to_be_focused()
    contents.get_by_role("link", name="Compare").click()
    expect(page.get_by_role("heading", name="Compare", exact=True)).to_be_in_viewport()
    page.go_back()
    expect(page.get_by_role("heading", name="Multiply", exact=True)).to_be_in_viewport()
    page.go_back()
    expect(page.get_by_role("heading", name="One neuron", level=1)).to_be_in_viewport()


def test_the_next_page_starts_at_its_top_and_is_announced(lesson: LessonDriver, page: Page) -> None:
    next_lesson(page)
    assert page.evaluate("scrollY") == 0
    assert page.title() == "The learning rule · ML Bites"
    said = page.get_by_role("status").filter(has_text="The learning rule · ML Bites")
    expect(said).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()


def test_a_link_to_a_question_opens_it(page: Page, server: str) -> None:
    page.goto(f"{server}lessons/neuron.html#neuron-what-is-a-weight")
    question = page.get_by_role("group").filter(has=page.get_by_text("What is a weight?"))
    expect(question.get_by_role("paragraph").first).to_be_in_viewport()


def test_the_browsers_search_opens_what_is_folded(page: Page, server: str) -> None:
    page.goto(f"{server}lessons/neuron.html#:~:text=Think%20of%20the%20case%20in%20which")
    expect(page.get_by_text("Think of the case in which every input is 0.")).to_be_in_viewport()


def test_of_two_quick_clicks_the_last_counts(page: Page, server: str) -> None:
    page.goto(server)
    links = page.get_by_role("main").get_by_role("heading", level=3).get_by_role("link")
    expect(links.nth(1)).to_be_visible()
    links.nth(1).evaluate_all(
        "([second]) => { document.querySelector('main h3 a').click(); second.click(); }"
    )
    expect(page.get_by_role("heading", name="The learning rule", level=1)).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="The course at a glance")).to_be_visible()


def test_a_missing_page_is_told_and_python_stays(
    lesson: LessonDriver, page: Page, allowed_errors: list[str]
) -> None:
    allowed_errors.append("404")
    lesson.run(lesson.cell(1), "kept = 5")
    page.evaluate("document.querySelector('.brand').href = 'nowhere.html'")
    page.get_by_role("link", name="ML Bites", exact=True).click()
    expect(page.get_by_role("heading", name="This page is not here")).to_be_visible()
    page.get_by_role("link", name="To the lessons").click()
    page.get_by_role("link", name="One neuron", exact=True).click()
    expect(lesson.run(lesson.cell(1), "print(kept)")).to_have_text("5\n")


@pytest.mark.parametrize("key", ["ControlOrMeta", "Shift"])
def test_another_tab_or_window_opens_as_ever(lesson: LessonDriver, page: Page, key: str) -> None:
    for name in ("Multiply", "The course at a glance"):
        page.evaluate("document.querySelector('.brand').textContent = 'The course at a glance'")
        with page.context.expect_page() as opened:
            page.get_by_role("link", name=name, exact=True).first.click(modifiers=[key])
        expect(opened.value.get_by_role("heading", name=name, exact=True)).to_be_visible()
    assert page.url == lesson.address


def test_a_page_that_is_on_its_way_can_still_be_used(lesson: LessonDriver, page: Page) -> None:
    asked: list[Route] = []
    page.route("**/about.html", lambda route: asked.append(route))
    with page.expect_request("**/about.html"):
        page.get_by_role("link", name="About").first.click()
    expect(lesson.run(lesson.cell(1), "print(6 * 7)")).to_have_text("42\n")
    assert page.url == lesson.address
    asked[0].continue_()
    expect(page.get_by_role("heading", name="About ML Bites")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="One neuron", level=1)).to_be_visible()


@pytest.mark.parametrize("code", ["while True:\n    pass", "input('name? ')\nwhile True: pass"])
def test_what_runs_ends_with_its_page(lesson: LessonDriver, page: Page, code: str) -> None:
    lesson.write(lesson.cell(1), f"print('begun')\n{code}")
    lesson.cell(1).get_by_role("button", name="Run", exact=True).click()
    expect(lesson.cell(1).get_by_text("begun").last).to_be_visible()
    next_lesson(page)
    expect(lesson.run(lesson.cell(1), "print(6 * 7)")).to_have_text("42\n")
    expect(page.get_by_role("status").filter(has_text=re.compile("Stopped"))).to_have_count(0)


def test_without_network_the_browser_says_so(
    page: Page, server: str, allowed_errors: list[str]
) -> None:
    allowed_errors.append("ERR_")
    page.goto(server)
    page.get_by_role("button", name="Ask a question").wait_for()
    page.context.set_offline(True)
    failed = Event()
    page.on("requestfailed", lambda _: failed.set())
    page.get_by_role("link", name="About").first.click()
    page.wait_for_url("chrome-error://**")
    assert failed.is_set()
