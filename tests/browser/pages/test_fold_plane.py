"""The explore picture of lesson 3: one line on XOR, then two hidden neurons that fold the plane."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.pages.lesson_driver import LessonDriver
from tests.browser.pages.test_accessibility import violations

LAYERS = "layers = [([[2, 2], [-2, -2]], [-1, 3]), ([[1, 1]], [-1.5])]"


@pytest.fixture
def lesson(page: Page, server: str) -> LessonDriver:
    driver = LessonDriver(page, server)
    driver.address = f"{server}lessons/xor-wall.html"
    page.goto(driver.address)
    return driver


@pytest.fixture
def picture(lesson: LessonDriver, page: Page) -> Locator:
    return open_picture(page)


def open_picture(page: Page) -> Locator:
    figure = page.get_by_role("figure").filter(has=page.get_by_role("radio", name="One line"))
    page.get_by_role("heading", name="Explore").scroll_into_view_if_needed()
    expect(figure.get_by_text("These are")).to_be_visible()
    return figure


def test_one_line_gets_three_of_four_and_the_best_is_kept(picture: Locator) -> None:
    expect(picture.get_by_text("3 of 4 right")).to_be_visible()
    picture.get_by_role("spinbutton", name="bias").fill("-3")
    expect(picture.get_by_text("2 of 4 right. Your best so far is 3.")).to_be_visible()


def test_the_line_is_dragged(picture: Locator, page: Page) -> None:
    plane = picture.get_by_role("img", name="The ones of XOR")
    plane.scroll_into_view_if_needed()
    box = plane.bounding_box()
    assert box is not None
    x, y, size = box["x"], box["y"], box["width"]
    page.mouse.move(x + size * 0.4, y + size * 0.6)
    page.mouse.down()
    page.mouse.move(x + size * 0.6, y + size * 0.4, steps=4)
    page.mouse.up()
    expect(picture.get_by_role("spinbutton", name="bias")).not_to_have_value("-0.5")


def test_two_neurons_fold_the_plane_and_both_planes_are_linked(picture: Locator) -> None:
    picture.get_by_role("radio", name="Two hidden neurons").press("Space")
    expect(picture.get_by_text("4 of 4 right. This is XOR.")).to_be_visible()
    hidden = picture.get_by_role("img", name="0, 0 has gone to 0, 1; 0, 1 has gone to 1, 1")
    expect(hidden).to_be_visible()
    picture.get_by_role("radio", name="hidden neuron 2").check()
    picture.get_by_role("spinbutton", name="bias").fill("-0.5")
    expect(picture.get_by_role("img", name="0, 0 has gone to 0, 0;")).to_be_visible()
    expect(picture.get_by_role("cell", name="0, wrong").first).to_be_visible()


def test_the_address_keeps_the_state(picture: Locator, page: Page) -> None:
    picture.get_by_role("radio", name="Two hidden neurons").check()
    picture.get_by_role("radio", name="output neuron").check()
    picture.get_by_role("spinbutton", name="bias").fill("-0.5")
    page.wait_for_url("**fold=fold*-0.5")
    page.reload()
    page.get_by_role("heading", name="Explore").scroll_into_view_if_needed()
    expect(picture.get_by_text("2 of 4 right.")).to_be_visible()


def test_the_learners_own_layers_are_taken_once_they_pass(lesson: LessonDriver, page: Page) -> None:
    exercise = page.get_by_role("group", name="Exercise: ").filter(has_text="layers =").first
    lesson.check(exercise, LAYERS)
    expect(exercise.get_by_text("It passes")).to_be_visible()
    page.reload()
    picture = open_picture(page)
    expect(picture.get_by_text("These are the layers of your own exercise.")).to_be_visible()
    picture.get_by_role("radio", name="Two hidden neurons").check()
    expect(picture.get_by_role("spinbutton", name="weight 1")).to_have_value("2")


def test_axe_finds_nothing(picture: Locator, page: Page) -> None:
    picture.get_by_role("radio", name="Two hidden neurons").check()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert violations(page) == []
