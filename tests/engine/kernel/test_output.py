import gc

import pytest

from engine.kernel import output as output_module
from engine.kernel.output import FLOOD, MOST_CHARACTERS, MOST_LINES, Output, Stream


def collect() -> tuple[Output, list[dict[str, str]]]:
    parts: list[dict[str, str]] = []
    return Output(parts.append), parts


def test_a_line_goes_out_at_once_and_whole(notebook) -> None:
    notebook.run("print('a', 'b', 3)\nprint('c')")
    assert [part["text"] for part in notebook.parts] == ["a b 3\n", "c\n"]


def test_single_characters_are_gathered(notebook) -> None:
    notebook.run("for _ in range(300): print('.', end='')")
    assert [part["text"] for part in notebook.parts] == ["." * 300]


def test_flushed_characters_go_out_at_once(notebook) -> None:
    notebook.run("for c in 'abc': print(c, end='', flush=True)")
    assert [part["text"] for part in notebook.parts] == ["a", "b", "c"]


def test_carriage_returns_are_left_for_the_page(notebook) -> None:
    notebook.run("print('10%', end='\\r')\nprint('20%', end='\\r')")
    assert notebook.text() == "10%\r20%\r"


def test_many_lines_are_cut_off_with_one_note(notebook) -> None:
    notebook.run("for i in range(50_000): print(i)\n'done'")
    assert notebook.text().count("\n") == MOST_LINES
    assert notebook.text("note") == FLOOD
    assert notebook.parts[-1] == {"kind": "value", "text": "'done'"}


def test_many_lines_come_in_few_parts(notebook) -> None:
    notebook.run("for i in range(20_000): print(i)")
    assert len(notebook.parts) < 2_000


def test_one_endless_line_is_cut_off(notebook) -> None:
    notebook.run("print('x' * 5_000_000)\nprint('more')")
    assert len(notebook.text()) == MOST_CHARACTERS
    assert notebook.text("note") == FLOOD


def test_errors_and_output_share_one_limit(notebook) -> None:
    notebook.run("import sys\nfor s in (sys.stdout, sys.stderr): s.write('x' * 900_000)")
    assert len(notebook.text()) + len(notebook.text("stderr")) == MOST_CHARACTERS


def test_the_next_run_may_print_again(notebook) -> None:
    notebook.run("print('x' * 2_000_000)")
    notebook.run("print('hello')")
    assert notebook.text() == "hello\n"


def test_a_short_flood_stays_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output_module, "MOST_LINES", 3)
    output, parts = collect()
    Stream(output, "stdout").write("1\n2\n3\n4\n5")
    assert [part["text"] for part in parts] == ["1\n2\n3\n", FLOOD]


def test_writing_something_else_than_text_is_the_usual_error(notebook) -> None:
    result = notebook.run("import sys\nsys.stdout.write(5)")
    assert result.error.message == "write() argument must be str, not int"


def test_a_stream_looks_like_pythons_own(notebook) -> None:
    notebook.run("import sys\n(sys.stdout.encoding, sys.stdout.writable(), sys.stdout.isatty())")
    assert notebook.text("value") == "('utf-8', True, False)"


def test_what_comes_after_a_run_is_dropped() -> None:
    output, parts = collect()
    output.close()
    Stream(output, "stdout").write("late\n")
    Stream(output, "stdout").flush()
    assert parts == []


def test_writing_lines_and_text_of_a_subclass_works(notebook) -> None:
    notebook.run("import sys\nclass S(str): pass\nsys.stdout.writelines([S('a\\n'), 'b\\n'])")
    assert notebook.text() == "a\nb\n"


def test_a_run_leaves_nothing_for_the_garbage_collector(notebook) -> None:
    notebook.run("print(1)")
    gc.collect()
    notebook.run("print(1)")
    assert gc.collect() == 0
