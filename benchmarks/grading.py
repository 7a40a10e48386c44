"""Time the checking of every exercise in a real browser, once Python is warm."""

import sys
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from benchmarks.candidates import KERNEL
from benchmarks.measure import fresh_folder, opened
from benchmarks.server import serve
from builder.lesson import read_course
from builder.lesson_data import exercise_text
from builder.project import Project

TRIES = 3
GRADE = """
async ([exercise, code]) => {
  const start = performance.now();
  const { passed } = await window.grade({ exercise, code });
  return [passed, performance.now() - start];
}
"""

# Milliseconds by exercise: "right" for its solution, "wrong" for its slowest known mistake.
Times = dict[str, dict[str, float]]


def measure_grading(folder: Path) -> Times:
    """Grade the solution and the known mistakes of every exercise in one page."""
    times: Times = {}
    with sync_playwright() as playwright, serve(folder) as host:
        address = f"{host.address}/{KERNEL.path}"
        with opened(playwright, str(fresh_folder()), address) as page:
            page.evaluate("firstOutput")
            for lesson in read_course(Project().lessons)[0]:
                for exercise in lesson.exercises():
                    print(f"Grading {exercise.id}", file=sys.stderr)
                    text = exercise_text(lesson, exercise)
                    mistakes = [each.code for each in exercise.mistakes]
                    times[exercise.id] = {
                        "right": timed(page, text, exercise.solution.code, should_pass=True),
                        "wrong": max(
                            timed(page, text, code, should_pass=False) for code in mistakes
                        ),
                    }
    return times


def timed(page: Page, text: dict[str, object], code: str, should_pass: bool) -> float:
    """Return the median of several gradings in milliseconds, the first left out."""
    measured = [page.evaluate(GRADE, [text, code]) for _ in range(TRIES + 1)]
    if any(passed is not should_pass for passed, _ in measured):
        # Told, and no reason to lose the figures of all others.
        print(f"A grading of {text['id']} ended otherwise than it should", file=sys.stderr)
    return median(milliseconds for _, milliseconds in measured[1:])


def grading_table(times: Times) -> str:
    """Return the median and the slowest exercise, for right code and for wrong code."""
    lines = [f"\n{'grading, warm':<22}{'median':<12}slowest"]
    for kind in ("right", "wrong"):
        worst = max(times, key=lambda name: times[name][kind])
        middle = median(each[kind] for each in times.values())
        slowest = f"{times[worst][kind]:.0f} ms ({worst})"
        lines.append(f"{kind + ' code':<22}{f'{middle:.0f} ms':<12}{slowest}")
    return "\n".join(lines)
