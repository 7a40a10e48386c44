"""What is below the first screen is laid out when a reader goes there, and places are right."""

import pytest
from playwright.sync_api import Page, expect

LESSON = "lessons/neuron.html"
PUT_OFF = """() => [...document.querySelectorAll(".lesson > *")].filter(
  (element) => getComputedStyle(element).contentVisibility === "auto").length"""
MARKED = "document.documentElement.dataset.rest"
NEVER_IDLE = "globalThis.requestIdleCallback = () => 0"


def open_lesson(page: Page, server: str, place: str = "") -> None:
    page.goto(server + LESSON + place)
    expect(page.locator("html[data-scripts=ready]")).to_be_attached()


def expect_all_laid_out(page: Page) -> None:
    expect(page.locator("html[data-rest]")).to_have_count(0)
    assert page.evaluate(PUT_OFF) == 0


def test_the_rest_is_laid_out_when_the_reader_goes_on(page: Page, server: str) -> None:
    open_lesson(page, server)
    expect(page.get_by_role("banner")).to_contain_text("Python: ready", timeout=60_000)
    page.wait_for_timeout(1_000)
    assert page.evaluate(PUT_OFF) > 10
    page.mouse.wheel(0, 100)
    expect_all_laid_out(page)


def test_the_rest_is_laid_out_when_the_page_is_quiet(page: Page, server: str) -> None:
    open_lesson(page, server)
    assert page.evaluate(PUT_OFF) > 10
    expect(page.locator("html[data-rest]")).to_have_count(0, timeout=60_000)
    assert page.evaluate(PUT_OFF) == 0


def test_a_leap_waits_for_nothing(page: Page, server: str) -> None:
    page.add_init_script(NEVER_IDLE)
    open_lesson(page, server)
    assert page.evaluate(PUT_OFF) > 10
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect_all_laid_out(page)


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


def test_the_next_page_is_laid_out_at_once(page: Page, server: str) -> None:
    page.add_init_script(NEVER_IDLE)
    open_lesson(page, server)
    page.get_by_role("link", name="Playground").first.click()
    expect(page.get_by_role("heading", name="Playground", level=1)).to_be_visible()
    assert page.evaluate(MARKED) is None
    page.go_back()
    expect(page.get_by_role("heading", name="One neuron", level=1)).to_be_visible()
    assert page.evaluate(PUT_OFF) == 0
