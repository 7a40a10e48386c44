"""Read the banks of questions that belong to no lesson: `lessons/questions/*.md`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from builder.lesson.answers import AnswerReader, check_question, check_twins
from builder.lesson.folds import FoldGrouper
from builder.lesson.inline import Link
from builder.lesson.links import UP, FolderFiles, LinkChecker, check_course_links, read_links
from builder.lesson.model import Answers, Bank, Lesson, Problem
from builder.lesson.pieces import Mark, Piece, Text, Title
from builder.lesson.problems import Problems
from builder.lesson.scanner import Scanner
from builder.lesson.source import read_data, split_lines
from builder.memo import Memo

FOLDER = "questions"
FORM = "start with `# Title`, then write a line `<!-- answers -->` before the first question"


# A bank, its links, and what is wrong in its file, whatever the lessons hold.
ParsedBank = tuple[Bank | None, Sequence[Link], Sequence[Problem]]


def read_banks(
    lessons_folder: Path, lessons: Sequence[Lesson], parsed: Memo[ParsedBank] | None = None
) -> tuple[list[Bank], list[Problem]]:
    """Return the banks in the order of their file names, and their problems.

    Args:
        lessons: All lessons: a question is asked once in the course, and links must lead somewhere.
        parsed: What files were read as earlier; what has not changed is not read again.
    """
    known = parsed or Memo()
    files = [(path, Problems(path)) for path in bank_paths(lessons_folder / FOLDER)]
    anchors = {lesson.path.name: lesson.anchors for lesson in lessons}
    seen = lesson_questions(lessons)
    banks: list[Bank] = []
    for path, problems in files:
        bank = read_bank(path, anchors, problems, known)
        for answer in bank.answers if bank else ():
            check_question(answer.question, answer.line, seen, problems)
        banks += [bank] if bank else []
    return banks, [problem for _, problems in files for problem in problems.in_order()]


def bank_paths(folder: Path) -> list[Path]:
    """Return the Markdown files of the folder in order; without the folder there are none."""
    return sorted(path for path in folder.glob("*.md") if not path.name.startswith("."))


def lesson_questions(lessons: Sequence[Lesson]) -> dict[str, str]:
    """Return where each question of the lessons is asked."""
    seen: dict[str, str] = {}
    for lesson in lessons:
        for answer in lesson.questions:
            check_question(answer.question, answer.line, seen, Problems(lesson.path))
    return seen


def read_bank(
    path: Path,
    anchors: Mapping[str, frozenset[str]],
    problems: Problems,
    parsed: Memo[ParsedBank],
) -> Bank | None:
    """Return the bank in a file, None where there is none, and note its problems."""
    data = read_data(path, problems)
    if data is None:
        return None
    bank, links, found = parsed.get((path, data), lambda: parse_bank(path, data))
    problems.found += found
    check_links(links, path, anchors, problems)
    return bank


def parse_bank(path: Path, data: bytes) -> ParsedBank:
    """Return what a bank's text says, its links, and what is wrong in it."""
    problems = Problems(path)
    lines = split_lines(data, problems)
    if lines is None:
        return None, (), problems.found
    scanner = Scanner(lines, 0, problems)
    pieces = FoldGrouper(problems).group(scanner.tokens())
    links = read_links(scanner.readable, problems)
    title, answers = split_bank(path.stem, lines, pieces, problems)
    check_twins(answers.answers, problems)
    return Bank(path, path.stem, title, answers.answers), links, problems.found


def split_bank(
    name: str, lines: list[str], pieces: Sequence[Piece], problems: Problems
) -> tuple[str, Answers]:
    """Return the title of a bank and its answers."""
    title = next((p.markdown for p in pieces if isinstance(p, Title) and p.level == 1), "")
    start = next((n for n, p in enumerate(pieces) if is_mark(p)), None)
    before = pieces[:start] if start is not None else ()
    if not title or start is None or not all(isinstance(p, Title | Text) for p in before):
        problems.add(1, f"this is no bank of questions: {FORM}")
        return title, Answers(1, ())
    mark = pieces[start]
    assert isinstance(mark, Mark)
    return title, AnswerReader(name, lines, problems).read(mark, pieces[start + 1 :])


def is_mark(piece: Piece) -> bool:
    """Tell whether a piece is the mark before the questions."""
    return isinstance(piece, Mark) and piece.words[0] == "answers"


def check_links(
    links: Sequence[Link], path: Path, anchors: Mapping[str, frozenset[str]], problems: Problems
) -> None:
    """Note links that lead nowhere. Those to lessons start with `../`."""
    as_in_lessons = [replace(link, target=link.target.removeprefix(UP)) for link in links]
    for link in links:
        if not link.target.startswith(UP) and ".md" in link.target and "://" not in link.target:
            problems.add(link.line, f"links to lessons start with {UP} here: '{link.target}'")
    place = path.parent.parent / f".{path.name}"
    LinkChecker(place, frozenset(), problems, FolderFiles(place.parent)).check(as_in_lessons)
    check_course_links(as_in_lessons, anchors, path.name, problems)
