"""A new lesson reads and runs at once, and says what its author still has to write."""

from pathlib import Path

import pytest

from builder.course_check import check_course
from builder.lesson import read_course
from builder.lesson.course import lesson_paths
from builder.new import NewLessonError, new_lesson


def test_a_new_lesson_gets_the_next_number_and_reads_well(tmp_path: Path) -> None:
    paths = [new_lesson(name, tmp_path / "lessons") for name in ("one-neuron", "xor-wall")]
    lessons, problems = read_course(tmp_path / "lessons")
    assert [path.name for path in paths] == ["01-one-neuron.md", "02-xor-wall.md"]
    assert problems == []
    assert [lesson.needs for lesson in lessons] == [(), ("one-neuron",)]


def test_a_new_lesson_runs_and_tells_its_gaps(tmp_path: Path) -> None:
    new_lesson("first", tmp_path)
    problems = check_course(read_course(tmp_path)[0])
    assert [(problem.line, problem.message) for problem in problems] == [
        (1, "the lesson has 2 run cells and needs 6: add a `python run` fence"),
        (
            1,
            "the lesson has 1 prediction and needs 3: "
            "put `<!-- predict id=... -->` and a task list before a run cell",
        ),
        (
            1,
            "the lesson has no explore pictures and needs 1: "
            "put `<!-- widget ... -->` before a picture",
        ),
        (
            1,
            "the lesson has 1 question with its answer and needs 25: "
            "add them below `<!-- answers -->`",
        ),
        (2, "write this: the title of first"),
        (6, "write this: the first thing that a learner will be able to do"),
        (7, "write this: the second"),
        (8, "write this: the third"),
        (11, "write this: one or two sentences about what the learner is about to run."),
        (23, "write this: what the cell did, in short paragraphs."),
        (47, "write this: one line for each of the things above."),
        (57, "write this: the answer, in two or three sentences."),
    ]


@pytest.mark.parametrize("name", ["", "Xor", "xor wall", "../xor", "xor_wall", "1-xor", "xor\n"])
def test_a_name_that_cannot_be_used(tmp_path: Path, name: str) -> None:
    with pytest.raises(NewLessonError) as told:
        new_lesson(name, tmp_path)
    form = "use small letters and digits with - between words, as in learning-rule"
    assert str(told.value) == f"'{name.strip()}' is no name for a lesson: {form}"
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_taken(tmp_path: Path) -> None:
    new_lesson("xor", tmp_path)
    message = "there is a lesson 'xor' already, in 01-xor.md: choose another name"
    with pytest.raises(NewLessonError, match=message):
        new_lesson("xor", tmp_path)


def test_after_lesson_99_comes_100(tmp_path: Path) -> None:
    (tmp_path / "99-ninth.md").touch()
    assert new_lesson("tenth", tmp_path).name == "100-tenth.md"
    assert [path.name for path in lesson_paths(tmp_path)] == ["99-ninth.md", "100-tenth.md"]


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "lessons").touch()
    with pytest.raises(NewLessonError) as told:
        new_lesson("xor", tmp_path / "lessons")
    assert str(told.value) == (
        "'01-xor.md' cannot be written (File exists): check the folder's rights"
    )
