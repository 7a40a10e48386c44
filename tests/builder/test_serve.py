"""`serve` builds, says where, rebuilds on change and keeps the last good build."""

import gc
import json
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.request import urlopen

import pytest

from builder import restart
from builder.commands.serve import build
from builder.live import Live
from builder.memory import Memory
from builder.project import ROOT, Project
from builder.server import Place
from tests.builder.conftest import LESSON, CourseMaker

START = """
import sys
from pathlib import Path

from builder import restart
from builder.commands.serve import serve
from builder.project import Project

root = Path(sys.argv[1])
restart.OWN_CODE = (root / "lessons",)
serve(Project(root), int(sys.argv[-1]))
"""
PATIENCE = 60


@dataclass
class Served:
    """A running `serve`: what it printed, and the builds that it told its pages of."""

    process: subprocess.Popen[str]
    url: str = ""
    told: queue.Queue[dict[str, object]] = field(default_factory=queue.Queue)

    def follow(self) -> None:
        """Read the stream of builds."""
        with urlopen(self.url + "-/events", timeout=PATIENCE) as stream:
            for line in stream:
                if line.startswith(b"data: "):
                    self.told.put(json.loads(line[6:]))

    def next(self) -> dict[str, object]:
        """Return the next thing that the pages are told."""
        return self.told.get(timeout=PATIENCE)

    def read(self, path: str) -> str:
        """Return a page as it is served now."""
        with urlopen(self.url + path, timeout=PATIENCE) as answer:
            return answer.read().decode()


@pytest.fixture
def project(course: CourseMaker) -> Project:
    return course()


@pytest.fixture
def served(project: Project) -> Iterator[Served]:
    running = start(project, 0)
    yield running
    running.process.send_signal(signal.SIGINT)
    running.process.communicate(timeout=PATIENCE)


def start(project: Project, port: int) -> Served:
    """Start `serve` and wait until it says its address."""
    command = [sys.executable, "-c", START, str(project.root), str(port)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    running = Served(subprocess.Popen(command, env=environment, **pipes))
    line = running.process.stdout.readline()
    running.url = line.partition("served at ")[2].split(" ")[0]
    return running


def follow(served: Served) -> None:
    """Start to follow what pages are told, and take the state at the start."""
    threading.Thread(target=served.follow, daemon=True).start()


def test_the_address_that_it_says_is_served(served: Served) -> None:
    assert served.url.startswith("http://127.0.0.1:")
    page = served.read("lessons/first.html")
    assert "<em>words</em>" in page
    assert '<script src="/-/reload.js" defer></script></head>' in page


def test_a_changed_lesson_is_built_and_pages_are_told(served: Served, project: Project) -> None:
    follow(served)
    before = served.next()
    (project.lessons / "01-first.md").write_text(LESSON.replace("words", "new words"))
    after = served.next()
    assert after["build"] != before["build"]
    assert "<em>new words</em>" in served.read("lessons/first.html")


def test_the_next_build_does_not_look_for_garbage_in_what_is_kept(project: Project) -> None:
    gc.unfreeze()
    build(project, Place(project.dist), Live(b""), Memory())
    assert gc.get_freeze_count() > 0
    gc.unfreeze()


def test_a_broken_lesson_is_told_and_the_last_good_build_stays(
    served: Served, project: Project
) -> None:
    follow(served)
    before = served.next()
    (project.lessons / "01-first.md").write_text(LESSON + "\n[gone](02-gone.md)\n")
    after = served.next()
    assert after["build"] == before["build"]
    assert after["problems"][0].startswith("lessons/01-first.md:14: there is no file")
    assert "<em>words</em>" in served.read("lessons/first.html")


def test_control_c_ends_it_quietly(project: Project) -> None:
    running = start(project, 0)
    running.process.send_signal(signal.SIGINT)
    _, errors = running.process.communicate(timeout=PATIENCE)
    assert running.process.returncode == 0
    assert "Traceback" not in errors


def test_a_port_that_is_taken_is_left_for_the_next(project: Project) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        running = start(project, port)
        running.process.send_signal(signal.SIGINT)
        _, errors = running.process.communicate(timeout=PATIENCE)
    assert f"Port {port} is taken; " in errors
    assert running.url != f"http://127.0.0.1:{port}/"


def test_a_course_that_never_was_built_shows_why(project: Project) -> None:
    (project.lessons / "01-first.md").write_text("")
    running = start(project, 0)
    try:
        with pytest.raises(OSError, match="503") as caught:
            running.read("")
        assert "lessons/01-first.md:1: the file is empty" in caught.value.read().decode()
    finally:
        running.process.send_signal(signal.SIGINT)
        running.process.communicate(timeout=PATIENCE)


def test_a_change_of_its_own_code_starts_it_again_on_the_same_port(
    served: Served, project: Project
) -> None:
    (project.lessons / "helper.py").write_text("")
    line = served.process.stdout.readline()
    assert f"served at {served.url} " in line
    assert "<em>words</em>" in served.read("lessons/first.html")


def test_code_that_does_not_start_is_told_and_the_old_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(restart, "PROBE", "import no_such_module")
    assert restart.what_stops_a_restart()[-1].endswith("No module named 'no_such_module'")


def test_code_that_starts_stops_nothing() -> None:
    assert restart.what_stops_a_restart() == []
