"""Every command answers wrong use with one line that helps, and exit code 2."""

import pytest

from builder.cli import COMMANDS, main
from builder.commands.build import base_url
from builder.commands.test import needs_browser

WRONG = [
    ([], "python3 build.py needs a command. It has: serve, build, check"),
    (["srve"], "python3 build.py has no command 'srve'. Did you mean serve?"),
    (["zzz"], "python3 build.py has no command 'zzz'. It has: serve, build"),
    (["serve", "--port", "x"], "argument --port: invalid int value: 'x'. For help: "),
    (["serve", "--port", "70000"], "70000 is no port. Choose one from 0 to 65535"),
    (["serve", "--prt", "1"], "unrecognized arguments: --prt 1. For help: python3 build.py serve"),
    (["build", "--base-url", "here"], "'here' is no address. Write one like https://example.org/"),
    (["build", "extra"], "unrecognized arguments: extra"),
    (["check", "extra"], "unrecognized arguments: extra"),
    (["new"], "the following arguments are required: NAME"),
    (["new", "Bad Name"], "'Bad Name' is no name for a lesson: use small letters"),
    (["grade"], "the following arguments are required: EXERCISE, FILE"),
    (["grade", "neuron"], "the following arguments are required: FILE"),
    (["grade", "nothing", "x.py"], "there is no exercise 'nothing': known are: "),
    (["grade", "neuron", "tests"], "'tests' is a folder: name a Python file"),
    (["explain"], "the following arguments are required: FILE"),
    (["explain", "none.py"], "'none.py' does not exist: check the name"),
    (["bench", "--rounds", "0"], "0 rounds measure nothing. Choose 1 or more"),
    (["bench", "--json", "none/x.json"], "there is no folder 'none': make it first"),
    (["bench", "stps"], "there is no benchmark 'stps'. Did you mean steps?"),
    (["bench", "zzz"], "there is no benchmark 'zzz'. There are: first-output, "),
    (["test", "tests/none"], "there is no 'tests/none': check the name"),
    (["test", "--none", "build.py"], "pytest says: unrecognized arguments: --none"),
]


def use(arguments: list[str]) -> int:
    """Run a command line and return its exit code, however it ends."""
    try:
        return main(arguments)
    except SystemExit as end:
        return int(end.code or 0)


@pytest.mark.parametrize(("arguments", "line"), WRONG)
def test_wrong_use_is_told_in_one_line(
    arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert use(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert line in printed.err
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize("flag", ["--help", "-h", "help"])
def test_help_lists_every_command(flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert use([flag]) == 0
    printed = capsys.readouterr().out
    assert all(f"  {name} " in printed for name in COMMANDS)


@pytest.mark.parametrize("name", sorted({*COMMANDS} - {"test"}))
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert use([name, "--help"]) == 0
    assert f"usage: python3 build.py {name}" in capsys.readouterr().out


def test_an_address_gets_its_slash() -> None:
    assert base_url("https://example.org/course") == "https://example.org/course/"


@pytest.mark.parametrize("arguments", [[], ["-x"], ["-k", "words"], ["tests/browser"], ["tests"]])
def test_tests_that_may_use_a_browser_look_for_one(arguments: list[str]) -> None:
    assert needs_browser(arguments)


@pytest.mark.parametrize("arguments", [["tests/builder"], ["--version"], ["build.py"]])
def test_tests_without_a_browser_look_for_none(arguments: list[str]) -> None:
    assert not needs_browser(arguments)
