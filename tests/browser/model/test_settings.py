"""Choosing a model: what the test of a connection says, and the browser's own model."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.model.conftest import FINISHED, TutorDriver
from tests.browser.pages.test_accessibility import Scheme, violations
from tests.models.server import ModelServer


class NoCors(BaseHTTPRequestHandler):
    """Answers, but lets no page read what it says."""

    def do_POST(self) -> None:
        """Answer anything."""
        self.send_response(200)
        self.end_headers()

    do_GET = do_OPTIONS = do_POST

    def log_message(self, format: str, *args: object) -> None:
        """Be quiet."""


@pytest.fixture
def closed() -> Iterator[ModelServer]:
    """Return a server that does not let pages in."""
    with ThreadingHTTPServer(("127.0.0.1", 0), NoCors) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield ModelServer(f"http://127.0.0.1:{server.server_port}", "")
        server.shutdown()
        thread.join()


@pytest.fixture
def settings(page: Page, server: str) -> TutorDriver:
    """Return the dialog, opened from the page about models."""
    tutor = TutorDriver(page, server)
    page.get_by_role("link", name="A language model").click()
    page.get_by_role("button", name="Choose a model").click()
    return tutor


def verdict(tutor: TutorDriver, words: str) -> None:
    """Test the connection and compare what is said of it."""
    tutor.settings.get_by_role("button", name="Test the connection").click()
    expect(tutor.settings.get_by_role("status")).to_contain_text(words)


def test_a_connection_that_works_is_told(settings: TutorDriver, locked: ModelServer) -> None:
    settings.fill(locked, "good", "OpenAI")
    verdict(settings, "It works. The model answered in")


def test_each_fault_of_a_connection_is_told_with_what_to_do(
    settings: TutorDriver, locked: ModelServer, closed: ModelServer, allowed_errors: list[str]
) -> None:
    allowed_errors += ["Failed to load resource", "blocked by CORS policy"]
    settings.fill(locked, "good", "OpenAI")
    settings.settings.get_by_label("Key", exact=True).fill("wrong")
    verdict(settings, "The server did not accept the key.")
    settings.fill(locked, "unknown", "OpenAI")
    verdict(settings, "The server has no model of this name.")
    verdict(settings, "The server has good, mends, breaks, tells, mends-cell and more.")
    settings.fill(closed, "good", "Ollama")
    verdict(settings, "The server is there, but it does not let this page use it (CORS).")
    origin = settings.page.evaluate("location.origin")
    verdict(settings, f"start it again with OLLAMA_ORIGINS={origin} ollama serve.")
    settings.fill(ModelServer("http://127.0.0.1:9", ""), "good", "Ollama")
    verdict(settings, "No server answers at 127.0.0.1:9.")
    settings.settings.get_by_label("Address").fill("http://192.168.1.20/v1")
    verdict(settings, "This page may only use an https address, or a server on this machine")


# The one part that cannot be real here: no browser of a test machine has a model. This object is
# what the Prompt API describes: availability, create with a monitor, promptStreaming, destroy.
OWN_MODEL = """
  window.LanguageModel = class {
    static async availability() { return "downloadable"; }
    static async create({ initialPrompts, monitor, signal }) {
      signal.throwIfAborted();
      const target = new EventTarget();
      monitor(target);
      target.dispatchEvent(new ProgressEvent("downloadprogress", { loaded: 0.5, total: 1 }));
      return Object.assign(new LanguageModel(), { system: initialPrompts[0] });
    }
    promptStreaming(input, { signal }) {
      signal.throwIfAborted();
      const told = `I was told ${this.system.role} and ${input.length > 50}.`;
      const said = ["Look at **zero**. ", told];
      return new ReadableStream({
        pull(controller) {
          const next = said.shift();
          if (next === undefined) controller.close(); else controller.enqueue(next);
        },
      });
    }
    destroy() { window.destroyed = true; }
  };
"""


def test_the_model_built_into_the_browser_answers(page: Page, server: str) -> None:
    page.add_init_script(OWN_MODEL)
    tutor = TutorDriver(page, server)
    place = tutor.open(tutor.exercise)
    place.get_by_role("button", name="Connect a language model").click()
    label = "The model built into this browser"
    tutor.settings.get_by_label("Where the model is").select_option(label=label)
    expect(tutor.settings.get_by_label("Address")).to_be_hidden()
    tutor.settings.get_by_role("button", name="Use this model").click()
    tutor.ask(place, "Why?")
    expect(place.get_by_role("status")).to_have_text(FINISHED)
    expect(place.get_by_text("Look at zero. I was told system and true.")).to_be_visible()
    assert page.evaluate("window.destroyed") is True


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_axe_finds_nothing_in_the_settings_and_an_answer(
    browser: Browser, server: str, own_server: ModelServer, scheme: Scheme, width: int
) -> None:
    context = browser.new_context(
        color_scheme=scheme,
        viewport={"width": width, "height": 800},
        reduced_motion="reduce",
        service_workers="block",
    )
    tutor = TutorDriver(context.new_page(), server)
    place = tutor.open(tutor.exercise)
    place.get_by_role("button", name="Connect a language model").click()
    tutor.fill(own_server, "tells")
    assert violations(tutor.page) == []
    tutor.settings.get_by_role("button", name="Use this model").click()
    tutor.ask(place, "Why?")
    expect(place.get_by_role("status")).to_have_text(FINISHED)
    assert violations(tutor.page, ".model-answer") == []
    wide = tutor.page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert wide is False
    context.close()
