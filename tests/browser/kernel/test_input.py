"""`input()` in the page."""

import pytest


@pytest.mark.parametrize("host", ["kernel", "plain_kernel"])
def test_input_waits_for_the_line_that_the_page_gives(host, request):
    kernel = request.getfixturevalue(host)
    code = "first = input('a? ')\nsecond = input('b? ')\nprint(first + second)"
    assert kernel.text(code, "grüß", " dich").endswith("grüß dich\n")


def test_input_at_the_end_of_file_raises(kernel):
    assert kernel.run("input()")["result"]["error"]["type"] == "EOFError"


@pytest.mark.parametrize("host", ["kernel", "plain_kernel"])
def test_stop_works_while_input_waits(host, request):
    kernel = request.getfixturevalue(host)
    kernel.page.evaluate("page.hold = true")
    kernel.start("print('begun')\ninput()")
    kernel.seen("begun")
    kernel.stop()
    assert kernel.page.evaluate("last")["result"]["status"] == "interrupted"
    assert kernel.text("print(5)") == "5\n"
