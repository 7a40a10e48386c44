"""Render the lessons' pages and data, each only when something in it has changed."""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields
from multiprocessing import get_context
from pathlib import Path

from builder.failure import BuildFailed
from builder.hashing import digest
from builder.kept import PART, forget_oldest, remove, write_whole
from builder.lesson.model import Lesson
from builder.lesson_data import lesson_data
from builder.memo import Memo
from builder.pages import TemplateSet, all_look
from builder.plain_pages import SITE_TITLE
from builder.shared import LessonSummary, Page, Shared, summarise

FEW = 30
BATCH = 20
ROOT = "../"


@dataclass(frozen=True)
class Around:
    """What a lesson's page says of the other lessons."""

    previous: LessonSummary | None
    next: LessonSummary | None
    needed: tuple[LessonSummary, ...]
    lesson_count: int


Files = dict[str, str]
Job = tuple[Lesson, Around]


class LessonPages:
    """The lessons' files, with those of the last build kept in the cache.

    Args:
        cache: The folder of what is kept.
        templates: The templates of an earlier build; unchanged ones need no second compiling.
    """

    def __init__(self, shared: Shared, cache: Path, templates: Memo[TemplateSet]) -> None:
        """Make the folder."""
        self.shared = shared
        look = all_look(shared)
        self.cache = cache / "pages" / look
        self.cache.mkdir(parents=True, exist_ok=True)
        self.templates = templates.get((look, ROOT), lambda: TemplateSet(shared, ROOT))

    def render(self, lessons: Sequence[Lesson]) -> dict[str, Path]:
        """Return where the content of every file of the lessons lies, by its path in the site."""
        jobs = list(zip(lessons, all_around(self.shared.course), strict=True))
        kept = [digest(lesson.digest, repr(around)) for lesson, around in jobs]
        there = set(os.listdir(self.cache))
        fresh = [n for n, key in enumerate(kept) if f"{key}.json" not in there]
        for n, files in zip(fresh, self.render_all([jobs[n] for n in fresh]), strict=True):
            for name, text in files.items():
                write_whole(self.place(kept[n], name), text.encode())
        self.forget(there - {f"{key}.{kind}" for key in kept for kind in ("html", "json")})
        return {
            name: self.place(key, name)
            for key, summary in zip(kept, self.shared.course, strict=True)
            for name in (summary.path, summary.data_path)
        }

    def place(self, key: str, name: str) -> Path:
        """Return where a file is kept: under a hash of all that it is made from."""
        return self.cache / (key + name[name.rindex(".") :])

    def forget(self, unused: Iterable[str]) -> None:
        """Delete what no lesson uses any more, and what older builders left."""
        for name in unused:
            if not name.startswith(PART):
                remove(self.cache / name)
        os.utime(self.cache)
        forget_oldest(self.cache.parent)

    def render_all(self, jobs: Sequence[Job]) -> list[Files]:
        """Return the files of lessons; of many, with all processors."""
        if not jobs:
            return []
        if len(jobs) < FEW:
            return [render_safely(self.templates, lesson, around) for lesson, around in jobs]
        batches = [jobs[start : start + BATCH] for start in range(0, len(jobs), BATCH)]
        workers = min(os.cpu_count() or 1, len(batches))
        with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
            done = pool.map(render_batch, [self.shared] * len(batches), batches)
            return [files for batch in done for files in batch]


def all_around(course: Sequence[LessonSummary]) -> Iterator[Around]:
    """Yield what each lesson's page says of the others, in order."""
    known = {lesson.id: lesson for lesson in course}
    for place, lesson in enumerate(course):
        needed = tuple(known[name] for name in lesson.needs if name in known)
        before = course[place - 1] if place else None
        after = course[place + 1] if place + 1 < len(course) else None
        yield Around(before, after, needed, len(course))


def render_batch(shared: Shared, jobs: Sequence[Job]) -> list[Files]:
    """Return the files of lessons, one after the other."""
    templates = TemplateSet(shared, ROOT)
    return [render_safely(templates, lesson, around) for lesson, around in jobs]


def render_safely(templates: TemplateSet, lesson: Lesson, around: Around) -> Files:
    """Return a lesson's page and data by their paths.

    Raises:
        BuildFailed: The lesson cannot be rendered.
    """
    try:
        return render_lesson(templates, lesson, around)
    except RecursionError as error:
        message = "lists or quotes are nested too deeply: take some levels out"
        raise BuildFailed([f"lessons/{lesson.path.name}:1: {message}"]) from error


def render_lesson(templates: TemplateSet, lesson: Lesson, around: Around) -> Files:
    """Return a lesson's page and data by their paths."""
    base_url, summary = templates.shared.base_url, summarise(lesson)
    title = f"{lesson.title} · {SITE_TITLE}"
    description = templates.renderer.plain(" ".join(lesson.teaches))
    page = Page(summary.path, title, description, base_url + summary.path if base_url else "")
    others = {field.name: getattr(around, field.name) for field in fields(around)}
    html = templates.render("lesson.html", page, lesson=lesson, **others)
    return {summary.path: html, summary.data_path: lesson_data(lesson, templates.renderer)}
