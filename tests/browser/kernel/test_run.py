"""Running code in the page's Python."""

import time

import pytest

from builder.runtime.numpy_wheel import LATER_FOLDERS

LONGEST_S = 20


def test_the_first_run_can_be_asked_for_before_python_is_there(fresh_kernel):
    assert fresh_kernel.text("print(1 + 1)") == "2\n"


def test_output_arrives_while_the_program_still_runs(kernel):
    kernel.start("print('early')\nwhile True: pass")
    kernel.seen("early")
    assert kernel.stop() == "interrupted"


def test_names_live_from_one_run_to_the_next(kernel):
    kernel.run("weights = [1, 1]")
    assert kernel.text("print(weights)") == "[1, 1]\n"


def test_a_quick_run_and_its_output_pass_by_the_frame(kernel):
    count = (
        "() => { const { prototype } = MessagePort, post = prototype.postMessage;"
        "window.posted = []; window.stopCounting = () => { prototype.postMessage = post; };"
        "prototype.postMessage = function (data, ...rest)"
        "{ posted.push(data?.type + typeof data?.method); post.call(this, data, ...rest); } }"
    )
    kernel.page.evaluate(count)
    # The first may have to wait for a file that the frame has for Python.
    assert [kernel.text("print(1)") for _ in range(3)] == ["1\n"] * 3
    kernel.page.evaluate("stopCounting()")
    assert "callstring" in kernel.page.evaluate("posted")


def test_a_run_that_takes_its_time_can_ask_and_be_stopped(kernel):
    kernel.run("def ask():\n    return input()")
    assert kernel.text("for _ in range(3): print(ask())", "1", "2", "3") == "1\n2\n3\n"
    kernel.start("while True: pass")
    assert kernel.stop() == "interrupted"
    assert kernel.text("print(ask())", "4") == "4\n"


def test_runs_happen_in_the_order_of_the_clicks(kernel):
    kernel.start("order = ['first']")
    kernel.start("order.append('second')")
    assert kernel.text("print(*order)") == "first second\n"


def test_numpy_is_fetched_when_code_imports_it(kernel):
    assert kernel.text("import numpy as np\nprint(np.arange(3) @ np.arange(3))") == "5\n"
    assert any("numpy" in hit for hit in kernel.site.hits)


def test_code_without_numpy_never_fetches_it(fresh_kernel):
    fresh_kernel.run("print('import of numpy')")
    assert not any("numpy" in hit for hit in fresh_kernel.site.hits)


def test_numpy_needs_no_module_of_the_later_part(open_kernel):
    kernel = open_kernel(missing="stdlib-rest")
    code = (
        "import numpy as np\nprint(np.linalg.det(np.eye(2)), np.random.default_rng(0).integers(1))"
    )
    assert kernel.text(code) == "1.0 0\n"


def test_numpy_starts_without_its_second_part(open_kernel):
    kernel = open_kernel(missing="numpy-rest")
    assert kernel.text("import numpy as np\nprint(np.linalg.det(np.eye(2)))") == "1.0\n"


@pytest.mark.parametrize("name", LATER_FOLDERS)
def test_the_second_part_of_numpy_is_there_for_code_that_names_it(fresh_kernel, name):
    code = f"import numpy as np\nprint(np.{name}.__name__)"
    assert fresh_kernel.text(code) == f"numpy.{name}\n"


@pytest.mark.parametrize(
    "code",
    [
        "from numpy.random import default_rng\nprint(default_rng(0).integers(1))",
        "import numpy\nprint(getattr(numpy, 'fft').fft([0]).real[0].astype(int))",
        "from engine import MLP\nprint(0 if MLP else 1)",
    ],
)
def test_the_second_part_of_numpy_is_there_for_code_that_uses_it(fresh_kernel, code):
    fresh_kernel.page.evaluate("page.kernel.boot(['numpy'])")
    assert fresh_kernel.text(code) == "0\n"


def test_a_later_cell_has_the_second_part_of_numpy_too(fresh_kernel):
    fresh_kernel.start("import numpy as np")
    assert fresh_kernel.text("print(np.random.default_rng(0).integers(1))") == "0\n"


def test_rare_modules_are_there_in_the_very_first_run(fresh_kernel):
    code = "import tomllib, email.mime.text\nprint(tomllib.loads('a = 1'))"
    assert fresh_kernel.text(code) == "{'a': 1}\n"


def test_common_modules_need_no_second_download(open_kernel):
    kernel = open_kernel(missing="stdlib-rest")
    modules = "random, math, json, re, statistics, itertools, functools, collections, datetime"
    assert kernel.text(f"import {modules}\nprint(random.Random(1).random() < 1)") == "True\n"


def test_a_missing_file_is_told_in_words_and_can_be_tried_again(open_kernel):
    kernel = open_kernel(missing="stdlib.")
    status = kernel.page.evaluate("page.until('failed')")
    assert status["message"].startswith("Python could not be loaded: Python's standard library")
    kernel.site.missing.clear()
    kernel.page.evaluate("page.kernel.retry()")
    assert kernel.text("print(2)") == "2\n"


def test_micropip_is_there_for_code_that_imports_it(kernel):
    assert kernel.text("import micropip\nprint('numpy' in micropip.list())") == "False\n"


def test_runs_go_on_when_the_later_part_cannot_be_fetched(open_kernel):
    kernel = open_kernel(missing="stdlib-rest")
    kernel.run("kept = 1")
    kernel.page.evaluate("page.until('ready')")
    with kernel.page.expect_response(lambda response: "stdlib-rest" in response.url):
        pass
    assert kernel.text("print(kept)") == "1\n"
    assert kernel.page.evaluate("page.kernel.status().state") == "ready"


def test_the_later_part_is_fetched_when_nothing_runs(fresh_kernel):
    with fresh_kernel.page.expect_response(lambda response: "stdlib-rest" in response.url):
        fresh_kernel.run("pass")
    assert fresh_kernel.text("import shlex\nprint(shlex.split('a b'))") == "['a', 'b']\n"


def test_the_first_run_is_explained_although_that_comes_later(fresh_kernel):
    error = fresh_kernel.run("totl = 1\ntotal")["result"]["error"]
    assert error["cause"].startswith("Python does not know the name `total`")
    roles = [hit.split("/")[-1].split(".")[0] for hit in fresh_kernel.site.hits]
    assert roles.index("engine-rest") > roles.index("engine")


def test_a_first_run_that_is_probably_not_meant_says_so(fresh_kernel):
    assert fresh_kernel.run("x = 1\nx == 2\nprint(x)")["result"]["noticed"]


def test_errors_are_told_when_what_explains_them_cannot_be_fetched(open_kernel):
    kernel = open_kernel(missing="engine-rest")
    error = kernel.run("total")["result"]["error"]
    assert (error["type"], error["cause"]) == ("NameError", "")
    kernel.site.missing.clear()
    end = time.monotonic() + LONGEST_S
    while error["cause"] == "" and time.monotonic() < end:
        error = kernel.run("total")["result"]["error"]
    assert error["cause"] != ""


def test_python_is_warmed_up_while_nothing_runs(fresh_kernel):
    compiled = (
        "[]\nsys.addaudithook(lambda event, _: event == 'compile' and compiled.append(event))"
    )
    fresh_kernel.run(f"import sys\ncompiled = {compiled}")
    counts = []
    # Each look compiles a few times by itself.
    while len(counts) < 8 and (not counts or counts[-1] < 80):
        fresh_kernel.page.wait_for_timeout(1_000)
        counts.append(int(fresh_kernel.text("print(len(compiled))")))
    assert counts[-1] >= 80


def test_a_run_in_the_middle_of_warming_up_sees_nothing_of_it(fresh_kernel):
    fresh_kernel.run("total = 0")
    end = time.monotonic() + 3
    while time.monotonic() < end:
        assert fresh_kernel.text("total += 1\nprint(sorted(n for n in dir() if n[0] != '_'))") == (
            "['total']\n"
        )
