"""The page's own policy: nothing of the course goes against it, and what is put in does not run."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.pages.lesson_driver import LessonDriver

LISTEN = """
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
  noteViolation(`${effectiveDirective} ${blockedURI} ${sample}`));
"""
DRAWN = """
class Drawn:
    def _repr_html_(self):
        return "<b>drawn</b><svg><circle r='3'/></svg><script>hacked = 1</script>"
Drawn()
"""
PAGES = ("Playground", "About", "Language model", "How lessons are written", "Licences", "Lessons")
# Each tries to run a script, as a hole in the page would let somebody do.
PUT_IN = {
    "inline script": "const s = document.createElement('script'); s.append('hacked = 1');"
    " document.body.append(s)",
    "script text": "const s = document.createElement('script'); s.textContent = 'hacked = 1';"
    " document.body.append(s)",
    "script address": "const s = document.createElement('script'); s.src = 'x.js';"
    " document.body.append(s)",
    "handler": "document.body.setAttribute('onclick', 'hacked = 1'); document.body.click()",
    "HTML": "document.body.innerHTML = '<img src=data:, onerror=\"hacked = 1\">'",
    "eval": "eval('hacked = 1')",
    "Function": "new Function('hacked = 1')()",
    "worker": "new Worker('assets/x.js')",
    "timer": "setTimeout('hacked = 1', 0)",
    "address": "location.href = 'javascript:hacked = 1'",
}
# Text that would become HTML or a script's address: only named rules let some of it through.
UNTRUSTED = {
    "HTML": "document.body.innerHTML = '<b>text</b>'",
    "more HTML": "document.body.insertAdjacentHTML('beforeend', '<b>text</b>')",
    "written HTML": "document.write('<b>text</b>')",
    "a fragment": "document.createRange().createContextualFragment('<b>text</b>')",
    "a frame": "document.createElement('iframe').srcdoc = '<b>text</b>'",
    "a script": "document.createElement('script').src = 'assets/x.js'",
    "script text": "document.createElement('script').text = '[1]'",
    "a worker": "new Worker('assets/x.js')",
    "a rule of its own": "trustedTypes.createPolicy('own', {createHTML: (text) => text})",
    "a second default": "trustedTypes.createPolicy('default', {createHTML: (text) => text})",
    "a second frame": "trustedTypes.createPolicy('kernel-frame', {createHTML: (text) => text})",
}
# By a timer: what a test runs at once may do what the page may not.
SOON = "() => void setTimeout(() => { try { SCRIPT; } catch {} })"
REFUSALS = ["Content Security Policy", "requires 'Trusted", "TrustedTypePolicy"]


@pytest.fixture
def violations(page: Page) -> list[str]:
    """Return what the policy has refused in any page and frame."""
    found: list[str] = []
    page.expose_function("noteViolation", lambda words: found.append(words))
    page.add_init_script(LISTEN)
    return found


def visit(page: Page, link: str) -> None:
    """Follow a link of the page, and scroll to its end."""
    page.get_by_role("link", name=link, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.keyboard.press("End")


def test_every_page_keeps_to_the_policy(page: Page, server: str, violations: list[str]) -> None:
    page.goto(server)
    address = page.locator("main").get_by_role("link").evaluate_all("all => all.map((a) => a.href)")
    lessons = sorted({each for each in address if "/lessons/" in each and "#" not in each})
    for link in (*PAGES, "One neuron", *PAGES):
        visit(page, link)
    for lesson in lessons:
        page.goto(lesson)
        for picture in page.get_by_role("figure").all():
            picture.scroll_into_view_if_needed()
            expect(picture.locator("img")).to_be_hidden()
    page.goto(f"{server}404.html")
    assert len(lessons) >= 5
    assert violations == []


def test_a_lesson_in_use_keeps_to_the_policy(
    lesson: LessonDriver, page: Page, violations: list[str]
) -> None:
    page.reload()
    cell = lesson.cell(1)
    expect(lesson.run(cell, DRAWN)).to_contain_text("drawn")
    expect(lesson.run(cell, "print(1 / 0)")).to_contain_text("ZeroDivisionError")
    lesson.choose(cell, "Step through")
    lesson.choose(cell, "Earlier versions")
    page.keyboard.press("Escape")
    lesson.choose(cell, "Ask a language model")
    exercise = lesson.exercise("Write the step")
    lesson.check(exercise, "def step(total):\n    return 1 if total >= 0 else 0\n")
    expect(exercise.get_by_text("It passes")).to_be_visible()
    exercise.get_by_role("button", name="Show the solution").click()
    page.get_by_role("button", name="Colours: as the system").click()
    page.get_by_role("searchbox", name="Search the questions").fill("bias")
    visit(page, "Language model")
    page.get_by_role("button").last.focus()
    assert violations == []


def refusal(page: Page, code: str) -> str:
    """Run code in the page, and return how the browser says that it refuses it."""
    with page.expect_console_message(lambda message: message.type == "error") as said:
        page.evaluate(SOON.replace("SCRIPT", code))
    return said.value.text


@pytest.mark.parametrize("code", PUT_IN.values(), ids=PUT_IN)
def test_what_is_put_into_the_page_does_not_run(
    page: Page, server: str, allowed_errors: list[str], code: str
) -> None:
    allowed_errors += REFUSALS
    page.goto(server)
    assert any(words in refusal(page, code) for words in REFUSALS)
    assert page.evaluate("typeof hacked") == "undefined"


@pytest.mark.parametrize("code", UNTRUSTED.values(), ids=UNTRUSTED)
def test_text_becomes_nothing_else_without_a_rule(
    page: Page, server: str, allowed_errors: list[str], code: str
) -> None:
    allowed_errors += REFUSALS
    page.goto(server)
    page.get_by_role("button", name="Colours: as the system").wait_for()
    assert "Trusted" in refusal(page, code)


def test_no_script_from_elsewhere_is_written(
    page: Page, server: str, allowed_errors: list[str]
) -> None:
    allowed_errors += [*REFUSALS, "Only the script"]
    named = re.compile(r'(data-part="boot"\s+href=")[^"]*assets')
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(error.message))
    page.add_init_script("self === top && localStorage.setItem('snapshot', 'one')")

    def change(route: Route) -> None:
        body = route.fetch().text()
        assert named.search(body)
        route.fulfill(body=named.sub(r"\1https://elsewhere.test/assets", body))

    page.route("**/neuron.html", change)
    page.goto(f"{server}lessons/neuron.html")
    expect(page.get_by_role("banner")).to_contain_text("Python: ready", timeout=60_000)
    assert errors == ["Only the script that starts Python may be written."]
