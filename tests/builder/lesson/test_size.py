"""Files of 5 MB are read, in time that grows with their size and no faster."""

from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from builder.lesson import read_lesson
from builder.project import ROOT

SIZE = 5_000_000
FRONT = "---\ntitle: A\nminutes: 20\nneeds: []\nteaches: [a, b, c]\n---\n\n"
LESSON = (ROOT / "lessons/01-neuron.md").read_text(encoding="utf-8").split("\n---\n", 1)[1]
# Each of these made some reader slow: they ask it to look for an end that never comes.
PIECES = {
    "details": "<details><summary>x</summary>\n\n",
    "comments": "<!-- a -->",
    "open comments": "<!-- a\n",
    "brackets": "[a](",
    "titles": '](a "',
    "backticks": "`` ` ",
    "links": "[a](#b)\n\n",
    "blanks": " ",
    "quotes": "> ",
}


@pytest.fixture
def seconds(tmp_path: Path) -> Callable[[str], float]:
    """Return a function that tells how long a text takes to read."""

    def measure(text: str) -> float:
        path = tmp_path / "01-a.md"
        path.write_text(text, encoding="utf-8")
        start = process_time()
        read_lesson(path)
        return process_time() - start

    return measure


def repeated(piece: str, size: int) -> str:
    """Return a lesson that is one piece again and again."""
    return FRONT + piece * (size // len(piece))


def test_a_lesson_of_5_mb_is_read(seconds: Callable[[str], float]) -> None:
    assert seconds(repeated(LESSON, SIZE)) < 60


@pytest.mark.parametrize("name", PIECES)
def test_time_grows_with_size(seconds: Callable[[str], float], name: str) -> None:
    short = seconds(repeated(PIECES[name], SIZE // 50))
    long = seconds(repeated(PIECES[name], SIZE // 5))
    # Ten times the text; in quadratic time it would be a hundred times as long.
    assert long < 40 * short + 0.5


def test_fences_that_get_shorter_do_not_look_ahead_for_ever(
    seconds: Callable[[str], float],
) -> None:
    fences = "".join("`" * length + "a\n## x\n\n" for length in range(1000, 3, -1))
    assert seconds(FRONT + fences) < 5
