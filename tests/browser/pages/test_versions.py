"""What was in a cell before is still there, also when another tab or a file took its place."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.pages.lesson_driver import LessonDriver
from tests.browser.pages.test_accessibility import violations
from tests.browser.pages.test_saved_work import wait_until_saved


def open_versions(lesson: LessonDriver, cell: Locator) -> Locator:
    lesson.choose(cell, "Earlier versions")
    return lesson.page.get_by_role("dialog", name="Earlier versions")


def test_a_version_is_kept_at_each_run_and_can_be_brought_back(
    lesson: LessonDriver, page: Page
) -> None:
    cell = lesson.cell(1)
    for number in (1, 2, 3):
        lesson.run(cell, f"print({number})")
    dialog = open_versions(lesson, cell)
    expect(dialog.get_by_role("listitem")).to_contain_text(["print(3)", "print(2)", "print(1)"])
    dialog.get_by_role("button", name="Bring this back").nth(2).click()
    expect(lesson.editor(cell)).to_contain_text("print(1)")


def test_starting_over_keeps_a_version_also_after_a_reload(
    lesson: LessonDriver, page: Page
) -> None:
    cell = lesson.cell(1)
    lesson.write(cell, "mine = 42")
    lesson.choose(cell, "Start this cell over")
    page.get_by_role("button", name="Start over", exact=True).click()
    expect(lesson.editor(cell)).to_contain_text("def neuron")
    page.get_by_role("link", name="About", exact=True).first.click()
    expect(page.get_by_role("heading", name="About ML Bites")).to_be_visible()
    page.reload()
    page.go_back()
    dialog = open_versions(lesson, cell)
    expect(dialog).to_contain_text("mine = 42")
    assert violations(page) == []


def test_no_version_yet_is_said(lesson: LessonDriver) -> None:
    expect(open_versions(lesson, lesson.cell(2))).to_contain_text("There is none yet.")


def test_the_last_twenty_versions_are_kept(lesson: LessonDriver) -> None:
    cell = lesson.cell(1)
    for number in range(22):
        lesson.run(cell, f"print({number})")
    rows = open_versions(lesson, cell).get_by_role("listitem")
    expect(rows).to_have_count(20)
    expect(rows.first).to_contain_text("print(21)")


def test_of_two_tabs_the_newer_code_wins_and_the_older_is_a_version(
    lesson: LessonDriver, page: Page
) -> None:
    first = lesson.cell(1)
    lesson.write(first, "here = 1")
    wait_until_saved(page, "first-neuron", "here = 1")
    other_page = page.context.new_page()
    other = LessonDriver(other_page, lesson.address.removesuffix("lessons/neuron.html"))
    expect(other.cell(1)).to_contain_text("here = 1")
    other.write(other.cell(1), "there = 2")
    page.bring_to_front()
    expect(lesson.editor(first)).to_contain_text("there = 2")
    expect(first).to_contain_text("Another tab changed this cell.")
    expect(open_versions(lesson, first)).to_contain_text("here = 1")
    page.reload()
    expect(first).to_contain_text("there = 2")


def test_two_tabs_do_not_answer_each_other_for_ever(lesson: LessonDriver, page: Page) -> None:
    other_page = page.context.new_page()
    LessonDriver(other_page, lesson.address.removesuffix("lessons/neuron.html"))
    script = """() => new Promise((resolve) => {
      let count = 0;
      new BroadcastChannel("ml-bites-work").onmessage = () => { count += 1; };
      setTimeout(() => resolve(count), 2500);
    })"""
    page.evaluate("window.counted = " + script.replace("() =>", "(() =>", 1) + ")()")
    lesson.write(lesson.cell(1), "x = 1")
    assert page.evaluate("window.counted") <= 2


def test_later_work_stays_and_new_work_is_kept_beside_it(lesson: LessonDriver, page: Page) -> None:
    raise_version = """() => new Promise((resolve) => {
      const opened = indexedDB.open("ml-bites", 99);
      opened.onsuccess = () => { opened.result.close(); resolve(); };
    })"""
    page.goto("about:blank")
    page.goto(lesson.address.replace("lessons/neuron.html", "notices.html"))
    page.evaluate(raise_version)
    unwritten = '[{"id": "first-neuron", "code": "later = 1", "updated": "2020"}]'
    page.evaluate("(text) => localStorage.setItem('ml-bites-unwritten', text)", unwritten)
    page.goto(lesson.address)
    expect(page.get_by_text("A later version of this course has kept work")).to_be_visible()
    lesson.write(lesson.cell(1), "mine = 7")
    page.get_by_role("link", name="About", exact=True).first.click()
    expect(page.get_by_role("heading", name="About ML Bites")).to_be_visible()
    page.goto(lesson.address)
    expect(lesson.cell(1)).to_contain_text("mine = 7")
    assert page.evaluate("localStorage.getItem('ml-bites-unwritten')") == unwritten


def test_full_storage_is_said_work_goes_on_and_the_file_is_offered(
    lesson: LessonDriver, page: Page
) -> None:
    page.evaluate(
        "IDBObjectStore.prototype.put = () => "
        "{ throw new DOMException('full', 'QuotaExceededError'); }; null"
    )
    cell = lesson.cell(1)
    expect(lesson.run(cell, "print(7)")).to_have_text("7\n")
    expect(page.get_by_text("does not let the page keep your work")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").click()
    assert "print(7)" in download.value.path().read_text(encoding="utf-8")
