"""Stepping through a cell leaves the lesson's names as they were."""

import pytest

from engine.kernel.bridge import Bridge
from engine.kernel.steps import TraceResult
from engine.kernel.trace import Stepper


def trace(notebook, code: str, setup: str = "") -> TraceResult:
    return Stepper(notebook.kernel, notebook.read_line).trace("l", "one", code, setup)


def shown(result: TraceResult, index: int = -1) -> dict[str, str]:
    return {one.name: one.value for one in result.steps[index].variables}


def test_names_values_and_deletions_stay_inside(notebook) -> None:
    notebook.run("a = 1\nxs = [1]\nys = xs")
    result = trace(notebook, "a = 2\nnew = 3\nxs.append(2)\ndel a")
    assert shown(result)["xs"] == "[1, 2]"
    notebook.run("print(a, xs, xs is ys, 'new' in globals())")
    assert notebook.text() == "1 [1] True False\n"


def test_names_that_share_a_value_share_it_while_stepping(notebook) -> None:
    notebook.run("xs = [1]\nys = xs")
    assert shown(trace(notebook, "xs.append(2)\nys"))["ys"] == "[1, 2]"


def test_objects_of_the_learners_classes_stay_as_they_were(notebook) -> None:
    notebook.run("class N:\n    def __init__(self): self.w = [0]\nn = N()")
    assert "N(w=[5])" in shown(trace(notebook, "n.w[0] = 5")).values()
    notebook.run("print(n.w)")
    assert notebook.text() == "[0]\n"


def test_functions_of_earlier_cells_see_the_names_of_this_one(notebook) -> None:
    notebook.run("bias = 1\ndef f():\n    return bias")
    assert shown(trace(notebook, "bias = 9\ny = f()"))["y"] == "9"


def test_only_names_that_matter_are_shown(notebook) -> None:
    notebook.run("import math\nused = 1\nunused = 2\ndef f(): pass\nclass C: pass")
    result = trace(notebook, "x = used + math.pi\nf()\nC\nglobals()['y'] = 1")
    assert set(shown(result)) == {"used", "x", "y"}


def test_names_of_earlier_cells_are_not_new(notebook) -> None:
    notebook.run("a = 1")
    first = trace(notebook, "a = a + 1").steps[0].variables
    assert [(one.name, one.change) for one in first] == [("a", "")]


def test_the_set_up_runs_each_time_until_a_cell_has_run(notebook) -> None:
    for _ in range(2):
        assert shown(trace(notebook, "x = data[0]", "data = [7]"))["x"] == "7"
    assert notebook.run("x").error.type == "NameError"


def test_input_is_asked_for_and_shown(notebook) -> None:
    notebook.answers.append("Ada")
    result = trace(notebook, "name = input('Name? ')\nprint(name)")
    assert (notebook.asked, result.output) == (["Name? "], "Name? Ada\nAda\n")


def test_sys_exit_ends_the_program_with_a_word(notebook) -> None:
    result = trace(notebook, "import sys\nsys.exit()")
    assert result.word.startswith("Your code asked Python to stop (sys.exit).")
    assert not result.limit_reached


@pytest.mark.parametrize(
    "code", ["print = None", "import builtins\ndel builtins.len", "import sys\nsys.settrace(None)"]
)
def test_what_a_program_breaks_is_whole_for_the_next_one(notebook, code: str) -> None:
    trace(notebook, code)
    assert shown(trace(notebook, "x = len([1])\nprint(x)"))["x"] == "1"


def test_the_bridge_gives_plain_json() -> None:
    bridge = Bridge(lambda kind, part: None, lambda prompt: None)
    request = {"lesson": "l", "cell": "c", "code": "x = 1", "setup": ""}
    result = bridge.trace(request)
    assert set(result) == {"steps", "limit_reached", "word", "error", "output"}
    variable = {"name": "x", "value": "1", "scope": "cell", "change": "new", "before": None}
    last = {"event": "end", "line": 1, "calls": [], "value": None, "output": 0}
    assert result["steps"][1] == {**last, "variables": [variable]}
