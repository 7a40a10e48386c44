"""Render the lessons' pages and data, each only when something in it has changed."""

import json
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path

from builder.failure import BuildFailed
from builder.hashing import digest, files_below, files_digest
from builder.lesson.model import Lesson
from builder.lesson_data import lesson_data
from builder.pages import TemplateSet
from builder.plain_pages import SITE_TITLE
from builder.shared import LessonSummary, Page, Shared, summarise

FEW = 30
BATCH = 20
ROOT = "../"
BUILDER = Path(__file__).parent
Files = dict[str, str]


class LessonPages:
    """The lessons' files, with those of the last build kept in the cache.

    Args:
        cache: The folder of what is kept.
    """

    def __init__(self, shared: Shared, cache: Path) -> None:
        """Make the folder."""
        self.shared = shared
        self.cache = cache / "pages"
        self.cache.mkdir(parents=True, exist_ok=True)
        self.shared_key = shared_key(shared)

    def render(self, lessons: Sequence[Lesson]) -> Files:
        """Return the content of every file of the lessons, by its path in the site."""
        kept = {lesson.id: self.cache / f"{self.key(lesson)}.json" for lesson in lessons}
        fresh = [lesson for lesson in lessons if not kept[lesson.id].exists()]
        for lesson, files in zip(fresh, render_all(self.shared, fresh), strict=True):
            kept[lesson.id].write_text(json.dumps(files), encoding="utf-8")
        self.forget(set(kept.values()))
        parts = [json.loads(path.read_text(encoding="utf-8")) for path in kept.values()]
        return {name: text for part in parts for name, text in part.items()}

    def key(self, lesson: Lesson) -> str:
        """Return a hash of all that a lesson's files depend on."""
        return digest(self.shared_key, repr(lesson))

    def forget(self, used: set[Path]) -> None:
        """Delete what no lesson uses any more."""
        for path in set(self.cache.iterdir()) - used:
            with suppress(OSError):
                path.unlink()


def shared_key(shared: Shared) -> str:
    """Return a hash of what all lessons' files depend on."""
    templates = files_digest(files_below(shared.templates), shared.templates)
    sources = [path for path in files_below(BUILDER) if path.suffix == ".py"]
    pictures = sorted((name, picture.path) for name, picture in shared.pictures.items())
    facts = (shared.course, shared.assets.version(), pictures, shared.runtime, shared.base_url)
    return digest(templates, files_digest(sources, BUILDER), repr(facts))


def render_all(shared: Shared, lessons: Sequence[Lesson]) -> list[Files]:
    """Return the files of lessons; of many, with all processors."""
    if len(lessons) < FEW:
        return render_some(shared, lessons)
    batches = [lessons[start : start + BATCH] for start in range(0, len(lessons), BATCH)]
    workers = min(os.cpu_count() or 1, len(batches))
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        done = pool.map(render_some, [shared] * len(batches), batches)
        return [files for batch in done for files in batch]


def render_some(shared: Shared, lessons: Sequence[Lesson]) -> list[Files]:
    """Return the files of lessons, one after the other."""
    templates = TemplateSet(shared, ROOT)
    return [render_safely(templates, lesson) for lesson in lessons]


def render_safely(templates: TemplateSet, lesson: Lesson) -> Files:
    """Return a lesson's page and data by their paths.

    Raises:
        BuildFailed: The lesson cannot be rendered.
    """
    try:
        return render_lesson(templates, lesson)
    except RecursionError as error:
        message = "lists or quotes are nested too deeply: take some levels out"
        raise BuildFailed([f"lessons/{lesson.path.name}:1: {message}"]) from error


def render_lesson(templates: TemplateSet, lesson: Lesson) -> Files:
    """Return a lesson's page and data by their paths."""
    shared, summary = templates.shared, summarise(lesson)
    title = f"{lesson.title} · {SITE_TITLE}"
    description = templates.renderer.plain(" ".join(lesson.teaches))
    canonical = shared.base_url + summary.path if shared.base_url else ""
    page = Page(summary.path, title, description, canonical)
    previous, following = neighbours(shared.course, lesson.id)
    context = {"lesson": lesson, "previous": previous, "next": following}
    html = templates.render("lesson.html", page, **context)
    return {summary.path: html, summary.data_path: lesson_data(lesson, templates.renderer)}


def neighbours(
    course: Sequence[LessonSummary], lesson_id: str
) -> tuple[LessonSummary | None, LessonSummary | None]:
    """Return the lessons before and after a lesson."""
    place = [lesson.id for lesson in course].index(lesson_id)
    before = course[place - 1] if place else None
    return before, course[place + 1] if place + 1 < len(course) else None
