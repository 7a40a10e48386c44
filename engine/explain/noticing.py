"""Notice silent trouble: programs that ran, and probably did not do what was meant."""

import ast
import re
from collections.abc import Mapping

from engine.explain import installing, notices_numbers, notices_results, notices_slips
from engine.explain.explanation import Note
from engine.explain.finished_run import Rule, Run

MOST = 5
# No learner's cell is longer; the rules would take long over it.
LONGEST = 100_000
# Each rule looks for one of these, or for a line that is not the last. So most cells of one line
# need not be read a second time.
TELLING = re.compile(r"[={.:;\n\r]|\b(?:or|is|for|def)\b")
RULES: tuple[Rule, ...] = (
    *installing.NOTICES,
    *notices_numbers.RULES,
    *notices_results.RULES,
    *notices_slips.RULES,
)


def notice(
    source: str,
    namespace: Mapping[str, object],
    first_bad: tuple[str, int] | None = None,
) -> tuple[Note, ...]:
    """Return what is probably wrong although the program ran, the first line first.

    Args:
        source: The code that ran without an error.
        namespace: The names after the run.
        first_bad: What `Watch` saw, if the run was watched.
    """
    if len(source) > LONGEST or not TELLING.search(source.strip()):
        return ()
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    run = Run(source, tree, namespace, first_bad)
    notes: dict[int, Note] = {}
    for rule in RULES:
        for note in attempt(rule, run):
            notes.setdefault(note.line, note)
    return tuple(sorted(notes.values(), key=lambda note: note.line)[:MOST])


def attempt(rule: Rule, run: Run) -> list[Note]:
    """Return what the rule notices; a rule that fails on a strange value notices nothing."""
    try:
        return list(rule(run))
    except Exception:
        return []
