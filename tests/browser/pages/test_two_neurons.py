"""The explore picture of lesson 4: stepped, changed, sent downhill, in the learner's own code."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.pages.lesson_driver import READY
from tests.browser.pages.pictures import open_picture, pass_exercise, serving
from tests.browser.pages.test_accessibility import Scheme, violations
from tests.engine.kernel.test_slopes import OWN

WIDGET = "two-neurons x=2 target=1 w1=0.5 b1=-1 w2=3 b2=-1.5"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(WIDGET, tmp_path_factory.mktemp("two-neurons")) as address:
        yield address


@pytest.fixture
def picture(page: Page, address: str) -> Locator:
    page.set_default_timeout(READY)
    return open_picture(page, address)


def row(picture: Locator, name: str) -> Locator:
    return picture.get_by_role("row").filter(
        has=picture.page.get_by_role("rowheader", name=re.compile(rf"^{name}\b"))
    )


def test_it_is_stepped_forwards_and_backwards(picture: Locator) -> None:
    expect(row(picture, "z1").get_by_role("cell")).to_have_text(["not yet"] * 3)
    picture.get_by_role("button", name="Next").click()
    expect(picture.get_by_text("z1 = w1 × x + b1 = 0.5 × 2 − 1 = 0.").first).to_be_visible()
    picture.get_by_role("button", name="Last").click()
    cells = row(picture, "w1").get_by_role("cell")
    expect(cells).to_have_text(["0.5", "−0.375slope of z1 × x= −0.1875 × 2", "−0.375"])
    picture.get_by_role("button", name="Back", exact=True).click()
    expect(picture.get_by_text("Step 12 of 13")).to_be_visible()
    expect(row(picture, "b1").get_by_role("cell").last).to_have_text("not yet")


def test_the_keyboard_alone_is_enough(picture: Locator, page: Page) -> None:
    picture.get_by_role("slider", name="Step").focus()
    page.keyboard.press("End")
    expect(picture.get_by_role("img", name=re.compile("of w1 −0.375"))).to_be_visible()
    picture.get_by_role("slider", name="w1, slider").focus()
    page.keyboard.press("ArrowRight")
    expect(picture.get_by_role("spinbutton", name="w1")).to_have_value("0.55")
    expect(picture.get_by_role("img", name=re.compile("w1 is 0.55"))).to_be_visible()


def test_a_changed_number_and_the_step_are_kept_in_the_address(
    picture: Locator, page: Page
) -> None:
    picture.get_by_role("spinbutton", name="target").fill("0")
    picture.get_by_role("button", name="Last").click()
    address = page.url
    page.goto("about:blank")
    again = open_picture(page, address)
    expect(again.get_by_role("spinbutton", name="target")).to_have_value("0")
    expect(row(again, "w1").get_by_role("cell").last).to_have_text("0.375")


def test_a_step_downhill_makes_the_loss_smaller(picture: Locator, page: Page) -> None:
    expect(picture.get_by_text("worked out by the course's gradients. Yours")).to_be_visible()
    picture.get_by_role("spinbutton", name="learning rate").fill("2")
    picture.get_by_role("button", name="Go downhill one step").click()
    expect(picture.get_by_role("spinbutton", name="w1")).to_have_value("1.25")
    expect(picture.get_by_text("The loss went from 0.25 to 0.")).to_be_visible()
    picture.get_by_role("spinbutton", name="learning rate").fill("-2")
    picture.get_by_role("button", name="Go downhill one step").click()
    expect(picture.get_by_text("you walk uphill")).to_be_visible()
    picture.get_by_role("button", name="Back to the start").click()
    expect(picture.get_by_role("spinbutton", name="w1")).to_have_value("0.5")


def test_it_takes_numbers_of_the_learners_own_cells(picture: Locator, page: Page) -> None:
    picture.get_by_role("button", name="Use my numbers").click()
    expect(picture.get_by_text("Run a cell that sets them.")).to_be_visible()
    cell = page.get_by_role("group", name="Cell 1", exact=True)
    cell.get_by_role("textbox", name="Code of").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text("w1 = 4\nx = -3\nw2 = 'no number'")
    cell.get_by_role("button", name="Run", exact=True).click()
    cell.get_by_role("button", name="Run", exact=True).wait_for()
    picture.get_by_role("button", name="Use my numbers").click()
    expect(picture.get_by_text("Taken from your own cells: x, w1.")).to_be_visible()
    expect(picture.get_by_role("spinbutton", name="w1")).to_have_value("4")


def test_the_learners_own_gradients_is_used_once_it_passes(page: Page, address: str) -> None:
    page.set_default_timeout(READY)
    pass_exercise(page, address, "chain-rule", OWN)
    picture = open_picture(page, address)
    expect(picture.get_by_text("worked out by your own gradients.")).to_be_visible()
    pass_exercise(page, address, "chain-rule", OWN.replace("2 * (y", "(y"))
    picture = open_picture(page, address)
    expect(picture.get_by_text("Yours was not used: it does not give the four")).to_be_visible()


def test_the_learners_own_gradients_is_used_as_soon_as_it_passes(
    picture: Locator, page: Page, address: str
) -> None:
    expect(picture.get_by_text("worked out by the course's gradients.")).to_be_visible()
    pass_exercise(page.context.new_page(), address, "chain-rule", OWN)
    expect(picture.get_by_text("worked out by your own gradients.")).to_be_visible()


def test_a_number_that_is_too_large_is_refused_with_a_word(picture: Locator) -> None:
    picture.get_by_role("spinbutton", name="w1").fill("1e9")
    expect(picture.get_by_text("A number here can be a million at most.")).to_be_visible()
    expect(row(picture, "w1").get_by_role("cell").first).to_have_text("0.5")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(browser: Browser, address: str, scheme: Scheme, width: int) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
    page = context.new_page()
    picture = open_picture(page, address)
    picture.get_by_role("button", name="Last").click()
    page.wait_for_load_state("networkidle")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
