"""What grading takes in and gives back, as data that crosses to the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.kernel.wire import JsonObject, objects, text


@dataclass(frozen=True)
class KnownMistake:
    """A wrong solution from the lesson, and the words for whoever behaves like it."""

    id: str
    code: str
    feedback: str


@dataclass(frozen=True)
class ExerciseText:
    """What grading needs to know of an exercise beyond its checks: it stands in the lesson."""

    id: str
    lesson: str = ""
    setup: str = ""
    mistakes: Sequence[KnownMistake] = ()

    @staticmethod
    def from_dict(data: JsonObject) -> "ExerciseText":
        """Read it from what the page sends."""
        mistakes = tuple(
            KnownMistake(text(each, "id"), text(each, "code"), text(each, "feedback"))
            for each in objects(data, "mistakes")
        )
        return ExerciseText(text(data, "id"), text(data, "lesson"), text(data, "setup"), mistakes)


@dataclass(frozen=True)
class CheckResult:
    """How one check ended; the message is empty if it passed."""

    name: str
    passed: bool
    message: str = ""

    def to_dict(self) -> JsonObject:
        """Return it as the page reads it."""
        return {"name": self.name, "passed": self.passed, "message": self.message}


@dataclass(frozen=True)
class GradeResult:
    """How a grading ended.

    Args:
        feedback: What to tell the learner: plain text, paragraphs by blank lines, `code` in
            backticks. A paragraph with " | " in every line is a table; its first line has the
            headings.
        mistake: The id of the known or general mistake that was recognised.
        error: The ErrorReport, where the code stopped with an error of its own.
    """

    exercise: str
    passed: bool
    checks: tuple[CheckResult, ...]
    feedback: str
    mistake: str | None = None
    error: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """Return it as the page reads it."""
        return {
            "exercise": self.exercise,
            "passed": self.passed,
            "checks": [check.to_dict() for check in self.checks],
            "feedback": self.feedback,
            "mistake": self.mistake,
            "error": self.error,
        }
