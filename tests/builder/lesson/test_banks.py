"""Banks of questions that belong to no lesson."""

from pathlib import Path

import pytest

from builder.lesson import read_banks, read_course

WAYS = "Also asked: one / two / three / four"
LESSON = f"""---
title: A
minutes: 20
needs: []
teaches: [a, b, c]
---

## A place

Text.

## Questions

<!-- answers -->

### What is a weight?

{WAYS}

A number.
"""


def ways(question: str) -> str:
    return "Also asked: " + " / ".join(f"{question} {number}" for number in range(4))


def bank(*questions: str, answer: str = "An answer.", start: str = "# Bank\n\nWords.\n") -> str:
    parts = [f"### {each}\n\n{ways(each)}\n\n{answer}\n" for each in questions]
    return "\n".join([start, "<!-- answers -->\n", *parts])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "01-a.md").write_text(LESSON, encoding="utf-8")
    (tmp_path / "questions").mkdir()
    return tmp_path


def read(folder: Path, text: str) -> tuple[list[str], list[str]]:
    """Return the ids of a bank's answers, and what is told about it."""
    (folder / "questions" / "python.md").write_text(text, encoding="utf-8")
    banks, problems = read_banks(folder, read_course(folder)[0])
    ids = [answer.id for each in banks for answer in each.answers]
    return ids, [f"{each.path.name}:{each.line}: {each.message}" for each in problems]


def test_a_bank_is_read_under_its_files_name(folder: Path) -> None:
    ids, told = read(folder, bank("What is zip?", "What is def?"))
    assert (ids, told) == (["python-what-is-zip", "python-what-is-def"], [])


def test_without_the_folder_there_is_no_bank(tmp_path: Path) -> None:
    assert read_banks(tmp_path, []) == ([], [])


def test_a_question_of_a_lesson_is_not_asked_again(folder: Path) -> None:
    _, told = read(folder, bank("What is a weight"))
    assert told == [
        "python.md:7: the question 'What is a weight' is asked in 01-a.md:16 too: keep one"
    ]


def test_links_lead_to_places_that_there_are(folder: Path) -> None:
    right = bank("What is zip?", answer="See [there](../01-a.md#a-place).")
    assert read(folder, right)[1] == []
    _, told = read(folder, bank("What is zip?", answer="See [there](../01-a.md#no-place)."))
    assert told[0].startswith("python.md:11: there is no heading '#no-place' in 01-a.md")
    _, told = read(folder, bank("What is zip?", answer="See [there](../02-b.md)."))
    assert told[0].startswith("python.md:11: there is no file '02-b.md'")
    _, told = read(folder, bank("What is zip?", answer="See [there](01-a.md)."))
    assert told == ["python.md:11: links to lessons start with ../ here: '01-a.md'"]


@pytest.mark.parametrize("text", ["", "# Only a title\n", bank("What?", start=""), "\0", "###"])
def test_what_is_no_bank_is_told(folder: Path, text: str) -> None:
    assert read(folder, text)[1]


def test_code_that_runs_cannot_stand_in_a_bank(folder: Path) -> None:
    _, told = read(folder, bank("What is zip?", answer="Words.\n\n```python run\nprint(1)\n```"))
    assert ["cannot stand among the answers" in each for each in told] == [True]
