import base64
import builtins
import os
import sys

import pytest


def test_the_last_expression_is_shown(notebook) -> None:
    assert notebook.run("x = 6\nx * 7").status == "ok"
    assert notebook.parts == [{"kind": "value", "text": "42"}]


@pytest.mark.parametrize("code", ["x = 1", "None", "", "# nothing", "def f(): pass"])
def test_nothing_is_shown_where_there_is_no_value(notebook, code: str) -> None:
    assert notebook.run(code).status == "ok"
    assert notebook.parts == []


def test_names_live_from_cell_to_cell_and_not_across_lessons(notebook) -> None:
    notebook.run("x = 1")
    assert notebook.run("x").status == "ok"
    assert notebook.run("x", lesson="other").error.type == "NameError"


def test_reset_forgets_a_lessons_names(notebook) -> None:
    notebook.run("x = 1")
    notebook.kernel.reset("l")
    assert notebook.run("x").error.type == "NameError"


def test_set_up_runs_once_before_the_first_cell(notebook) -> None:
    setup = "count = globals().get('count', 0) + 1"
    notebook.run("count", setup=setup)
    notebook.run("count", setup=setup)
    assert notebook.text("value") == "1"


def test_a_set_up_that_fails_is_tried_again(notebook) -> None:
    assert notebook.run("x", setup="x = 1 / 0").status == "error"
    assert notebook.run("x", setup="x = 2").status == "ok"


def test_printed_text_and_errors_keep_their_order(notebook) -> None:
    notebook.run("import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('c')\n7")
    kinds = [(part["kind"], part["text"]) for part in notebook.parts]
    assert kinds == [("stdout", "a\n"), ("stderr", "b\n"), ("stdout", "c\n"), ("value", "7")]


RICH = {
    "html": ("_repr_html_", "'<b>hi</b>'", {"kind": "html", "html": "<b>hi</b>"}),
    "svg": ("_repr_svg_", "'<svg/>'", {"kind": "svg", "svg": "<svg/>"}),
    "png": ("_repr_png_", "b'png'", {"kind": "png", "base64": base64.b64encode(b"png").decode()}),
    "html with data": ("_repr_html_", "('<i>', {})", {"kind": "html", "html": "<i>"}),
    "nothing": ("_repr_html_", "None", {"kind": "value", "text": "plain"}),
}


@pytest.mark.parametrize(("method", "value", "part"), RICH.values(), ids=RICH)
def test_a_value_shows_itself_as_richly_as_it_can(notebook, method, value, part) -> None:
    code = f"class V:\n  def {method}(self): return {value}\n  def __repr__(self): return 'plain'"
    notebook.run(code + "\nV()")
    assert notebook.parts == [part]


def test_a_class_is_not_asked_to_show_itself_as_its_objects_do(notebook) -> None:
    notebook.run("class V:\n  def _repr_html_(self): return '<b>'\nV")
    assert notebook.text("value") == "<class '__main__.V'>"


def test_a_very_long_value_is_cut_in_the_middle(notebook) -> None:
    notebook.run("'x' * 300_000")
    assert len(notebook.text("value")) < 101_000
    assert "(300,002 characters in all)" in notebook.text("value")


def test_a_broken_repr_is_an_error_with_its_line(notebook) -> None:
    result = notebook.run("class V:\n  def __repr__(self):\n    return 1 / 0\nV()")
    assert (result.status, result.error.type, result.error.place.line) == (
        "error",
        "ZeroDivisionError",
        3,
    )


def test_an_interrupt_is_told_as_one(notebook) -> None:
    result = notebook.run("print('so far', end='')\nraise KeyboardInterrupt")
    assert (result.status, result.error, notebook.text()) == ("interrupted", None, "so far")
    assert result.noticed == ()


def test_a_stopped_loop_is_explained(notebook) -> None:
    result = notebook.run(
        "i = 0\nturns = 0\nwhile i < 3:\n    turns += 1\n    if turns == 50:\n"
        "        raise KeyboardInterrupt\n"
    )
    assert result.status == "interrupted"
    assert [note["line"] for note in result.noticed] == [3]
    assert "Nothing inside the loop changes `i`" in result.noticed[0]["cause"]
    assert notebook.run("print(turns)").noticed == ()


@pytest.mark.parametrize(
    "code", ["import sys\nsys.exit()", "exit()", "quit(3)", "raise SystemExit"]
)
def test_asking_python_to_stop_is_a_note_and_names_are_kept(notebook, code: str) -> None:
    notebook.run("kept = 5")
    assert notebook.run(code).status == "ok"
    assert notebook.text("note").startswith("Your code asked Python to stop (sys.exit).")
    assert notebook.run("kept").status == "ok"


def test_the_words_of_an_exit_are_shown(notebook) -> None:
    notebook.run("import sys\nsys.exit('no data')")
    assert notebook.text("stderr") == "no data\n"


def test_input_asks_with_its_prompt_and_echoes_nothing(notebook) -> None:
    notebook.answers = ["Ada"]
    notebook.run("print('Hello')\nname = input('Name? ')\nname")
    assert notebook.asked == ["Name? "]
    assert notebook.parts == [
        {"kind": "stdout", "text": "Hello\n"},
        {"kind": "value", "text": "'Ada'"},
    ]


def test_the_end_of_the_input_is_an_eof_error(notebook) -> None:
    assert notebook.run("input()").error.type == "EOFError"


def test_standard_input_can_be_read_line_by_line(notebook) -> None:
    notebook.answers = ["one", "two"]
    notebook.run("import sys\n[line for line in sys.stdin]")
    assert notebook.text("value") == "['one\\n', 'two\\n']"


HARM = {
    "print": "import builtins\nbuiltins.print = None",
    "len": "import builtins\nbuiltins.len = lambda x: 0",
    "input": "import builtins\nbuiltins.input = 5",
    "__import__": "import builtins\nbuiltins.__import__ = None",
    "vars": "import builtins\ndel builtins.vars",
}


@pytest.mark.parametrize(("name", "code"), HARM.items(), ids=HARM)
def test_builtins_are_put_back_with_a_note(notebook, name: str, code: str) -> None:
    notebook.run(code)
    assert notebook.run("import math\nprint(len('abc'))").status == "ok"
    assert notebook.text() == "3\n"
    assert notebook.text("note") == (
        f"An earlier cell had replaced Python's own `{name}`. It is back as it was."
    )


def test_an_error_is_told_even_when_all_builtins_are_gone(notebook) -> None:
    result = notebook.run("import builtins\nvars(builtins).clear()\n1 / 0")
    assert (result.error.type, result.error.place.line) == ("ZeroDivisionError", 3)
    assert notebook.run("print(1)").status == "ok"


def test_a_name_that_hides_a_builtin_is_dropped_when_it_is_called(notebook) -> None:
    notebook.run("print = None")
    assert notebook.run("print(3)").status == "ok"
    assert notebook.text("note") == (
        "An earlier cell had given the name `print` to something else. "
        "It is Python's own `print` again."
    )


def test_a_name_that_hides_a_builtin_goes_on_working_as_a_number(notebook) -> None:
    notebook.run("sum = 0\nsum += 1")
    notebook.run("sum += 1\nsum")
    assert notebook.parts == [{"kind": "value", "text": "2"}]


def test_a_function_that_hides_a_builtin_is_kept(notebook) -> None:
    notebook.run("def sum(values): return 'mine'")
    notebook.run("sum([1])")
    assert notebook.text("value") == "'mine'"


LEFT_BEHIND = {
    "streams": "import sys\nsys.stdout = sys.stderr = sys.stdin = None",
    "closed streams": "import sys\nsys.stdout.close()",
    "hooks": "import sys\nsys.excepthook = sys.displayhook = sys.unraisablehook = None",
    "a recursion limit": "import sys\nsys.setrecursionlimit(60)",
    "a trace function": "import sys\nsys.settrace(lambda *a: 1 / 0)",
    "a profile function": "import sys\nsys.setprofile(lambda *a: 1 / 0)",
    "another folder": "import os\nos.chdir('/')",
    "no path": "import sys\nsys.path.clear()\nsys.meta_path.clear()",
    "no list of paths": "import sys\nsys.path = sys.meta_path = None",
    "a path that is a text": "import sys\nsys.path = 'here'",
    "a path without an end": (
        "import sys\nclass Endless(list):\n  __iter__ = lambda self: iter(int, 1)\n"
        "sys.path = Endless()"
    ),
    "folders that are equal to all": (
        "import sys\nclass Same(str):\n  __hash__ = str.__hash__\n"
        "  __eq__ = lambda self, other: True\nsys.path[:] = [Same('x')] * len(sys.path)"
    ),
    "folders before Python's own": "import sys\nsys.path[:0] = ['first', 'second']",
    "Python's own folders in another order": "import sys\nsys.path.reverse()",
    "no way to watch or to recurse": "import sys\nsys.settrace = sys.setrecursionlimit = None",
    "modules gone": "import sys\ndel sys.modules['builtins'], sys.modules['traceback']",
    "a decimal context": "import decimal\ndecimal.getcontext().prec = 2",
    "no interrupt": "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)",
    "another main": "import sys\nsys.modules['__main__'] = None",
    "a thread": "import threading\nt = threading.Thread(target=print)\nt.start()\nt.join()",
    "a broken exception": "class E(Exception):\n  def __str__(self): raise SystemExit\nraise E",
    "endless recursion": "def f(): return f()\nf()",
    "too much memory": "x = [0] * 10 ** 12",
    "a syntax error": "def f(:",
}


@pytest.mark.parametrize("code", LEFT_BEHIND.values(), ids=LEFT_BEHIND)
def test_whatever_a_cell_leaves_behind_the_next_one_works(notebook, monkeypatch, code: str) -> None:
    # The kernel does not put these back.
    for name in ("settrace", "setrecursionlimit"):
        monkeypatch.setattr(sys, name, getattr(sys, name))
    folder, limit = os.getcwd(), sys.getrecursionlimit()
    notebook.run(code)
    work = "import decimal, json, colorsys\nprint(json.dumps([1]), decimal.Decimal(1) / 3)"
    assert notebook.run(work).status == "ok"
    assert notebook.text() == "[1] 0.3333333333333333333333333333\n"
    assert (os.getcwd(), sys.getrecursionlimit()) == (folder, limit)


def test_a_folder_that_a_cell_has_added_is_searched_after_pythons_own(notebook) -> None:
    before = list(sys.path)
    notebook.run("import sys\nsys.path.insert(0, 'mine')")
    notebook.run("1")
    notebook.run("1")
    assert sys.path == [*before, "mine"]


def test_copies_of_pythons_own_folders_are_not_kept_beside_them(notebook) -> None:
    before = list(sys.path)
    notebook.run("import sys\nsys.path = [''.join([path, ' '])[:-1] for path in sys.path]")
    notebook.run("1")
    assert sys.path == before


def test_the_engine_runs_freely_after_a_program(notebook) -> None:
    limit = sys.getrecursionlimit()
    notebook.run("import sys\nsys.setrecursionlimit(60)\nsys.settrace(lambda *_: None)")
    assert (sys.getrecursionlimit(), sys.gettrace()) == (limit, None)


def test_the_host_is_as_it_was_after_a_run(notebook) -> None:
    before = sys.stdout, sys.stdin, sys.modules["__main__"], builtins.input, builtins.print
    notebook.run("import builtins\nbuiltins.print = builtins.input = None")
    after = sys.stdout, sys.stdin, sys.modules["__main__"], builtins.input, builtins.print
    assert after == before


def test_a_class_knows_its_module_so_dataclasses_and_pickle_work(notebook) -> None:
    code = (
        "import pickle\nfrom dataclasses import dataclass\n"
        "@dataclass\nclass Point:\n    x: 'int'\n"
        "pickle.loads(pickle.dumps(Point(3)))"
    )
    notebook.run(code)
    assert notebook.text("value") == "Point(x=3)"


def test_a_run_says_how_long_it_took(notebook) -> None:
    seconds = notebook.run("sum(range(100_000))").to_dict()["seconds"]
    assert 0 < seconds < 5
