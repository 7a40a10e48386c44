"""What an author is told, word for word; the files in problems/ hold a case each heading."""

from collections.abc import Callable
from pathlib import Path

EXAMPLES = sorted(Path(__file__).parent.glob("problems/*.md"))


def test_the_author_is_told(
    example: tuple[str, list[str]], told: Callable[[str], list[str]]
) -> None:
    source, expected = example
    assert expected
    assert told(source) == expected


def test_there_are_cases() -> None:
    assert len(EXAMPLES) == 7
