"""Code in a model's answer: tried before it is shown, and folded where it gives a task away."""

from playwright.sync_api import expect

from tests.browser.model.conftest import FINISHED, WRONG, TutorDriver
from tests.models.server import ModelServer

PASSES = "This fix was run here, and passes the checks."
FOLDED = "This is close to the solution. Show me anyway"
OTHER_WRONG = "def step(total):\n    return 0\n"


def test_a_fix_that_passes_is_folded_until_two_tries_and_can_be_taken(
    tutor: TutorDriver, own_server: ModelServer
) -> None:
    exercise = tutor.exercise
    place = tutor.connect(exercise, own_server, "mends")
    tutor.ask(place, "Fix it.")
    expect(place.get_by_text(FOLDED)).to_be_visible()
    expect(place.get_by_text(PASSES)).to_be_hidden()
    for tries, code in enumerate((WRONG, OTHER_WRONG)):
        tutor.lesson.check(exercise, code)
        words = "one try so far" if tries == 0 else "2 tries so far"
        expect(exercise.get_by_text(words)).to_be_visible()
    place.get_by_role("textbox").fill("And now?")
    place.get_by_role("button", name="Ask").click()
    expect(place.get_by_text(PASSES)).to_be_visible()
    place.get_by_role("button", name="Put it into the cell").click()
    exercise.get_by_role("button", name="Check").click()
    expect(exercise.get_by_text("It passes")).to_be_visible()


def test_a_fix_that_does_not_pass_is_not_shown(tutor: TutorDriver, own_server: ModelServer) -> None:
    place = tutor.connect(tutor.exercise, own_server, "breaks")
    tutor.ask(place, "Fix it.")
    words = "It was run here and does not pass the checks, so it is not shown."
    expect(place.get_by_text(words)).to_be_visible()
    expect(place.get_by_text("return 5")).to_have_count(0)


def test_the_solution_in_a_plain_block_is_folded_and_opens_by_hand(
    tutor: TutorDriver, own_server: ModelServer
) -> None:
    place = tutor.connect(tutor.exercise, own_server, "tells")
    tutor.ask(place, "Just tell me.")
    expect(place.get_by_role("status")).to_have_text(FINISHED)
    expect(place.get_by_text("return 1 if total >= 0")).to_be_hidden()
    place.get_by_text(FOLDED).click()
    expect(place.get_by_text("return 1 if total >= 0")).to_be_visible()


def test_a_fix_of_a_plain_cell_runs_first_and_changes_no_name(
    tutor: TutorDriver, own_server: ModelServer
) -> None:
    cell = tutor.lesson.cell(1)
    tutor.lesson.run(cell, "total = 1\nprint(total + one)")
    place = tutor.connect(cell, own_server, "breaks-cell")
    tutor.ask(place, "Fix it.")
    words = "It was run here and stops with an error, so it is not shown."
    expect(place.get_by_text(words)).to_be_visible()
    tutor.connect(cell, own_server, "mends-cell")
    place.get_by_role("textbox").fill("Again")
    place.get_by_role("button", name="Ask").click()
    expect(place.get_by_text("ends without an error.")).to_be_visible()
    place.get_by_role("button", name="Put it into the cell").click()
    expect(tutor.lesson.editor(cell)).to_have_text("print(1 + 1)")
