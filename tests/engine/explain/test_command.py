"""Running a file to explain it: what the process that runs it finds out."""

import pytest

from engine.explain import command


def test_the_first_infinity_is_named() -> None:
    program = (
        "def grow(x):\n    for i in range(9):\n        x = x * 1e99\n    return x\ny = grow(1.0)\n"
    )
    _, notes, _ = command.run_and_explain(program, "program.py")
    assert [note.line for note in notes] == [3]


@pytest.mark.parametrize(
    ("program", "line", "word"),
    [
        ("i = 0\nwhile i < 3:\n    j = i\n", 2, "changes `i`"),
        ("x = 1\nwhile True:\n    try:\n        x = x\n    except:\n        pass\n", 2, "`break`"),
    ],
)
def test_an_endless_loop_is_stopped_and_explained(
    program: str, line: int, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "LIMIT", 0.2)
    found, _, _ = command.run_and_explain(program, "program.py")
    assert found is not None
    assert (found.error, found.line) == ("KeyboardInterrupt", line)
    assert word in found.cause


def test_windows_lines_are_read_as_lines() -> None:
    found, _, _ = command.run_and_explain("x = 1\r\nprint(y)\r\n", "program.py")
    assert found is not None
    assert (found.error, found.line) == ("NameError", 2)


def test_much_output_is_cut_and_a_closed_one_survived() -> None:
    program = "import sys\nprint('x' * 50_000)\nsys.stdout.close()\nprint('y')\n1 / 0\n"
    found, _, output = command.run_and_explain(program, "program.py")
    assert found is not None
    assert (found.error, len(output)) == ("ZeroDivisionError", command.MOST_OUTPUT)
