"""A page that needs numpy imports it while nothing runs, and no program is the worse for it."""

import time

import pytest

LONGEST_S = 30
NEEDS_NUMPY = "page.kernel.boot(['numpy'])"
# Heard by the import itself, whoever imports.
SLOW = """
import sys, time
def hear(event, arguments):
    if event == "import" and arguments[0] == "numpy" and not heard:
        heard.append(True)
        time.sleep(7)
heard = []
sys.addaudithook(hear)
"""


def is_imported(kernel) -> bool:
    look = "import sys\nprint('numpy' in sys.modules, 'numpy.random' in sys.modules)"
    return kernel.text(look) == "True True\n"


@pytest.mark.parametrize("isolated", [True, False])
def test_numpy_is_imported_while_nothing_runs(open_kernel, isolated):
    kernel = open_kernel(isolated)
    kernel.page.evaluate(NEEDS_NUMPY)
    end = time.monotonic() + LONGEST_S
    while not is_imported(kernel) and time.monotonic() < end:
        kernel.page.wait_for_timeout(500)
    assert is_imported(kernel)
    assert kernel.text("print('np' in dir(), 'numpy' in dir())") == "False False\n"
    assert kernel.text("import numpy as np\nprint(np.arange(3) * 2)") == "[0 2 4]\n"


def test_numpy_is_left_alone_where_no_page_needs_it(fresh_kernel):
    fresh_kernel.run("1")
    fresh_kernel.page.wait_for_timeout(4_000)
    assert fresh_kernel.text("import sys\nprint('numpy' in sys.modules)") == "False\n"


def test_a_run_waits_for_a_slow_import_and_is_not_given_up(fresh_kernel):
    fresh_kernel.run("total = 41")
    fresh_kernel.run(SLOW)
    fresh_kernel.page.evaluate(NEEDS_NUMPY)
    end = time.monotonic() + LONGEST_S
    took = 0.0
    while took < 3 and time.monotonic() < end:
        start = time.monotonic()
        ran = fresh_kernel.run("total += 1\ntotal")
        took = time.monotonic() - start
        assert (ran["result"]["status"], ran["parts"][-1]["kind"]) == ("ok", "value"), ran
    assert took >= 3


def test_a_stop_while_numpy_is_imported_ends_the_run_and_not_the_import(fresh_kernel):
    fresh_kernel.run("total = 41")
    fresh_kernel.run(SLOW.replace("7", "3"))
    fresh_kernel.page.evaluate(NEEDS_NUMPY)
    end = time.monotonic() + LONGEST_S
    took = 0.0
    while took < 1 and time.monotonic() < end:
        fresh_kernel.start("while True:\n    total += 1")
        fresh_kernel.page.wait_for_timeout(200)
        start = time.monotonic()
        assert fresh_kernel.stop() == "interrupted"
        took = time.monotonic() - start
    assert took >= 1
    found = "import sys\nprint(total > 40, 'numpy' in sys.modules)"
    assert fresh_kernel.text(found) == "True True\n"


def test_a_program_that_keeps_numpy_from_being_imported_hears_of_it_itself(fresh_kernel):
    fresh_kernel.run("import sys\nsys.modules['numpy'] = None")
    fresh_kernel.page.evaluate(NEEDS_NUMPY)
    fresh_kernel.page.wait_for_timeout(4_000)
    error = fresh_kernel.run("import numpy")["result"]["error"]
    assert error["type"] == "ModuleNotFoundError"
    assert fresh_kernel.text("print(6 * 7)") == "42\n"
