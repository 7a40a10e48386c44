"""Grading through both realms."""

SOLUTION = """
def neuron(inputs, weights, bias):
    total = bias
    for x, w in zip(inputs, weights):
        total += x * w
    return 1 if total >= 0 else 0
"""


def grade(kernel, code):
    return kernel.page.evaluate("(code) => page.grade(code)", code)


def test_a_right_solution_passes(kernel):
    assert grade(kernel, SOLUTION)["passed"]


def test_a_wrong_solution_does_not_pass_and_is_told_why(kernel):
    result = grade(kernel, "def neuron(inputs, weights, bias):\n    return 0\n")
    assert not result["passed"]
    assert result["feedback"] or any(check["message"] for check in result["checks"])


def test_a_solution_that_never_ends_is_stopped(kernel):
    result = grade(kernel, "def neuron(inputs, weights, bias):\n    while True: pass\n")
    assert not result["passed"]
    assert kernel.text("print(9)") == "9\n"


def test_grading_that_crashes_python_does_not_pass(kernel):
    result = grade(kernel, "import os\nos._exit(0)")
    assert not result["passed"]
    assert grade(kernel, SOLUTION)["passed"]


def test_learner_code_cannot_import_what_knows_the_answers(kernel):
    ran = kernel.run("import engine.grading")
    assert ran["result"]["error"]["type"] == "ModuleNotFoundError"
