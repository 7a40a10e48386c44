"""No text of a lesson becomes script, and no lesson file ends in a traceback."""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.assets import build_assets
from builder.failure import BuildFailed
from builder.lesson import read_course
from builder.lesson.model import Lesson, Problem
from builder.lesson_pages import Around, render_safely
from builder.pages import TemplateSet
from builder.pictures import Picture
from builder.project import Project
from builder.shared import Runtime, Shared, summarise
from tests.builder.lesson.active_html import ELEMENTS, HtmlParts
from tests.builder.lesson.hostile_files import HOSTILE_FILES
from tests.builder.lesson.hostile_texts import HOSTILE_TEXTS

SLOT = "HOSTILE"
PICTURE = "img/a.svg"
NOTHING = Lesson(Path("01-neuron.md"), 1, "neuron", "", 0, (), (), ())
ALONE = Around(None, None, (), 1)
PAGE, DATA = "lessons/neuron.html", "lessons/neuron.json"
EVERY_PLACE = Path(__file__).parent / "hostile" / "01-neuron.md"
TEXT = EVERY_PLACE.read_text(encoding="utf-8")
SLOTS = TEXT.count(SLOT)
texts = st.sampled_from(HOSTILE_TEXTS) | st.text(max_size=12) | st.just("words")
relaxed = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
Read = Callable[[bytes], tuple[Lesson, list[Problem]]]
Render = Callable[[Lesson, list[Problem]], dict[str, str]]


def filled(words: Sequence[str]) -> bytes:
    """Return the lesson with a text in every place; the front matter's are quoted for YAML."""
    front, *rest = TEXT.split(SLOT)
    pieces = [front]
    for place, piece in enumerate(rest):
        word = words[place % len(words)]
        pieces += [word.replace("'", "''") if place < 4 else word, piece]
    return "".join(pieces).encode("utf-8", "replace")


@pytest.fixture
def read(folder: Path) -> Read:
    """Return a function that reads a file as the course's only lesson."""
    for path in folder.glob("*.md"):
        path.unlink()

    def read_file(data: bytes) -> tuple[Lesson, list[Problem]]:
        (folder / "01-neuron.md").write_bytes(data)
        lessons, problems = read_course(folder)
        lines = data.count(b"\n") + data.count(b"\r") + 1
        assert all(1 <= problem.line <= lines for problem in problems)
        assert lessons or problems
        return lessons[0] if lessons else NOTHING, problems

    return read_file


@pytest.fixture(scope="module")
def templates() -> TemplateSet:
    """Return the site's own templates, for a course of this one lesson."""
    project = Project()
    pictures = {PICTURE: Picture(Path("a.svg"), "assets/a.svg", 10, 10)}
    lesson = read_course(EVERY_PLACE.parent)[0][0]
    runtime = Runtime({"name": "</script><script>"}, "sha256-x", "1")
    assets = build_assets(project)
    return TemplateSet(
        Shared(project.templates, (summarise(lesson),), assets, pictures, runtime), "../"
    )


@pytest.fixture
def render(templates: TemplateSet) -> Render:
    """Return a function that renders a lesson's page and data.

    The builder renders no lesson with a problem. Here it is rendered all the same, so that nothing
    hangs on one check alone; only a picture to explore that has no file is left out.
    """

    def render_lesson(lesson: Lesson, problems: list[Problem]) -> dict[str, str]:
        known = [block for block in lesson.blocks if getattr(block, "image", PICTURE) == PICTURE]
        blocks = tuple(known) if problems else lesson.blocks
        return render_safely(templates, replace(lesson, blocks=blocks), ALONE)

    return render_lesson


def check_page(files: dict[str, str], plain: dict[str, str]) -> None:
    """Check that nothing acts in a page but what acts in the page of plain words."""
    page, expected = HtmlParts(files[PAGE]), HtmlParts(plain[PAGE])
    assert page.active == []
    assert page.elements <= expected.elements | ELEMENTS
    assert page.scripts == expected.scripts
    for exercise in json.loads(files[DATA])["exercises"].values():
        for name in ("code_html", "explanation_html"):
            solution = HtmlParts((exercise["solution"] or {}).get(name, ""))
            assert (solution.active, solution.elements - ELEMENTS) == ([], set())


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_a_hostile_text_in_every_place_stays_text(read: Read, render: Render, text: str) -> None:
    plain, problems = read(filled(["words"]))
    assert problems == []
    check_page(render(*read(filled([text]))), render(plain, []))


@relaxed
@given(st.lists(texts, min_size=SLOTS, max_size=SLOTS))
def test_hostile_texts_side_by_side_stay_text(read: Read, render: Render, words: list[str]) -> None:
    check_page(render(*read(filled(words))), render(*read(filled(["words"]))))


@pytest.mark.parametrize("data", HOSTILE_FILES.values(), ids=HOSTILE_FILES)
def test_a_hostile_file_ends_in_problems_or_a_page(read: Read, render: Render, data: bytes) -> None:
    lesson, problems = read(data)
    with suppress(BuildFailed):
        check_page(render(lesson, problems), render(*read(filled(["words"]))))
