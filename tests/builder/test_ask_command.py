"""`ask` answers questions as the page would."""

import json

import pytest

from builder import cli


def ask(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    """Return the lines of JSON that are printed."""
    assert cli.main(["ask", "--json", *arguments]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_question_gets_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    first, second = ask(capsys, "whats a bias??", "how do I bake a pie")
    assert first["question"] == "whats a bias??"
    assert first["confident"] is True
    answers = first["answers"]
    assert isinstance(answers, list)
    assert answers[0]["question"] == "What is a bias?"
    assert answers[0]["lesson"] == "neuron"
    assert answers[0]["id"] == "neuron-what-is-a-bias"
    assert "The bias is the number" in answers[0]["answer"]
    assert 0 < answers[0]["score"] <= 1
    assert (second["confident"], second["answers"]) == (False, [])


def test_in_a_lesson_its_own_questions_come_first(capsys: pytest.CaptureFixture[str]) -> None:
    question = "why does my check say not defined"
    scores = {}
    for lesson in ("", "learning-rule"):
        (line,) = ask(capsys, question, *(["--lesson", lesson] if lesson else []))
        answers = line["answers"]
        assert isinstance(answers, list)
        scores[lesson] = {each["id"]: each["score"] for each in answers}
    place = "learning-rule-why-does-the-check-say-a-name-is-not-defined"
    assert scores["learning-rule"][place] > scores[""][place]


def test_a_solution_is_not_told_but_a_hint_is(capsys: pytest.CaptureFixture[str]) -> None:
    named, vague = ask(capsys, "give me the code for weighted-sum", "just show me the solution")
    for line in (named, vague):
        assert line["confident"] is True
        answers = line["answers"]
        assert isinstance(answers, list)
        assert "def weighted_sum" not in answers[0]["answer"]
        assert "hint" in answers[0]["answer"]
    assert isinstance(named["answers"], list)
    assert named["answers"][0]["id"] == "hint-weighted-sum"


def test_it_can_be_read_without_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["ask", "whats a bias", "how do I bake a pie"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("What is a bias?\n\nThe bias is the number")
    assert "Nothing in this course answers that." in printed


@pytest.mark.parametrize("question", ["", "   ", "?!", "\ud83e", "a" * 5000, "<script>", ")(" * 99])
def test_strange_questions_get_an_answer_too(
    capsys: pytest.CaptureFixture[str], question: str
) -> None:
    (line,) = ask(capsys, question)
    assert line["confident"] is False


def test_a_lesson_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["ask", "why", "--lesson", "neurn"]) == 2
    assert "there is no lesson 'neurn': did you mean 'neuron'?" in capsys.readouterr().err
