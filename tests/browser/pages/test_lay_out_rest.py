"""What is below the first screen is laid out when a reader goes there, and places are right."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages.test_accessibility import LESSONS

LESSON = "lessons/neuron.html"
PUT_OFF = """() => [...document.querySelectorAll(".lesson > *")].filter(
  (element) => getComputedStyle(element).contentVisibility === "auto").length"""
MARKED = "document.documentElement.dataset.rest"
# What is put off has a number, as it is put off no more later.
HEIGHTS = """() => Object.fromEntries(
  [...document.querySelectorAll(".lesson > section:nth-child(n + 10), .questions")].map(
    (element, place) => [`${place} ${element.className}`, element.offsetHeight]))"""
NEVER_IDLE = "globalThis.requestIdleCallback = () => 0"


def open_lesson(page: Page, server: str, place: str = "", lesson: str = LESSON) -> None:
    page.goto(server + lesson + place)
    expect(page.locator("html[data-scripts=ready]")).to_be_attached()


def expect_all_laid_out(page: Page) -> None:
    expect(page.locator("html[data-rest]")).to_have_count(0)
    assert page.evaluate(PUT_OFF) == 0


def scroll_to_the_end(page: Page) -> None:
    """Go there at once: the End key takes a moment, in which the next page may come."""
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect_all_laid_out(page)


def test_the_rest_is_laid_out_when_the_reader_goes_on(page: Page, server: str) -> None:
    open_lesson(page, server)
    expect(page.get_by_role("banner")).to_contain_text("Python: ready", timeout=60_000)
    page.wait_for_timeout(1_000)
    assert page.evaluate(PUT_OFF) > 10
    page.mouse.wheel(0, 100)
    expect_all_laid_out(page)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("lesson", LESSONS)
def test_there_is_room_for_what_is_put_off(
    page: Page, server: str, lesson: str, width: int
) -> None:
    page.add_init_script(NEVER_IDLE)
    page.set_viewport_size({"width": width, "height": 700})
    open_lesson(page, server, lesson=f"lessons/{lesson}.html")
    room = page.evaluate(HEIGHTS)
    page.keyboard.press("End")
    expect_all_laid_out(page)
    heights = page.evaluate(HEIGHTS)
    assert len(room) == len(heights) > 10
    assert [kind for kind in room if room[kind] < heights[kind]] == []


def test_a_leap_waits_for_nothing(page: Page, server: str) -> None:
    page.add_init_script(NEVER_IDLE)
    open_lesson(page, server)
    assert page.evaluate(PUT_OFF) > 10
    scroll_to_the_end(page)


@pytest.mark.parametrize("address", ["#what-the-bias-says", "neuron.html#what-the-bias-says"])
def test_a_link_to_a_place_goes_where_it_is(page: Page, server: str, address: str) -> None:
    page.add_init_script(NEVER_IDLE)
    open_lesson(page, server)
    assert page.evaluate(PUT_OFF) > 10
    link = page.locator("a[data-anchor=what-the-bias-says]")
    link.evaluate("(link, address) => link.setAttribute('href', address)", address)
    assert link.evaluate(f"(link) => (link.click(), ({PUT_OFF})())") == 0


def test_the_end_of_the_page_is_its_end(page: Page, server: str) -> None:
    page.add_init_script(NEVER_IDLE)
    open_lesson(page, server)
    page.keyboard.press("End")
    page.wait_for_timeout(500)
    assert page.evaluate("innerHeight + scrollY - document.documentElement.scrollHeight") > -2
    expect_all_laid_out(page)


def test_nothing_is_put_off_for_who_begins_elsewhere(page: Page, server: str) -> None:
    page.add_init_script(NEVER_IDLE)
    open_lesson(page, server, "#what-the-bias-says")
    assert page.evaluate(PUT_OFF) == 0
    open_lesson(page, server)
    page.reload()
    expect(page.locator("html[data-scripts=ready]")).to_be_attached()
    assert page.evaluate(PUT_OFF) == 0


def go_on(page: Page) -> None:
    page.locator("a[rel=next]").evaluate("(link) => link.click()")
    expect(page.get_by_role("heading", name="The learning rule", level=1)).to_be_visible()
    expect(page.locator("html")).to_have_attribute("data-rest", "later")


def test_the_next_page_is_put_off_too_although_the_last_one_ended_further_down(
    page: Page, server: str
) -> None:
    open_lesson(page, server)
    scroll_to_the_end(page)
    go_on(page)
    expect(page.locator("html")).to_have_js_property("scrollTop", 0)
    page.wait_for_timeout(500)
    assert page.evaluate(MARKED) == "later"
    assert page.evaluate(PUT_OFF) > 10
    page.keyboard.press("End")
    expect_all_laid_out(page)


def test_the_next_page_is_laid_out_when_the_reader_goes_on(page: Page, server: str) -> None:
    open_lesson(page, server)
    go_on(page)
    page.mouse.wheel(0, 100)
    expect_all_laid_out(page)


def test_a_page_gone_back_to_is_laid_out_at_once_where_it_was_left(page: Page, server: str) -> None:
    page.add_init_script(NEVER_IDLE)
    open_lesson(page, server)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
    expect_all_laid_out(page)
    page.wait_for_timeout(200)
    place = page.evaluate("scrollY")
    go_on(page)
    page.go_back()
    expect(page.get_by_role("heading", name="One neuron", level=1)).to_be_attached()
    expect_all_laid_out(page)
    expect(page.locator("html")).to_have_js_property("scrollTop", place)


def test_a_place_on_the_next_page_is_gone_to(page: Page, server: str) -> None:
    page.add_init_script(NEVER_IDLE)
    open_lesson(page, server)
    link = page.locator("a[rel=next]")
    link.evaluate("(link) => link.setAttribute('href', 'learning-rule.html#questions')")
    link.click()
    expect(page.get_by_role("heading", name="The learning rule", level=1)).to_be_attached()
    assert page.evaluate(MARKED) is None
    expect(page.locator("#questions")).to_be_in_viewport()
