"""Exercises, predictions and quizzes, as a learner meets them."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.pages.lesson_driver import LessonDriver

STEP = "Write the step"
RIGHT = "def step(total):\n    return 1 if total >= 0 else 0\n"
WRONG = "def step(total):\n    return 1 if total > 0 else 0\n"
OTHER_WRONG = "def step(total):\n    return 0\n"


def test_a_right_solution_passes_and_stays_passed(lesson: LessonDriver, page: Page) -> None:
    exercise = lesson.exercise(STEP)
    lesson.check(exercise, RIGHT)
    expect(exercise.get_by_text("It passes")).to_be_visible()
    expect(page.get_by_text("1 of 9 exercises passed")).to_be_visible()
    page.reload()
    expect(exercise.get_by_text("passed", exact=True)).to_be_visible()


def test_a_wrong_one_is_told_which_check_does_not_pass(lesson: LessonDriver) -> None:
    exercise = lesson.exercise(STEP)
    lesson.check(exercise, WRONG)
    expect(exercise.get_by_text("Not yet")).to_be_visible()
    checks = exercise.get_by_role("list", name="Checks").get_by_role("listitem")
    expect(checks.filter(has_text="Not passed:").first).to_be_visible()


def test_ctrl_enter_checks_an_exercise(lesson: LessonDriver, page: Page) -> None:
    exercise = lesson.exercise(STEP)
    lesson.write(exercise, RIGHT)
    page.keyboard.press("Control+Enter")
    expect(exercise.get_by_text("It passes")).to_be_visible()


def hint(exercise: Locator, number: int) -> Locator:
    return exercise.get_by_text(f"Hint {number}", exact=True)


def opened(exercise: Locator, page: Page, number: int) -> Locator:
    title = page.get_by_text(f"Hint {number}", exact=True)
    return exercise.locator("details[open]").filter(has=title)


def test_a_hint_opens_only_after_the_one_before(lesson: LessonDriver, page: Page) -> None:
    exercise = lesson.exercise(STEP)
    lesson.editor(exercise).wait_for()
    hint(exercise, 2).click()
    locked = exercise.get_by_text("open the one before first").filter(visible=True)
    expect(locked).to_have_count(2)
    hint(exercise, 1).click()
    expect(opened(exercise, page, 1)).to_have_count(1)
    hint(exercise, 2).click()
    expect(opened(exercise, page, 2)).to_have_count(1)


def test_the_solution_opens_after_two_honest_attempts(lesson: LessonDriver) -> None:
    exercise = lesson.exercise(STEP)
    show = exercise.get_by_role("button", name="Show the solution")
    for code in (WRONG, WRONG):
        lesson.check(exercise, code)
        expect(exercise.get_by_text("one try so far")).to_be_visible()
        expect(exercise.get_by_role("button", name="Check")).to_have_attribute("aria-busy", "false")
    expect(show).to_be_disabled()
    lesson.check(exercise, OTHER_WRONG)
    expect(show).to_be_enabled()
    show.click()
    expect(exercise.get_by_text("One way to write it")).to_be_visible()
    expect(exercise.get_by_role("group", name="Your code")).to_have_text(OTHER_WRONG)


def test_the_starter_is_no_attempt(lesson: LessonDriver) -> None:
    exercise = lesson.exercise(STEP)
    exercise.get_by_role("button", name="Check").click()
    expect(exercise.get_by_text("Not yet")).to_be_visible()
    expect(exercise.get_by_text("so far")).to_have_count(0)


def test_a_cell_waits_for_its_prediction(lesson: LessonDriver, page: Page) -> None:
    run = lesson.cell(2).get_by_role("button", name="Run", exact=True)
    expect(run).to_be_disabled()
    guess = page.get_by_role("group", name="Your guess").first
    guess.get_by_role("radio", name="-1").check()
    guess.get_by_role("button", name="That is my guess").click()
    expect(guess.get_by_role("status")).to_contain_text("That is where the adding ends.")
    expect(run).to_be_enabled()


def test_a_guess_is_kept(lesson: LessonDriver, page: Page) -> None:
    guess = page.get_by_role("group", name="Your guess").first
    guess.get_by_role("radio", name="0", exact=False).nth(0).check()
    guess.get_by_role("button", name="That is my guess").click()
    expect(guess.get_by_text("Run the cell below")).to_be_visible()
    page.reload()
    expect(guess.get_by_text("Run the cell below")).to_be_visible()
    expect(lesson.cell(2).get_by_role("button", name="Run", exact=True)).to_be_enabled()


def test_a_quiz_can_be_tried_again(lesson: LessonDriver, page: Page) -> None:
    quiz = page.get_by_role("group", name="Question").first
    for radio in quiz.get_by_role("radio").all():
        radio.check()
        quiz.get_by_role("button", name="Check my answer").click()
        expect(quiz.get_by_role("status")).not_to_be_empty()
    expect(quiz.get_by_role("status")).to_contain_text(".")


def test_starting_the_lesson_over_forgets_everything(lesson: LessonDriver, page: Page) -> None:
    exercise = lesson.exercise(STEP)
    lesson.check(exercise, RIGHT)
    expect(page.get_by_text("1 of 9 exercises passed")).to_be_attached()
    page.get_by_role("button", name="Start this lesson over").click()
    page.get_by_role("dialog").get_by_role("button", name="Start over").click()
    expect(page.get_by_text("9 exercises", exact=True)).to_be_visible()
    expect(lesson.editor(exercise)).not_to_contain_text("total >= 0")
    page.reload()
    expect(page.get_by_text("9 exercises", exact=True)).to_be_visible()
