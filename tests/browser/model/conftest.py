"""A lesson in a browser, beside a language model's server."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.pages.lesson_driver import LessonDriver
from tests.models.server import KEY, ModelServer, running_model

SOLUTION = "def step(total):\n    return 1 if total >= 0 else 0\n"
WRONG = "def step(total):\n    return 1 if total > 0 else 0\n"
STEP = "Write the step"


def fix(code: str) -> str:
    """Return an answer that offers a fix."""
    return f"One sign is off.\n\n```python fix\n{code}```\n\nNow it is right."


ANSWERS = {
    "good": "Look at the **sign**.\n\n- What is `step(0)`?\n\n```python\nprint(0 > 0)\n```\n",
    "mends": fix(SOLUTION),
    "breaks": fix("def step(total):\n    return 5\n"),
    "tells": f"Here it is.\n\n```python\n{SOLUTION}```\n",
    "mends-cell": fix("print(1 + 1)\n"),
    "breaks-cell": fix("print(one + 1)\n"),
    "attacks": "A <img src=x onerror=alert(1)> b <script>alert(2)</script> "
    "<iframe src='https://x.example'></iframe> [c](javascript:alert(3)) done",
}
FINISHED = "This is the model's answer. Models make mistakes: try what it says."


@pytest.fixture(scope="session")
def locked() -> Iterator[ModelServer]:
    """Return a server that asks for a key."""
    with running_model(ANSWERS, KEY) as server:
        yield server


@pytest.fixture(scope="session")
def own_server() -> Iterator[ModelServer]:
    """Return a server that asks for none."""
    with running_model(ANSWERS) as server:
        yield server


class TutorDriver:
    """The first lesson, with a place for a model under one of its cells."""

    def __init__(self, page: Page, server: str) -> None:
        """Open the lesson."""
        expect.set_options(timeout=40_000)
        self.page = page
        self.lesson = LessonDriver(page, server)
        self.exercise = self.lesson.exercise(STEP)

    def open(self, block: Locator) -> Locator:
        """Open the model's place under a cell."""
        self.lesson.choose(block, "Ask a language model")
        return block.get_by_role("group", name="Answer of your language model")

    @property
    def settings(self) -> Locator:
        """Return the dialog in which a model is chosen."""
        return self.page.get_by_role("dialog", name="A language model")

    def fill(self, server: ModelServer, model: str, provider: str = "Ollama") -> None:
        """Fill in the settings."""
        choice = self.settings.get_by_label("Where the model is")
        label = next(each for each in choice.inner_text().splitlines() if each.startswith(provider))
        choice.select_option(label=label)
        self.settings.get_by_label("Address").fill(f"{server.url}/v1")
        self.settings.get_by_label("Name of the model").fill(model)
        if server.key:
            self.settings.get_by_label("Key", exact=True).fill(server.key)

    def connect(
        self, block: Locator, server: ModelServer, model: str, provider: str = "Ollama"
    ) -> Locator:
        """Open the place under a cell and connect a model there."""
        place = self.open(block)
        place.get_by_role("button", name="Connect a language model").or_(
            place.get_by_role("button", name="Settings")
        ).click()
        self.fill(server, model, provider)
        self.settings.get_by_role("button", name="Use this model").click()
        return place

    def ask(self, place: Locator, question: str) -> None:
        """Ask, and agree to what is sent."""
        place.get_by_role("textbox").fill(question)
        place.get_by_role("button", name="Ask").click()
        place.get_by_role("button", name="Send it").click()


@pytest.fixture
def tutor(page: Page, server: str) -> TutorDriver:
    return TutorDriver(page, server)
