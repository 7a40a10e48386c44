"""Cells that would break a page: what is seen after each, and the next ordinary cell right."""

import importlib
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, TimeoutError, expect

from benchmarks.held import longest_task
from tests.browser.hostile.blocking import allowed_ms
from tests.browser.hostile.cell import Nasty
from tests.browser.pages.lesson_driver import LessonDriver

FAMILIES = sorted(path.stem for path in (Path(__file__).parent / "cells").glob("[a-z]*.py"))
TRIES = 3
INCLUDES = "([output, text]) => output.textContent.includes(text)"


def cells_of(family: str) -> dict[str, Nasty]:
    return importlib.import_module(f"tests.browser.hostile.cells.{family}").CELLS


def see(output: Locator, text: str) -> None:
    """Wait for a text; Playwright's own way takes the page's time itself where there is much."""
    arguments = [output.element_handle(), text]
    try:
        output.page.wait_for_function(INCLUDES, arg=arguments, polling=100)
    except TimeoutError:
        raise AssertionError(f"{text!r} is not in {output.text_content()[:2000]!r}") from None


def start(cell: Locator, nasty: Nasty) -> None:
    cell.get_by_role("button", name="Run", exact=True).click()
    if nasty.stop:
        see(cell.get_by_role("group", name="Output of"), nasty.stop)
        cell.get_by_role("button", name="Stop").click()


def run(lesson: LessonDriver, nasty: Nasty) -> None:
    """Run a nasty cell, see what must be seen, and see an ordinary one right after it."""
    cell, ordinary = lesson.cell(1), lesson.cell(3)
    start(cell, nasty)
    cell.get_by_role("button", name="Run", exact=True).wait_for()
    see(cell.get_by_role("group", name="Output of"), nasty.sees)
    run_button = ordinary.get_by_role("button", name="Run", exact=True)
    run_button.click()
    run_button.wait_for()
    expect(ordinary.get_by_role("group", name="Output of")).to_contain_text("answer 42")


@pytest.mark.parametrize("family", FAMILIES)
def test_the_page_works_and_is_never_held_up(
    lesson: LessonDriver, browser: Browser, family: str
) -> None:
    lesson.run(lesson.cell(3), "import math\nprint('answer', math.prod([6, 7]))")
    allowed = allowed_ms(browser, lesson.page)
    for name, nasty in cells_of(family).items():
        lesson.write(lesson.cell(1), nasty.code)
        longest = min(held(lesson, browser, nasty, allowed))
        assert longest < allowed, f"{name}: the page was held for {longest:.0f} ms"


def held(lesson: LessonDriver, browser: Browser, nasty: Nasty, allowed: float) -> list[float]:
    """Return the longest task of some tries, until one is short: what blocks does so each time."""
    times: list[float] = []
    while len(times) < TRIES and min(times, default=allowed) >= allowed:
        with longest_task(browser, lesson.page) as tasks:
            run(lesson, nasty)
        times.append(tasks[0])
    return times
