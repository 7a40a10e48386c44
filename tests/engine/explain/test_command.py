"""`explain FILE...` on the command line."""

import json
from pathlib import Path

import pytest

from engine.explain import command


def written(folder: Path, program: str, name: str = "program.py") -> str:
    path = folder / name
    path.write_text(program, encoding="utf-8")
    return str(path)


def output(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_json_is_one_line_for_each_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = written(tmp_path, "print('hello')\nprint(wieght)\n", "bad.py")
    fine = written(tmp_path, "print('hello')\n", "fine.py")
    assert command.main([bad, fine, "--json"]) == 0
    first, second = output(capsys)
    assert (first["file"], first["error"], first["line"]) == (bad, "NameError", 2)
    assert (second["error"], second["line"], second["cause"], second["notes"]) == (None,) * 3 + (
        [],
    )


def test_silent_trouble_is_in_the_notes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = written(tmp_path, "w = 3\nw + 1\nprint(w)\n")
    command.main([name, "--json"])
    notes = output(capsys)[0]["notes"]
    assert isinstance(notes, list)
    assert notes == [{
        "line": 2,
        "cause": "`w + 1` is worked out here, but the result is kept nowhere.",
        "fix": "Keep it under a name, as in `w = w + 1`, or print it.",
    }]  # fmt: skip


def test_the_first_infinity_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = (
        "def grow(x):\n    for i in range(9):\n        x = x * 1e99\n    return x\ny = grow(1.0)\n"
    )
    command.main([written(tmp_path, program), "--json"])
    assert '"line": 3' in json.dumps(output(capsys)[0]["notes"])


def test_an_endless_loop_is_stopped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "LIMIT", 0.2)
    command.main([written(tmp_path, "i = 0\nwhile i < 3:\n    j = i\n"), "--json"])
    found = output(capsys)[0]
    assert (found["error"], found["line"]) == ("KeyboardInterrupt", 2)


def test_for_people_the_words_stand_below_the_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = written(tmp_path, "x = (1\n")
    assert command.main([name]) == 0
    assert capsys.readouterr().out == (
        f"{name}:1: SyntaxError\n  The bracket `(` on line 1 is never closed.\n"
        "  Write `)` at the end of line 1.\n"
    )


@pytest.mark.parametrize("arguments", [[], ["missing.py"], ["--no-such"]])
def test_wrong_use_is_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(arguments) == 2
    assert capsys.readouterr().err


def test_windows_lines_a_mark_and_null_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "odd.py"
    path.write_bytes(b"\xef\xbb\xbfx = 1\r\nprint(y)\r\n")
    nul = tmp_path / "nul.py"
    nul.write_bytes(b"x = 1\x00\n")
    assert command.main([str(path), str(nul), "--json"]) == 0
    first, second = output(capsys)
    assert (first["error"], first["line"]) == ("NameError", 2)
    assert second["error"] == "SyntaxError"
