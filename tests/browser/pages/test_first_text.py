"""The first text comes as soon as it can, and stays where it is when its own font comes."""

import re

from playwright.sync_api import Page, Route, expect

from tests.browser.pages.layout_shift import MOST_SHIFT, WATCH_SHIFTS

LESSON = "lessons/neuron.html"
FONT = "atkinson-hyperlegible-next-latin-wght-normal.woff2"
ASKED_FIRST = ("theme.", "boot.", "main.", ".css", "chunk.", "atkinson-hyperlegible-next")


def test_no_file_of_the_first_text_waits_for_another(page: Page, server: str) -> None:
    held: list[Route] = []
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.route("**/assets/theme.*", lambda route: held.append(route))
    page.goto(server + LESSON, wait_until="commit")
    page.wait_for_timeout(2_000)
    assert [part for part in ASKED_FIRST if not any(part in name for name in asked)] == []
    held[0].continue_()
    expect(page.get_by_role("heading", name="One neuron", level=1)).to_be_visible()
    expect(page.get_by_role("banner")).to_contain_text("Python: ready", timeout=60_000)


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
    first = {"main.css": "VeryHigh", "theme.js": "High", "boot.js": "High", FONT: "High"}
    behind = ("main.js", "chunk.js", "worker.js", "pyodide.bin", "stdlib.bin", "engine.bin")
    for name, priority in (first | dict.fromkeys(behind, "Low")).items():
        assert priorities.get(name) == priority, name
