"""Files of the page itself that do not come: the lesson is there, with a word and a way on."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.failing.conftest import Fault, FaultyServer
from tests.browser.pages.lesson_driver import LessonDriver

CANNOT_RUN = "A part of this page did not arrive, so code cannot run here yet."
PLAIN_TEXT = "The editor did not arrive. You can change the code as plain text."


@pytest.fixture(autouse=True)
def page_errors(allowed_errors: list[str]) -> None:
    """Let the browser itself name in its console what it could not use."""
    allowed_errors += [
        "Failed to load",
        "Refused to execute",
        "net::ERR",
        "SyntaxError",
        "Unexpected",
        "Invalid",
    ]


@pytest.fixture(scope="session")
def first_scripts(site_dist: Path) -> list[str]:
    """Return the paths of the scripts that a page asks for at once."""
    text = (site_dist / "lessons" / "neuron.html").read_text(encoding="utf-8")
    return [f"/assets/{name}" for name in re.findall(r'\.\./assets/([^" ]+\.js)', text)]


@pytest.fixture(scope="session")
def late_scripts(site_dist: Path, first_scripts: list[str]) -> list[str]:
    """Return the paths of all other scripts."""
    found = [f"/assets/{path.name}" for path in site_dist.glob("assets/*.js")]
    return sorted(set(found) - set(first_scripts))


@pytest.mark.parametrize("fault", [Fault.MISSING, Fault.SHORT], ids=["missing", "short"])
def test_a_page_without_its_script_can_be_read_and_loaded_again(
    page: Page, host: FaultyServer, first_scripts: list[str], fault: Fault
) -> None:
    host.faults = {name: fault for name in first_scripts if "head" not in name}
    lesson = LessonDriver(page, host.url)
    expect(page.get_by_role("alert")).to_contain_text(CANNOT_RUN)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("It prints:").first).to_be_visible()
    expect(page.get_by_role("button", name="Run", exact=True).first).to_be_hidden()
    host.faults.clear()
    with page.expect_navigation():
        page.get_by_role("button", name="Load it again").click()
    expect(lesson.run(lesson.cell(1), "print(9)")).to_have_text("9\n")


def test_a_page_without_the_script_that_starts_python_says_so(
    page: Page, host: FaultyServer
) -> None:
    host.faults = {"boot": Fault.MISSING}
    lesson = LessonDriver(page, host.url)
    expect(page.get_by_role("alert")).to_contain_text(CANNOT_RUN)
    host.faults.clear()
    with page.expect_navigation():
        page.get_by_role("button", name="Load it again").click()
    expect(lesson.run(lesson.cell(1), "print(9)")).to_have_text("9\n")


def test_a_page_without_its_later_scripts_runs_and_can_be_changed(
    page: Page, host: FaultyServer, late_scripts: list[str]
) -> None:
    host.faults = dict.fromkeys(late_scripts, Fault.PAGE)
    lesson = LessonDriver(page, host.url)
    cell = lesson.cell(1)
    cell.scroll_into_view_if_needed()
    cell.get_by_label("Code of").hover()
    expect(cell.get_by_text(PLAIN_TEXT)).to_be_visible()
    expect(lesson.run(cell, "print(3)")).to_have_text("3\n")
    picture = page.get_by_role("figure").first
    expect(picture).to_contain_text("What makes this picture move did not arrive.")
    host.faults.clear()
    picture.get_by_role("button", name="Try again").click()
    expect(picture.locator("img")).to_be_hidden()


def test_what_checks_an_exercise_can_be_fetched_again(page: Page, host: FaultyServer) -> None:
    host.faults = {"neuron.json": Fault.PAGE}
    lesson = LessonDriver(page, host.url)
    exercise = lesson.exercise("Write the step")
    code = "def step(total):\n    return 1 if total >= 0 else 0\n"
    lesson.check(exercise, code)
    expect(exercise).to_contain_text("What checks the exercises of this lesson did not arrive.")
    host.faults.clear()
    exercise.get_by_role("button", name="Check").click()
    expect(exercise.get_by_text("It passes")).to_be_visible()


def test_a_playground_that_did_not_come_is_told_and_tried_again(
    page: Page, host: FaultyServer, late_scripts: list[str]
) -> None:
    host.faults = dict.fromkeys(late_scripts, Fault.MISSING)
    page.goto(f"{host.url}playground.html")
    expect(page.get_by_text("The playground did not arrive.")).to_be_visible()
    host.faults.clear()
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()


def test_a_damaged_file_is_not_kept_on_the_device(site_dist: Path) -> None:
    script = (site_dist / "service-worker.js").read_text(encoding="utf-8")
    course = json.loads(script.partition("=")[2].partition(";\n")[0])
    loose = [each["url"] for each in course["files"] if "integrity" not in each]
    assert loose
    assert all(name.endswith(".html") for name in loose)
