"""The answers of the whole course: how many, how long, how easy to read, and what they lead to."""

import doctest
import re
import subprocess
import sys

import pytest

from builder.answers import Asked, all_questions
from builder.commands.grade import find_text
from builder.lesson import read_banks, read_course
from builder.lesson.model import Lesson
from builder.project import Project
from engine.grading import grade as grade_exercise
from tests.builder.lesson import reading_level

LINK = re.compile(r"\]\((?:\.\./)?(?:\d\d-[a-z-]+\.md)?#?[a-z0-9-]*\)")
FENCE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def lessons() -> list[Lesson]:
    return read_course(Project().lessons)[0]


@pytest.fixture(scope="module")
def answers(lessons: list[Lesson]) -> list[Asked]:
    banks, problems = read_banks(Project().lessons, lessons)
    assert problems == []
    return all_questions(lessons, banks)


def test_the_reading_level_is_what_it_says() -> None:
    assert doctest.testmod(reading_level).failed == 0


def test_there_are_250_answers_with_four_more_ways_to_ask_each(answers: list[Asked]) -> None:
    assert len(answers) >= 250
    assert [each.answer.id for each in answers if len(each.answer.also_asked) < 4] == []


def test_an_answer_has_30_to_160_words(answers: list[Asked]) -> None:
    lengths = {each.answer.id: len(words_of(each)) for each in answers}
    assert {name: size for name, size in lengths.items() if not 30 <= size <= 160} == {}


def words_of(asked: Asked) -> list[str]:
    return reading_level.WORD.findall(reading_level.prose(asked.answer.markdown))


def test_an_answer_can_be_read_in_grade_9(answers: list[Asked]) -> None:
    grades = {each.answer.id: reading_level.grade(each.answer.markdown) for each in answers}
    assert {name: round(value, 1) for name, value in grades.items() if value > 9} == {}


def test_an_answer_of_a_lesson_leads_to_its_place(answers: list[Asked]) -> None:
    without = [each.answer.id for each in answers if not LINK.search(each.answer.markdown)]
    assert [name for name in without if not name.startswith("course-")] == []


def test_no_answers_code_solves_an_exercise(answers: list[Asked], lessons: list[Lesson]) -> None:
    exercises = [exercise.id for lesson in lessons for exercise in lesson.exercises()]
    codes = {code for each in answers for code in FENCE.findall(each.answer.markdown)}
    names = {name: re.compile(rf"\b{name.replace('-', '_')}\b") for name in exercises}
    solving = [
        (exercise, code)
        for code in codes
        for exercise, name in names.items()
        if name.search(code) and grade_exercise(find_text(exercise), code).passed
    ]
    assert solving == []


def test_the_code_of_every_answer_runs(answers: list[Asked]) -> None:
    codes = [
        (each.answer.id, code) for each in answers for code in FENCE.findall(each.answer.markdown)
    ]
    program = "".join(f"exec({code!r}, {{'__name__': 'x'}})\n" for _, code in codes)
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=Project().root
    )
    assert done.stderr == ""
