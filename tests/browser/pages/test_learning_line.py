"""The explore picture of lesson 2: forwards and backwards, on the learner's own points and code."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.pages.lesson_driver import LessonDriver
from tests.browser.pages.test_accessibility import violations

NUDGE = """def nudge(w, b, x, target, lr):
    total = b + sum(i * j for i, j in zip(x, w))
    error = target - (1 if total >= 0 else 0)
    return [i + lr * error * j for i, j in zip(w, x)], b + lr * error
"""


@pytest.fixture
def lesson(page: Page, server: str) -> LessonDriver:
    driver = LessonDriver(page, server)
    driver.address = f"{server}lessons/learning-rule.html"
    page.goto(driver.address)
    return driver


@pytest.fixture
def picture(lesson: LessonDriver, page: Page) -> Locator:
    return open_picture(page)


def open_picture(page: Page) -> Locator:
    figure = page.get_by_role("figure").filter(
        has=page.get_by_role("button", name="Add an example")
    )
    page.get_by_role("heading", name="Explore").scroll_into_view_if_needed()
    expect(figure.get_by_text("nudge moves the line")).to_be_visible()
    return figure


def test_it_goes_forwards_and_backwards(picture: Locator) -> None:
    expect(picture.get_by_text("Nothing is learned yet")).to_be_visible()
    picture.get_by_role("button", name="Next").click()
    expect(picture.get_by_text("Epoch 1: the example 0, 0 has the target 0.")).to_be_visible()
    picture.get_by_role("button", name="Last", exact=True).click()
    expect(picture.get_by_text("Update 40 of 40")).to_be_visible()
    expect(picture.get_by_role("img", name="right on 4 of 4 examples")).to_be_visible()
    picture.get_by_role("button", name="First").click()
    expect(picture.get_by_text("Nothing is learned yet")).to_be_visible()


def test_the_slider_follows_the_keys_and_tells_the_step(picture: Locator, page: Page) -> None:
    slider = picture.get_by_role("slider", name="Update", exact=True)
    slider.press("ArrowRight")
    expect(slider).to_have_attribute(
        "aria-valuetext",
        "Epoch 1: the example 0, 0 has the target 0."
        " The neuron says 1, so the error is −1, and the neuron is nudged.",
    )
    slider.press("End")
    expect(picture.get_by_text("Update 40 of 40")).to_be_visible()


def test_an_epoch_mark_leads_to_the_end_of_its_epoch(picture: Locator) -> None:
    picture.get_by_role("button", name="Epoch 2: 3 mistakes").click()
    expect(picture.get_by_text("Update 8 of 40")).to_be_visible()


def test_an_example_is_added_changed_and_removed_by_keyboard(picture: Locator, page: Page) -> None:
    picture.get_by_role("button", name="Add an example").press("Enter")
    expect(picture.get_by_text("Update 0 of 50")).to_be_visible()
    picture.get_by_role("spinbutton", name="x1 of example 5").fill("1.5")
    picture.get_by_role("button", name="Target 1 of example 5").press("Enter")
    expect(picture.get_by_role("button", name="Target 0 of example 5")).to_be_visible()
    picture.get_by_role("button", name="Remove example 5").press("Enter")
    expect(picture.get_by_text("Update 0 of 40")).to_be_visible()


def test_each_column_of_the_table_has_a_heading(picture: Locator) -> None:
    heads = picture.get_by_role("columnheader")
    expect(heads).to_have_text(["met last", "x1", "x2", "target", "neuron", "remove"])


def test_the_page_is_no_wider_than_a_phone(lesson: LessonDriver, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    expect(open_picture(page).get_by_role("table")).to_be_attached()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_click_on_the_plane_adds_an_example_and_a_drag_moves_one(
    picture: Locator, page: Page
) -> None:
    plane = picture.get_by_role("img", name="The neuron fires")
    plane.scroll_into_view_if_needed()
    box = plane.bounding_box()
    assert box is not None
    at = lambda x, y: (  # noqa: E731
        box["x"] + box["width"] * (x + 0.75) / 2.5,
        box["y"] + box["height"] * (1.75 - y) / 2.5,
    )
    page.mouse.click(*at(0.5, 1.5))
    expect(picture.get_by_role("spinbutton", name="x2 of example 5")).to_have_value("1.5")
    page.mouse.move(*at(1, 1))
    page.mouse.down()
    page.mouse.move(*at(0.5, 0.5), steps=4)
    page.mouse.up()
    expect(picture.get_by_role("spinbutton", name="x1 of example 4")).to_have_value("0.5")


def test_the_address_keeps_the_state(picture: Locator, page: Page) -> None:
    picture.get_by_role("spinbutton", name="epochs").fill("3")
    expect(picture.get_by_text("Update 0 of 12")).to_be_visible()
    picture.get_by_role("button", name="Epoch 1").click()
    page.wait_for_url("**learning=*%2C4")
    page.reload()
    expect(open_picture(page).get_by_text("Update 4 of 12")).to_be_visible()


def test_play_goes_on_by_itself_until_it_is_paused(picture: Locator) -> None:
    picture.get_by_role("button", name="Play").click()
    expect(picture.get_by_text(re.compile("Update [1-9][0-9]* of 40"))).to_be_visible()
    picture.get_by_role("button", name="Pause").click()
    expect(picture.get_by_role("button", name="Play")).to_be_visible()


def test_the_learners_own_nudge_moves_the_line_once_it_passes(
    lesson: LessonDriver, page: Page
) -> None:
    exercise = page.get_by_role("group", name="Exercise: ").filter(has_text="nudge(").first
    lesson.check(exercise, NUDGE)
    expect(exercise.get_by_text("It passes")).to_be_visible()
    page.reload()
    expect(open_picture(page).get_by_text("Your own nudge moves the line.")).to_be_visible()


def test_axe_finds_nothing(picture: Locator, page: Page) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert violations(page) == []
