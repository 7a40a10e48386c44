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


@pytest.mark.parametrize("edit", CHANGES.values(), ids=CHANGES)
def test_a_change_is_new_in_each_round_and_no_problem(project: Project, edit: Edit) -> None:
    text = lesson_text(1)
    assert len({text, edit(text, 1), edit(text, 2)}) == 3
    (project.lessons / "0001-generated-1.md").write_text(edit(text, 1))
    assert read_course(project.lessons)[1] == []
