"""Drives the first lesson in a browser, finding things as a reader finds them."""

from playwright.sync_api import Locator, Page

READY = 60_000


class LessonDriver:
    """The first lesson in a browser."""

    def __init__(self, page: Page, server: str) -> None:
        """Open the lesson."""
        self.page = page
        self.address = f"{server}lessons/neuron.html"
        page.set_default_timeout(READY)
        page.goto(self.address)

    def cell(self, number: int) -> Locator:
        """Return a cell by its number."""
        return self.page.get_by_role("group", name=f"Cell {number}", exact=True)

    def exercise(self, title: str) -> Locator:
        """Return an exercise by its heading."""
        return self.page.get_by_role("group", name=f"Exercise: {title}", exact=True)

    def editor(self, block: Locator) -> Locator:
        """Return the editor of a cell; it loads at the latest when it is pointed at."""
        block.scroll_into_view_if_needed()
        block.get_by_label("Code of").hover()
        return block.get_by_role("textbox", name="Code of")

    def write(self, block: Locator, code: str) -> None:
        """Replace the code of a cell, as typing would."""
        self.editor(block).click()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(code)

    def run(self, block: Locator, code: str) -> Locator:
        """Write code, run it and return the output when the run has ended."""
        self.write(block, code)
        block.get_by_role("button", name="Run", exact=True).click()
        block.get_by_role("button", name="Run", exact=True).wait_for()
        return block.get_by_role("group", name="Output of")

    def check(self, block: Locator, code: str) -> None:
        """Write code into an exercise and check it."""
        self.write(block, code)
        block.get_by_role("button", name="Check").click()

    def choose(self, block: Locator, item: str) -> None:
        """Choose an item of a cell's menu."""
        block.get_by_role("button", name="More for").click()
        block.get_by_role("menuitem", name=item).click()
