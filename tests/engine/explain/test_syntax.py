"""Syntax errors where Python's own words mislead, word for word, and the changes offered."""

import pytest

from engine.explain.syntax_scene import complaint
from tests.engine.explain.programs import explained
from tests.engine.explain.record import read


def repaired(program: str) -> str | None:
    """Return the program after the offered change."""
    change = explained(program).change
    return change.applied_to(program) if change else None


def test_else_if_is_elif() -> None:
    found = explained("if w > 1:\n    y = 1\nelse if w > 0:\n    y = 2")
    assert found.cause == "Python writes `else if` as one short word: `elif`."
    assert found.fix == "Write `elif` instead of `else if`."
    assert (found.line, found.place.column, found.place.end_column) == (3, 1, 8)


def test_a_hyphen_in_a_name_is_a_minus() -> None:
    found = explained("learning-rate = 0.1")
    assert found.cause == (
        "A name cannot have a hyphen: Python reads `learning-rate` as `learning minus rate`."
    )
    assert found.fix == "Join the words with an underscore: `learning_rate`."


def test_a_swapped_assignment_is_turned_round() -> None:
    found = explained("3 = epochs")
    assert found.cause == (
        "The name stands on the left of `=` and its value on the right. Here they are swapped."
    )
    assert found.fix == "Write `epochs = 3`."


def test_counting_up_is_plus_equals_one() -> None:
    found = explained("steps = 0\nsteps++")
    assert found.cause == "Python has no `++`. Counting up by one is `+= 1`."
    assert found.fix == "Write `steps += 1`."


def test_one_equals_sign_in_a_condition() -> None:
    found = explained("if total = 3:\n    pass")
    assert found.cause == ("One `=` gives a name a value. To compare two values, Python uses `==`.")
    assert found.fix == "Write `total == 3`."


def test_an_open_bracket_is_shown_where_it_was_opened() -> None:
    found = explained("weights = [0.5, 0.5\nbias = 1\nprint(weights)")
    assert (found.line, found.place.column) == (1, 11)
    assert found.cause == "The bracket `[` on line 1 is never closed."
    assert found.fix == "Write `]` at the end of line 1."


def test_a_colon_is_missing_inside_a_function() -> None:
    found = explained("def fire(total):\n    if total >= 0\n        return 1\n    return 0")
    assert found.line == 2
    assert found.cause == "A line that starts with `if` must end with a colon."
    assert found.fix == "Write `:` at the end of line 2."


def test_a_place_counts_characters_not_bytes() -> None:
    found = explained('größe = "größe" 3')
    assert (found.place.column, found.place.end_column) == (9, 18)


@pytest.mark.parametrize(
    ("program", "after"),
    [
        ("print “a”", None),
        ("x = [1 2]", "x = [1, 2]"),
        ("For i in range(3):\n    pass", "for i in range(3):\n    pass"),
        ("def f(x)\n    return x", "def f(x):\n    return x"),
        ("x = 5 − 3", "x = 5 - 3"),
        ("print 'hi', x", "print('hi', x)"),
        ("x\u00a0= 3", "x = 3"),
        ("if a && b:\n    pass", "if a and b:\n    pass"),
        ("x = 'it's'", 'x = "it\'s"'),
        ("print(f'{total')", "print(f'{total}')"),
        ("if x:\ny = 1", "if x:\n    y = 1"),
    ],
)
def test_a_change_repairs_the_program(program: str, after: str | None) -> None:
    assert repaired(program) == after


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("case", read("syntax"), ids=lambda case: str(case["program"])[:40])
def test_every_change_takes_the_error_away(case: dict[str, object]) -> None:
    program = str(case["program"])
    after = repaired(program)
    if after is None:
        return
    left = complaint(after)
    assert left is None or (left.lineno or 0) > (explained(program).line or 0)


def test_empty_and_strange_sources_are_survived() -> None:
    for program in ("(" * 300, "\x0c\x0c)", "x = '", "\\", "if", "\t:", "[" * 90 + "1"):
        assert explained(program).cause


def test_only_the_syntax_error_is_told() -> None:
    assert set(explained("x = (").to_dict()) == {
        "error", "line", "end_line", "column", "end_column", "cause", "fix", "message", "change",
    }  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["pip install requests", "!pip install torch", "%pip install x", "python -m pip install 'x'",
     "  conda install numpy", "await micropip.install('requests')",
     "await pyodide_js.loadPackage('x')"],
)  # fmt: skip
def test_a_package_that_is_asked_for_cannot_be_fetched(line: str) -> None:
    found = explained(f"x = 1\n{line.strip()}\n")
    assert found.line == 2
    assert found.cause.endswith(
        "This page has Python's own modules, `numpy` and the course's `engine`, and cannot fetch "
        "others."
    )
    assert found.fix == "Delete this line, and use plain Python or `numpy` here."


def test_await_outside_a_function_is_not_called_a_result() -> None:
    found = explained("import asyncio\nawait asyncio.sleep(1)")
    assert found.cause == "`await` only works inside a function made with `async def`."
