"""Build the site: collect everything, check, render, and only then write."""

import shutil
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from builder.answers import INDEX, all_questions, answers_index
from builder.assets import build_assets
from builder.failure import BuildFailed, as_line
from builder.lesson import read_banks, read_course
from builder.lesson.model import Bank, Lesson
from builder.lesson_pages import LessonPages
from builder.notices import find_notices
from builder.offline import WEB_MANIFEST, complete_service_worker, web_manifest
from builder.pictures import find_pictures
from builder.plain_pages import DESCRIPTIONS, SITE_TITLE, plain_pages, search_engine_files
from builder.policy import headers_file
from builder.project import Project
from builder.runtime_cache import copy_runtime, kept_runtime
from builder.search import has_search
from builder.shared import Shared, summarise
from builder.write import new_folder, swap, write_files

FORMAT_FILE = "README.md"


@dataclass(frozen=True)
class Options:
    """What can be chosen for a build.

    Args:
        out: The folder to write to; `dist/` if left out.
        base_url: The address that the site will have, with a slash at its end, or `""`.
        guard: Held while the new site takes the place of the old one.
    """

    out: Path | None = None
    base_url: str = ""
    guard: AbstractContextManager[object] = field(default_factory=nullcontext)


def build_site(project: Project, options: Options) -> int:
    """Build the site and return how many lessons it has.

    Raises:
        BuildFailed: Something is wrong; nothing was written.
    """
    out = options.out or project.dist
    lessons, banks = readable_course(project)
    assets = build_assets(project)
    with new_folder(out) as part:
        kept, runtime = kept_runtime(project)
        course = tuple(summarise(lesson) for lesson in lessons)
        pictures = find_pictures(project.lessons)
        shared = Shared(project.templates, course, assets, pictures, runtime, options.base_url)
        write_files(part, render(project, shared, lessons))
        if has_search(project):
            questions = all_questions(lessons, banks)
            write_files(part, {INDEX: answers_index(project, lessons, questions)})
        copy_runtime(kept, part)
        shutil.copytree(assets.folder, part, dirs_exist_ok=True)
        complete_service_worker(part, shared.version)
        with options.guard:
            swap(part, out)
    return len(lessons)


def readable_course(project: Project) -> tuple[list[Lesson], list[Bank]]:
    """Return the lessons and the banks of questions that belong to none.

    Raises:
        BuildFailed: A lesson or a bank has a mistake.
    """
    lessons, problems = read_course(project.lessons)
    banks, bank_problems = read_banks(project.lessons, lessons)
    if problems or bank_problems:
        raise BuildFailed(as_line(each, project.root) for each in [*problems, *bank_problems])
    return lessons, banks


def render(
    project: Project, shared: Shared, lessons: list[Lesson]
) -> dict[str, str | bytes | Path]:
    """Return every file that is made from text, and the pictures, by its path in the site."""
    notices = find_notices(project, shared.assets)
    pictures = {picture.path: picture.source for picture in shared.pictures.values()}
    return {
        **pictures,
        **plain_pages(shared, notices, project.lessons / FORMAT_FILE),
        **LessonPages(shared, project.cache).render(lessons),
        **search_engine_files(shared),
        "_headers": headers_file(shared.base_path),
        WEB_MANIFEST: web_manifest(shared, SITE_TITLE, DESCRIPTIONS["index.html"]),
    }
