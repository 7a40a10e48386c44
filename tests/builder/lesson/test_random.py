"""No text whatever stops the reader: it gives a lesson, or problems, or both."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.lesson import read_lesson
from builder.project import ROOT

LESSON = (ROOT / "lessons/01-neuron.md").read_text(encoding="utf-8").split("\n")
FRONT = LESSON[: LESSON.index("---", 1) + 1]
PIECES = (
    *("```", "~~~", "````", "```python run id=x", "```output", "<!--", "-->", "<!-- answers -->"),
    *("<!-- quiz id=a -->", "<!-- widget a", "<details><summary>Hint 1</summary>", "</details>"),
    *("# x", "## x", "### x?", "- [ ] a", "- [x]", "[a](b)", "![](", "---", "`", "\t", "\x02"),
    *("Also asked: a / b", "title: [", "- a: b", "\\", "é", "\u2028", "\0", "  "),
)
Changes = list[tuple[int, int, str]]
changes = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 10_000), st.sampled_from(PIECES)), max_size=12
)
relaxed = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def survives(tmp_path: Path) -> Callable[[bytes], bool]:
    """Return a function that reads any bytes as a lesson."""

    def read(data: bytes) -> bool:
        path = tmp_path / "01-a.md"
        path.write_bytes(data)
        lesson, problems = read_lesson(path)
        lines = data.decode("utf-8", "replace").count("\n") + data.count(b"\r") + 1
        assert all(1 <= problem.line <= lines for problem in problems)
        return lesson is not None or bool(problems)

    return read


@relaxed
@given(st.binary(max_size=300))
def test_any_bytes(survives: Callable[[bytes], bool], data: bytes) -> None:
    assert survives(data)


@relaxed
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=60))
def test_any_text(survives: Callable[[bytes], bool], words: list[str]) -> None:
    text = "\n".join([*FRONT, *words])
    assert survives(text.encode("utf-8", "replace"))


@relaxed
@given(st.text(alphabet=st.sampled_from("ab:-[]{}'\"#&*!|>%@`\\U\n "), max_size=80))
def test_any_front_matter(survives: Callable[[bytes], bool], text: str) -> None:
    assert survives(f"---\ntitle: A\n{text}\n---\n\nText.".encode())


@relaxed
@given(st.integers(0, len(LESSON)), st.integers(1, 200), changes)
def test_any_change_of_a_lesson(
    survives: Callable[[bytes], bool], start: int, size: int, made: Changes
) -> None:
    lines = [*FRONT, *LESSON[start : start + size]]
    for kind, place, piece in made:
        change(lines, kind, place % len(lines), piece)
    assert survives("\n".join(lines).encode())


def change(lines: list[str], kind: int, index: int, piece: str) -> None:
    """Put a piece before a line, after it or in its place, or cut the line in half."""
    if kind == 0:
        lines.insert(index, piece)
    elif kind == 1:
        lines[index] += piece
    elif kind == 2:
        lines[index] = piece
    else:
        lines[index] = lines[index][: len(lines[index]) // 2]
