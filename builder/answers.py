"""Make the index of all questions and answers."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from builder.addresses import link_address, page_paths
from builder.hashing import digest
from builder.kept import make_kept
from builder.lesson.model import Answer, Bank, Lesson
from builder.memo import Memo
from builder.project import Project
from builder.render import MarkdownRenderer
from builder.search import make_index, search_digest
from builder.shared import summarise

INDEX = "answers.json"
LESSON_LINK = re.compile(r'href="(lessons/[^"]*)"')


@dataclass(frozen=True)
class Asked:
    """A question, with the id of its lesson, which is empty where it belongs to none."""

    answer: Answer
    lesson: str


def all_questions(lessons: Sequence[Lesson], banks: Sequence[Bank]) -> list[Asked]:
    """Return every question of the course in order."""
    of_lessons = [Asked(answer, each.id) for each in lessons for answer in each.questions()]
    return [*of_lessons, *(Asked(answer, "") for bank in banks for answer in bank.answers)]


def answers_index(
    project: Project,
    lessons: Sequence[Lesson],
    questions: Sequence[Asked],
    known: Memo[str] | None = None,
) -> str:
    """Return the index as the page reads it, made anew only where something in it has changed.

    Args:
        known: What the index takes from each question, from earlier builds.
    """
    texts = sources(lessons, questions, known or Memo())
    folder = project.cache / "answers" / digest(*texts, search_digest(project))
    if not (folder / INDEX).exists():
        index = make_index(project, [json.loads(text) for text in texts])
        made = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        make_kept(folder, partial(write_index, made))
    return (folder / INDEX).read_text(encoding="utf-8")


def sources(lessons: Sequence[Lesson], questions: Sequence[Asked], known: Memo[str]) -> list[str]:
    """Return what the index takes from each question, as JSON."""
    summaries = [summarise(lesson) for lesson in lessons]
    pages, paths = page_paths(summaries), {each.id: each.path for each in summaries}
    renderer = MarkdownRenderer(lambda target: link_address(target, pages, ""), lambda target: None)
    places = digest(repr(pages))

    def made(asked: Asked) -> str:
        return json.dumps(source(asked, paths.get(asked.lesson, ""), renderer))

    return [known.get((asked, places), partial(made, asked)) for asked in questions]


def write_index(made: str, folder: Path) -> None:
    """Write the index into a folder."""
    (folder / INDEX).write_text(made, encoding="utf-8", newline="\n")


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
