"""Files of any kind: read, or told what is wrong with them."""

import sys
from pathlib import Path

import pytest

from builder.lesson import read_lesson

EMPTY = "the file is empty: `python3 build.py new NAME` makes one to start from"
BINARY = "the file is not text: a lesson is Markdown, saved as UTF-8"
FRONT = b"---\ntitle: A\nminutes: 20\nneeds: []\nteaches: [a, b, c]\n---\n\n"


def told(path: Path, data: bytes) -> list[tuple[int, str]]:
    path.write_bytes(data)
    return [(problem.line, problem.message) for problem in read_lesson(path)[1]]


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"", 1, EMPTY),
        (b"\xef\xbb\xbf \n", 1, EMPTY),
        (b"\x89PNG\r\n\x1a\n\0", 1, BINARY),
        ("text".encode("utf-16"), 1, "the file is saved as UTF-16: save it as UTF-8"),
        (FRONT + b"caf\xe9", 8, "this line is not UTF-8: save the file as UTF-8"),
        (FRONT + b"a\x02", 8, "this line holds the invisible character U+0002: delete it"),
        (
            FRONT + "a\u202e".encode(),
            8,
            "this line holds the invisible character U+202E: delete it",
        ),
        (
            b"Text.",
            1,
            "the front matter is missing: start with ---, title, minutes, needs, teaches, ---",
        ),
        (FRONT, 1, "the lesson is empty: write something below the front matter"),
    ],
)
def test_a_file_that_is_no_lesson(tmp_path: Path, data: bytes, line: int, message: str) -> None:
    assert told(tmp_path / "01-a.md", data) == [(line, message)]


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_any_line_ends_and_a_byte_order_mark_are_fine(tmp_path: Path, end: bytes) -> None:
    data = b"\xef\xbb\xbf" + (FRONT + b"Text.\n").replace(b"\n", end)
    assert told(tmp_path / "01-a.md", data) == []


@pytest.mark.parametrize("name", ["neuron.md", "1-neuron.md", "01-Neuron.md", "01_neuron.md"])
def test_a_name_that_is_none_for_a_lesson(tmp_path: Path, name: str) -> None:
    form = (
        "name it like 03-xor-wall.md: two digits or more, then small letters with - between words"
    )
    assert told(tmp_path / name, FRONT) == [(1, f"'{name}' is no name for a lesson: {form}")]


def test_a_file_that_does_not_exist(tmp_path: Path) -> None:
    lesson, problems = read_lesson(tmp_path / "01-a.md")
    message = "the file cannot be read (No such file or directory): check its name and rights"
    assert (lesson, [problem.message for problem in problems]) == (None, [message])


def test_a_folder_is_told_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "01-a.md").mkdir()
    assert [problem.line for problem in read_lesson(tmp_path / "01-a.md")[1]] == [1]


def test_a_cell_that_is_far_too_long_is_told(tmp_path: Path) -> None:
    code = b"```python run id=a\n" + b"x = 1\n" * 10_000 + b"```\n"
    message = "this cell has 59999 characters: split it, 50000 are the most"
    assert told(tmp_path / "01-a.md", FRONT + code) == [(8, message)]


def test_code_too_deep_for_python_is_told(tmp_path: Path) -> None:
    code = b"```python run id=a\n" + b"-" * 40_000 + b"1\n```\n"
    ((line, message),) = told(tmp_path / "01-a.md", FRONT + code)
    assert (line, message) == (9, "syntax error in this cell: Python cannot read this code")
    assert sys.getrecursionlimit() >= 1000
