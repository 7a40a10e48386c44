"""`build.py explain FILE...`: one line of JSON for each file, whatever the program does."""

import json
from pathlib import Path

import pytest

from builder import cli

KEYS = {"file", "error", "line", "cause", "fix", "message", "notes"}


@pytest.fixture
def explain(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Return a function that explains programs and returns the reports."""

    def run(*programs: str) -> list[dict[str, object]]:
        names = []
        for number, program in enumerate(programs):
            path = tmp_path / f"program_{number}.py"
            path.write_bytes(program.encode())
            names.append(str(path))
        assert cli.main(["explain", *names, "--json"]) == 0
        reports = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [report["file"] for report in reports] == names
        return reports

    return run


def test_each_file_gets_its_line_in_order(explain) -> None:
    bad, fine = explain("print('hello')\nprint(wieght)\n", "print('hello')\n")
    assert set(bad) >= KEYS
    assert set(fine) >= KEYS
    assert (bad["error"], bad["line"], bad["output"]) == ("NameError", 2, "hello\n")
    assert (fine["error"], fine["line"], fine["cause"], fine["notes"]) == (None, None, None, [])


def test_silent_trouble_is_in_the_notes(explain) -> None:
    (found,) = explain("w = 3\nw + 1\nprint(w)\n")
    assert found["error"] is None
    assert found["notes"] == [{
        "line": 2,
        "cause": "`w + 1` is worked out here, but the result is kept nowhere.",
        "fix": "Keep it under a name, as in `w = w + 1`, or print it.",
    }]  # fmt: skip


def test_numpy_is_there(explain) -> None:
    (found,) = explain("import numpy as np\nX = np.ones((4, 3))\nW = np.ones((4, 2))\nX @ W\n")
    assert (found["error"], found["line"]) == ("ValueError", 4)
    assert "(4, 3)" in str(found["cause"])


def test_a_program_can_write_and_end_as_it_likes(explain) -> None:
    writes, asks, ends, threads, leaves = explain(
        "import os\nos.write(1, b'{\"notes\": 1}\\n')\n1 / 0\n",
        "x = input('n')\n",
        "import os\nx = 1\nos._exit(0)\n",
        "import threading, time\n"
        "threading.Thread(target=lambda: time.sleep(99)).start()\nprint('on')\n",
        "import sys\nsys.exit('enough')\n",
    )
    assert (writes["error"], writes["line"]) == ("ZeroDivisionError", 3)
    assert asks["error"] == "EOFError"
    assert (ends["error"], ends["line"]) == ("SystemExit", 3)
    assert (threads["error"], threads["output"]) == (None, "on\n")
    assert (leaves["error"], leaves["message"]) == ("SystemExit", "enough")


def test_too_much_memory_is_an_error_of_the_program(explain) -> None:
    (found,) = explain("x = 1\nwhile True:\n    x = [0] * 10 ** 9\n")
    assert found["error"] == "MemoryError"
    assert found["line"] == 3


def test_what_cannot_be_stopped_is_ended_with_its_line(explain) -> None:
    (found,) = explain("x = 1\nsum(range(10 ** 11))\n")
    assert (found["error"], found["line"]) == ("KeyboardInterrupt", 2)


def test_for_people_the_words_stand_below_the_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "program.py"
    path.write_text("x = (1\n", encoding="utf-8")
    assert cli.main(["explain", str(path)]) == 0
    assert capsys.readouterr().out == (
        f"{path}:1: SyntaxError\n  The bracket `(` on line 1 is never closed.\n"
        "  Write `)` at the end of line 1.\n"
    )


def test_a_missing_file_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fine = tmp_path / "fine.py"
    fine.write_text("x = 1\n", encoding="utf-8")
    assert cli.main(["explain", str(fine), str(tmp_path / "missing.py")]) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert "missing.py" in printed.err
