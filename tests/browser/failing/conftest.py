"""The course on a server whose files can fail, each in its own way."""

import json
import re
import time
from collections.abc import Iterator
from enum import Enum
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.policy import FOREVER
from builder.server import OTHER_TYPE, TYPES, Handler, Place, SiteServer
from tests.browser.pages.lesson_driver import LessonDriver
from tests.conftest import serving

HTML = b"<!doctype html><title>Sign in</title><p>Sign in to this network first.</p>" * 40
SLOW_SECONDS = 10
PIECES = 20


class Fault(Enum):
    """What is wrong with a file."""

    MISSING = "the server has no such file"
    BROKEN = "the server answers 500"
    CUT = "the connection breaks off half way"
    SHORT = "half of the file, as if that were all"
    PAGE = "a page of HTML in its place, to be kept for a year"
    SLOW = "it takes ten seconds to come"


class FaultyServer(SiteServer):
    """A server of the site that fails with the files that a test names.

    Args:
        faults: What is wrong with a file, by a pattern that its path has to match.
        asked: The paths that were asked for.
    """

    def __init__(self, folder: Path) -> None:
        """Take a free port."""
        super().__init__(Place(folder), 0)
        self.RequestHandlerClass = FaultyHandler
        self.faults: dict[str, Fault] = {}
        self.asked: list[str] = []

    def fault_of(self, path: str) -> Fault | None:
        """Return what is wrong with a file, or None."""
        return next((self.faults[each] for each in self.faults if re.search(each, path)), None)


class FaultyHandler(Handler):
    """Answers one connection, well or badly."""

    server: FaultyServer

    def answer_file(self, place: Place) -> None:
        """Answer with the file, or with what its fault makes of it."""
        self.server.asked.append(self.path)
        fault = self.server.fault_of(self.path)
        file = place.find(self.path)
        body = place.read(file)
        if fault is None or file is None or body is None:
            super().answer_file(place)
        elif fault in (Fault.MISSING, Fault.BROKEN):
            number = 404 if fault is Fault.MISSING else 500
            self.answer(HTTPStatus(number), b"Nothing here.\n")
        else:
            self.answer_badly(fault, body, TYPES.get(file.suffix, OTHER_TYPE))

    def send_header(self, keyword: str, value: str) -> None:
        """Let files with a hash in their name be kept for a year, the faulty ones too."""
        is_hashed = self.path.startswith(("/assets/", "/runtime/"))
        super().send_header(keyword, FOREVER if keyword == "Cache-Control" and is_hashed else value)

    def answer_badly(self, fault: Fault, body: bytes, kind: str) -> None:
        """Send what is not the file, or not in time."""
        half = body[: len(body) // 2]
        sent = {Fault.PAGE: HTML, Fault.SHORT: half, Fault.CUT: half}.get(fault, body)
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", TYPES[".html"] if fault is Fault.PAGE else kind)
        self.send_header("Content-Length", str(len(body if fault is Fault.CUT else sent)))
        self.end_headers()
        pause = SLOW_SECONDS / PIECES if fault is Fault.SLOW else 0
        step = len(sent) // PIECES + 1
        for start in range(0, len(sent), step):
            self.wfile.write(sent[start : start + step])
            time.sleep(pause)


@pytest.fixture
def host(site_dist: Path) -> Iterator[FaultyServer]:
    """Return a server of the whole site, without a fault so far."""
    with serving(FaultyServer(site_dist)) as started:
        yield started


@pytest.fixture(scope="session")
def runtime_files(site_dist: Path) -> dict[str, str]:
    """Return the path of every file of the runtime by its role, as the built site lists them."""
    listed = json.loads(next(site_dist.glob("runtime/manifest.*.json")).read_text("utf-8"))
    return {role: f"/runtime/{file['name']}" for role, file in listed["files"].items()}


@pytest.fixture(autouse=True)
def patience() -> None:
    """Wait as long as a slow machine needs to start Python."""
    expect.set_options(timeout=40_000)


@pytest.fixture
def lesson(page: Page, server: str) -> LessonDriver:
    return LessonDriver(page, server)
