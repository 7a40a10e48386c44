"""Lesson 5 on the real site: numpy arrives by itself, and arrays are graded in the page."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages.lesson_driver import LessonDriver

FORWARD = """import numpy as np

def sigmoid(Z):
    return (1 + np.tanh(Z / 2)) / 2

def forward(X, W1, b1, W2, b2):
    H = sigmoid(X @ W1 + b1)
    return H, sigmoid(H @ W2 + b2)
"""
BATCHES = """def minibatches(X, T, size, rng):
    order = rng.permutation(len(X))
    return [(X[order[i:i + size]], T[order[i:i + size]]) for i in range(0, len(X), size)]
"""


@pytest.fixture
def lesson(page: Page, server: str) -> LessonDriver:
    driver = LessonDriver(page, server)
    driver.address = f"{server}lessons/numpy-network.html"
    page.goto(driver.address)
    return driver


def test_numpy_is_there_for_the_first_cell(lesson: LessonDriver) -> None:
    cell = lesson.cell(1)
    cell.get_by_role("button", name="Run", exact=True).click()
    expect(cell.get_by_role("group", name="Output of")).to_contain_text("2000 0.003")


def test_arrays_are_graded(lesson: LessonDriver) -> None:
    exercise = lesson.exercise("Run the network forwards")
    lesson.check(exercise, FORWARD.replace("sigmoid(X @ W1 + b1)", "X @ W1 + b1"))
    expect(exercise.get_by_text("Your hidden layer answers with its totals.")).to_be_visible()
    lesson.check(exercise, FORWARD)
    expect(exercise.get_by_text("It passes")).to_be_visible()


def test_what_would_warn_on_a_learners_own_machine_is_told_where_numpy_never_warns(
    lesson: LessonDriver,
) -> None:
    exercise = lesson.exercise("Write the sigmoid for arrays")
    lesson.check(exercise, "import numpy as np\n\ndef sigmoid(Z): return 1 / (1 + np.exp(-Z))\n")
    expect(exercise.get_by_text("numpy makes it infinite and warns.")).to_be_visible()


def test_what_comes_by_chance_is_graded(lesson: LessonDriver) -> None:
    exercise = lesson.exercise("Cut the data into batches")
    lesson.check(exercise, BATCHES)
    expect(exercise.get_by_text("It passes")).to_be_visible()


def test_slow_but_right_code_passes_and_is_told_its_seconds(lesson: LessonDriver) -> None:
    exercise = lesson.exercise("Run the network forwards")
    waits = "from time import perf_counter as now\nend = now() + 2\nwhile now() < end: pass\n"
    lesson.check(exercise, FORWARD + waits)
    expect(exercise.get_by_text("It passes", exact=True)).to_be_visible()
    expect(exercise.get_by_text("seconds here, out of 5. It passes all the same.")).to_be_visible()


def test_code_that_is_stopped_may_be_endless_or_slow(lesson: LessonDriver) -> None:
    exercise = lesson.exercise("Run the network forwards")
    lesson.check(exercise, FORWARD + "while True: pass\n")
    expect(
        exercise.get_by_text("Your code was stopped after 5 seconds. It may never end, or it may")
    ).to_be_visible()


def test_a_wrong_shape_is_told_axis_by_axis_with_the_learners_names(lesson: LessonDriver) -> None:
    exercise = lesson.exercise("Run the network forwards")
    code = FORWARD.replace("return H, sigmoid(H @ W2 + b2)", "out = (H @ W2).T\n    return H, out")
    lesson.check(exercise, code)
    told = exercise.get_by_text("3 rows, one for each example, and 1 column, for the one output.")
    expect(told.first).to_be_visible()
    expect(told.first).to_contain_text("out (Y in the task) has the shape (1, 3).")
