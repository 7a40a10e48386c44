"""Terminal text: colours and carriage returns."""

import pytest

from tests.site.conftest import Evaluate


@pytest.mark.parametrize(
    ("line", "shown"),
    [("10%\\r20%", "20%"), ("long line\\rab", "abng line"), ("kept\\r", "kept"), ("a", "a")],
)
def test_a_carriage_return_writes_over_the_line(evaluate: Evaluate, line: str, shown: str) -> None:
    assert evaluate("output/line", f'm.lastDrawn("{line}")') == shown


def line_of(*texts: str) -> str:
    """Return an expression for what is seen of a line, and how much is not."""
    takes = " ".join(f"line.take({text});" for text in texts)
    return f"(() => {{ const line = new m.Line(); {takes} return [line.shown, line.leftOut]; }})()"


@pytest.mark.parametrize(
    ("texts", "shown", "left_out"),
    [
        (['"12345\\r67"', '"8"'], "67845", 0),
        (['"12\\r"', '"345"'], "345", 0),
        (['"e" + "\\u0301".repeat(50)'], "e" + "\u0301" * 16, 34),
        (['"ab".repeat(5_000)', '"c"', '"\\rx"'], "x" + ("ab" * 5_000)[1:], 0),
        (['"-".repeat(9_998)', '"\\u001b[31mred"'], "-" * 9_998, 6),
    ],
)
def test_a_line_is_held_however_it_comes(
    evaluate: Evaluate, texts: list[str], shown: str, left_out: int
) -> None:
    assert evaluate("output/line", line_of(*texts)) == [shown, left_out]


def test_colours_end_where_they_are_reset(evaluate: Evaluate) -> None:
    read = r'm.readAnsi("\u001b[31mred\u001b[0m plain", m.PLAIN)'
    code = f"{read}.pieces.map(p => [p.text, p.style.color])"
    assert evaluate("output/ansi", code) == [["red", 1], [" plain", None]]


def test_a_style_goes_on_into_the_next_line(evaluate: Evaluate) -> None:
    code = r'm.readAnsi("next", m.readAnsi("\u001b[1;34m", m.PLAIN).end).pieces[0].style'
    style = evaluate("output/ansi", code)
    assert isinstance(style, dict)
    assert (style["bold"], style["color"]) == (True, 4)


def test_codes_that_move_the_cursor_are_left_out(evaluate: Evaluate) -> None:
    code = r'm.readAnsi("a\u001b[2K\u001b[1Ab\u0007", m.PLAIN).pieces.map(p => p.text).join("")'
    assert evaluate("output/ansi", code) == "ab"
