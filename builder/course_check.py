"""Run the whole course: every cell, every solution, every starter and every known mistake."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from builder.cell_process import CellProcess, Outcome
from builder.exercise_check import check_exercise
from builder.lesson.contents import check_contents
from builder.lesson.graders import check_graders
from builder.lesson.model import Cell, Exercise, Lesson, Problem
from builder.lesson.problems import count_of, shorten
from engine.grading import exercise_ids

CELL_SECONDS = 30.0
UNSOLVED = " when the exercises before it are not solved"
SOLVED = " when the solutions of the exercises before it have been run"
Findings = dict[int, list[Problem]]
Job = Callable[[], list[Problem]]


def check_course(lessons: Sequence[Lesson], seconds: float = CELL_SECONDS) -> list[Problem]:
    """Return all that does not run as the lessons say, in the order of the lessons.

    Args:
        seconds: How long a cell may take.
    """
    known = set(exercise_ids())
    jobs: list[Job] = []
    for lesson in lessons:
        jobs += [partial(check_contents, lesson), partial(check_graders, lesson)]
        jobs.append(partial(check_cells, lesson, seconds))
        graded = [exercise for exercise in lesson.exercises() if exercise.id in known]
        jobs += [partial(check_exercise, lesson, exercise) for exercise in graded]
    # The work is done by other processes; here is only waiting for them.
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        results = list(pool.map(lambda job: job(), jobs))
    order = {lesson.path: number for number, lesson in enumerate(lessons)}
    found = [problem for result in results for problem in result]
    return sorted(found, key=lambda problem: (order[problem.path], problem.line))


def check_cells(lesson: Lesson, seconds: float) -> list[Problem]:
    """Return what goes wrong in a lesson's cells, run in order, for two kinds of learner.

    One skips every exercise, the other solves each before going on. What the lesson says must hold
    for both.
    """
    skipped = run_cells(lesson, seconds, with_solutions=False)
    if not lesson.exercises():
        return [problem for problems in skipped.values() for problem in problems]
    solved = run_cells(lesson, seconds, with_solutions=True)
    found: list[Problem] = []
    for line in sorted({*skipped, *solved}):
        if line in skipped:
            found += add_words(skipped[line], "" if line in solved else UNSOLVED)
        else:
            found += add_words(solved[line], SOLVED)
    return found


def add_words(problems: Sequence[Problem], words: str) -> list[Problem]:
    """Return problems with words about when they happen, before what to do."""
    changed = []
    for problem in problems:
        what, colon, todo = problem.message.rpartition(": ")
        message = f"{what}{words}{colon}{todo}"
        changed.append(Problem(problem.path, problem.line, message))
    return changed


def run_cells(lesson: Lesson, seconds: float, with_solutions: bool) -> Findings:
    """Run a lesson's cells in order and return the problems by the cell's line."""
    found: Findings = {}
    with CellProcess(lesson.id, seconds) as process:
        for block in ordered(lesson):
            if isinstance(block, Exercise):
                if with_solutions and block.solution:
                    process.run(block.id, block.solution.code)
                continue
            outcome = process.run(block.id, block.code)
            problems = [Problem(lesson.path, *fault) for fault in cell_faults(block, outcome)]
            if problems:
                found[block.line] = problems
            if outcome.ending in ("late", "dead"):
                break
    return found


def ordered(lesson: Lesson) -> list[Cell | Exercise]:
    """Return a lesson's cells and exercises in the order in which they run, set-up first."""
    live = [block for block in lesson.blocks if isinstance(block, Cell | Exercise)]
    return sorted(live, key=lambda block: not (isinstance(block, Cell) and block.role == "setup"))


def cell_faults(cell: Cell, outcome: Outcome) -> list[tuple[int, str]]:
    """Return what is wrong with how a cell ended, each with its line."""
    wanted = cell.options.get("error", "")
    if outcome.ending == "late":
        return [(cell.line, "this cell takes too long: give it less to do")]
    if outcome.ending == "dead":
        return [(cell.line, "this cell ends Python itself: take out what does so")]
    if outcome.error and outcome.error != wanted:
        said = shorten(f"{outcome.error}: {outcome.message}".removesuffix(": "), 120)
        todo = f"correct it, or write error={outcome.error} if it is meant to"
        return [(cell.line + outcome.line, f"this cell stops with '{said}': {todo}")]
    if wanted and not outcome.error:
        return [(cell.line, f"this cell is meant to stop with {wanted}, and does not: drop error=")]
    return output_faults(cell, outcome.printed)


def output_faults(cell: Cell, printed: str) -> list[tuple[int, str]]:
    """Return the first line in which a cell prints something else than its output says."""
    if cell.output is None or cell.output_line is None:
        return []
    wanted, got = as_lines(cell.output), as_lines(printed.removesuffix("\n"))
    for number, (expected, actual) in enumerate(zip(wanted, got, strict=False), start=1):
        if expected != actual:
            message = f"the cell prints '{shorten(actual, 80)}' here"
            return [(cell.output_line + number, f"{message}: correct the output or the cell")]
    line = cell.output_line + min(len(wanted), len(got)) + 1
    if len(got) > len(wanted):
        more = f"{count_of(len(got) - len(wanted), 'more line')} here"
        first = f"'{shorten(got[len(wanted)], 80)}' comes first"
        return [(line, f"the cell prints {more}, {first}: correct the output or the cell")]
    if len(got) < len(wanted):
        message = "the cell prints nothing more here"
        return [(line, f"{message}: correct the output or the cell")]
    return []


def as_lines(printed: str) -> list[str]:
    """Return the lines of an output; nothing has none."""
    return printed.split("\n") if printed else []
