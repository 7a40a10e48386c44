"""No program talks the checks round in the page, and the next honest one passes."""

import textwrap

import pytest

from tests.browser.kernel.page_cheats import ALONE, PREPARED
from tests.engine.grading.cheats import CHEATS

HONEST = """
def weighted_sum(inputs, weights):
    return sum(x * w for x, w in zip(inputs, weights))
"""
GRADE = "(code) => page.grade(code, 'weighted-sum')"
# These take seconds, and are tried on a machine only.
SLOW = {"a huge list", "recursion without a limit"}
TRIES = {
    **{name: ("", code) for name, code in CHEATS.items() if name not in SLOW},
    **{name: ("", code) for name, code in ALONE.items()},
    **PREPARED,
}


@pytest.mark.parametrize(("before", "code"), TRIES.values(), ids=TRIES)
def test_a_cheat_does_not_pass_and_honest_work_after_it_does(kernel, before, code):
    if before:
        assert kernel.run(before)["result"]["status"] == "ok"
    cheat = kernel.page.evaluate(GRADE, textwrap.dedent(code))
    assert not cheat["passed"]
    assert cheat["feedback"]
    honest = kernel.page.evaluate(GRADE, HONEST)
    assert honest["passed"], honest["feedback"]
