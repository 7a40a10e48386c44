"""`grade` grades files as the page would."""

import json
from pathlib import Path

import pytest

from builder.cli import main

RIGHT = "def step(total):\n    return 1 if total >= 0 else 0\n"
WRONG = "def step(total):\n    return 1 if total > 0 else 0\n"


@pytest.fixture
def right(tmp_path: Path) -> str:
    return write(tmp_path / "right.py", RIGHT.encode())


@pytest.fixture
def wrong(tmp_path: Path) -> str:
    return write(tmp_path / "wrong.py", WRONG.encode())


def write(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return str(path)


def test_a_right_answer_passes(right: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["grade", "step", right]) == 0
    assert f"{right}: passed\n" in capsys.readouterr().out


def test_one_wrong_answer_among_right_ones_is_exit_code_1(right: str, wrong: str) -> None:
    assert main(["grade", "step", right, wrong]) == 1
    assert main(["grade", "step", wrong, right]) == 1


def test_json_is_one_line_for_each_file_and_nothing_else(
    right: str, wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["grade", "step", "--json", right, wrong])
    results = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [result["file"] for result in results] == [right, wrong]
    assert [result["passed"] for result in results] == [True, False]
    for result in results:
        assert {"exercise", "checks", "feedback", "mistake"} < set(result)
        assert set(result["checks"][0]) == {"name", "passed", "message"}


def test_a_known_mistake_gets_the_words_of_the_lesson(
    wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["grade", "step", "--json", wrong])
    result = json.loads(capsys.readouterr().out)
    lesson = Path("lessons/01-neuron.md").read_text(encoding="utf-8")
    assert f"mistake id={result['mistake']}" in lesson
    assert result["feedback"].split("\n")[0] in lesson


def test_what_a_program_prints_stays_out_of_the_json(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    noisy = write(tmp_path / "noisy.py", ("print('hello')\n" + RIGHT).encode())
    assert main(["grade", "step", "--json", noisy]) == 0
    assert json.loads(capfd.readouterr().out)["passed"] is True


@pytest.mark.parametrize("flags", [[], ["--json"]])
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xff\xfe\0\0", "is not text in UTF-8: name a Python file"),
        (b"a\0b", "is not text: name a Python file"),
        (None, "does not exist: check the name"),
    ],
)
def test_a_file_that_is_no_program_is_told_in_one_line(
    content: bytes | None,
    words: str,
    flags: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = str(tmp_path / "answer.py")
    if content is not None:
        write(Path(path), content)
    assert main(["grade", "step", *flags, path]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == f"python3 build.py grade: '{path}' {words}\n"


def test_a_folder_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["grade", "step", str(tmp_path)]) == 2
    assert capsys.readouterr().err.endswith("is a folder: name a Python file\n")


def test_an_unknown_exercise_is_told_with_the_nearest(
    right: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["grade", "stepp", right]) == 2
    line = "python3 build.py grade: there is no exercise 'stepp': did you mean 'step'?\n"
    assert capsys.readouterr().err == line
