"""A cell of one expression is compiled without its tree, and nobody notices."""

import warnings

import pytest

from engine.kernel.program import prepare, run

CODES = {
    "a value": "6 * 7",
    "a call": "print(1)",
    "a comment behind": "6 * 7  # the answer",
    "a comment alone": "# nothing",
    "nothing": "",
    "a space in front": " 6 * 7",
    "a tab in front": "\t6 * 7",
    "a form feed in front": "\f6 * 7",
    "a form feed and a space in front": "\f 6 * 7",
    "spaces behind": "6 * 7   ",
    "a carriage return behind": "6 * 7\r",
    "two lines of an old machine": "6\r7",
    "a statement": "x = 6",
    "a statement with a semicolon": "6 * 7;",
    "two statements": "x = 6; x * 7",
    "a star": "*[1], 2",
    "a walrus": "x := 6",
    "a walrus in brackets": "(x := 6)",
    "a function": "(lambda: 6)()",
    "a yield": "(yield 1)",
    "an await": "await x",
    "a return": "return 1",
    "a missing bracket": "print(6",
    "a missing quote": "print('6)",
    "an old print": "print 6",
    "a keyword": "for",
    "a backslash at the end": "6 * \\",
    "a strange escape": "len('\\d')",
    "a strange escape that is kept": "x = '\\d'",
    "a comparison that surprises": "1 is 1",
    "an error": "1 / 0",
    "a character that is no source": "6 * 7\0",
    "half a character": "'\ud800'",
    "deep brackets": "(" * 300 + ")" * 300,
    "a very long sum": "+".join(["1"] * 20_000),
    "a large number": "9" * 5_000,
}


def ending(code: str, with_tree: bool) -> tuple[object, ...]:
    """Return how a program ends, with what Python warns of."""
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        try:
            program = prepare(code, "cell a", (lambda tree: tree) if with_tree else None)
            ended: object = run(program, {})
        except Exception as error:
            place = [getattr(error, name, None) for name in ("lineno", "offset", "end_offset")]
            ended = type(error), str(error), place
    return ended, [(str(warning.message), warning.lineno) for warning in found]


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_a_cell_ends_as_it_does_with_its_tree(code: str) -> None:
    assert ending(code, with_tree=False) == ending(code, with_tree=True)


def test_only_a_single_expression_goes_without_its_tree(monkeypatch) -> None:
    monkeypatch.setattr("engine.kernel.program.ast", None)
    assert run(prepare("6 * 7", "cell a"), {}) == 42
    for code in ("x = 6", "6 * 7\n", "6\n7"):
        with pytest.raises(AttributeError):
            prepare(code, "cell a")
