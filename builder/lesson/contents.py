"""Check that a lesson has all that the course promises of each lesson."""

from collections.abc import Iterator

from builder.lesson.model import Answers, Block, Cell, Lesson, Problem, Quiz, Widget
from builder.lesson.problems import Problems, count_of
from builder.lesson.source import read_lines

SHORTEST, LONGEST = 15, 40
# What a new lesson holds in the place of words that its author still has to write.
TO_WRITE = "WRITE:"
FEWEST = {
    "run cell": (6, "add a `python run` fence"),
    "prediction": (3, "put `<!-- predict id=... -->` and a task list before a run cell"),
    "explore picture": (1, "put `<!-- widget ... -->` before a picture"),
    "question with its answer": (25, "add them below `<!-- answers -->`"),
}


def check_contents(lesson: Lesson) -> list[Problem]:
    """Return what a lesson still lacks."""
    messages = [*too_few(lesson), *wrong_length(lesson)]
    unwritten = [Problem(lesson.path, line, f"write this: {words}") for line, words in gaps(lesson)]
    return [Problem(lesson.path, 1, message) for message in messages] + unwritten


def too_few(lesson: Lesson) -> Iterator[str]:
    """Yield what a lesson has too few of."""
    for what, (fewest, todo) in FEWEST.items():
        found = sum(amount(what, block) for block in lesson.blocks)
        if found < fewest:
            plural = "questions with their answers" if "answer" in what else ""
            yield f"the lesson has {count_of(found, what, plural)} and needs {fewest}: {todo}"


def amount(what: str, block: Block) -> int:
    """Return how many of a thing a block is."""
    if isinstance(block, Answers):
        return len(block.answers) if "answer" in what else 0
    return {
        "run cell": isinstance(block, Cell) and block.role == "run",
        "prediction": isinstance(block, Quiz) and block.is_prediction,
        "explore picture": isinstance(block, Widget),
    }.get(what, False)


def wrong_length(lesson: Lesson) -> Iterator[str]:
    """Yield that a lesson is too short or too long."""
    if not SHORTEST <= lesson.minutes <= LONGEST:
        limits = f"plan it for {SHORTEST} to {LONGEST}"
        yield f"the lesson takes {count_of(lesson.minutes, 'minute')}: {limits}"


def gaps(lesson: Lesson) -> Iterator[tuple[int, str]]:
    """Yield the lines that a template left to the author, and what is to be written there."""
    lines = read_lines(lesson.path, Problems(lesson.path)) or []
    for number, line in enumerate(lines, start=1):
        _, found, words = line.partition(TO_WRITE)
        if found:
            yield number, words.strip(' "')
