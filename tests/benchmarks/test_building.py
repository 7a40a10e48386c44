"""The benchmark of building: its lessons are fit to be built, and its changes change them."""

import pytest

from benchmarks.building import CHANGES, Edit
from benchmarks.lessons import lesson_text, make_course, write_lessons
from builder.lesson import read_course
from builder.project import Project


@pytest.fixture
def project(tmp_path) -> Project:
    return make_course(tmp_path)


def test_generated_lessons_have_no_problems(project: Project) -> None:
    write_lessons(project, 3)
    write_lessons(project, 2)
    lessons, problems = read_course(project.lessons)
    assert problems == []
    assert [lesson.title for lesson in lessons] == ["Lesson 1", "Lesson 2"]


@pytest.mark.parametrize(("name", "changes"), [("word", 0), ("title", 0), ("question", 1)])
def test_only_a_changed_question_concerns_the_index(
    project: Project, name: str, changes: int
) -> None:
    earlier, later = (
        questions(project, text)
        for text in (lesson_text(1), CHANGES[f"one changed {name}"](lesson_text(1), 1))
    )
    assert len(set(later) - set(earlier)) == changes


def questions(project: Project, text: str) -> list[tuple[str, tuple[str, ...], str]]:
    """Return the questions of a lesson, the other ways to ask them, and the answers."""
    (project.lessons / "0001-generated-1.md").write_text(text)
    answers = read_course(project.lessons)[0][0].questions
    return [(each.question, each.also_asked, each.markdown) for each in answers]


@pytest.mark.parametrize("edit", CHANGES.values(), ids=CHANGES)
def test_a_change_is_new_in_each_round_and_no_problem(project: Project, edit: Edit) -> None:
    text = lesson_text(1)
    assert len({text, edit(text, 1), edit(text, 2)}) == 3
    (project.lessons / "0001-generated-1.md").write_text(edit(text, 1))
    assert read_course(project.lessons)[1] == []
