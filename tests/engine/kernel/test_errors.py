import pytest


def place(notebook, code: str) -> tuple[int | None, ...]:
    where = notebook.run(code).error.place
    return where.line, where.end_line, where.column, where.end_column


PLACES = {
    "x = 1 / 0": (1, 1, 5, 10),
    "é = 'ü' + 1": (1, 1, 5, 12),
    "x = '😀' + 1 + 2": (1, 1, 5, 12),
    "a = 1\nb = [1,\n  2][5]": (2, 3, 5, 8),
    "def f(x):\n    return x.up\nf(3)": (2, 2, 12, 16),
    "raise ValueError('no')": (1, 1, 1, 23),
    "x = (1": (1, 1, 5, 6),
    "if True:\nprint(1)": (2, 2, 1, 9),
    "def f(:": (1, 1, 6, 7),
    "print('hello": (1, 1, 7, 13),
    "x = 5 +": (1, 1, 7, 8),
    "return 5": (1, 1, 1, 7),
}


@pytest.mark.parametrize(("code", "where"), PLACES.items(), ids=PLACES)
def test_an_error_is_marked_at_its_characters(notebook, code: str, where) -> None:
    assert place(notebook, code) == where


def test_the_place_is_in_the_cell_that_ran(notebook) -> None:
    notebook.run("def f(x):\n\n    return 1 / x", cell="earlier")
    result = notebook.run("y = 1\nf(0)", cell="later")
    assert (result.error.place.line, result.error.place.column) == (2, 1)
    assert 'File "cell earlier", line 3, in f' in result.error.traceback


def test_a_traceback_has_the_learners_lines_only(notebook) -> None:
    result = notebook.run("import json\njson.loads('{')")
    assert result.error.traceback == (
        "Traceback (most recent call last):\n"
        '  File "cell one", line 2, in <module>\n'
        "    json.loads('{')\n"
        "json.decoder.JSONDecodeError: "
        "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)\n"
    )


def test_a_syntax_error_shows_its_line_and_no_engine(notebook) -> None:
    result = notebook.run("x = 1\nif x\n  y")
    assert result.error.traceback == (
        "  File \"cell one\", line 2\n    if x\n        ^\nSyntaxError: expected ':'\n"
    )


def test_causes_are_told_with_their_lines(notebook) -> None:
    code = "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError('no') from e"
    text = notebook.run(code).error.traceback
    assert "line 2, in <module>" in text
    assert "The above exception was the direct cause" in text
    assert "engine" not in text


def test_groups_of_exceptions_are_told(notebook) -> None:
    result = notebook.run("raise ExceptionGroup('two', [ValueError(1), TypeError(2)])")
    assert result.error.message == "two (2 sub-exceptions)"
    assert "ValueError: 1" in result.error.traceback
    assert "engine" not in result.error.traceback


def test_endless_recursion_is_told_shortly(notebook) -> None:
    result = notebook.run("def f(n):\n    return f(n + 1)\nf(0)")
    assert result.error.type == "RecursionError"
    assert "more times]" in result.error.traceback
    assert len(result.error.traceback) < 1_000


HOSTILE = {
    "its text exits": "class E(Exception):\n  def __str__(self): raise SystemExit\nraise E",
    "its text is no text": "class E(Exception):\n  def __str__(self): return 5\nraise E",
    "its text is long": "class E(Exception):\n  def __str__(self): return 'x' * 9 ** 7\nraise E",
    "its attributes raise": (
        "class E(Exception):\n  def __getattribute__(self, n): raise KeyError(n)\nraise E"
    ),
    "it causes itself": "e = ValueError(1)\ne.__cause__ = e\nraise e",
    "its notes are no notes": "e = ValueError(1)\ne.__notes__ = 7\nraise e",
    "a syntax error with odd places": (
        "e = SyntaxError('x')\ne.lineno, e.offset, e.filename = 'a', -1, 5\nraise e"
    ),
    "an attribute error that has no name": "raise AttributeError(name=5, obj=object())",
    "its class has a broken name": (
        "class M(type):\n  __module__ = property(lambda s: 1 / 0)\n"
        "class E(Exception, metaclass=M): pass\nraise E"
    ),
    "an exception of no Exception": "class E(BaseException): pass\nraise E('out')",
}


@pytest.mark.parametrize("code", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_exception_is_still_an_error(notebook, code: str) -> None:
    result = notebook.run(code)
    assert result.status == "error"
    report = result.error.to_dict()
    assert report["type"] in ("E", "ValueError", "SyntaxError", "AttributeError")
    assert len(str(report)) < 60_000
    assert notebook.run("print(1)").status == "ok"


UNREADABLE = {
    "a null character": "x = 'a\0b'",
    "a lone surrogate": "x = '\ud800'",
    "too many brackets": "(" * 500,
    "too deep an expression": "-" * 100_000 + "1",
    "a number with too many digits": "x = 1" + "0" * 5_000,
    "too many indents": "\n".join(" " * i + "if 1:" for i in range(120)) + "\n" + " " * 120 + "1",
}


@pytest.mark.parametrize("code", UNREADABLE.values(), ids=UNREADABLE)
def test_what_python_cannot_read_is_a_syntax_error(notebook, code: str) -> None:
    result = notebook.run(code)
    assert result.status == "error"
    assert result.error.type in ("SyntaxError", "IndentationError")


def test_a_syntax_error_in_a_text_that_the_cell_runs_is_placed_at_the_call(notebook) -> None:
    assert place(notebook, "x = 1\nexec('1 +')") == (2, 2, 1, 12)


def test_a_report_crosses_to_the_page_as_plain_data(notebook) -> None:
    assert notebook.run("1 / 0").to_dict()["error"] == {
        "type": "ZeroDivisionError",
        "message": "division by zero",
        "line": 1,
        "endLine": 1,
        "column": 1,
        "endColumn": 6,
        "traceback": (
            'Traceback (most recent call last):\n  File "cell one", line 1, in <module>\n'
            "    1 / 0\n    ~~^~~\nZeroDivisionError: division by zero\n"
        ),
        "cause": "This line divides by 0, and there is no result for that.",
        "fix": "Divide by another number.",
        "change": None,
    }
