"""Python is on its way before the page has come to its end."""

import re
import threading
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from builder.server import TYPES, Handler, Place, SiteServer
from tests.browser.pages.layout_shift import MOST_SHIFT, WATCH_SHIFTS
from tests.browser.pages.lesson_driver import LessonDriver
from tests.conftest import serving

LONGEST_S = 20
LESSON = "/lessons/neuron.html"
FETCH_WHOLE = (
    "async (address) => (await (await fetch(`${address}?again`)).arrayBuffer()).byteLength"
)


class HoldingServer(SiteServer):
    """A server that sends a part of the lesson, and the rest once Python's files are asked for.

    Args:
        end: Up to where it sends the lesson at first; half of it where this is empty.
        longest: How many seconds it waits before it sends the rest all the same.
        asked: The paths that were asked for.
        was_early: Whether Python's files were asked for before the rest was sent.
    """

    def __init__(self, folder: Path) -> None:
        """Take a free port."""
        super().__init__(Place(folder), 0)
        self.RequestHandlerClass = HoldingHandler
        self.end = b""
        self.longest = LONGEST_S
        self.asked: list[str] = []
        self.has_begun = threading.Event()
        self.was_early = False

    def python_files(self) -> list[str]:
        """Return the files of Python that were asked for."""
        return [path for path in self.asked if path.startswith("/runtime/")]


class HoldingHandler(Handler):
    """Answers one connection."""

    server: HoldingServer

    def answer_file(self, place: Place) -> None:
        """Answer with the file; with the lesson in two parts."""
        self.server.asked.append(self.path)
        if self.server.python_files():
            self.server.has_begun.set()
        body = place.read(place.find(self.path)) if self.path == LESSON else None
        if body is None:
            super().answer_file(place)
        else:
            self.answer_in_parts(body)

    def answer_in_parts(self, body: bytes) -> None:
        """Send the second part when Python's files are asked for, or after too long a time."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        end = self.server.end
        first = body.index(end) + len(end) if end else len(body) // 2
        self.wfile.write(body[:first])
        self.server.was_early = self.server.has_begun.wait(self.server.longest)
        self.wfile.write(body[first:])


@pytest.fixture
def host(site_dist: Path) -> Iterator[HoldingServer]:
    with serving(HoldingServer(site_dist)) as started:
        yield started


def test_python_is_fetched_before_the_page_is_there(page: Page, host: HoldingServer) -> None:
    lesson = LessonDriver(page, host.url)
    assert host.was_early
    expect(lesson.run(lesson.cell(1), "print(6 * 7)")).to_have_text("42\n")
    files = host.python_files()
    assert len(files) == len(set(files))
    assert page.locator("html > iframe").count() == 1


def test_python_leaves_the_line_to_the_first_screen(page: Page, host: HoldingServer) -> None:
    host.end, host.longest = b"</h1>", 3
    lesson = LessonDriver(page, host.url)
    assert not host.was_early
    expect(lesson.run(lesson.cell(1), "print(6 * 7)")).to_have_text("42\n")


@pytest.mark.parametrize("width", [412, 1280])
def test_nothing_moves_while_the_lesson_arrives(
    page: Page, host: HoldingServer, width: int
) -> None:
    host.end, host.longest = b"</h1>", 2
    page.set_viewport_size({"width": width, "height": 823})
    page.add_init_script(WATCH_SHIFTS)
    LessonDriver(page, host.url)
    expect(page.get_by_role("banner")).to_contain_text("Python: ready")
    assert page.evaluate("shifted") < MOST_SHIFT


def test_python_starts_before_the_first_text_where_its_files_are_here(
    page: Page, host: HoldingServer, site_dist: Path, allowed_errors: list[str]
) -> None:
    # The browser is made to believe that it has the snapshot, and finds that it has not.
    allowed_errors.append("ERR_CACHE_MISS")
    name = next((site_dist / "runtime").glob("snapshot.*")).name
    page.add_init_script(f"self === top && localStorage.setItem('snapshot', '{name}')")
    page.add_init_script("self.requestAnimationFrame = () => 0")
    page.goto(f"{host.url}lessons/neuron.html")
    assert host.was_early


def test_a_page_without_code_starts_no_python(page: Page, host: HoldingServer) -> None:
    page.goto(f"{host.url}about.html", wait_until="networkidle")
    assert page.locator("iframe").count() == 0
    assert not host.python_files()


def test_the_worker_is_given_its_script_before_the_frame_unpacks_the_rest(
    page: Page, server: str
) -> None:
    held: list[Route] = []
    page.route("**/runtime/worker.*", lambda route: held.append(route))
    with page.expect_response(re.compile(r"/runtime/pyodide\.")) as answer:
        LessonDriver(page, server)
    assert page.evaluate(FETCH_WHOLE, answer.value.url) > 1_000_000
    header = page.get_by_role("banner")
    expect(header).to_contain_text(" MB")
    assert "0.0 of " in header.inner_text()
    held[0].continue_()
    expect(header).to_contain_text("Python: ready")
