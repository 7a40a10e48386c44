"""What the tutor says about a program, as data. Lines and columns count from 1, in characters."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A stretch of source; the end column is the one after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Change:
    """A small edit that is certain to help: this stretch becomes `replacement`."""

    line: int
    column: int
    end_line: int
    end_column: int
    replacement: str

    def to_dict(self) -> dict[str, object]:
        """Return the change as plain data."""
        return {
            "line": self.line,
            "column": self.column,
            "end_line": self.end_line,
            "end_column": self.end_column,
            "replacement": self.replacement,
        }

    def applied_to(self, source: str) -> str:
        """Return the source after this change."""
        lines = source.split("\n")
        before = lines[self.line - 1][: self.column - 1]
        after = lines[self.end_line - 1][self.end_column - 1 :]
        lines[self.line - 1 : self.end_line] = (before + self.replacement + after).split("\n")
        return "\n".join(lines)


@dataclass(frozen=True)
class Finding:
    """What one rule found out. No place means the place that Python itself named."""

    cause: str
    fix: str
    place: Place | None = None
    change: Change | None = None


@dataclass(frozen=True)
class Explanation:
    """One error, explained.

    Args:
        error: The name of the exception's type.
        place: Where to look in the learner's code; None where the error came from elsewhere.
        cause: What happened, in one or two sentences, with the learner's own names and values.
        fix: What to do, in one sentence.
        message: Python's own words.
        change: An edit that repairs the error, where there is a certain and small one.
    """

    error: str
    place: Place | None
    cause: str
    fix: str
    message: str
    change: Change | None = None

    @property
    def line(self) -> int | None:
        """Return the line to look at."""
        return self.place.line if self.place else None

    def to_dict(self) -> dict[str, object]:
        """Return the explanation as plain data."""
        place = self.place
        return {
            "error": self.error,
            "line": place.line if place else None,
            "end_line": place.end_line if place else None,
            "column": place.column if place else None,
            "end_column": place.end_column if place else None,
            "cause": self.cause,
            "fix": self.fix,
            "message": self.message,
            "change": self.change.to_dict() if self.change else None,
        }


@dataclass(frozen=True)
class Note:
    """One silent mistake that was noticed after a run."""

    line: int
    cause: str
    fix: str

    def to_dict(self) -> dict[str, object]:
        """Return the note as plain data."""
        return {"line": self.line, "cause": self.cause, "fix": self.fix}
