"""Prepare all questions and answers for the search in the page."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from builder.addresses import link_address, page_paths
from builder.hashing import digest, read
from builder.kept import forget_oldest, write_whole
from builder.lesson.model import Answer, Bank, Lesson
from builder.memo import Memo
from builder.project import Project
from builder.render import MarkdownRenderer
from builder.search import prepare_all, search_digest
from builder.shared import LessonSummary

ANSWERS = "answers.json"
LESSON_LINK = re.compile(r'href="(lessons/[^"]*)"')


@dataclass(frozen=True)
class Asked:
    """A question, with the id of its lesson, which is empty where it belongs to none."""

    answer: Answer
    lesson: str


def all_questions(lessons: Sequence[Lesson], banks: Sequence[Bank]) -> list[Asked]:
    """Return every question of the course in order."""
    of_lessons = [Asked(answer, each.id) for each in lessons for answer in each.questions]
    return [*of_lessons, *(Asked(answer, "") for bank in banks for answer in bank.answers)]


def answers_file(
    project: Project,
    course: Sequence[LessonSummary],
    questions: Sequence[Asked],
    known: Memo[str] | None = None,
) -> str:
    """Return all questions and answers as the page reads them: those that changed made anew.

    Args:
        known: What the search takes from each question, from earlier builds.
    """
    texts = sources(course, questions, known or Memo())
    keys = [digest(text) for text in texts]
    kept = project.cache / "answers" / f"{search_digest(project)}.json"
    made: dict[str, str] = json.loads(read(kept) or "{}")
    fresh = {key: text for key, text in zip(keys, texts, strict=True) if key not in made}
    if fresh:
        documents = prepare_all(project, [json.loads(text) for text in fresh.values()])
        made |= zip(fresh, map(as_json, documents), strict=True)
        keep(kept, json.dumps({key: made[key] for key in keys}))
    return "[" + ",".join(made[key] for key in keys) + "]"


def as_json(value: object) -> str:
    """Return a value as short JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def keep(path: Path, text: str) -> None:
    """Write a file of the cache; of its older kin a few are kept."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text.encode())
    forget_oldest(path.parent)


def sources(
    course: Sequence[LessonSummary], questions: Sequence[Asked], known: Memo[str]
) -> list[str]:
    """Return what the search takes from each question, as JSON."""
    pages, paths = page_paths(course), {each.id: each.path for each in course}
    renderer = MarkdownRenderer(lambda target: link_address(target, pages, ""), lambda target: None)
    places = digest(repr(pages))

    def made(asked: Asked) -> str:
        return json.dumps(source(asked, paths.get(asked.lesson, ""), renderer))

    return [known.get((asked, places), partial(made, asked)) for asked in questions]


def source(asked: Asked, page: str, renderer: MarkdownRenderer) -> dict[str, object]:
    """Return a question as `Source` of `site/src/ask/documents.ts`.

    Args:
        page: The path of its lesson's page, or `""`; a link to a heading there leads to it.
    """
    answer = asked.answer
    html = str(renderer.block(answer.markdown)).replace('href="#', f'href="{page}#')
    links = LESSON_LINK.findall(html)
    return {
        "id": answer.id,
        "question": renderer.plain(answer.question),
        "ways": list(answer.also_asked),
        "text": renderer.plain(answer.markdown),
        "lesson": asked.lesson,
        "html": html,
        "place": links[0] if links else page,
    }
