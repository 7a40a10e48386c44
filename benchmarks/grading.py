"""Time the checking of every exercise in a real browser, once Python is warm."""

import sys
from collections.abc import Iterator
from statistics import median

from playwright.sync_api import Page

from benchmarks.bench import Bench
from benchmarks.candidates import KERNEL
from benchmarks.measure import opened
from benchmarks.rows import Row, at_most
from builder.lesson import read_course
from builder.lesson.model import Exercise, Lesson
from builder.lesson_data import exercise_text
from builder.project import Project

TRIES = 3
KINDS = ("right", "wrong")
GRADE = """
async ([exercise, code]) => {
  const start = performance.now();
  const { passed } = await window.grade({ exercise, code });
  return [passed, performance.now() - start];
}
"""

# Milliseconds by exercise: "right" for its solution, "wrong" for its slowest known mistake.
Times = dict[str, dict[str, float]]


def measure(bench: Bench) -> Iterator[Row]:
    """Grade the solution and the known mistakes of every exercise in one page."""
    times: Times = {}
    address = f"{bench.host.address}/{KERNEL.path}"
    with opened(bench.playwright, str(bench.new_folder()), address) as page:
        page.evaluate("firstOutput")
        for lesson in read_course(Project().lessons)[0]:
            for exercise in lesson.exercises():
                bench.say(f"Grading {exercise.id}")
                times[exercise.id] = times_of(page, lesson, exercise)
    yield from rows(times)


def times_of(page: Page, lesson: Lesson, exercise: Exercise) -> dict[str, float]:
    """Return how long an exercise's solution takes, and its slowest known mistake."""
    text = exercise_text(lesson, exercise)
    mistakes = [each.code for each in exercise.mistakes]
    return {
        "right": timed(page, text, exercise.solution.code, should_pass=True),
        "wrong": max(timed(page, text, code, should_pass=False) for code in mistakes),
    }


def timed(page: Page, text: dict[str, object], code: str, should_pass: bool) -> float:
    """Return the median of several gradings in milliseconds, the first left out."""
    measured = [page.evaluate(GRADE, [text, code]) for _ in range(TRIES + 1)]
    if any(passed is not should_pass for passed, _ in measured):
        # Told, and no reason to lose the figures of all others.
        print(f"A grading of {text['id']} ended otherwise than it should", file=sys.stderr)
    return median(milliseconds for _, milliseconds in measured[1:])


def rows(times: Times) -> Iterator[Row]:
    """Yield the median and the slowest exercise, for right code and for wrong code."""
    for kind in KINDS:
        found = {name: each[kind] for name, each in times.items()}
        worst = max(found, key=lambda name: found[name])
        name = f"{kind} code"
        detail = {each: [milliseconds] for each, milliseconds in found.items()}
        yield Row(f"{name}, the median exercise", "ms", list(found.values()), detail=detail)
        yield Row(f"{name}, the slowest", "ms", [found[worst]], target=at_most(1_000), note=worst)
