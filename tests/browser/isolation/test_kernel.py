"""From a lesson's cell, in the real site, nothing reaches the second server."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.isolation.roads import (
    DOCUMENT,
    EVAL,
    FATAL,
    LATER,
    MICROPIP,
    PYTHON,
    WORKER,
    cell,
    led,
)
from tests.browser.pages.lesson_driver import LessonDriver

LAST = "last"


@pytest.fixture
def lesson(page: Page, server: str, allowed_errors: list[str]) -> LessonDriver:
    """Return a lesson in which the policy may say what it refused."""
    allowed_errors.append("Content Security Policy")
    expect.set_options(timeout=40_000)
    return LessonDriver(page, server)


def nobody_came(lesson: LessonDriver, outside) -> None:
    """Check that the second server is empty, once a request of the page itself has come."""
    lesson.page.evaluate("(url) => fetch(url)", f"{outside.url}{LAST}")
    assert outside.missed({LAST}, 10) == set()
    assert set(outside.hits) == {LAST}
    assert not outside.datagrams.came.is_set()


def test_no_road_leads_out_of_a_cell(lesson, outside):
    sources = {**WORKER, **DOCUMENT}
    run_js = {f"run {name}": EVAL.format(source=code) for name, code in sources.items()}
    roads = led({**PYTHON, **MICROPIP, **run_js}, outside.url, outside.datagrams.port)
    lines = lesson.run(lesson.cell(1), cell(roads, "import micropip")).inner_text().splitlines()
    ended = dict(line.split(" -> ") for line in lines if " -> " in line)
    assert set(ended) == set(roads)
    assert {name for name, ending in ended.items() if ending == "open"} <= LATER
    nobody_came(lesson, outside)


def test_a_road_that_python_does_not_survive_leads_nowhere(lesson, outside):
    for code in led(FATAL, outside.url, outside.datagrams.port).values():
        lesson.run(lesson.cell(1), code)
        assert lesson.run(lesson.cell(1), "print(6 * 7)").inner_text().strip() == "42"
    nobody_came(lesson, outside)
