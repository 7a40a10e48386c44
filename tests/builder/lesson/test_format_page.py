"""The page about the lesson format says what is so: each of its examples is read."""

from collections.abc import Callable

import pytest

from builder.lesson.cells import OPTIONS_OF
from builder.lesson.comments import MARKS
from builder.lesson.contents import FEWEST, LONGEST, SHORTEST
from builder.lesson.front_matter import KEYS
from builder.lesson.widgets import WIDGETS
from builder.project import ROOT

PAGE = ROOT / "lessons/README.md"
EXAMPLES = [PAGE]
WORDS = [
    *(f"python {role}" for role in OPTIONS_OF),
    *(f"{option}=" for options in OPTIONS_OF.values() for option in options),
    *(f"<!-- {mark}" for mark in MARKS),
    *(f"| `{key}` |" for key in KEYS),
    *(f"| `{widget}` |" for widget in WIDGETS),
    *(f"`{option}`" for options in WIDGETS.values() for option in options),
    f"{SHORTEST} to {LONGEST}",
    f"{FEWEST['question with its answer'][0]} questions",
]


def test_an_example_has_the_problems_that_it_says(
    example: tuple[str, list[str]], told: Callable[[str], list[str]]
) -> None:
    source, expected = example
    assert told(source) == expected


@pytest.mark.parametrize("words", WORDS)
def test_the_page_speaks_of(words: str) -> None:
    assert words in PAGE.read_text(encoding="utf-8")
