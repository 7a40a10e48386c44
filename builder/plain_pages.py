"""Render the pages that are no lessons."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from urllib.parse import urljoin

from builder.hashing import digest
from builder.memory import Memory
from builder.pages import TemplateSet, all_look
from builder.shared import Notice, Page, Shared

SITE_TITLE = "ML Bites"
DESCRIPTIONS = {
    "index.html": "Build a neural network from a single neuron, in the browser, with real Python.",
    "about.html": "What ML Bites is, how it works and what it keeps on your machine.",
    "language-model.html": "What a language model can do in this course, and how to connect one.",
    "playground.html": "Watch a small neural network learn points that you choose, in real Python.",
    "notices.html": "The licences of the software and fonts that this site is made with.",
    "lesson-format.html": "How a lesson is written: the Markdown that becomes a page.",
    "404.html": "There is no such page.",
}
TITLES = {
    "index.html": SITE_TITLE,
    "about.html": "About",
    "language-model.html": "A language model",
    "playground.html": "Playground",
    "notices.html": "Licences",
    "lesson-format.html": "How a lesson is written",
    "404.html": "Not found",
}


def plain_pages(
    shared: Shared, notices: Sequence[Notice], format_file: Path, memory: Memory
) -> dict[str, str]:
    """Return the pages that are no lessons, by their path.

    Args:
        format_file: The Markdown file that documents the lesson format.
        memory: What earlier builds left: a page is made again if something that it sees changed.
    """
    text = format_file.read_text(encoding="utf-8-sig") if format_file.exists() else ""
    title, _, body = text.lstrip().partition("\n")
    seen: dict[str, dict[str, object]] = {
        "index.html": {"course": shared.course},
        "about.html": {},
        "language-model.html": {},
        "playground.html": {"course": shared.course},
        "notices.html": {"notices": notices},
        "lesson-format.html": {"text": body if title.startswith("# ") else text},
        "404.html": {},
    }
    look = all_look(shared)
    here, anywhere = (
        memory.templates.get((look, root), partial(TemplateSet, shared, root))
        for root in ("", shared.base_path)
    )

    def made(path: str) -> str:
        templates = anywhere if path == "404.html" else here
        return templates.render(path, plain_page(shared, path), **seen[path])

    return {
        path: memory.pages.get(digest(look, path, repr(facts)), partial(made, path))
        for path, facts in seen.items()
    }


def plain_page(shared: Shared, path: str) -> Page:
    """Return what a template is told of a page."""
    address = "" if path == "index.html" else path
    canonical = urljoin(shared.base_url, address) if shared.base_url else ""
    title = TITLES[path] + ("" if path == "index.html" else f" · {SITE_TITLE}")
    return Page(path, title, DESCRIPTIONS[path], canonical)


def search_engine_files(shared: Shared) -> dict[str, str]:
    """Return `robots.txt` and `sitemap.txt` where the site's address is known."""
    if not shared.base_url:
        return {}
    plain = ["", "playground.html", "about.html", "language-model.html", "lesson-format.html"]
    paths = [*plain, *(lesson.path for lesson in shared.course)]
    sitemap = "".join(f"{shared.base_url}{path}\n" for path in paths)
    robots = f"User-agent: *\nAllow: /\nSitemap: {shared.base_url}sitemap.txt\n"
    return {"robots.txt": robots, "sitemap.txt": sitemap}
