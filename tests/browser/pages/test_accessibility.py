"""axe finds nothing, in both themes, wide and on a phone."""

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from builder.project import ROOT

AXE = ROOT / "site" / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async (place) => (await axe.run(place)).violations.map(
  ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join("; ")}`)"""
PAGES = [
    "index.html",
    "about.html",
    "language-model.html",
    "notices.html",
    "lesson-format.html",
    "lessons/neuron.html",
]
Scheme = Literal["light", "dark"]


def violations(page: Page, place: str = "html") -> list[str]:
    """Return what axe finds in a place of a page."""
    found: list[str] = page.evaluate(f"{AXE.read_text(encoding='utf-8')}; ({RUN})('{place}')")
    return found


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(
    browser: Browser, server: str, path: str, scheme: Scheme, width: int
) -> None:
    viewport = {"width": width, "height": 800}
    context = browser.new_context(color_scheme=scheme, viewport=viewport, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{server}{path}")
    page.wait_for_load_state("networkidle")
    assert violations(page) == []
    context.close()
