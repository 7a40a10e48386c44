"""Find where a fence of code starts and ends."""

import re
from dataclasses import dataclass

from builder.lesson.problems import Problems, nearest, shorten

OPENING = re.compile(r"^([ \t]*)(`{3,}|~{3,})(.*)$")
BURIED = re.compile(r"^\s*(?:>|[-*+]\s|\d+[.)]\s)[\s>]*(?:`{3,}+(?!.*`)|~{3,})")
STRUCTURE = re.compile(r"^(?:##+ |</?details|<!--)")
LANGUAGES = ("python", "output")
NEAR_BUT_FINE = ("ipython", "py", "python3", "python2", "cython")


@dataclass(frozen=True)
class FenceStart:
    """The line that starts a fence."""

    indent: str
    mark: str
    info: str

    def is_ended_by(self, other: "FenceStart") -> bool:
        """Tell whether a fence line of the same kind ends this fence or starts a new one."""
        return other.mark[0] == self.mark[0] and len(other.mark) >= len(self.mark)


@dataclass(frozen=True)
class FenceEnd:
    """Where a fence ends: its code is before line `code_end`, the next thing at `next_line`."""

    code_end: int
    next_line: int
    is_closed: bool


def match_fence(line: str) -> FenceStart | None:
    """Return the parts of a line that starts or ends a fence, or None."""
    match = OPENING.match(line)
    if match is None or (match[2][0] == "`" and "`" in match[3]):
        return None
    return FenceStart(match[1], match[2], match[3].strip())


class FenceFinder:
    """Find the ends of fences in one file, from top to bottom."""

    def __init__(self, lines: list[str], problems: Problems) -> None:
        """Start at the top of a file."""
        self.lines = lines
        self.problems = problems
        self.may_guess = True

    def find_end(self, start: FenceStart, opening: int) -> FenceEnd:
        """Return where the fence ends that starts at an index."""
        for index in range(opening + 1, len(self.lines)):
            fence = match_fence(self.lines[index])
            if fence is None or not start.is_ended_by(fence):
                continue
            if not fence.info:
                return FenceEnd(index, index + 1, True)
            message = f"this fence is not closed before line {index + 1}, where another one starts"
            todo = (
                f"close it with {shorten(start.mark)}, or give it a longer mark than what it shows"
            )
            self.problems.add(opening + 1, f"{message}: {todo}")
            return self.guess_end(opening, index)
        message = f"this fence is never closed: add a line {shorten(start.mark)}"
        self.problems.add(opening + 1, message)
        stop = len(self.lines)
        if not self.may_guess:
            return FenceEnd(stop, stop, False)
        # Guessing means reading lines twice. Once is enough to keep the time linear.
        self.may_guess = False
        return self.guess_end(opening, stop)

    def guess_end(self, opening: int, stop: int) -> FenceEnd:
        """Return the end of an unclosed fence: the first line that can hardly be code."""
        inside = range(opening + 1, stop)
        end = next((i for i in inside if STRUCTURE.match(self.lines[i])), stop)
        return FenceEnd(end, end, False)


def code_between(lines: list[str], start: FenceStart) -> str:
    """Return the code of a fence without the indent of its first line."""
    width = len(start.indent)
    return "\n".join(line[min(width, len(line) - len(line.lstrip(" \t"))) :] for line in lines)


def is_acted_on(start: FenceStart) -> bool:
    """Tell whether a fence is live code or an output; any other is only shown."""
    words = start.info.split()
    if words[:1] == ["output"]:
        return True
    return len(words) > 1 and words[0].lower() in ("python", "py", "python3")


def check_language(start: FenceStart, line: int, problems: Problems) -> None:
    """Tell a first word that nearly is `python` or `output`."""
    word = (start.info.split() or [""])[0]
    if word.lower() in (*LANGUAGES, *NEAR_BUT_FINE):
        return
    guess = nearest(word, LANGUAGES, 0.8)
    if guess:
        problems.add(line, f"unknown kind of fence '{word}': did you mean '{guess}'?")
