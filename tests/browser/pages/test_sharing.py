"""A cell can be shared as a link, and a link never does anything by itself."""

import base64
import json
import zlib

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages.lesson_driver import LessonDriver
from tests.browser.pages.test_accessibility import violations

PANEL = "Code that somebody shared with you"


def link_hash(data: object) -> str:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(json.dumps(data).encode()) + packer.flush()
    return "#share=" + base64.urlsafe_b64encode(packed).decode().rstrip("=")


def shared(code: str, cell: str = "first-neuron") -> str:
    return link_hash({"v": 1, "cell": cell, "code": code})


def open_link(lesson: LessonDriver, page: Page, mark: str) -> None:
    page.goto("about:blank")
    page.goto(lesson.address + mark)


def test_a_link_carries_the_code_to_another_reader(lesson: LessonDriver, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    cell = lesson.cell(1)
    lesson.write(cell, "print('né 🙂')")
    lesson.choose(cell, "Share this cell")
    expect(cell).to_contain_text("A link with this code is copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    lesson.write(cell, "mine = 1")
    page.goto("about:blank")
    page.goto(link)
    panel = page.get_by_role("group", name=PANEL)
    expect(panel).to_contain_text("print('né 🙂')")
    expect(panel.get_by_role("button", name="Take it")).to_be_focused()
    expect(cell).to_contain_text("mine = 1")
    panel.get_by_role("button", name="Take it").click()
    expect(lesson.editor(cell)).to_contain_text("print('né 🙂')")
    expect(cell.get_by_role("group", name="Output of")).to_have_count(0)
    lesson.choose(cell, "Earlier versions")
    expect(page.get_by_role("dialog")).to_contain_text("mine = 1")
    assert "#share" not in page.url


def test_shared_code_is_text_and_can_be_left(lesson: LessonDriver, page: Page) -> None:
    open_link(lesson, page, shared("<img src=x onerror=alert(1)>"))
    panel = page.get_by_role("group", name=PANEL)
    expect(panel).to_contain_text("<img src=x onerror=alert(1)>")
    assert violations(page) == []
    panel.get_by_role("button", name="Leave it").click()
    expect(panel).to_have_count(0)
    expect(lesson.cell(1)).to_contain_text("def neuron")


BAD = {
    "nothing": ("#share=", "is broken"),
    "no base64": ("#share=%%%", "is broken"),
    "cut off": (shared("print(1)")[:-9], "is broken"),
    "other data": (link_hash([1, 2]), "is broken"),
    "code that is no text": (link_hash({"v": 1, "cell": "step", "code": 7}), "is broken"),
    "a later version": (link_hash({"v": 2, "cell": "a", "code": ""}), "a later version"),
    "an unknown cell": (shared("x", "nowhere"), "this lesson does not have"),
    "a bomb": (shared("A" * 3_000_000), "more code than a cell can hold"),
    "too long": ("#share=" + "A" * 30_000, "more code than a cell can hold"),
}


@pytest.mark.parametrize(("mark", "words"), BAD.values(), ids=BAD)
def test_a_bad_link_is_refused_with_a_word(
    lesson: LessonDriver, page: Page, mark: str, words: str
) -> None:
    open_link(lesson, page, mark)
    expect(page.get_by_text(words)).to_be_visible()
    expect(page.get_by_role("group", name=PANEL)).to_have_count(0)
    expect(lesson.cell(1)).to_contain_text("def neuron")


def test_code_that_is_too_long_is_not_shared(lesson: LessonDriver, page: Page) -> None:
    cell = lesson.cell(1)
    noise = base64.b64encode(bytes(range(256)) * 40 + json.dumps(list(range(4000))).encode())
    lesson.write(cell, f"x = '{noise.decode()}'")
    lesson.choose(cell, "Share this cell")
    expect(cell).to_contain_text("This code is too long for a link.")
