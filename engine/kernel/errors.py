"""What stopped a program, as data: type, message, place in the cell, and the learner's lines."""

from __future__ import annotations

import linecache
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from traceback import FrameSummary, StackSummary, TracebackException
from types import CodeType, TracebackType
from typing import TYPE_CHECKING

from engine.kernel.encode import type_name
from engine.kernel.program import is_cell, line_of
from engine.kernel.wire import JsonObject

if TYPE_CHECKING:
    from engine.explain import Explanation

LONGEST_MESSAGE = 4_000
LONGEST_TRACEBACK = 40_000


@dataclass(frozen=True)
class Place:
    """Where something is in a cell. Lines and columns count from 1, columns in characters.

    Args:
        end_column: The column after the last character.
    """

    line: int | None = None
    end_line: int | None = None
    column: int | None = None
    end_column: int | None = None


@dataclass(frozen=True)
class ErrorReport:
    """What is wrong with a program.

    Args:
        place: In the cell that ran; without a line where the error came from elsewhere.
        traceback: The learner's own lines only.
        explanation: The same in plain words; None where there is none.
    """

    type: str
    message: str
    place: Place
    traceback: str
    explanation: Explanation | None = None

    def to_dict(self) -> JsonObject:
        """Return the report as the page reads it."""
        return {
            "type": self.type,
            "message": self.message,
            "line": self.place.line,
            "endLine": self.place.end_line,
            "column": self.place.column,
            "endColumn": self.place.end_column,
            "traceback": self.traceback,
            "cause": self.explanation.cause if self.explanation else "",
            "fix": self.explanation.fix if self.explanation else "",
            "change": changed(self.explanation),
        }


def changed(explanation: Explanation | None) -> JsonObject | None:
    """Return the small edit that repairs the error, as the page reads it."""
    if explanation is None or explanation.change is None:
        return None
    change = explanation.change
    return {
        "line": change.line,
        "column": change.column,
        "endLine": change.end_line,
        "endColumn": change.end_column,
        "replacement": change.replacement,
    }


def explained_report(
    error: BaseException, filename: str, names: Mapping[str, object]
) -> ErrorReport:
    """Return what is wrong, explained in plain words; never raises.

    Args:
        error: What stopped the cell.
        filename: The cell's.
        names: The lesson's names and their values.
    """
    plain = report(error, filename)
    try:
        # Only when something went wrong: Python starts sooner without it.
        from engine.explain import explain

        source = "".join(linecache.getlines(filename))
        explanation = explain(error, source, filename, names)
    except Exception:
        return plain
    found = explanation.place
    if found is None:
        return replace(plain, explanation=explanation)
    place = Place(found.line, found.end_line, found.column, found.end_column)
    return replace(plain, place=place, explanation=explanation)


def report(error: BaseException, filename: str) -> ErrorReport:
    """Return what is wrong; never raises, whatever the exception's own methods do.

    Args:
        error: What stopped the cell.
        filename: The cell's, as `program.cell_filename` makes it.
    """
    kind = type_name(error)
    try:
        message = message_of(error)
        place = syntax_place(error, filename) or runtime_place(error, filename)
        text = learner_traceback(error)
    except BaseException:
        return ErrorReport(kind, "", Place(), f"{kind}: its message cannot be shown\n")
    return ErrorReport(kind, message[:LONGEST_MESSAGE], place, shorten(text))


def shorten(text: str) -> str:
    """Return a text cut in the middle where it is very long."""
    if len(text) <= LONGEST_TRACEBACK:
        return text
    half = LONGEST_TRACEBACK // 2
    return f"{text[:half]}\n...\n{text[-half:]}"


def message_of(error: BaseException) -> str:
    """Return the exception's message, or a word about why there is none."""
    if isinstance(error, SyntaxError) and type(error.msg) is str:
        return error.msg
    try:
        return str.__str__(str(error))
    except BaseException:
        return "its message cannot be shown"


def syntax_place(error: BaseException, filename: str) -> Place | None:
    """Return where a SyntaxError of this cell is, or None for any other error."""
    if not isinstance(error, SyntaxError) or error.filename != filename:
        return None
    line, column = whole(error.lineno), whole(error.offset)
    end_line, end_column = whole(error.end_lineno) or line, whole(error.end_offset)
    if column and line and (not end_column or (end_line, end_column) <= (line, column)):
        end_line, end_column = line, column + 1
    return Place(line, end_line, column, end_column if column else None)


def whole(number: object) -> int | None:
    """Return a positive whole number, or None: CPython writes 0 and -1 for an unknown one."""
    return number if type(number) is int and number > 0 else None


def runtime_place(error: BaseException, filename: str) -> Place:
    """Return the place in the cell from which the error came, the innermost one."""
    place = Place()
    for entry in traceback_entries(error.__traceback__):
        code = entry.tb_frame.f_code
        if code.co_filename == filename:
            place = entry_place(entry, code)
    return place


def traceback_entries(entry: TracebackType | None) -> Iterator[TracebackType]:
    """Return the traceback's entries, outermost first."""
    while entry is not None:
        yield entry
        entry = entry.tb_next


def entry_place(entry: TracebackType, code: CodeType) -> Place:
    """Return one entry's place, from the positions that the compiler wrote down (PEP 657)."""
    positions = list(code.co_positions())
    index = entry.tb_lasti // 2
    if not 0 <= index < len(positions) or positions[index][0] is None:
        return Place(entry.tb_lineno)
    line, end_line, column, end_column = positions[index]
    return Place(
        line,
        end_line,
        character(code.co_filename, line, column),
        character(code.co_filename, end_line, end_column),
    )


def character(filename: str, line: int | None, offset: int | None) -> int | None:
    """Return the column in characters, from 1, of an offset in bytes."""
    if line is None or offset is None:
        return None
    return len(line_of(filename, line).encode()[:offset].decode(errors="replace")) + 1


def learner_traceback(error: BaseException) -> str:
    """Return the traceback with the learner's lines only, causes and groups included."""
    summary = TracebackException(type(error), error, error.__traceback__)
    keep_cells(summary, set())
    if isinstance(error, SyntaxError) and not summary.stack:
        return "".join(summary.format_exception_only())
    return "".join(summary.format())


def keep_cells(summary: TracebackException, seen: set[int]) -> None:
    """Drop every line that is not the learner's, here and in what led to it."""
    if id(summary) in seen:
        return
    seen.add(id(summary))
    own: list[FrameSummary] = [frame for frame in summary.stack if is_cell(frame.filename)]
    summary.stack = StackSummary.from_list(own)
    members = getattr(summary, "exceptions", None) or []
    for other in (summary.__cause__, summary.__context__, *members):
        if other is not None:
            keep_cells(other, seen)
