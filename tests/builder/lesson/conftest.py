"""Lessons to read, written into a folder of their own, and examples kept in Markdown files."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.lesson import read_lesson
from builder.lesson.model import Block, Problem

FRONT_MATTER = """\
---
title: A lesson
minutes: 20
needs: []
teaches: [one, two, three]
---
"""
OFFSET = FRONT_MATTER.count("\n")
NAME = "09-example.md"
# An example in a Markdown file, and the problems that it says it has.
EXAMPLE = re.compile(
    r"^(?P<mark>`{4,})markdown\n(?P<source>.*?)^(?P=mark)$"
    r"(?:\n\n```text\n(?P<told>example\.md:.*?)\n```$)?",
    re.DOTALL | re.MULTILINE,
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that takes `example` every example of the files in its module's EXAMPLES."""
    if "example" in metafunc.fixturenames:
        found = [case for path in metafunc.module.EXAMPLES for case in examples(path)]
        metafunc.parametrize("example", found)


def examples(path: Path) -> list[object]:
    """Return the examples of a file, each named by its heading or its line."""
    text = path.read_text(encoding="utf-8")
    cases = []
    for match in EXAMPLE.finditer(text):
        heading = text[: match.start()].rpartition("\n#")[2].partition("\n")[0].strip("# ")
        line = text.count("\n", 0, match.start()) + 1
        told = (match["told"] or "").splitlines()
        cases.append(pytest.param((match["source"], told), id=f"{path.stem}:{line} {heading}"))
    return cases


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of lessons with the files that examples point to."""
    (tmp_path / "img").mkdir()
    for name in ("a.svg", "neuron.svg", "a.txt"):
        (tmp_path / "img" / name).write_text("<svg/>", encoding="utf-8")
    (tmp_path / "img/empty.svg").touch()
    for name in ("01-neuron.md", "01-lesson.md", "data.csv"):
        (tmp_path / name).write_text("not read here", encoding="utf-8")
    return tmp_path


@pytest.fixture
def told(folder: Path) -> Callable[[str], list[str]]:
    """Return a function that tells the problems of a lesson's text, front matter given."""

    def tell(body: str) -> list[str]:
        has_front = body.startswith("---")
        path = folder / NAME
        path.write_text(body if has_front else FRONT_MATTER + body, encoding="utf-8", newline="")
        _, problems = read_lesson(path)
        return [as_told(problem, 0 if has_front else OFFSET) for problem in problems]

    return tell


@pytest.fixture
def blocks(folder: Path) -> Callable[[str], tuple[Block, ...]]:
    """Return a function that reads the blocks of a lesson that has no problems."""

    def read(body: str) -> tuple[Block, ...]:
        path = folder / NAME
        path.write_text(FRONT_MATTER + body, encoding="utf-8", newline="")
        lesson, problems = read_lesson(path)
        assert (problems, lesson is None) == ([], False)
        return lesson.blocks if lesson else ()

    return read


def as_told(problem: Problem, offset: int) -> str:
    """Return a problem as examples write it, its lines counted from the example's first."""

    def shift(match: re.Match[str]) -> str:
        return f"{match[1]}{int(match[2]) - offset}"

    message = re.sub(r"(line |md:)(\d+)", shift, problem.message.replace(NAME, "example.md"))
    return f"example.md:{problem.line - offset}: {message}"
