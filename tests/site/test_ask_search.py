"""How well questions are answered that were written by somebody who had not seen the search.

None of them was used when the search was tuned.
"""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from builder.answers import all_questions, answers_file
from builder.lesson import read_banks, read_course
from builder.project import Project
from builder.search import Reply, ask_all
from builder.shared import summarise

FOLDER = Path(__file__).parent / "questions"


class Course(NamedTuple):
    """All answers as the page reads them, and the question of each by its id."""

    answers: str
    question_of: dict[str, str]


@pytest.fixture(scope="module")
def course() -> Course:
    project = Project()
    lessons, _ = read_course(project.lessons)
    questions = all_questions(lessons, read_banks(project.lessons, lessons)[0])
    names = {each.answer.id: each.answer.question for each in questions}
    summaries = [summarise(lesson) for lesson in lessons]
    return Course(answers_file(project, summaries, questions), names)


def kept(name: str) -> list[dict]:
    rows: list[dict] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return rows


def ask(course: Course, questions: list[str], lesson: str = "") -> list[Reply]:
    return ask_all(Project(), course.answers, questions, lesson)


def test_paraphrases_find_their_answer(course: Course) -> None:
    rows = kept("paraphrases")
    assert len(rows) >= 200
    first = nearest = misleading = 0
    for lesson in {row["lesson"] for row in rows}:
        asked = [row for row in rows if row["lesson"] == lesson]
        for row, reply in zip(
            asked, ask(course, [row["ask"] for row in asked], lesson), strict=True
        ):
            found = [course.question_of[each["id"]] for each in reply["answers"]]
            is_right = bool(found) and found[0] in row["expect"]
            first += is_right
            nearest += any(question in row["expect"] for question in found)
            misleading += reply["confident"] and not is_right
    shares = [round(count / len(rows), 3) for count in (first, nearest, misleading)]
    assert shares[0] >= 0.62, shares
    assert shares[1] >= 0.72, shares
    assert shares[2] <= 0.07, shares


def test_every_way_to_ask_finds_its_own_answer(course: Course) -> None:
    project = Project()
    lessons, _ = read_course(project.lessons)
    questions = all_questions(lessons, read_banks(project.lessons, lessons)[0])
    ways = [(way, each.answer.id) for each in questions for way in each.answer.also_asked]
    replies = ask(course, [way for way, _ in ways])
    found = [
        any(each["id"] == answer for each in reply["answers"])
        for (_, answer), reply in zip(ways, replies, strict=True)
    ]
    assert sum(found) / len(found) >= 0.98


def test_what_the_course_does_not_know_is_not_answered_for_sure(course: Course) -> None:
    questions = json.loads((FOLDER / "off-topic.json").read_text(encoding="utf-8"))
    assert len(questions) >= 40
    replies = ask(course, questions)
    assert sum(reply["confident"] for reply in replies) <= 5
    assert sum(not reply["answers"] for reply in replies) >= len(questions) * 0.55


def test_a_wish_for_a_solution_is_told_from_a_question(course: Course) -> None:
    rows = kept("solutions")
    replies = ask(course, [row["ask"] for row in rows])
    wrong = [
        row["ask"]
        for row, reply in zip(rows, replies, strict=True)
        if reply["wants_solution"] != row["wants_solution"]
    ]
    assert len(wrong) <= 1, wrong


def test_the_very_words_of_a_question_find_its_own_answer_first(course: Course) -> None:
    project = Project()
    lessons, _ = read_course(project.lessons)
    questions = all_questions(lessons, read_banks(project.lessons, lessons)[0])
    replies = ask(course, [each.answer.question for each in questions])
    found = [reply["answers"][0]["id"] if reply["answers"] else "" for reply in replies]
    missed = [
        each.answer.id
        for each, first in zip(questions, found, strict=True)
        if first != each.answer.id
    ]
    assert missed == []
