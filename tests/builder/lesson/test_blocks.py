"""What a lesson holds after it was read: every block, with the line that it starts on."""

from collections.abc import Callable

from builder.lesson.model import Answers, Block, Cell, Heading, Prose, Quiz, Widget

Read = Callable[[str], tuple[Block, ...]]
FRONT = 6
QUESTION = "What?\n\n<!-- {mark} id=a -->\n\n- [ ] one\n\n  No.\n\n- [x] two\n"


def test_text_keeps_its_fences_together(blocks: Read) -> None:
    text = "One.\n\n```python\n# not a heading\n<!-- quiz -->\n```\n\nTwo."
    assert blocks(text) == (Prose(FRONT + 1, text),)


def test_a_longer_fence_shows_a_shorter_one(blocks: Read) -> None:
    text = "````markdown\n```python run id=a\n1\n```\n````"
    assert blocks(text) == (Prose(FRONT + 1, text),)


def test_tildes_are_a_fence_too(blocks: Read) -> None:
    assert blocks("~~~python run id=a\n1\n~~~") == (
        Cell(FRONT + 1, "a", "run", "1", options={"id": "a"}),
    )


def test_tabs_stay_in_code(blocks: Read) -> None:
    (cell,) = blocks("```python run id=a\nif 1:\n\tprint(1)\n```")
    assert isinstance(cell, Cell)
    assert cell.code == "if 1:\n\tprint(1)"


def test_windows_line_ends_are_fine(blocks: Read) -> None:
    assert blocks("Text.\r\n\r\n## B\r\n") == (
        Prose(FRONT + 1, "Text."),
        Heading(FRONT + 3, 2, "B", "b"),
    )


def test_headings_get_the_anchors_of_git_hosts(blocks: Read) -> None:
    read = blocks("## What is `x`?\n\n## What is x\n\n### [A](https://a.org) & B ##")
    anchors = [block.anchor for block in read if isinstance(block, Heading)]
    assert anchors == ["what-is-x", "what-is-x-1", "a--b"]


def test_an_output_belongs_to_the_cell_before_it(blocks: Read) -> None:
    (cell,) = blocks("```python run id=a\n1\n```\n\n```output\n1\n```")
    assert isinstance(cell, Cell)
    assert (cell.output, cell.output_line) == ("1", FRONT + 5)


def test_a_cell_without_an_id_gets_its_place(blocks: Read) -> None:
    cells = blocks("```python setup\nx = 1\n```\n\n```python run\nx\n```")
    assert [block.id for block in cells if isinstance(block, Cell)] == [
        "example-cell-1",
        "example-cell-2",
    ]


def test_a_quiz_keeps_its_choices(blocks: Read) -> None:
    _, quiz, rest = blocks(QUESTION.format(mark="quiz") + "\nMore text.")
    assert isinstance(quiz, Quiz)
    assert (quiz.line, quiz.id, quiz.is_prediction) == (FRONT + 3, "a", False)
    assert [(choice.markdown, choice.explanation) for choice in quiz.choices] == [
        ("one", "No."),
        ("two", ""),
    ]
    assert rest == Prose(FRONT + 11, "More text.")


def test_an_explanation_may_have_paragraphs_and_code(blocks: Read) -> None:
    body = "What?\n\n<!-- quiz id=a -->\n\n- [x] one\n- [ ] two\n  words\n\n"
    _, quiz = blocks(body + "  No.\n\n  ```python\n  x = 1\n  ```\n")
    assert isinstance(quiz, Quiz)
    assert quiz.choices[1].markdown == "two words"
    assert quiz.choices[1].explanation == "No.\n\n```python\nx = 1\n```"


def test_a_prediction_guards_the_next_cell(blocks: Read) -> None:
    body = QUESTION.format(mark="predict") + "\nSo?\n\n```python run id=b\n1\n```"
    quiz, cell = blocks(body)[1], blocks(body)[-1]
    assert isinstance(quiz, Quiz)
    assert isinstance(cell, Cell)
    assert (quiz.is_prediction, cell.prediction) == (True, "a")


def test_a_widget_takes_its_picture(blocks: Read) -> None:
    body = "<!-- widget decision-line w1=1 b=-1.5 -->\n\n![Two\nlines.](img/a.svg)\n\nText."
    options = {"w1": "1", "b": "-1.5"}
    widget = Widget(FRONT + 1, "decision-line", options, "img/a.svg", "Two lines.")
    assert blocks(body) == (widget, Prose(FRONT + 6, "Text."))


def test_answers_end_at_the_next_heading(blocks: Read) -> None:
    start = "## Q\n\nHello.\n\n<!-- answers -->\n\n### Why `b`?\n\n"
    bank = start + "Also asked: c / d /\ne / f/g\n\nSo.\n"
    answers, heading = blocks(bank + "\n## End")[2:]
    assert isinstance(answers, Answers)
    assert answers.answers[0].id == "example-why-b"
    assert answers.answers[0].also_asked == ("c", "d", "e", "f/g")
    assert answers.answers[0].markdown == "So."
    assert heading == Heading(FRONT + 14, 2, "End", "end")


def test_notes_are_dropped_and_code_is_not(blocks: Read) -> None:
    body = "A <!-- note --> b.\n\n<!-- a\nlonger note -->\n\nSee `<!-- quiz id=a -->`."
    (text,) = blocks(body)
    assert text == Prose(FRONT + 1, "A  b.\n\n\n\n\nSee `<!-- quiz id=a -->`.")


def test_plain_folds_are_text(blocks: Read) -> None:
    fold = "<details><summary>More</summary>\n\nWords.\n\n</details>"
    assert blocks("A.\n\n" + fold + "\n\nB.") == (Prose(FRONT + 1, "A.\n\n" + fold + "\n\nB."),)


def test_a_cell_may_be_meant_to_fail(blocks: Read) -> None:
    (cell,) = blocks("```python run id=a error=SyntaxError\nx = \n```")
    assert isinstance(cell, Cell)
    assert cell.options == {"id": "a", "error": "SyntaxError"}
