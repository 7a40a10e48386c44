"""The course as one visit, in every browser that was asked for."""

from pathlib import Path

from builder.server import Place
from tests.browser.smoke.reader import Reader
from tests.conftest import running

STEP = "Exercise: Write the step"
KEPT = "The whole course is on this device."


def write_and_run(reader: Reader, number: int, code: str) -> None:
    cell = f"Cell {number}"
    reader.type(f"Code of cell {number}", code, cell)
    reader.click("button", "Run", cell)


def check(reader: Reader, code: str) -> None:
    reader.type("Code of the exercise Write the step", code, STEP)
    reader.click("button", "Check", STEP)


def open_lesson(reader: Reader, server: str) -> None:
    reader.open(f"{server}lessons/neuron.html")
    reader.wait_for("You are about to run a neuron.")


def test_the_first_page_leads_to_the_first_lesson_and_its_code_runs(
    reader: Reader, server: str
) -> None:
    reader.open(server)
    reader.wait_for("The course at a glance")
    reader.click("link", "One neuron")
    reader.wait_for("You are about to run a neuron.")
    write_and_run(reader, 1, "print(1 + 1)")
    reader.wait_for("2", "Output of cell 1")


def test_an_error_is_explained_and_an_endless_loop_is_stopped(reader: Reader, server: str) -> None:
    open_lesson(reader, server)
    write_and_run(reader, 1, "print(missing)")
    reader.wait_for("there is no such name", "Output of cell 1")
    write_and_run(reader, 1, "print('on'); exec('while True: pass')")
    reader.wait_for("on", "Output of cell 1")
    reader.click("button", "Stop", "Cell 1")
    reader.wait_for("Stopped.", "Cell 1")
    write_and_run(reader, 1, "print('again')")
    reader.wait_for("again", "Output of cell 1")


def test_a_wrong_solution_fails_and_a_right_one_passes_and_stays(
    reader: Reader, server: str
) -> None:
    open_lesson(reader, server)
    check(reader, "def step(total): return 1 if total > 0 else 0")
    reader.wait_for("Not yet", STEP)
    check(reader, "def step(total): return 1 if total >= 0 else 0")
    reader.wait_for("It passes", STEP)
    reader.reload()
    reader.wait_for("1 of 9 exercises passed")
    reader.wait_for("return 1 if total >= 0 else 0", STEP)


def test_what_was_typed_last_is_there_after_a_reload(reader: Reader, server: str) -> None:
    open_lesson(reader, server)
    reader.type("Code of cell 1", "the_last_keys = 1", "Cell 1")
    reader.reload()
    reader.wait_for("the_last_keys = 1", "Cell 1")


def test_a_question_is_answered(reader: Reader, server: str) -> None:
    open_lesson(reader, server)
    reader.click("button", "Ask", "Cell 1")
    reader.type("Your question", "whats the bias for", "Ask a question")
    reader.click("button", "Ask", "Ask a question")
    reader.wait_for("The bias is the number that the total starts from", "Ask a question")


def test_numpy_is_there_in_the_lesson_that_needs_it(reader: Reader, server: str) -> None:
    reader.open(f"{server}lessons/backpropagation.html")
    reader.click("link", "Next A real numpy network")
    write_and_run(reader, 1, "import numpy as np; print(np.arange(3) @ np.ones(3))")
    reader.wait_for("3.0", "Output of cell 1")


def test_the_course_opens_with_no_network_after_one_visit(reader: Reader, site_dist: Path) -> None:
    with running(Place(site_dist)) as host:
        reader.open(host.url)
        reader.wait_for(KEPT)
    open_lesson(reader, host.url)
    write_and_run(reader, 1, "print(20 + 3)")
    reader.wait_for("23", "Output of cell 1")
