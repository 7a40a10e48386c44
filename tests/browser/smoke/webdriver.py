"""A reader by the WebDriver protocol, which WebKit and Firefox each speak over a wire of theirs."""

import base64
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Any, Protocol

from tests.browser.smoke.reader import PATIENCE

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
SELECT_ALL = "\ue009a\ue000"
SELECTORS = {
    "button": "button",
    "link": "a[href]",
    "group": "[role=group], fieldset",
    "heading": "h1, h2",
    "textbox": "[role=textbox], [contenteditable=true], textarea, input",
}
# Tells whether a text can be read, and if not, tells so a moment later.
READ = """
const [element, text, done] = arguments;
const shown = (element ?? document.body).innerText;
if (shown.includes(text)) done(true); else setTimeout(() => done(false), 50);
"""
SCROLL = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });"


class WebDriverError(Exception):
    """The browser's answer to a command that it could not carry out."""


class Wire(Protocol):
    """How commands reach a browser: by their name in the protocol, with what they need."""

    def send(self, command: str, **parameters: object) -> Any:
        """Send a command and return its result."""

    def errors(self) -> list[str]:
        """Return the errors of scripts that the browser told since it was last asked."""

    def close(self) -> None:
        """End the browser."""


class WebDriverReader:
    """A reader in a browser that is driven over a wire."""

    def __init__(self, wire: Wire) -> None:
        """Take the wire to a browser that has started."""
        self.wire = wire
        self.errors = wire.errors
        self.close = wire.close

    def open(self, address: str) -> None:
        self.wire.send("Navigate", url=address)

    def reload(self) -> None:
        self.wire.send("Refresh")

    def click(self, role: str, name: str, within: str = "") -> None:
        def attempt() -> bool:
            element = self.find(role, name, within)
            self.run(SCROLL, element)
            self.wire.send("ElementClick", id=element)
            return True

        until(attempt, f"There is no {role} '{name}' to click in '{within}'.")

    def type(self, name: str, text: str, within: str = "") -> None:
        def attempt() -> bool:
            self.wake(name, within)
            element = self.find("textbox", name, within)
            self.run(SCROLL, element)
            self.wire.send("ElementClick", id=element)
            for keys in (SELECT_ALL, text):
                self.wire.send("ElementSendKeys", id=element, text=keys)
            return True

        until(attempt, f"There is no text box '{name}' in '{within}'.")

    def wake(self, name: str, within: str) -> None:
        """Click code that is no text box yet; it becomes one."""
        with suppress(WebDriverError):
            element = self.find("group", name, within)
            self.run(SCROLL, element)
            self.wire.send("ElementClick", id=element)

    def wait_for(self, text: str, within: str = "") -> None:
        def attempt() -> bool:
            group = {ELEMENT: self.find("group", within)} if within else None
            return self.wire.send("ExecuteAsyncScript", script=READ, args=[group, text]) is True

        until(attempt, f"'{text}' cannot be read in '{within or 'the page'}'.")

    def resize(self, width: int, height: int) -> None:
        self.wire.send("SetWindowRect", width=width, height=height)

    def picture(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self.wire.send("TakeScreenshot")))

    def run(self, script: str, element: str) -> None:
        """Run a script on an element."""
        self.wire.send("ExecuteScript", script=script, args=[{ELEMENT: element}])

    def find(self, role: str, name: str, within: str = "") -> str:
        """Return the one that the browser itself calls by this name."""
        around = self.find("group", within) if within else None
        for element in self.candidates(role, name, around):
            if self.label(element) == name:
                return element
        raise WebDriverError(f"no {role} '{name}'")

    def candidates(self, role: str, name: str, around: str | None) -> Iterator[str]:
        """Yield what may have a role, on the page or within an element, the likely first."""
        every = f":is({SELECTORS[role]})"
        for selector in (f'{every}[aria-label="{name}"]', every):
            where = {"using": "css selector", "value": selector}
            if around is None:
                found = self.wire.send("FindElements", **where)
            else:
                found = self.wire.send("FindElementsWithin", id=around, **where)
            yield from (each[ELEMENT] for each in found)

    def label(self, element: str) -> str | None:
        """Return the name that assistive technology is told, if the element is shown at all."""
        try:
            return str(self.wire.send("GetComputedLabel", id=element))
        except WebDriverError:
            return None


def until(attempt: Callable[[], bool], failure: str) -> None:
    """Try until it works; what fails while a page is still loading is tried again.

    Raises:
        TimeoutError: It has not worked for a long time.
    """
    end = monotonic() + PATIENCE
    reason = ""
    while monotonic() < end:
        try:
            if attempt():
                return
        except WebDriverError as error:
            reason = str(error)
    raise TimeoutError(f"{failure} {reason}")
