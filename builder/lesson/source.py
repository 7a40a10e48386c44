"""Read a file as lines of text, whatever editor wrote it."""

import re
from pathlib import Path

from builder.lesson.problems import Problems

UTF8_MARK = b"\xef\xbb\xbf"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# Python-Markdown uses some control characters as marks of its own; the direction marks make a line
# read otherwise than it runs.
UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85\u2028-\u202e\u2066-\u2069]")


def read_lines(path: Path, problems: Problems) -> list[str] | None:
    """Return the lines of a file without their ends, or None where it is no text."""
    data = read_data(path, problems)
    return None if data is None else split_lines(data, problems)


def read_data(path: Path, problems: Problems) -> bytes | None:
    """Return what a file holds, or None where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        problems.add(1, f"the file cannot be read ({error.strerror}): check its name and rights")
        return None


def split_lines(data: bytes, problems: Problems) -> list[str] | None:
    """Return the lines of a file's bytes without their ends, or None where they are no text.

    A byte order mark is dropped; Windows and old Mac line ends are understood.
    """
    text = decode(data, problems)
    if text is None:
        return None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, start=1):
        check_characters(line, number, problems)
    return lines


def decode(data: bytes, problems: Problems) -> str | None:
    """Return the text of a file's bytes, or None where they are none."""
    if data.startswith(UTF16_MARKS):
        problems.add(1, "the file is saved as UTF-16: save it as UTF-8")
        return None
    if b"\0" in data:
        problems.add(1, "the file is not text: a lesson is Markdown, saved as UTF-8")
        return None
    try:
        text = data.removeprefix(UTF8_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.add(line, "this line is not UTF-8: save the file as UTF-8")
        return None
    if not text.strip():
        problems.add(1, "the file is empty: `python3 build.py new NAME` makes one to start from")
        return None
    return text


def check_characters(line: str, number: int, problems: Problems) -> None:
    """Tell the first character of a line that nobody can see and that changes how it is read."""
    unwanted = UNWANTED.search(line)
    if unwanted:
        code = f"U+{ord(unwanted[0]):04X}"
        problems.add(number, f"this line holds the invisible character {code}: delete it")
