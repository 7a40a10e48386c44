"""Build the site: collect everything, check, render, and only then write."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from builder.answers import ANSWERS, all_questions, answers_file
from builder.assets import build_assets
from builder.failure import BuildFailed, as_line
from builder.hashing import files_below, integrity
from builder.lesson import read_banks, read_course
from builder.lesson.model import Bank, Lesson
from builder.lesson_pages import LessonPages
from builder.memory import Memory
from builder.notices import find_notices
from builder.offline import SERVICE_WORKER, WEB_MANIFEST, complete_service_worker, web_manifest
from builder.pictures import find_pictures
from builder.plain_pages import DESCRIPTIONS, SITE_TITLE, plain_pages, search_engine_files
from builder.policy import headers_file
from builder.project import Project
from builder.runtime_cache import kept_runtime
from builder.search import has_search
from builder.shared import Shared, summarise
from builder.write import Content, Written, new_folder, swap, write_files

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


def build_site(project: Project, options: Options, memory: Memory | None = None) -> int:
    """Build the site and return how many lessons it has.

    Args:
        memory: What earlier builds of this process left: only what has changed is made again.

    Raises:
        BuildFailed: Something is wrong; nothing was written.
    """
    out = options.out or project.dist
    memory = memory or Memory()
    lessons, banks = readable_course(project, memory)
    with new_folder(out) as part:
        kept, runtime = kept_runtime(project)
        pictures = find_pictures(project.lessons)
        course = tuple(summarise(lesson) for lesson in lessons)
        assets = build_assets(project)
        shared = Shared(project.templates, course, assets, pictures, runtime, options.base_url)
        files: dict[str, Content] = {
            **texts(project, shared, lessons, banks, memory),
            **LessonPages(shared, project.cache, memory.templates).render(lessons),
            **{picture.path: picture.source for picture in pictures.values()},
            **below(kept / "runtime", "runtime/"),
            **below(assets.folder, ""),
        }
        digests = complete(files, shared.version, memory)
        marks = write_files(part, files, digests, memory.written)
        with options.guard:
            swap(part, out)
    memory.written = Written(out, digests, marks)
    memory.forget_unused()
    return len(lessons)


def readable_course(project: Project, memory: Memory) -> tuple[list[Lesson], list[Bank]]:
    """Return the lessons and the banks of questions that belong to none.

    Raises:
        BuildFailed: A lesson or a bank has a mistake.
    """
    lessons, problems = read_course(project.lessons, memory.lessons)
    banks, bank_problems = read_banks(project.lessons, lessons, memory.banks)
    if problems or bank_problems:
        raise BuildFailed(as_line(each, project.root) for each in [*problems, *bank_problems])
    return lessons, banks


def texts(
    project: Project,
    shared: Shared,
    lessons: Sequence[Lesson],
    banks: Sequence[Bank],
    memory: Memory,
) -> dict[str, bytes]:
    """Return every file that is made from text and belongs to no single lesson."""
    notices = find_notices(project, shared.assets)
    made = {
        **plain_pages(shared, notices, project.lessons / FORMAT_FILE, memory),
        **search_engine_files(shared),
        "_headers": headers_file(shared.base_path),
        WEB_MANIFEST: web_manifest(shared, SITE_TITLE, DESCRIPTIONS["index.html"]),
    }
    if has_search(project):
        questions = all_questions(lessons, banks)
        made[ANSWERS] = answers_file(project, shared.course, questions, memory.questions)
    return {name: text.encode() for name, text in made.items()}


def below(folder: Path, place: str) -> dict[str, Path]:
    """Return the files below a folder by their paths in the site, where they have a place."""
    return {place + path.relative_to(folder).as_posix(): path for path in files_below(folder)}


def complete(files: dict[str, Content], version: str, memory: Memory) -> dict[str, str]:
    """Give the service worker the list of all files, and return a hash of each of them."""
    digests = {name: digest_of(name, content, memory) for name, content in files.items()}
    script = files.get(SERVICE_WORKER)
    if isinstance(script, Path):
        whole = complete_service_worker(script.read_text(encoding="utf-8"), version, digests)
        files[SERVICE_WORKER] = whole.encode()
        digests[SERVICE_WORKER] = integrity(whole.encode())
    return digests


def digest_of(name: str, content: Content, memory: Memory) -> str:
    """Return a hash of a file; what is copied has one in its name, here or in the site."""
    if isinstance(content, bytes):
        return integrity(content)
    return memory.digests.get((name, content), lambda: integrity(content.read_bytes()))
