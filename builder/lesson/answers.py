"""Read the bank of questions that learners ask, and their answers."""

import re
from collections.abc import Sequence

from builder.lesson.headings import kebab
from builder.lesson.model import Answer, Answers
from builder.lesson.options import check_count
from builder.lesson.pieces import Fence, Mark, Piece, Text, Title
from builder.lesson.problems import Problems, shorten

LEVEL = 3
OTHER_WAYS = 4
ALSO_ASKED = "Also asked:"
ALSO_ASKED_FORM = f"write `{ALSO_ASKED} one way / another / a third / a fourth` below the question"


class AnswerReader:
    """Read the bank of one lesson."""

    def __init__(self, lesson_id: str, lines: list[str], problems: Problems) -> None:
        """Make ids that start with the lesson's."""
        self.lesson_id = lesson_id
        self.lines = lines
        self.problems = problems

    def read(self, mark: Mark, pieces: Sequence[Piece]) -> Answers:
        """Return the bank from the pieces after its mark."""
        if len(mark.words) > 1:
            message = (
                f"unknown option '{shorten(mark.words[1])}' of the mark 'answers': it takes none"
            )
            self.problems.add(mark.line, message)
        answers: list[Answer] = []
        title: Title | None = None
        texts: list[Text] = []
        for piece in [*pieces, None]:
            if piece is None or (isinstance(piece, Title) and piece.level == LEVEL):
                answers += self.finish(title, texts)
                title, texts = piece, []
            elif isinstance(piece, Text):
                texts.append(piece)
            else:
                self.refuse(piece)
        if not answers:
            message = "no questions follow the mark 'answers': write each as `### The question?`"
            self.problems.add(mark.line, message)
        return Answers(mark.line, tuple(answers))

    def refuse(self, piece: Piece) -> None:
        """Note a piece that cannot stand among the answers."""
        names = {
            Title: "a heading of this level",
            Fence: "a live fence or an output",
            Mark: "a mark",
        }
        what = names.get(type(piece), "a hint, mistake or solution")
        message = (
            f"{what} cannot stand among the answers: move it, or end the bank with a ## heading"
        )
        self.problems.add(piece.line, message)

    def finish(self, title: Title | None, texts: list[Text]) -> list[Answer]:
        """Return the answer to a question, in a list; none before the first question."""
        rows = [index for text in texts for index in range(text.start, text.end)]
        blanks = next((n for n, row in enumerate(rows) if self.lines[row].strip()), len(rows))
        del rows[:blanks]
        if title is None:
            if rows:
                message = "these words belong to no question: write them before the mark 'answers'"
                self.problems.add(rows[0] + 1, message)
            return []
        also_asked, rest = self.split_also_asked(title, rows)
        words = "\n".join(self.lines[index] for index in rest).strip("\n").rstrip()
        if not words:
            self.problems.add(title.line, "this question has no answer: write it below")
        answer_id = f"{self.lesson_id}-{kebab(title.markdown)}"
        return [Answer(title.line, answer_id, title.markdown, also_asked, words)]

    def split_also_asked(self, title: Title, rows: list[int]) -> tuple[tuple[str, ...], list[int]]:
        """Return the other ways to ask a question, and the rows after them."""
        if not rows or not self.lines[rows[0]].startswith(ALSO_ASKED):
            self.problems.add(title.line, f"this question has no other ways: {ALSO_ASKED_FORM}")
            return (), rows
        size = next((n for n, row in enumerate(rows) if not self.lines[row].strip()), len(rows))
        text = " ".join(self.lines[row].strip() for row in rows[:size])
        parts = re.split(r"\s/(?:\s|$)", text.removeprefix(ALSO_ASKED))
        ways = tuple(part.strip() for part in parts if part.strip())
        owner = "this question"
        check_count(len(ways), OTHER_WAYS, "other way", owner, rows[0] + 1, self.problems)
        return ways, rows[size:]


def normal_form(question: str) -> str:
    """Return a question as it is compared with others.

    >>> normal_form("What is `x`?") == normal_form("what is x")
    True
    """
    return " ".join(question.casefold().replace("`", "").split()).rstrip("?.! ")


def check_twins(answers: Sequence[Answer], problems: Problems) -> None:
    """Note questions that one lesson asks twice, in other words included."""
    seen: dict[str, str] = {}
    ids: dict[str, str] = {}
    for answer in answers:
        place = f"{problems.path.name}:{answer.line}"
        for question in (answer.question, *answer.also_asked):
            check_question(question, answer.line, seen, problems)
        if ids.get(answer.id, place) != place == seen[normal_form(answer.question)]:
            message = f"this question has the same words as the one in {ids[answer.id]}: add one"
            problems.add(answer.line, message)
        ids.setdefault(answer.id, place)


def check_question(question: str, line: int, seen: dict[str, str], problems: Problems) -> None:
    """Note a question that was met before.

    Args:
        seen: Where each question was met; it grows.
    """
    form = normal_form(question)
    if form in seen:
        message = f"the question '{shorten(question)}' is asked in {seen[form]} too: keep one"
        problems.add(line, message)
    seen.setdefault(form, f"{problems.path.name}:{line}")
