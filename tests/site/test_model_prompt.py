"""What a model is told."""

import json

import pytest

from tests.site.conftest import Evaluate

SITUATION = {
    "lesson": "One neuron",
    "place": "Write the step",
    "task": "Return 1 if total is at least 0, else 0.",
    "code": "def step(total):\n    return total",
    "error": "",
    "finding": "`step(2)` is 2. It should be 1.",
}


def told(
    evaluate: Evaluate, level: str, question: str = "Why?", **changed: str
) -> dict[str, object]:
    """Return the conversation for a question."""
    situation = json.dumps({**SITUATION, **changed})
    code = f"m.conversation({situation}, {json.dumps(question)}, {json.dumps(level)})"
    answer = evaluate("tutor/prompt", code)
    assert isinstance(answer, dict)
    return answer


def test_the_question_comes_with_its_place_code_and_finding(evaluate: Evaluate) -> None:
    turns = told(evaluate, "question")["turns"]
    assert isinstance(turns, list)
    assert turns[0]["text"] == (
        "## The lesson\n\nOne neuron\n\n"
        "## The place in it\n\nWrite the step\n\n"
        "## The task\n\nReturn 1 if total is at least 0, else 0.\n\n"
        "## The learner's code\n\n```python\ndef step(total):\n    return total\n```\n\n"
        "## What the course says about it\n\n`step(2)` is 2. It should be 1.\n\n"
        "## The learner's question\n\nWhy?"
    )


@pytest.mark.parametrize("level", ["question", "hint", "explanation", "fix"])
def test_every_level_keeps_the_guards(evaluate: Evaluate, level: str) -> None:
    system = str(told(evaluate, level)["system"])
    for guard in (
        "80 to 160 words",
        "14-year-old",
        "one approach only",
        "Never give the full answer",
    ):
        assert guard in system


def test_only_a_fix_is_asked_for_code_that_mends(evaluate: Evaluate) -> None:
    levels = ("question", "hint", "explanation", "fix")
    asked = ["python fix" in str(told(evaluate, level)["system"]) for level in levels]
    assert asked == [False, False, False, True]


def test_very_long_code_is_cut_and_says_so(evaluate: Evaluate) -> None:
    turns = told(evaluate, "hint", code="x = 1\n" * 5_000)["turns"]
    assert isinstance(turns, list)
    assert len(turns[0]["text"]) < 10_000
    assert "[the rest is left out]" in turns[0]["text"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, ""),
        ({"address": ""}, "Write the address in full, such as http://localhost:11434/v1."),
        ({"address": "api.openai.com/v1"}, "Write the address in full"),
        ({"address": "http://api.openai.com/v1"}, "This page may only use an https address"),
        ({"address": "http://192.168.1.20:11434/v1"}, "This page may only use an https address"),
        ({"address": "http://localhost:11434/v1", "provider": "ollama", "key": ""}, ""),
        ({"address": "https://x.org/v1?key=abc"}, "Take the name, the key and what follows ?"),
        ({"address": "https://me:secret@x.org/v1"}, "Take the name, the key and what follows ?"),
        ({"model": " "}, "Write the name of a model."),
        ({"key": ""}, "OpenAI needs a key. Paste yours."),
        ({"key": "sk-1\nsk-2"}, "A key has only letters, digits and signs."),
    ],
)
def test_what_is_missing_is_told_before_anything_is_sent(
    evaluate: Evaluate, change: dict[str, str], words: str
) -> None:
    usual = {"provider": "openai", "address": "https://api.openai.com/v1", "model": "m", "key": "k"}
    found = evaluate("tutor/connection", f"m.whatIsMissing({json.dumps({**usual, **change})})")
    assert isinstance(found, str)
    assert found.startswith(words) if words else found == ""


@pytest.mark.parametrize("end", ["", "/", "/chat/completions", "/models"])
def test_an_address_may_be_copied_with_its_end(evaluate: Evaluate, end: str) -> None:
    connection = {"provider": "openai", "address": f"https://x.org/v1{end}", "model": "", "key": ""}
    code = f"m.serviceUrl({json.dumps(connection)}, 'chat/completions').href"
    assert evaluate("tutor/connection", code) == "https://x.org/v1/chat/completions"
