"""Read the whole course, and check what no lesson can tell alone."""

from collections.abc import Sequence
from pathlib import Path

from builder.lesson.answers import check_question
from builder.lesson.links import FolderFiles, check_course_links
from builder.lesson.model import Lesson, Problem
from builder.lesson.problems import Problems, shorten, suggest
from builder.lesson.reader import Parsed, Reading, check_ids, read_one
from builder.memo import Memo

FORMAT_FILE = "README.md"


def read_course(
    folder: Path, parsed: Memo[Parsed] | None = None
) -> tuple[list[Lesson], list[Problem]]:
    """Return the lessons of a folder in order, and all problems, file by file.

    Args:
        parsed: What files were read as earlier; what has not changed is not read again.
    """
    files, known = FolderFiles(folder), parsed or Memo()
    noted = [Problems(path) for path in lesson_paths(folder)]
    found = [read_one(problems.path, problems, files, known) for problems in noted]
    readings = [reading for reading in found if reading]
    check_course_wide(readings)
    problems = [problem for each in noted for problem in each.in_order()]
    if not noted:
        message = "there are no lessons here: `python3 build.py new NAME` makes one to start from"
        problems.append(Problem(folder, 1, message))
    return [reading.lesson for reading in readings], problems


def lesson_paths(folder: Path) -> list[Path]:
    """Return the Markdown files of a folder in order, those that start with a dot left out."""
    found = folder.glob("*.md")
    names = (path.name for path in found if not path.name.startswith("."))
    return [folder / name for name in sorted(names, key=by_number) if name != FORMAT_FILE]


def by_number(name: str) -> tuple[int, str]:
    """Return what sorts a file name: 100 comes after 99, and what has no number first.

    >>> sorted(["100-c.md", "99-b.md", "a.md"], key=by_number)
    ['a.md', '99-b.md', '100-c.md']
    """
    number = name.partition("-")[0]
    return (int(number) if number.isdecimal() else -1), name


def check_course_wide(readings: Sequence[Reading]) -> None:
    """Note what does not fit together between the lessons."""
    check_names(readings)
    check_needs(readings)
    check_questions(readings)
    seen_ids: dict[str, str] = {}
    anchors = {reading.lesson.path.name: reading.lesson.anchors for reading in readings}
    for reading in readings:
        lesson, problems = reading.lesson, reading.problems
        check_ids(lesson.named, seen_ids, problems)
        check_course_links(reading.links, anchors, lesson.path.name, problems)


def check_questions(readings: Sequence[Reading]) -> None:
    """Note questions that two lessons ask; other ways to ask may be short, and the same in both."""
    seen: dict[str, str] = {}
    for reading in readings:
        for answer in reading.lesson.questions:
            check_question(answer.question, answer.line, seen, reading.problems)


def check_names(readings: Sequence[Reading]) -> None:
    """Note numbers, ids and titles that two lessons share."""
    seen: dict[str, str] = {}
    for reading in readings:
        lesson = reading.lesson
        lines = reading.matter.line_of
        shared = [
            (f"the number {lesson.number:02}", 1, "give the file another"),
            (f"the id '{lesson.id}'", 1, "give the file another"),
            (f"the title '{shorten(lesson.title)}'", lines.get("title", 1), "write another"),
        ]
        for what, line, todo in shared:
            if what in seen and what != "the title ''":
                reading.problems.add(line, f"{what} is taken by {seen[what]}: {todo}")
            seen.setdefault(what, lesson.path.name)


def check_needs(readings: Sequence[Reading]) -> None:
    """Note lessons that need one that is unknown, themselves, or one that comes later."""
    numbers = {reading.lesson.id: reading.lesson.number for reading in readings}
    for reading in readings:
        lesson = reading.lesson
        line = reading.matter.line_of.get("needs", 1)
        for needed in lesson.needs:
            if needed == lesson.id:
                reading.problems.add(line, "a lesson cannot need itself: take its id out of needs")
            elif needed not in numbers:
                message = f"unknown lesson '{shorten(needed)}' in needs"
                hint = suggest(needed, [name for name in numbers if name != lesson.id])
                reading.problems.add(line, f"{message}: {hint}")
            elif numbers[needed] > lesson.number:
                message = f"the lesson '{needed}' in needs comes later than this one"
                reading.problems.add(line, f"{message}: take it out, or change the numbers")
