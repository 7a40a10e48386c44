"""Cells: run, break, stop, ask, start over."""

from playwright.sync_api import Page, expect

from tests.browser.pages.lesson_driver import LessonDriver

FRAME = """() => new Promise((resolve) => {
  const start = performance.now();
  requestAnimationFrame(() => resolve(performance.now() - start));
})"""

# What asks for a task of its own waits while this is a list.
HOLD_TASKS = """
window.heldTasks = null;
const { postMessage } = MessagePort.prototype;
MessagePort.prototype.postMessage = function (message, ...rest) {
  const send = () => postMessage.call(this, message, ...rest);
  if (message === null && heldTasks !== null) heldTasks.push(send);
  else send();
};
"""


def test_the_first_cell_runs_as_written_and_prints_1_then_0(lesson: LessonDriver) -> None:
    cell = lesson.cell(1)
    cell.get_by_role("button", name="Run", exact=True).click()
    expect(cell.get_by_role("group", name="Output of cell 1")).to_have_text("1\n0\n")


def test_names_live_from_cell_to_cell(lesson: LessonDriver) -> None:
    lesson.run(lesson.cell(1), "seven = 7")
    expect(lesson.run(lesson.cell(3), "print(seven * 6)")).to_have_text("42\n")


def test_numpy_is_fetched_when_a_cell_of_lesson_1_first_imports_it(
    lesson: LessonDriver, page: Page
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    lesson.run(lesson.cell(1), "print('no arrays yet')")
    assert not any("/numpy." in url for url in asked)
    output = lesson.run(lesson.cell(3), "import numpy as np\nprint(np.arange(3) @ np.ones(3))")
    expect(output).to_have_text("3.0\n")
    assert any("/numpy." in url for url in asked)


def test_an_error_leads_to_its_line(lesson: LessonDriver) -> None:
    cell = lesson.cell(1)
    output = lesson.run(cell, "a = 1\nprint(missing)\n")
    expect(output).to_contain_text("NameError: name 'missing' is not defined")
    output.get_by_role("button", name="Go to line 2").click()
    lesson.page.keyboard.insert_text("# here ")
    expect(lesson.editor(cell)).to_contain_text("# here missing")


def test_on_a_phone_an_error_is_read_from_its_start(lesson: LessonDriver, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    output = lesson.run(lesson.cell(1), "for i in range(99): print(i)\ntotl = 1\nprint(total)")
    expect(output.get_by_text("Python does not know the name")).to_be_in_viewport(ratio=0.9)


def test_all_that_python_says_is_folded_under_the_error(lesson: LessonDriver) -> None:
    output = lesson.run(lesson.cell(1), "1 / 0")
    traceback = output.get_by_text("Traceback (most recent call last)")
    expect(traceback).to_be_hidden()
    output.get_by_text("All that Python says").click()
    expect(traceback).to_be_visible()


def test_input_is_asked_for_in_the_cell(lesson: LessonDriver, page: Page) -> None:
    cell = lesson.cell(1)
    lesson.write(cell, "print('hello', input('Name? '))")
    cell.get_by_role("button", name="Run", exact=True).click()
    expect(cell.get_by_role("textbox", name="Name?")).to_be_focused()
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    expect(cell.get_by_role("group", name="Output of")).to_have_text("Name? Ada\nhello Ada\n")


def test_stop_ends_an_endless_loop(lesson: LessonDriver) -> None:
    cell = lesson.cell(1)
    lesson.write(cell, "print('on')\nwhile True: pass")
    cell.get_by_role("button", name="Run", exact=True).click()
    expect(cell.get_by_role("group", name="Output of")).to_contain_text("on")
    cell.get_by_role("button", name="Stop").click()
    expect(cell.get_by_text("Stopped.")).to_be_visible()
    expect(lesson.run(cell, "print('again')")).to_have_text("again\n")


def test_colours_and_carriage_returns_look_as_in_a_terminal(lesson: LessonDriver) -> None:
    code = r"print('10%\r20%\r30%'); print('\x1b[31mred\x1b[0m plain')"
    output = lesson.run(lesson.cell(1), code)
    expect(output).to_have_text("30%\nred plain\n")
    colours = "e => getComputedStyle(e).color"
    red = output.get_by_text("red", exact=True).evaluate(colours)
    assert red != output.evaluate(colours)


def test_html_from_a_program_cannot_act(lesson: LessonDriver, allowed_errors: list[str]) -> None:
    allowed_errors += ["inline event handler", "404"]
    html = "<b>bold</b><img src=x onerror=1><script>1</script><form><input></form>"
    code = f"class H:\n    def _repr_html_(self):\n        return '{html}'\nH()"
    output = lesson.run(lesson.cell(1), code)
    expect(output.get_by_text("bold")).to_be_visible()
    assert output.evaluate("e => e.querySelectorAll('script, form, input, [onerror]').length") == 0


def test_shift_enter_runs_and_moves_on(lesson: LessonDriver, page: Page) -> None:
    lesson.editor(lesson.cell(3)).click()
    page.keyboard.press("Shift+Enter")
    expect(lesson.editor(lesson.cell(4))).to_be_focused()
    expect(lesson.cell(3).get_by_role("group", name="Output of")).to_contain_text("times")


def test_tab_indents_and_after_escape_leaves(lesson: LessonDriver, page: Page) -> None:
    cell = lesson.cell(1)
    lesson.write(cell, "")
    page.keyboard.press("Tab")
    page.keyboard.type("x")
    assert lesson.editor(cell).inner_text().rstrip("\n") == "    x"
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(cell.get_by_role("button", name="Run", exact=True)).to_be_focused()


def test_run_all_above_runs_every_cell_before(lesson: LessonDriver) -> None:
    lesson.write(lesson.cell(1), "first = 1")
    lesson.choose(lesson.cell(3), "Run all cells above")
    expect(lesson.cell(1)).to_contain_text("It printed nothing")
    expect(lesson.run(lesson.cell(3), "print(first)")).to_have_text("1\n")


def test_reset_python_forgets_the_names(lesson: LessonDriver) -> None:
    cell = lesson.cell(1)
    lesson.run(cell, "kept = 1")
    lesson.choose(cell, "Reset Python")
    expect(cell.get_by_text("Python has forgotten every name")).to_be_visible()
    expect(lesson.run(cell, "print(kept)")).to_contain_text("NameError")


def test_start_over_asks_first(lesson: LessonDriver, page: Page) -> None:
    cell = lesson.cell(1)
    lesson.write(cell, "mine = 1")
    lesson.choose(cell, "Start this cell over")
    page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    expect(lesson.editor(cell)).to_contain_text("mine = 1")
    lesson.choose(cell, "Start this cell over")
    page.get_by_role("dialog").get_by_role("button", name="Start over").click()
    expect(lesson.editor(cell)).to_contain_text("def neuron")


def test_thousands_of_lines_leave_the_page_quick(lesson: LessonDriver, page: Page) -> None:
    output = lesson.run(lesson.cell(1), "for i in range(4000): print('line', i)")
    expect(output).to_contain_text("line 3999")
    assert page.evaluate(FRAME) < 200
    assert output.evaluate("e => e.clientHeight") < 500


def test_names_of_the_namespace_are_suggested(lesson: LessonDriver, page: Page) -> None:
    cell = lesson.cell(1)
    lesson.run(cell, "umbrella_count = 3")
    lesson.write(cell, "umbr")
    page.keyboard.press("Control+Space")
    expect(page.get_by_role("option", name="umbrella_count")).to_be_visible()


def test_run_can_be_clicked_before_python_is_there(lesson: LessonDriver) -> None:
    cell = lesson.cell(1)
    cell.get_by_role("button", name="Run", exact=True).click()
    expect(cell.get_by_role("button", name="Stop")).to_be_visible()
    expect(cell.get_by_role("group", name="Output of")).to_have_text("1\n0\n")


def test_the_parts_of_an_editor_that_nobody_waits_for_come_one_by_one(
    page: Page, server: str
) -> None:
    happened: list[tuple[str, str]] = []
    for event in ("request", "requestfinished"):
        page.on(
            event,
            lambda request, event=event: happened.append(
                (event, request.url.rpartition("/")[2].partition(".")[0])
            ),
        )
    lesson = LessonDriver(page, server)
    expect(lesson.cell(1).get_by_role("textbox", name="Code of")).to_be_visible()
    of_parts = [step for step in happened if step[1] in ("error-mark", "language", "editor")]
    assert of_parts == [
        (event, part)
        for part in ("error-mark", "language", "editor")
        for event in ("request", "requestfinished")
    ]


def test_code_that_changes_while_its_editor_is_made_is_in_the_editor(
    lesson: LessonDriver, page: Page
) -> None:
    lesson.write(lesson.cell(1), "print('elsewhere')")
    page.add_init_script(HOLD_TASKS)
    page.reload()
    cell = lesson.cell(1)
    expect(cell).to_contain_text("print('elsewhere')")
    page.evaluate("heldTasks = []")
    cell.get_by_label("Code of").hover()
    page.wait_for_timeout(1_000)
    # Its state is made now, and the editor is not.
    page.evaluate("heldTasks.splice(0).forEach((work) => work())")
    page.wait_for_timeout(1_000)
    assert page.evaluate("heldTasks.length") > 0
    lesson.choose(cell, "Start this cell over")
    page.get_by_role("button", name="Start over").click()
    expect(cell).not_to_contain_text("elsewhere")
    page.evaluate("heldTasks.forEach((work) => work()); heldTasks = null;")
    editor = cell.get_by_role("textbox", name="Code of")
    expect(editor).to_contain_text("def neuron")
    expect(editor).not_to_contain_text("elsewhere")
