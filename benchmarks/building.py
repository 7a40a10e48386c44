"""Time the builder on courses of generated lessons: from nothing, and after one change."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from time import perf_counter
from urllib.request import urlopen

from benchmarks.bench import Bench
from benchmarks.lessons import lesson_path, lesson_text, make_course, write_lessons
from benchmarks.rows import Floor, Row, at_most, ratio_at_most
from builder.project import ROOT, Project

SIZES = (250, 500, 1_000)
MOST_SECONDS, MOST_SECONDS_FOR_ONE = 20, 0.5
# Twice the lessons may take twice the time; what is above is chance.
LINEAR = 1.1
# A build from nothing takes long, and differs little from the next.
MOST_BUILDS = 3
BUILD = """
import sys
from pathlib import Path
from builder.project import Project
from builder.site import Options, build_site
build_site(Project(Path(sys.argv[1])), Options())
"""
SERVE = """
import sys
from pathlib import Path
from builder.commands.serve import serve
from builder.project import Project
serve(Project(Path(sys.argv[1])), 0)
"""
CHANGES = {
    "one changed word": lambda text, turn: text.replace("are many", f"are many{turn}"),
    "one changed title": lambda text, turn: text.replace("title: ", f"title: Turn {turn} of "),
    "one changed question": lambda text, turn: text.replace("### Why", f"### For turn {turn}, why"),
}
Edit = Callable[[str, int], str]


def measure(bench: Bench) -> Iterator[Row]:
    """Build courses of several sizes, then change a lesson of the largest while it is served."""
    project = make_course(bench.new_folder())
    # What no lesson changes is made by this one.
    build_anew(project, 1)
    yield from sizes(project, bench)
    with serving(project) as url:
        # Each change meets a lesson that none has met before it.
        turns = count()
        for name, edit in CHANGES.items():
            bench.say(f"Building with {name}")
            found = [change(project, url, edit, next(turns)) for _ in range(bench.rounds)]
            yield Row(name, "s", found, target=at_most(MOST_SECONDS_FOR_ONE))


def sizes(project: Project, bench: Bench) -> Iterator[Row]:
    """Build courses of all sizes in turns, and yield how long they take."""
    times: dict[int, list[float]] = {size: [] for size in SIZES}
    for _ in range(min(bench.rounds, MOST_BUILDS)):
        for size, found in times.items():
            bench.say(f"Building {size} lessons")
            found.append(build_anew(project, size))
    most, fewest = max(SIZES), min(SIZES)
    for size, found in times.items():
        yield Row(f"{size} lessons", "s", found, target=at_most(MOST_SECONDS * size / most))
    one, another = ([each / size * 1_000 for each in times[size]] for size in (most, fewest))
    floor = Floor(f"one of {fewest}", another)
    yield Row(f"one of {most} lessons", "ms", one, floor, ratio_at_most(LINEAR))


def build_anew(project: Project, size: int) -> float:
    """Return the seconds that a course takes of which no page is kept."""
    write_lessons(project, size)
    for name in ("pages", "answers"):
        shutil.rmtree(project.cache / name, ignore_errors=True)
    started = perf_counter()
    subprocess.run(command(BUILD, project), env=environment(), check=True)
    return perf_counter() - started


def command(script: str, project: Project) -> list[str]:
    """Return how a script is run with the folder of a course."""
    return [sys.executable, "-c", script, str(project.root)]


def environment() -> dict[str, str]:
    """Return an environment in which the builder is found."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}


@contextmanager
def serving(project: Project) -> Iterator[str]:
    """Serve a course as `serve` does, and give its address."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command(SERVE, project), env=environment(), **pipes) as process:
        try:
            yield process.stdout.readline().decode().partition("served at ")[2].split(" ")[0]
        finally:
            process.send_signal(signal.SIGINT)


def change(project: Project, url: str, edit: Edit, turn: int) -> float:
    """Return the seconds from a lesson that is saved to its new page, sent to who was told."""
    number = SIZES[-1] // 2 + turn
    text = edit(lesson_text(number), turn)
    with urlopen(url + "-/events") as events:
        before = next_state(events)
        started = perf_counter()
        lesson_path(project, number).write_text(text, encoding="utf-8")
        after = next_state(events)
        with urlopen(f"{url}lessons/generated-{number}.html") as page:
            page.read()
        seconds = perf_counter() - started
    if after["problems"] or after["build"] == before["build"]:
        raise RuntimeError(f"the change was not built: {after}")
    return seconds


def next_state(events: Iterator[bytes]) -> dict[str, object]:
    """Return the next state of the builds that a page is told."""
    line = next(line for line in events if line.startswith(b"data: "))
    state: dict[str, object] = json.loads(line.removeprefix(b"data: "))
    return state
