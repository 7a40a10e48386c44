"""Read one lesson file."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from builder.lesson.answers import check_twins
from builder.lesson.assemble import Assembler
from builder.lesson.folds import FoldGrouper
from builder.lesson.front_matter import FrontMatter, read_front_matter
from builder.lesson.graders import check_exercise_ids
from builder.lesson.inline import Link
from builder.lesson.links import FolderFiles, LinkChecker, read_links
from builder.lesson.model import (
    Answers,
    Block,
    Cell,
    Exercise,
    Lesson,
    Problem,
    Prose,
    Quiz,
    named_blocks,
)
from builder.lesson.problems import Problems
from builder.lesson.scanner import Scanner
from builder.lesson.source import read_data, split_lines
from builder.memo import Memo

FILE_NAME = re.compile(r"^(\d{2,})-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.md\Z")


@dataclass(frozen=True)
class Reading:
    """A lesson as read, with what the checks of the whole course need to know of it."""

    lesson: Lesson
    matter: FrontMatter
    links: tuple[Link, ...]
    problems: Problems


# What a file was read as, and the problems in it.
Parsed = tuple[Reading | None, Sequence[Problem]]


def read_lesson(path: Path) -> tuple[Lesson | None, list[Problem]]:
    """Return the lesson in a file, None where there is none to be read, and its problems."""
    problems = Problems(path)
    reading = read_one(path, problems, FolderFiles(path.parent), Memo())
    return reading.lesson if reading else None, problems.in_order()


def read_one(
    path: Path, problems: Problems, files: FolderFiles, parsed: Memo[Parsed]
) -> Reading | None:
    """Return what a file holds as far as it can be read, and note its problems.

    Args:
        files: What links may lead to.
        parsed: What files were read as; one with the same name and content is not read again.
    """
    name = FILE_NAME.match(path.name)
    if name is None:
        form = "two digits or more, then small letters with - between words"
        likeness = f"name it like 03-xor-wall.md: {form}"
        problems.add(1, f"'{path.name}' is no name for a lesson: {likeness}")
        return None
    data = read_data(path, problems)
    if data is None:
        return None
    reading, found = parsed.get((path, data), lambda: parse(path, name, data))
    problems.found += found
    if reading is None:
        return None
    LinkChecker(path, reading.lesson.anchors, problems, files).check(reading.links)
    return replace(reading, problems=problems)


def parse(path: Path, name: re.Match[str], data: bytes) -> Parsed:
    """Return what a lesson's text says, whatever else there is, and what is wrong in it."""
    problems = Problems(path)
    lines = split_lines(data, problems)
    if lines is None:
        return None, problems.found
    matter, start = read_front_matter(lines, problems)
    scanner = Scanner(lines, start, problems)
    pieces = FoldGrouper(problems).group(scanner.tokens())
    blocks = finish_blocks(Assembler(name[2], scanner, pieces).assemble(), name[2], problems)
    links = tuple(read_links(scanner.readable, problems))
    lesson = make_lesson(path, name, matter, blocks)
    problems.found += check_exercise_ids(lesson)
    return Reading(lesson, matter, links, problems), problems.found


def make_lesson(
    path: Path, name: re.Match[str], matter: FrontMatter, blocks: list[Block]
) -> Lesson:
    """Return the lesson; what its front matter lacks is empty, and a problem."""
    front = (matter.title, matter.minutes, matter.needs, matter.teaches)
    return Lesson(path, int(name[1]), name[2], *front, tuple(blocks))


def finish_blocks(blocks: list[Block], lesson_id: str, problems: Problems) -> list[Block]:
    """Return the blocks with every cell named and guarded, and note what they have in common."""
    blocks = guard_cells(name_cells(blocks, lesson_id), problems)
    check_ids(named_blocks(blocks), {}, problems)
    for block in blocks:
        if isinstance(block, Answers):
            check_twins(block.answers, problems)
    banks = [block.line for block in blocks if isinstance(block, Answers)]
    for line in banks[1:]:
        problems.add(line, f"the lesson has a bank of questions in line {banks[0]}: keep one")
    if not blocks and not problems.found:
        problems.add(1, "the lesson is empty: write something below the front matter")
    return blocks


def name_cells(blocks: list[Block], lesson_id: str) -> list[Block]:
    """Return the blocks with an id for each cell that has none: its place among the cells."""
    named: list[Block] = []
    number = 0
    for block in blocks:
        if isinstance(block, Cell):
            number += 1
            block = block if block.id else replace(block, id=f"{lesson_id}-cell-{number}")
        named.append(block)
    return named


def guard_cells(blocks: list[Block], problems: Problems) -> list[Block]:
    """Return the blocks with each prediction noted in the run cell that follows it."""
    guarded: list[Block] = []
    open_prediction: Quiz | None = None
    for block in [*blocks, None]:
        if open_prediction and not isinstance(block, Prose):
            if isinstance(block, Cell) and block.role == "run":
                block = replace(block, prediction=open_prediction.id)
            else:
                message = "no run cell follows this predict: put the cell that it asks about below"
                problems.add(open_prediction.line, message)
            open_prediction = None
        if isinstance(block, Quiz) and block.is_prediction:
            open_prediction = block
        if block is not None:
            guarded.append(block)
    return guarded


def check_ids(
    blocks: Iterable[Cell | Quiz | Exercise], seen: dict[str, str], problems: Problems
) -> None:
    """Note ids of cells, quizzes and exercises that are taken.

    Args:
        seen: Where each id was met so far; it grows.
    """
    name = problems.path.name
    for block in blocks:
        if block.id in seen:
            message = f"the id '{block.id}' is taken in {seen[block.id]}: choose another"
            problems.add(block.line, message)
        seen.setdefault(block.id, f"{name}:{block.line}")
