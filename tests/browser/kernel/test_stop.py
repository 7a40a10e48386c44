"""Stopping what runs, gently or not."""

import pytest

STUBBORN = """
print("begun")
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
"""


def test_stop_interrupts_and_keeps_the_names(kernel):
    kernel.start("kept = 7\nprint('begun')\nwhile True: pass")
    kernel.seen("begun")
    assert kernel.stop() == "interrupted"
    assert kernel.page.evaluate("last")["result"]["status"] == "interrupted"
    assert kernel.text("print(kept)") == "7\n"


def test_a_program_that_swallows_interrupts_is_ended_with_its_python(kernel):
    kernel.start(STUBBORN)
    kernel.seen("begun")
    assert kernel.stop() == "restarted"
    assert kernel.page.evaluate("last")["result"]["status"] == "interrupted"
    assert kernel.text("print(2)") == "2\n"


def test_without_isolation_stop_starts_python_again_and_says_so(plain_kernel):
    plain_kernel.start("kept = 7\nprint('begun')\nwhile True: pass")
    plain_kernel.seen("begun")
    assert plain_kernel.stop() == "restarted"
    parts = plain_kernel.page.evaluate("last")["parts"]
    assert parts[-1]["kind"] == "note"
    assert "Names from earlier cells are gone." in parts[-1]["text"]
    assert plain_kernel.text("print('kept' in globals())") == "False\n"


def test_stop_drops_what_waits_behind_the_run(kernel):
    kernel.start("print('begun')\nwhile True: pass")
    kernel.seen("begun")
    kernel.start("print('never')")
    kernel.stop()
    assert kernel.page.evaluate("last")["result"]["status"] == "interrupted"
    assert kernel.text("print(3)") == "3\n"


def test_stop_before_python_is_ready_takes_the_run_back(fresh_kernel):
    fresh_kernel.start("print('never')")
    assert fresh_kernel.stop() == "interrupted"
    assert fresh_kernel.page.evaluate("last")["parts"] == []


@pytest.mark.parametrize("host", ["kernel", "plain_kernel"])
def test_a_page_with_endless_output_still_answers(host, request):
    kernel = request.getfixturevalue(host)
    kernel.start("n = 0\nwhile True:\n    n += 1\n    print('line', n)")
    # Any line: on a busy machine the first ones are forgotten by now.
    kernel.seen("line ")
    assert kernel.page.evaluate("1 + 1") == 2
    kernel.stop()
    assert kernel.text("print(4)") == "4\n"


def test_stop_with_nothing_running_does_nothing(kernel):
    kernel.run("kept = 1")
    assert kernel.stop() == "interrupted"
    assert kernel.text("print(kept)") == "1\n"
