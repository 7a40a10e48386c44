"""Files of the runtime that do not come as they should: words, and another try that works."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.failing.conftest import Fault, FaultyServer
from tests.browser.pages.lesson_driver import LessonDriver

# Before this is checked, every file of the runtime has to be there.
NEEDS_ALL = """
def later():
    import micropip, numpy.random, tomllib
def step(total):
    return 1 if total >= 0 else 0
"""
NAMES = {
    "worker": "Python's start script",
    "wasm": "the Python interpreter",
    "stdlib": "Python's standard library",
    "engine": "the course's engine",
    "rest": "the larger part of Python's standard library",
    "micropip": "micropip",
    "numpy": "numpy",
    "numpy-rest": "the second part of numpy",
    "engine-rest": "what explains errors",
    "judge": "the course's checks",
}
QUICK = [fault for fault in Fault if fault is not Fault.SLOW]


@pytest.fixture
def needed_files(runtime_files: dict[str, str]) -> dict[str, str]:
    """Return the files without the one that nobody waits for."""
    return {role: path for role, path in runtime_files.items() if role in NAMES}


@pytest.fixture
def page_errors(allowed_errors: list[str]) -> None:
    """Let the browser itself name in its console what it could not fetch."""
    allowed_errors += ["Failed to load resource", "net::ERR"]


def exercise_of(lesson: LessonDriver) -> Locator:
    exercise = lesson.exercise("Write the step")
    lesson.write(exercise, NEEDS_ALL)
    return exercise


def check(exercise: Locator) -> None:
    """Press Check and wait until the check has ended."""
    exercise.get_by_role("button", name="Check").click()
    exercise.get_by_role("button", name="Run", exact=True).wait_for()


@pytest.mark.usefixtures("page_errors")
@pytest.mark.parametrize("fault", QUICK, ids=lambda fault: fault.name.lower())
def test_a_check_that_needs_every_file_works_once_they_come(
    page: Page, host: FaultyServer, needed_files: dict[str, str], fault: Fault
) -> None:
    host.faults = dict.fromkeys(needed_files.values(), fault)
    exercise = exercise_of(LessonDriver(page, host.url))
    check(exercise)
    expect(exercise).to_contain_text("did not arrive.")
    expect(exercise).to_contain_text("Check the connection, then try again.")
    expect(exercise).not_to_contain_text("one try so far")
    host.faults.clear()
    check(exercise)
    expect(exercise.get_by_text("It passes")).to_be_visible()
    assert {path for path in needed_files.values() if host.asked.count(path) < 2} == set()


def test_files_that_take_ten_seconds_are_waited_for(
    page: Page, host: FaultyServer, runtime_files: dict[str, str]
) -> None:
    host.faults = {runtime_files[role]: Fault.SLOW for role in ("wasm", "stdlib")}
    cell = LessonDriver(page, host.url).cell(1)
    cell.get_by_role("button", name="Run", exact=True).click()
    expect(cell).to_contain_text("Python is on its way. This cell runs as soon as it is ready.")
    expect(page.get_by_role("banner")).to_contain_text(re.compile(r"\d\.\d of \d\.\d MB"))
    expect(cell.get_by_role("group", name="Output of")).to_have_text("1\n0\n")


@pytest.mark.usefixtures("page_errors")
def test_each_damaged_file_is_told_by_its_name(
    page: Page, host: FaultyServer, needed_files: dict[str, str]
) -> None:
    host.faults = dict.fromkeys(needed_files.values(), Fault.SHORT)
    exercise = exercise_of(LessonDriver(page, host.url))
    told = set()
    while host.faults:
        check(exercise)
        expect(exercise).to_contain_text(" did not arrive. It arrived, but it is damaged")
        role = role_told(exercise.inner_text())
        told.add(role)
        del host.faults[needed_files[role]]
    assert told == set(needed_files)
    check(exercise)
    expect(exercise.get_by_text("It passes")).to_be_visible()


@pytest.mark.usefixtures("page_errors")
def test_a_snapshot_that_does_not_come_is_not_missed(
    page: Page, host: FaultyServer, runtime_files: dict[str, str]
) -> None:
    host.faults = {runtime_files["snapshot"]: Fault.SHORT}
    for _ in range(2):
        lesson = LessonDriver(page, host.url)
        cell = lesson.cell(1)
        cell.get_by_role("button", name="Run", exact=True).click()
        expect(cell.get_by_role("group", name="Output of")).to_have_text("1\n0\n")
        page.wait_for_event("requestfinished", lambda asked: "/snapshot." in asked.url)


def role_told(text: str) -> str:
    """Return the file that a message speaks of."""
    return next(role for role, name in NAMES.items() if f"loaded: {name} did" in text)
