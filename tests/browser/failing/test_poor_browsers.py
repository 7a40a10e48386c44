"""Browsers that lack a part: what they can still do works, and what they cannot is told."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.browser import LAUNCH_ARGUMENTS, chromium_path
from tests.browser.pages.lesson_driver import LessonDriver

NOT_KEPT = "This browser does not let the page keep your work."
# Storage that is missing, forbidden, or opened for ever.
STORAGE = {
    "missing": "Object.defineProperty(self, 'indexedDB', { value: undefined })",
    "forbidden": "IDBFactory.prototype.open = () => { throw new DOMException('no') }",
    "silent": "IDBFactory.prototype.open = () => new EventTarget()",
}


@pytest.fixture
def poor_page(browser: Browser) -> Iterator[Page]:
    """Return a page of a browser in which WebAssembly is turned off, in workers too."""
    arguments = [*LAUNCH_ARGUMENTS, "--js-flags=--jitless"]
    kind = browser.browser_type
    opened = kind.launch(executable_path=chromium_path(), args=arguments)
    yield opened.new_page(service_workers="block")
    opened.close()


def test_without_webassembly_all_but_python_works(poor_page: Page, server: str) -> None:
    page = poor_page
    lesson = LessonDriver(page, server)
    expect(page.get_by_role("status").filter(has_text="WebAssembly is missing")).to_be_visible()
    expect(page.get_by_role("button", name="Try again")).to_be_hidden()
    output = lesson.run(lesson.cell(1), "print(1)")
    expect(output).to_contain_text("open the course in another browser")
    page.get_by_role("button", name="Close").first.click()
    expect(page.get_by_role("button", name="Close")).to_have_count(0)
    page.reload()
    expect(lesson.editor(lesson.cell(1))).to_have_text("print(1)")
    question = page.get_by_role("group", name="Question", exact=True).first
    question.get_by_role("radio").first.check()
    question.get_by_role("button", name="Check my answer").click()
    expect(question.get_by_role("status")).not_to_be_empty()


@pytest.mark.parametrize("script", STORAGE.values(), ids=STORAGE)
def test_without_storage_the_page_says_so_and_works(page: Page, server: str, script: str) -> None:
    page.add_init_script(script)
    lesson = LessonDriver(page, server)
    expect(page.get_by_text(NOT_KEPT)).to_be_visible()
    expect(lesson.run(lesson.cell(1), "print(5)")).to_have_text("5\n")


def test_without_scripts_everything_can_be_read(browser: Browser, server: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{server}lessons/neuron.html")
    expect(page.get_by_text("It prints:").first).to_be_visible()
    expect(page.get_by_text("Answer the question above first.").first).to_be_hidden()
    question = page.get_by_role("group", name="Question", exact=True).first
    question.get_by_text("Show the answer").click()
    expect(question.get_by_text(": right.")).to_be_visible()
    for button in ("Run", "Check", "Ask"):
        expect(page.get_by_role("button", name=button, exact=True)).to_have_count(0)
    page.close()
