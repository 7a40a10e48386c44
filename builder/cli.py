"""Read the command line and hand over to the command."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn, Protocol

from builder.lesson.problems import nearest

PROGRAM = "python3 build.py"
COMMANDS = {
    "serve": "Build the course, serve it on this machine and reload on every change.",
    "build": "Write the course into dist/, ready for any static host.",
    "check": "Check every lesson, without a browser.",
    "test": "Run every test, unit and browser; arguments go to pytest.",
    "bench": "Run the benchmarks.",
    "grade": "Grade files as the page would.",
    "explain": "Run files and explain what went wrong in them.",
    "ask": "Answer questions as the page would.",
    "new": "Start a lesson from a template.",
}
WRONG_USE = 2


class Command(Protocol):
    """A module of `builder.commands`."""

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Tell the parser what the command takes."""

    def run(self, options: argparse.Namespace) -> int:
        """Run the command and return its exit code."""


class OneLineParser(argparse.ArgumentParser):
    """A parser that answers wrong use with one line that helps."""

    def error(self, message: str) -> NoReturn:
        """Print the line and exit."""
        line = f"{self.prog}: {' '.join(message.split())}. For help: {self.prog} --help"
        self.exit(WRONG_USE, line + "\n")


class WrongUse(Exception):
    """A command was called in a way that cannot work; the message says so in one line."""


def main(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code."""
    name, rest = (arguments[0], list(arguments[1:])) if arguments else ("", [])
    if name in ("-h", "--help", "help"):
        print(overview())
        return 0
    if name not in COMMANDS:
        return refuse(unknown(name))
    try:
        return run(name, rest)
    except WrongUse as error:
        return refuse(f"{PROGRAM} {name}: {error}")
    except KeyboardInterrupt:
        return 130


def run(name: str, rest: list[str]) -> int:
    """Run a command by its name."""
    command: Command = load(name)
    parser = OneLineParser(prog=f"{PROGRAM} {name}", description=COMMANDS[name], allow_abbrev=False)
    if name == "test":
        return command.run(argparse.Namespace(arguments=rest))
    command.add_options(parser)
    return command.run(parser.parse_args(rest))


def load(name: str) -> Command:
    """Return the module of a command; only the one that is wanted is imported."""
    module: Command = import_module(f"builder.commands.{name}")
    return module


def overview() -> str:
    """Return the commands, a line each."""
    rows = "\n".join(f"  {name:<7} {text}" for name, text in COMMANDS.items())
    return f"Usage: {PROGRAM} COMMAND [OPTIONS]\n\n{rows}"


def unknown(name: str) -> str:
    """Return what to do where a command is missing or unknown."""
    known = ", ".join(COMMANDS)
    if not name:
        return f"{PROGRAM} needs a command. It has: {known}"
    guess = nearest(name, COMMANDS, 0.6)
    hint = f"Did you mean {guess}?" if guess else f"It has: {known}"
    return f"{PROGRAM} has no command '{name}'. {hint}"


def refuse(message: str) -> int:
    """Print one line to standard error and return the exit code of wrong use."""
    print(message, file=sys.stderr)
    return WRONG_USE
