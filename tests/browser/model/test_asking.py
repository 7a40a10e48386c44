"""Asking the learner's language model from a lesson, over real HTTP."""

import json

import pytest
from playwright.sync_api import Page, expect

from builder.lesson import read_course
from builder.project import Project
from tests.browser.model.conftest import FINISHED, SOLUTION, WRONG, TutorDriver
from tests.models.server import ModelServer


def test_the_courses_own_answers_come_first(
    tutor: TutorDriver, own_server: ModelServer, allowed_errors: list[str]
) -> None:
    allowed_errors.append("Failed to load resource")
    place = tutor.connect(tutor.exercise, own_server, "in-trouble")
    question = tutor.page.get_by_role("heading", level=3, name="?").last.inner_text()
    tutor.ask(place, question)
    expect(place.get_by_role("status")).to_contain_text("trouble of its own (500)")
    course = place.get_by_role("group", name="From the course")
    course.get_by_text(question).click()
    expect(course.locator("details[open] p").first).to_be_visible()


@pytest.mark.parametrize("provider", ["OpenAI", "Anthropic", "Ollama"])
def test_a_model_answers_under_the_cell(
    tutor: TutorDriver, locked: ModelServer, own_server: ModelServer, provider: str
) -> None:
    server = own_server if provider == "Ollama" else locked
    place = tutor.connect(tutor.exercise, server, "good", provider)
    tutor.ask(place, "Why does zero not fire?")
    expect(place.get_by_role("status")).to_have_text(FINISHED)
    expect(place.get_by_role("listitem")).to_have_text("What is step(0)?")
    expect(place.get_by_text("print(0 > 0)")).to_be_visible()
    expect(place.get_by_role("textbox")).to_be_focused()
    body = json.dumps(server.requests()[-1]["body"])
    assert "Why does zero not fire?" in body


def test_the_solution_and_known_mistakes_are_never_sent(
    tutor: TutorDriver, own_server: ModelServer
) -> None:
    lessons, _ = read_course(Project().lessons)
    exercise = next(each for each in lessons[0].exercises() if each.id == "step")
    secrets = [each.code for each in exercise.mistakes] + [SOLUTION]
    own = "def step(total):\n    if total > 0.5:\n        return 1\n    return 0\n"
    assert own not in secrets
    tutor.lesson.check(tutor.exercise, own)
    expect(tutor.exercise.get_by_text("Not yet")).to_be_visible()
    place = tutor.connect(tutor.exercise, own_server, "tells")
    tutor.ask(place, "Why?")
    expect(place.get_by_role("status")).to_have_text(FINISHED)
    body = own_server.requests()[-1]["body"]
    sent = json.dumps(body)
    for code in secrets:
        assert json.dumps(code.strip())[1:-1] not in sent
    assert json.dumps(own.strip())[1:-1] in sent
    assert "Check that does not pass" in sent
    assert "One neuron" in sent


def test_nothing_is_sent_before_the_learner_has_seen_what(
    tutor: TutorDriver, own_server: ModelServer
) -> None:
    before = len(own_server.requests())
    place = tutor.connect(tutor.exercise, own_server, "good")
    place.get_by_role("textbox").fill("A question of mine")
    place.get_by_role("button", name="Ask").click()
    asked = place.get_by_role("group", name="Before anything is sent")
    asked.get_by_text("What is sent, word for word").click()
    expect(asked.get_by_text("A question of mine")).to_be_visible()
    asked.get_by_role("button", name="Not now").click()
    expect(place.get_by_role("textbox")).to_be_focused()
    assert len(own_server.requests()) == before


def test_an_answer_can_be_stopped(tutor: TutorDriver, own_server: ModelServer) -> None:
    place = tutor.connect(tutor.exercise, own_server, "unhurried")
    tutor.ask(place, "Why?")
    expect(place.get_by_text("One more sentence")).to_be_visible()
    place.get_by_role("button", name="Stop").click()
    expect(place.get_by_role("status")).to_have_text("You stopped it. What came is shown.")
    assert len(place.inner_text()) < 900


TROUBLES = {
    "breaks-off": "The answer broke off. What came is shown.",
    "unknown": "The server has no model of this name.",
    "says-nothing": "The model gave an empty answer.",
}


@pytest.mark.parametrize("model", TROUBLES)
def test_a_trouble_has_its_word(
    tutor: TutorDriver, own_server: ModelServer, allowed_errors: list[str], model: str
) -> None:
    allowed_errors.append("Failed to load resource")
    place = tutor.connect(tutor.exercise, own_server, model)
    tutor.ask(place, "Why?")
    expect(place.get_by_role("status")).to_contain_text(TROUBLES[model])
    expect(place.get_by_role("button", name="Ask")).to_be_visible()


def test_after_too_many_questions_the_course_goes_on(
    tutor: TutorDriver, own_server: ModelServer, allowed_errors: list[str]
) -> None:
    allowed_errors.append("Failed to load resource")
    place = tutor.connect(tutor.exercise, own_server, "too-busy")
    tutor.ask(place, "Why?")
    words = "Too many questions came in a short time (429). Try again in 7 seconds."
    expect(place.get_by_role("status")).to_contain_text(words)
    expect(place.get_by_role("button", name="Ask")).to_be_visible()
    tutor.lesson.check(tutor.exercise, WRONG)
    expect(tutor.exercise.get_by_text("Not yet")).to_be_visible()


def test_what_a_model_writes_cannot_act(tutor: TutorDriver, own_server: ModelServer) -> None:
    tutor.page.on("dialog", lambda dialog: pytest.fail(f"It opened: {dialog.message}"))
    place = tutor.connect(tutor.exercise, own_server, "attacks")
    tutor.ask(place, "Why?")
    expect(place.get_by_role("status")).to_have_text(FINISHED)
    expect(place.get_by_text("<script>alert(2)</script>")).to_be_visible()
    expect(place.locator("img, script, iframe, a[href^=javascript]")).to_have_count(0)


def test_help_starts_low_and_is_raised_by_hand(tutor: TutorDriver, own_server: ModelServer) -> None:
    place = tutor.connect(tutor.exercise, own_server, "good")
    tutor.ask(place, "Why?")
    expect(place.get_by_role("status")).to_have_text(FINISHED)
    place.get_by_role("button", name="Give me more help").click()
    expect(place.get_by_role("button", name="Stop")).to_be_hidden()
    expect(place.get_by_role("combobox")).to_have_value("hint")
    expect(place.get_by_role("status")).to_have_text(FINISHED)
    bodies = [json.dumps(each["body"]) for each in own_server.requests()[-2:]]
    assert ["Ask one short question" in each for each in bodies] == [True, False]
    assert ["Give one hint" in each for each in bodies] == [False, True]


def test_who_never_asks_a_model_fetches_nothing_for_it(page: Page, server: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    tutor = TutorDriver(page, server)
    tutor.lesson.check(tutor.exercise, WRONG)
    expect(tutor.exercise.get_by_text("Not yet")).to_be_visible()
    assert not [url for url in fetched if "/tutor." in url]
    tutor.open(tutor.exercise).wait_for()
    assert [url for url in fetched if "/tutor." in url]
