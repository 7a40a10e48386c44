"""Collect what is wrong in one file, and find what an author may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from builder.lesson.model import Problem

# Likeness takes time with the number of pairs: beyond these nobody compares.
LONGEST_WORD = 60
MOST_CHOICES = 500


class Problems:
    """The problems of one file, in the order in which they are found."""

    def __init__(self, path: Path) -> None:
        """Start without problems."""
        self.path = path
        self.found: list[Problem] = []

    def add(self, line: int, message: str) -> None:
        """Note a problem at a line; lines count from 1."""
        self.found.append(Problem(self.path, line, message))

    def in_order(self) -> list[Problem]:
        """Return the problems from the first line to the last, each once."""
        return sorted(dict.fromkeys(self.found), key=lambda problem: problem.line)


def nearest(word: str, known: Iterable[str], likeness: float = 0.7) -> str | None:
    """Return the known word that is most like a word, or None.

    >>> nearest("rnu", ["run", "setup"], 0.6)
    'run'
    """
    choices = list(known)
    if len(word) > LONGEST_WORD or len(choices) > MOST_CHOICES:
        return None
    return next(iter(get_close_matches(word.lower(), choices, 1, likeness)), None)


def suggest(word: str, known: Iterable[str]) -> str:
    """Return what to do about an unknown word: the nearest known one, or all of them.

    >>> suggest("exersise", ["run", "exercise"])
    "did you mean 'exercise'?"
    >>> suggest("zebra", ["run", "exercise"])
    'known are: run, exercise'
    """
    choices = list(known)
    guess = nearest(word, choices, 0.6)
    return f"did you mean '{guess}'?" if guess else "known are: " + ", ".join(choices)


def shorten(text: str, width: int = 40) -> str:
    """Return a text that fits into a message.

    >>> shorten("a very long word", 8)
    'a very …'
    """
    return text if len(text) <= width else text[: width - 1] + "…"


def count_of(number: int, singular: str, plural: str = "") -> str:
    """Return a number and its noun.

    >>> count_of(0, "hint"), count_of(1, "hint"), count_of(2, "hint")
    ('no hints', '1 hint', '2 hints')
    """
    noun = singular if number == 1 else plural or singular + "s"
    return f"{number or 'no'} {noun}"
