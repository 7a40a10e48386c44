"""axe finds nothing on any page, in both themes, wide and on a phone."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from builder.project import ROOT

AXE = ROOT / "site" / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async (place) => (await axe.run(place)).violations.map(
  ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join("; ")}`)"""
LESSONS = [path.stem.partition("-")[2] for path in sorted((ROOT / "lessons").glob("[0-9]*.md"))]
PAGES = [
    "index.html",
    "about.html",
    "language-model.html",
    "playground.html",
    "notices.html",
    "lesson-format.html",
    "404.html",
    *(f"lessons/{lesson}.html" for lesson in LESSONS),
]
Scheme = Literal["light", "dark"]


def violations(page: Page, place: str = "html") -> list[str]:
    """Return what axe finds in a place of a page."""
    found: list[str] = page.evaluate(f"{AXE.read_text(encoding='utf-8')}; ({RUN})('{place}')")
    return found


def test_every_page_is_looked_at(site_dist: Path) -> None:
    pages = {path.relative_to(site_dist).as_posix() for path in site_dist.rglob("*.html")}
    assert pages == set(PAGES)


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(page: Page, server: str, path: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{server}{path}")
    page.wait_for_load_state("networkidle")
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert violations(page) == [], f"{width} wide, {scheme}"
