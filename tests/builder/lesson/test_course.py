"""What no lesson can tell alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builder.lesson import read_course
from builder.project import ROOT

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes one lesson."""

    def write_lesson(name: str, body: str = "Text.", title: str = "", needs: str = "") -> Path:
        front = f"title: {title or name}\nminutes: 20\nneeds: [{needs}]\nteaches: [a, b, c]"
        (tmp_path / name).write_text(f"---\n{front}\n---\n{body}\n", encoding="utf-8")
        return tmp_path

    return write_lesson


def told(folder: Path) -> list[str]:
    """Return the problems of a folder of lessons."""
    return [
        f"{problem.path.name}:{problem.line}: {problem.message}"
        for problem in read_course(folder)[1]
    ]


def test_lessons_come_in_order_and_the_format_page_is_none(write: Write) -> None:
    for name in ("02-b.md", "01-a.md", "README.md"):
        write(name)
    lessons, problems = read_course(write(".03-c.md"))
    assert ([lesson.id for lesson in lessons], problems) == (["a", "b"], [])


def test_a_folder_without_lessons_is_told(tmp_path: Path) -> None:
    message = "there are no lessons here: `python3 build.py new NAME` makes one to start from"
    assert told(tmp_path) == [f"{tmp_path.name}:1: {message}"]
    assert len(told(tmp_path / "missing")) == 1


def test_two_lessons_with_one_number(write: Write) -> None:
    write("01-a.md")
    message = "the number 01 is taken by 01-a.md: give the file another"
    assert told(write("01-b.md")) == [f"01-b.md:1: {message}"]


def test_two_lessons_with_one_id_and_one_title(write: Write) -> None:
    write("01-a.md", title="Same")
    assert told(write("02-a.md", title="Same")) == [
        "02-a.md:1: the id 'a' is taken by 01-a.md: give the file another",
        "02-a.md:2: the title 'Same' is taken by 01-a.md: write another",
    ]


@pytest.mark.parametrize(
    ("needs", "message"),
    [
        ("a", "a lesson cannot need itself: take its id out of needs"),
        ("late", "unknown lesson 'late' in needs: did you mean 'later'?"),
        (
            "later",
            "the lesson 'later' in needs comes later than this one: "
            "take it out, or change the numbers",
        ),
    ],
)
def test_a_lesson_that_cannot_be_needed(write: Write, needs: str, message: str) -> None:
    write("02-later.md")
    assert told(write("01-a.md", needs=needs)) == [f"01-a.md:4: {message}"]


def test_an_id_is_unique_in_the_course(write: Write) -> None:
    cell = "```python run id=same\n1\n```"
    write("01-a.md", cell)
    message = "the id 'same' is taken in 01-a.md:7: choose another"
    assert told(write("02-b.md", "\n" + cell)) == [f"02-b.md:8: {message}"]


def test_a_question_is_asked_once_in_the_course(write: Write) -> None:
    bank = "## Q\n\n<!-- answers -->\n\n### {}\n\nAlso asked: {}\n\nYes."
    write("01-a.md", bank.format("Why?", "b / c / d / e"))
    message = "the question 'why' is asked in 01-a.md:11 too: keep one"
    folder = write("02-b.md", bank.format("why", "b / f / g / h"))
    assert told(folder) == [f"02-b.md:11: {message}"]


def test_links_lead_to_headings_of_other_lessons(write: Write) -> None:
    write("01-a.md", "## Some words")
    body = "[a](01-a.md) [b](01-a.md#some-words)\n[c](01-a.md#some-word)"
    message = "there is no heading '#some-word' in 01-a.md: did you mean '#some-words'?"
    assert told(write("02-b.md", body)) == [f"02-b.md:8: {message}"]


def test_the_lessons_of_this_course_have_no_problems() -> None:
    lessons, problems = read_course(ROOT / "lessons")
    assert problems == []
    assert lessons[0].id == "neuron"
    assert len(lessons[0].exercises()) == 9
