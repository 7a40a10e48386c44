"""The first text comes as soon as it can, and stays where it is when its own font comes."""

import re
from fnmatch import fnmatch

from playwright.sync_api import Page, Route, expect

from tests.browser.pages.layout_shift import MOST_SHIFT, WATCH_SHIFTS
from tests.browser.pages.lesson_driver import LessonDriver

LESSON = "lessons/neuron.html"
FONT = "atkinson-hyperlegible-next-latin-wght-normal.woff2"
FIRST = ("head.*js", "boot.*js", "main.*css", "atkinson-*.woff2")
BEHIND = ("main.*js", "chunk.*js", "worker.*js", "pyodide.*bin", "stdlib.*bin", "engine.*bin")
# Frames are drawn once the test says so.
HELD_FRAMES = """
const drawn = new Promise((resolve) => (globalThis.drawFrames = resolve));
const ask = requestAnimationFrame;
globalThis.requestAnimationFrame = (draw) => void drawn.then(() => ask(draw));
"""
# Fulfilled once the browser has drawn a text.
FIRST_TEXT = """new Promise((resolve) =>
  new PerformanceObserver((list) => {
    if (list.getEntriesByName("first-contentful-paint").length > 0) resolve();
  }).observe({ type: "paint", buffered: true }))"""
# Notes of each frame for Python whether the page had a text when it came.
WATCH_FRAMES = """
globalThis.frames_begun = [];
new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const { localName } of addedNodes)
      if (localName === "iframe") frames_begun.push(document.body ? "text" : "no text");
}).observe(document, { childList: true, subtree: true });
"""
# Fulfilled once all of Python's files are kept.
KEPT = """new Promise((resolve) => {
  const look = () => (localStorage.getItem("snapshot") ? resolve() : setTimeout(look, 20));
  look();
})"""
# A tab in the background: it draws no frames.
IN_THE_BACKGROUND = """
Object.defineProperty(document, "hidden", { value: true });
globalThis.requestAnimationFrame = () => 0;
"""


def found(asked: list[str]) -> list[str]:
    """Return those of the files in both lists that have been asked for."""
    return [each for each in (*FIRST, *BEHIND) if any(fnmatch(name, each) for name in asked)]


def test_the_first_text_waits_for_nothing_that_it_does_not_need(page: Page, server: str) -> None:
    held: list[Route] = []
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.add_init_script(HELD_FRAMES)
    page.route("**/assets/head.*", lambda route: held.append(route))
    page.goto(server + LESSON, wait_until="commit")
    page.wait_for_timeout(2_000)
    assert set(FIRST) == set(found(asked))
    held[0].continue_()
    expect(page.get_by_role("heading", name="One neuron", level=1)).to_be_visible()
    page.wait_for_timeout(2_000)
    assert set(FIRST) == set(found(asked))
    expect(page.locator("iframe")).to_have_count(1)
    page.evaluate("drawFrames()")
    expect(page.get_by_role("banner")).to_contain_text("Python: ready", timeout=60_000)
    assert {*FIRST, *BEHIND} == set(found(asked))


def test_no_text_waits_for_what_starts_python(page: Page, server: str) -> None:
    held: list[Route] = []
    page.route("**/assets/boot.*", lambda route: held.append(route))
    page.goto(server + LESSON, wait_until="commit")
    expect(page.get_by_role("heading", name="One neuron", level=1)).to_be_visible()
    page.evaluate(FIRST_TEXT)
    held[0].continue_()
    expect(page.get_by_role("banner")).to_contain_text("Python: ready", timeout=60_000)


def test_where_its_files_are_kept_python_begins_before_the_rest_is_read(
    page: Page, server: str
) -> None:
    page.add_init_script(WATCH_FRAMES)
    page.goto(server + LESSON)
    page.evaluate(KEPT)
    page.reload()
    expect(page.get_by_role("banner")).to_contain_text("Python: ready", timeout=60_000)
    assert page.evaluate("frames_begun") == ["no text"]


def test_a_page_in_the_background_begins_without_a_frame(page: Page, server: str) -> None:
    page.add_init_script(IN_THE_BACKGROUND)
    page.goto(server + LESSON)
    expect(page.get_by_role("banner")).to_contain_text("Python: ready", timeout=60_000)


def test_what_is_done_before_the_script_is_there_is_done_then(page: Page, server: str) -> None:
    held: list[Route] = []
    page.route("**/assets/main.*.js", lambda route: held.append(route))
    lesson = LessonDriver(page, server)
    cell, quiz = lesson.cell(1), page.locator("[data-block=choices]").first
    cell.get_by_role("button", name="Run", exact=True).click(click_count=2)
    quiz.get_by_role("radio").first.check()
    page.get_by_role("button", name="Ask a question").click()
    expect(quiz.get_by_role("button")).to_be_disabled()
    held[0].continue_()
    expect(page.get_by_role("dialog", name="Ask a question")).to_be_visible()
    page.keyboard.press("Escape")
    expect(quiz.get_by_role("button")).to_be_enabled()
    expect(cell.get_by_role("group", name="Output of")).to_have_text("1\n0\n", timeout=60_000)


def test_nothing_moves_when_the_fonts_come(page: Page, server: str) -> None:
    held: list[Route] = []
    page.add_init_script(WATCH_SHIFTS)
    page.route("**/*.woff2", lambda route: held.append(route))
    page.goto(server + LESSON, wait_until="commit")
    expect(page.get_by_role("heading", name="One neuron", level=1)).to_be_visible()
    expect(page.get_by_role("banner")).to_contain_text("Python: ready", timeout=60_000)
    for route in held:
        route.continue_()
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(500)
    assert page.evaluate("document.fonts.check('16px \"Atkinson Hyperlegible Next Variable\"')")
    assert page.evaluate("shifted") < MOST_SHIFT


def test_what_no_text_waits_for_comes_behind_it(page: Page, server: str) -> None:
    priorities: dict[str, str] = {}

    def note(sent: dict[str, dict[str, str]]) -> None:
        request = sent["request"]
        name = re.sub(r".*/|\.\w+(?=\.\w+$)", "", request["url"])
        priorities.setdefault(name, request["initialPriority"])

    session = page.context.new_cdp_session(page)
    session.on("Network.requestWillBeSent", note)
    session.send("Network.enable")
    page.goto(server + LESSON)
    expect(page.get_by_role("banner")).to_contain_text("Python: ready", timeout=60_000)
    first = {"main.css": "VeryHigh", "head.js": "High", FONT: "High"}
    behind = ("boot.js", "worker.js", "pyodide.bin", "stdlib.bin", "engine.bin")
    for name, priority in (first | dict.fromkeys(behind, "Low")).items():
        assert priorities.get(name) == priority, name
