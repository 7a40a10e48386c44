"""What the next lesson needs is brought while a lesson is read, so that going on costs no wait."""

import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages.lesson_driver import LessonDriver

LOOK = "import sys\nprint('numpy.random' in sys.modules)"
LONGEST_S = 40
SAVES_DATA = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"


def open_lesson(page: Page, server: str, name: str) -> LessonDriver:
    driver = LessonDriver(page, server)
    driver.page.goto(f"{server}lessons/{name}.html")
    return driver


def is_numpy_loaded(lesson: LessonDriver, seconds: float) -> bool:
    """Look again and again whether numpy is loaded, for so long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        output = lesson.run(lesson.cell(1), LOOK)
        if "True" in output.inner_text():
            return True
        lesson.page.wait_for_timeout(1_000)
    return False


def test_numpy_is_loaded_before_the_lesson_that_needs_it(page: Page, server: str) -> None:
    lesson = open_lesson(page, server, "backpropagation")
    assert is_numpy_loaded(lesson, LONGEST_S)
    page.get_by_role("navigation", name="Other lessons").get_by_role("link").last.click()
    expect(page.get_by_role("heading", name="A real numpy network", level=1)).to_be_visible()
    lesson.cell(1).get_by_role("button", name="Run", exact=True).click()
    expect(lesson.cell(1).get_by_role("group", name="Output of")).to_contain_text("2000 0.003")


@pytest.mark.parametrize(
    ("name", "script"), [("neuron", ""), ("backpropagation", SAVES_DATA)], ids=["far", "saves data"]
)
def test_numpy_is_left_where_it_is_not_wanted(
    page: Page, server: str, name: str, script: str
) -> None:
    page.add_init_script(script)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    lesson = open_lesson(page, server, name)
    assert not is_numpy_loaded(lesson, 8)
    assert [address for address in asked if "/runtime/" in address]
    assert not [address for address in asked if "/numpy" in address]
