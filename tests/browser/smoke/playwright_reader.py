"""A reader by Playwright, which drives Chromium."""

from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.smoke.reader import PATIENCE
from tests.conftest import note_error

MILLISECONDS = PATIENCE * 1000


class PlaywrightReader:
    """A reader in a browser that Playwright has started."""

    def __init__(self, browser: Browser) -> None:
        """Open a page."""
        self.context = browser.new_context()
        self.context.set_default_timeout(MILLISECONDS)
        self.noted: list[str] = []
        self.context.on("console", lambda message: note_error(message, self.noted))
        self.context.on("weberror", lambda error: self.noted.append(str(error.error)))
        self.page: Page = self.context.new_page()

    def open(self, address: str) -> None:
        self.page.goto(address)

    def reload(self) -> None:
        self.page.reload()

    def click(self, role: str, name: str, within: str = "") -> None:
        self.around(within).get_by_role(role, name=name, exact=True).first.click()

    def type(self, name: str, text: str, within: str = "") -> None:
        box = self.around(within).get_by_role("textbox", name=name, exact=True)
        plain = self.around(within).get_by_role("group", name=name, exact=True)
        box.or_(plain).first.click()
        box.click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def wait_for(self, text: str, within: str = "") -> None:
        shown = self.around(within) if within else self.page.locator("body")
        expect(shown).to_contain_text(text, use_inner_text=True, timeout=MILLISECONDS)

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def picture(self, path: Path) -> None:
        self.page.screenshot(path=path)

    def errors(self) -> list[str]:
        found, self.noted[:] = list(self.noted), []
        return found

    def close(self) -> None:
        self.context.close()

    def around(self, name: str) -> Page | Locator:
        """Return the group of a name, or the page where there is none."""
        return self.page.get_by_role("group", name=name, exact=True) if name else self.page
