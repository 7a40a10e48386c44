"""What holds for every page of the real site."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from builder.lesson.headings import slug
from builder.policy import STYLE_NONCE
from builder.project import ROOT

PAGES = [
    "index.html",
    "about.html",
    "language-model.html",
    "notices.html",
    "lesson-format.html",
    "lessons/neuron.html",
]
FENCE = re.compile(r"^(`{3,}).*?^\1$", re.DOTALL | re.MULTILINE)
PACKAGE = re.compile(r'\b(?:from|import\(|import) ?"((?:@[\w-]+/)?[\w-]+)')
LOADED = {("script", "src"), ("link", "href"), ("img", "src"), ("source", "src")}


class PageReader(HTMLParser):
    """Collect what a page loads, links to, and names."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def values(self, *wanted: tuple[str, str]) -> Iterator[str]:
        for tag, attributes in self.tags:
            yield from (value for name, value in attributes.items() if (tag, name) in wanted)

    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]


def read(path: Path) -> PageReader:
    """Return a page as read."""
    reader = PageReader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader


@pytest.fixture(scope="module")
def pages(site_dist: Path) -> dict[str, PageReader]:
    """Return every page of the site by its path."""
    files = [path for path in site_dist.rglob("*.html") if "runtime" not in path.parts]
    return {path.relative_to(site_dist).as_posix(): read(path) for path in files}


def test_all_pages_are_there(pages: dict[str, PageReader]) -> None:
    assert set(PAGES) < set(pages)


def test_every_file_that_a_page_loads_is_there(
    pages: dict[str, PageReader], site_dist: Path
) -> None:
    for name, page in pages.items():
        scripts = page.values(("script", "data-scripts"))
        for address in [*page.values(*LOADED), *" ".join(scripts).split()]:
            base = site_dist if name == "404.html" else (site_dist / name).parent
            file = base / address.removeprefix("/")
            assert file.resolve().is_file(), f"{name} loads {address}"


def test_every_link_leads_to_a_page_and_a_place_in_it(
    pages: dict[str, PageReader], site_dist: Path
) -> None:
    for name, page in pages.items():
        links = [link for link in page.values(("a", "href")) if ":" not in link]
        for link in links if name != "404.html" else []:
            file, _, anchor = link.partition("#")
            target = (site_dist / name).parent / file if file else site_dist / name
            path = target.resolve().relative_to(site_dist).as_posix()
            assert path in pages, f"{name} links to {link}"
            assert not anchor or anchor in pages[path].ids(), f"{name} links to {link}"


def test_no_id_stands_twice_in_a_page(pages: dict[str, PageReader]) -> None:
    for name, page in pages.items():
        ids = page.ids()
        assert {each for each in ids if ids.count(each) > 1} == set(), name


def test_no_page_carries_script_or_style_of_its_own(pages: dict[str, PageReader]) -> None:
    for name, page in pages.items():
        for tag, attributes in page.tags:
            is_data = attributes.get("type") == "application/json"
            assert tag != "script" or "src" in attributes or is_data, name
            assert tag != "style", name
            assert not [each for each in attributes if each.startswith("on")], name


def test_every_page_has_the_policy_before_anything_is_loaded(
    pages: dict[str, PageReader],
) -> None:
    for name, page in pages.items():
        head = [attributes for tag, attributes in page.tags if tag in ("meta", "script", "link")]
        policy = next(each["content"] for each in head if "http-equiv" in each)
        assert head.index(next(each for each in head if "http-equiv" in each)) <= 1, name
        start = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-"
        assert policy.startswith(start), name
        assert f"style-src 'self' 'nonce-{STYLE_NONCE}'" in policy


def test_data_may_go_to_a_learners_model_and_code_may_come_from_nowhere_else(
    pages: dict[str, PageReader],
) -> None:
    for name, page in pages.items():
        policy = next(each for tag, each in page.tags if "http-equiv" in each)["content"]
        rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
        assert rules["connect-src"] == "'self' https: http://localhost:* http://127.0.0.1:*", name
        others = {key: value for key, value in rules.items() if key != "connect-src"}
        assert not [key for key, value in others.items() if "http" in value], name


def test_the_licences_of_what_is_shipped_are_told(site_dist: Path) -> None:
    text = (site_dist / "notices.html").read_text(encoding="utf-8")
    for name in ("pyodide", "Python", "numpy", "micropip", "@codemirror/view"):
        assert name in text
    assert "Mozilla Public License Version 2.0" in text
    assert "SIL OPEN FONT LICENSE" in text


def test_every_package_that_the_page_is_made_of_is_told(site_dist: Path) -> None:
    text = (site_dist / "notices.html").read_text(encoding="utf-8")
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "site").glob("src/**/*.ts")]
    used = {name for source in sources for name in PACKAGE.findall(source)}
    assert {"dompurify", "@codemirror/state"} <= used
    lock = (ROOT / "builder" / "page-wheels.txt").read_text(encoding="utf-8")
    wheels = set(re.findall(r"^([\w-]+)==", lock, re.MULTILINE))
    assert {name for name in used | wheels if f">{name}<" not in text} == set()


def test_the_lesson_format_is_the_readme_of_the_lessons(site_dist: Path) -> None:
    page = (site_dist / "lesson-format.html").read_text(encoding="utf-8")
    readme = (ROOT / "lessons" / "README.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)", FENCE.sub("", readme), re.MULTILINE)
    assert len(headings) > 3
    assert [each for each in headings if f'<h2 id="{slug(each)}">' not in page] == []


def test_solutions_are_only_in_the_page_for_who_reads_without_script(site_dist: Path) -> None:
    whole = (site_dist / "lessons" / "neuron.html").read_text(encoding="utf-8")
    page = re.sub(r"<noscript>.*?</noscript>", "", whole, flags=re.DOTALL)
    data = json.loads((site_dist / "lessons" / "neuron.json").read_text(encoding="utf-8"))
    assert len(data["exercises"]) == 9
    for exercise in data["exercises"].values():
        assert exercise["solution"]["explanation_html"] not in page
        assert exercise["solution"]["code_html"] not in page
        assert not [each for each in exercise["text"]["mistakes"] if each["feedback"] in page]


def test_chromium_compiles_the_editor_as_a_whole_and_nothing_else(site_dist: Path) -> None:
    scripts = {path: path.read_text(encoding="utf-8") for path in site_dist.glob("assets/*.js")}
    whole = {path.name.partition(".")[0] for path, text in scripts.items() if is_whole(text)}
    assert whole == {"chunk", "editor"}
    assert all(is_whole(text) for text in scripts.values() if "cm-announced" in text)


def is_whole(script: str) -> bool:
    return script.startswith("//# allFunctionsCalledOnLoad\n")
