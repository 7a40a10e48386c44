"""`build.py` sets everything up with nothing but Python, once."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from builder.cli import COMMANDS
from builder.project import ROOT

BUILD = ROOT / "build.py"


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return `build.py` with a place of its own, where no command is really run."""
    spec = importlib.util.spec_from_file_location("build_command", BUILD)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, path in {
        "VENV": ".venv",
        "SITE": "site",
        "INSTALLED": ".venv/installed.json",
    }.items():
        monkeypatch.setattr(module, name, tmp_path / path)
    module.SITE.mkdir()
    (module.SITE / "package-lock.json").write_text("{}")
    return module


@pytest.fixture
def commands(build: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what the installation runs, as lines; making the folders is pretended."""
    ran: list[str] = []

    def run(command: list[str], hint: str, cwd: Path = ROOT) -> None:
        ran.append(" ".join(command))
        if "venv" in command:
            (build.VENV / "bin").mkdir(parents=True)
            build.venv_python().touch()
        if "ci" in command:
            (build.SITE / "node_modules").mkdir(exist_ok=True)

    monkeypatch.setattr(build, "run", run)
    return ran


def call(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(BUILD), *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd="/")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ((), "Say what to do: python3 build.py serve starts the course."),
        (("srve",), "build.py has no command 'srve'. Did you mean serve?"),
        (("zzz",), "build.py has no command 'zzz'. It has: serve, build, check"),
        (("grade",), "python3 build.py grade: the following arguments are required"),
    ],
)
def test_wrong_use_is_told_in_one_line(arguments: tuple[str, ...], line: str) -> None:
    done = call(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(line)
    assert done.stderr.count("\n") == 1


def test_it_has_the_commands_of_the_builder(build: ModuleType) -> None:
    assert list(build.COMMANDS) == list(COMMANDS)


def test_the_readme_tells_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `python3 build\.py (\w+)", readme, re.MULTILINE)
    assert sorted(told) == sorted(COMMANDS)


def test_what_the_readme_points_at_is_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^):]+)\)", readme)
    places = re.findall(r"^\| `([\w./]+)` \|", readme, re.MULTILINE)
    assert len(links) > 2
    assert len(places) > 5
    assert [each for each in links + places if not (ROOT / each).exists()] == []


def test_help_needs_no_installation() -> None:
    done = subprocess.run(
        [sys.executable, "-I", str(BUILD), "--help"], capture_output=True, text=True
    )
    assert done.returncode == 0
    assert all(f"  {name} " in done.stdout for name in COMMANDS)


def test_a_first_start_installs_everything_in_order(build: ModuleType, commands: list[str]) -> None:
    build.prepare(development=False)
    marks = ["-m venv", "requirements.txt", "page-wheels.txt", "npm"]
    assert len(commands) == len(marks)
    assert all(mark in line for mark, line in zip(marks, commands, strict=True))


def test_only_who_develops_gets_the_tests_of_numpy(build: ModuleType, commands: list[str]) -> None:
    build.prepare(development=False)
    assert not [line for line in commands if "numpy-tests" in line]
    build.prepare(development=True)
    assert len([line for line in commands if "--require-hashes -r" in line]) == 4
    assert len([line for line in commands if "numpy-tests.txt" in line]) == 1


def test_packages_are_only_installed_as_locked(build: ModuleType, commands: list[str]) -> None:
    build.prepare(development=False)
    assert all("--require-hashes" in line for line in commands if " pip " in line)
    assert " ci --ignore-scripts " in commands[-1]


def test_a_second_start_runs_nothing_and_so_works_offline(
    build: ModuleType, commands: list[str]
) -> None:
    build.prepare(development=True)
    commands.clear()
    build.prepare(development=True)
    build.prepare(development=False)
    assert commands == []


def test_a_changed_lock_file_is_installed_again(build: ModuleType, commands: list[str]) -> None:
    build.prepare(development=False)
    commands.clear()
    (build.SITE / "package-lock.json").write_text('{"changed": true}')
    build.prepare(development=False)
    assert len(commands) == 1


def test_an_installation_that_was_stopped_goes_on(
    build: ModuleType, commands: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(build, "fetch_page_wheels", stop)
        assert build.main(["build"]) == 130
    commands.clear()
    build.prepare(development=False)
    assert ["page-wheels.txt" in line for line in commands] == [True, False]


def test_without_a_network_it_is_said_what_failed(
    build: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build, "make_venv", lambda: None)
    monkeypatch.setattr(build, "mark_installed", lambda *names: None)
    monkeypatch.setattr(build.subprocess, "call", lambda *a, **k: 1)
    assert build.main(["build"]) == 1
    assert "The Python packages could not be installed" in capsys.readouterr().err
