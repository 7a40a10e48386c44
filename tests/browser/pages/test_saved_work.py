"""What the learner does is still there later, and nothing is hidden or lost."""

import json
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.pages.lesson_driver import LessonDriver

READ_SAVED = """(id) => new Promise((resolve) => {
  const opened = indexedDB.open("ml-bites");
  opened.onsuccess = () => {
    const asked = opened.result.transaction("cells").objectStore("cells").get(id);
    asked.onsuccess = () => { opened.result.close(); resolve(asked.result?.code ?? ""); };
  };
})"""
PUT = """(record) => new Promise((resolve) => {
  const opened = indexedDB.open("ml-bites");
  opened.onsuccess = () => {
    const change = opened.result.transaction("cells", "readwrite");
    change.objectStore("cells").put(record);
    change.oncomplete = () => { opened.result.close(); resolve(); };
  };
})"""
# As WebKit does where a write begins when the page goes, or shortly before.
END_NO_WRITES = "IDBObjectStore.prototype.put = function () { this.transaction.abort(); }"
FORBID = (
    "Object.defineProperty(IDBFactory.prototype, 'open', { value() { throw new Error('no'); } })"
)


def wait_until_saved(page: Page, cell: str, code: str) -> None:
    read = f"({READ_SAVED})('{cell}')"
    page.evaluate(f"async () => {{ while (!(await {read}).includes('{code}')); }}")


def work_on(lesson: LessonDriver, code: str) -> Locator:
    cell = lesson.cell(1)
    lesson.write(cell, code)
    wait_until_saved(lesson.page, "first-neuron", code)
    return cell


def test_code_survives_a_reload(lesson: LessonDriver, page: Page) -> None:
    cell = work_on(lesson, "mine = 42")
    page.reload()
    expect(cell).to_contain_text("mine = 42")


def test_code_survives_when_the_page_goes_at_once(lesson: LessonDriver, page: Page) -> None:
    lesson.write(lesson.cell(1), "last = 1")
    page.goto("about:blank")
    page.goto(lesson.address)
    expect(lesson.cell(1)).to_contain_text("last = 1")


def test_what_the_browser_has_not_written_is_there_after_a_reload(
    lesson: LessonDriver, page: Page, allowed_errors: list[str]
) -> None:
    allowed_errors.append("AbortError")
    cell = work_on(lesson, "mine = 1")
    page.evaluate(f"() => {{ {END_NO_WRITES} }}")
    lesson.write(cell, "mine = 2")
    page.reload()
    expect(cell).to_contain_text("mine = 2")
    wait_until_saved(page, "first-neuron", "mine = 2")
    assert page.evaluate("localStorage.getItem('ml-bites-unwritten')") is None


def test_what_was_written_since_is_not_replaced_by_what_was_not(
    lesson: LessonDriver, page: Page
) -> None:
    cell = work_on(lesson, "mine = 1")
    older = {"id": "first-neuron", "code": "older = 0", "updated": "2020-01-01T00:00:00.000Z"}
    for left in ([older], [older, {"id": 7}, None], "{", {"id": "first-neuron"}):
        text = left if isinstance(left, str) else json.dumps(left)
        page.evaluate("(text) => localStorage.setItem('ml-bites-unwritten', text)", text)
        page.reload()
        expect(cell).to_contain_text("mine = 1")


def test_opened_hints_are_kept(lesson: LessonDriver, page: Page) -> None:
    exercise = lesson.exercise("Write the step")
    exercise.get_by_text("Hint 1", exact=True).click()
    locked = exercise.get_by_text("open the one before first").filter(visible=True)
    expect(locked).to_have_count(1)
    page.reload()
    expect(locked).to_have_count(1)


def test_a_changed_lesson_never_hides(lesson: LessonDriver, page: Page) -> None:
    cell = work_on(lesson, "mine = 42")
    old = {"id": "first-neuron", "version": "old", "code": "mine = 1", "updated": ""}
    page.evaluate(PUT, old)
    page.reload()
    changed = cell.get_by_role("group", name="This cell changed")
    expect(cell).to_contain_text("mine = 1")
    changed.get_by_role("button", name="Take the new one").click()
    expect(lesson.editor(cell)).to_contain_text("def neuron")
    expect(changed).to_be_hidden()


def test_keep_mine_keeps_mine(lesson: LessonDriver, page: Page) -> None:
    cell = work_on(lesson, "mine = 42")
    page.evaluate(PUT, {"id": "first-neuron", "version": "old", "code": "mine = 1", "updated": ""})
    page.reload()
    cell.get_by_role("button", name="Keep mine").click()
    page.reload()
    expect(cell).to_contain_text("mine = 1")
    expect(cell.get_by_role("button", name="Keep mine")).to_be_hidden()


def test_damaged_work_is_set_aside_and_the_page_works(lesson: LessonDriver, page: Page) -> None:
    work_on(lesson, "mine = 42")
    page.evaluate(PUT, {"id": "first-neuron", "code": 7})
    page.reload()
    expect(lesson.run(lesson.cell(1), "print(1)")).to_have_text("1\n")


def test_without_storage_the_page_says_so_and_works(page: Page, server: str) -> None:
    page.add_init_script(FORBID)
    lesson = LessonDriver(page, server)
    expect(page.get_by_text("does not let the page keep your work")).to_be_visible()
    expect(lesson.run(lesson.cell(1), "print(1)")).to_have_text("1\n")


def test_home_shows_the_progress_and_leads_back(lesson: LessonDriver, page: Page) -> None:
    exercise = lesson.exercise("Write the step")
    lesson.check(exercise, "def step(total):\n    return 1 if total >= 0 else 0\n")
    expect(exercise.get_by_text("It passes")).to_be_visible()
    page.get_by_role("link", name="Lessons", exact=True).click()
    expect(page.get_by_text("1 of 9 exercises passed")).to_be_visible()
    page.get_by_role("link", name="Continue").click()
    expect(page.get_by_role("heading", name="One neuron", level=1)).to_be_visible()


def test_work_moves_to_another_browser_as_a_file(
    lesson: LessonDriver, page: Page, server: str, browser: Browser, tmp_path: Path
) -> None:
    work_on(lesson, "mine = 42")
    page.goto(server)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").click()
    download.value.save_as(tmp_path / "work.json")
    other = browser.new_context().new_page()
    other.goto(server)
    other.get_by_label("Load from a file").set_input_files(tmp_path / "work.json")
    expect(other.get_by_text("entries taken in")).to_be_visible()
    other.goto(lesson.address)
    expect(other.get_by_role("group", name="Cell 1", exact=True)).to_contain_text("mine = 42")
    other.context.close()


def test_a_foreign_file_is_refused(page: Page, server: str, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text(json.dumps({"format": "other"}), encoding="utf-8")
    page.goto(server)
    page.get_by_label("Load from a file").set_input_files(tmp_path / "other.json")
    expect(page.get_by_text("This file was not saved by ML Bites.")).to_be_visible()
