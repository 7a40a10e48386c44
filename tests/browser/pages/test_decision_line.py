"""The explore picture of lesson 1, by hand, by keyboard and from the learner's own numbers."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.pages.lesson_driver import LessonDriver


@pytest.fixture
def picture(lesson: LessonDriver, page: Page) -> Locator:
    figure = page.get_by_role("figure").filter(
        has=page.get_by_role("button", name="Use my numbers")
    )
    page.get_by_role("heading", name="Explore the line").scroll_into_view_if_needed()
    figure.wait_for()
    return figure


def test_it_starts_as_and(picture: Locator) -> None:
    expect(picture.get_by_text("This neuron is AND.")).to_be_visible()
    expect(picture.get_by_text("-1.5 + 1 × x1 + 1 × x2 ≥ 0".replace("-", "−"))).to_be_visible()


def test_a_number_changes_the_gate_and_the_address(picture: Locator, page: Page) -> None:
    picture.get_by_role("spinbutton", name="bias").fill("-0.5")
    expect(picture.get_by_text("This neuron is OR.")).to_be_visible()
    page.reload()
    page.get_by_role("heading", name="Explore the line").scroll_into_view_if_needed()
    expect(picture.get_by_text("This neuron is OR.")).to_be_visible()


def test_a_slider_follows_the_arrow_keys(picture: Locator) -> None:
    slider = picture.get_by_role("slider", name="bias")
    slider.press("ArrowRight")
    expect(picture.get_by_role("spinbutton", name="bias")).to_have_value("-1.45")


def test_the_line_can_be_dragged(picture: Locator, page: Page) -> None:
    plane = picture.get_by_role("img")
    box = plane.bounding_box()
    assert box is not None
    x, y, size = box["x"], box["y"], box["width"]
    page.mouse.move(x + size * 0.6, y + size * 0.4)
    page.mouse.down()
    page.mouse.move(x + size * 0.4, y + size * 0.6, steps=4)
    page.mouse.up()
    expect(picture.get_by_text("This neuron is OR.")).to_be_visible()


def test_no_weights_draw_no_line(picture: Locator) -> None:
    for name in ("weight 1", "weight 2"):
        picture.get_by_role("spinbutton", name=name).fill("0")
    expect(picture.get_by_text("This neuron is always 0.")).to_be_visible()
    expect(picture.get_by_role("img", name=re.compile("there is no line"))).to_be_visible()


def test_it_takes_the_learners_own_numbers(picture: Locator, lesson: LessonDriver) -> None:
    lesson.run(lesson.cell(1), "weights = [-1, -1]\nbias = 1.5")
    picture.get_by_role("button", name="Use my numbers").click()
    expect(picture.get_by_text("This neuron is NAND.")).to_be_visible()


def test_without_own_numbers_it_says_what_to_do(picture: Locator) -> None:
    picture.get_by_role("button", name="Use my numbers").click()
    expect(picture.get_by_text("Run a cell that sets them")).to_be_visible()
