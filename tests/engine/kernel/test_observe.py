"""The learner's realm in one process, as in the page: no child's guard helps here."""

import builtins
import sys

import pytest

import engine.nn.neuron
from engine.kernel.baseline import Baseline
from engine.kernel.observe import Observer

PLAN = {
    "exercise": "weighted-sum",
    "names": ["weighted_sum"],
    "withholds": ["engine.nn"],
    "provides": "",
    "steps": [
        {"function": "weighted_sum", "arguments": [[1, 2], [3, 4]]},
        {"function": "weighted_sum", "arguments": [[2], [5]]},
    ],
}


def observe(code: str, **changes: object) -> dict:
    return Observer(Baseline()).observe(code, "", {**PLAN, **changes})


def test_every_step_tells_value_print_and_changes() -> None:
    code = "def weighted_sum(i, w):\n    print('hi')\n    i.append(w[0])\n    return i"
    first, second = observe(code)["steps"]
    assert first == {"value": [1, 2, 3], "changed": [0], "handed_back": [0], "printed": "hi\n"}
    assert second["value"] == [2, 5]


def test_a_step_that_raises_tells_the_types_and_the_place() -> None:
    step = observe("def weighted_sum(i, w):\n    return i[5]")["steps"][0]
    assert step["raised"]["types"][:2] == ["IndexError", "LookupError"]
    assert step["raised"]["report"]["line"] == 2


def test_names_are_told_with_their_kinds_and_functions_with_their_parameters() -> None:
    seen = observe("import math\nx = 1\nclass C: pass\ndef weighted_sum(a, b=2, *c): return 0")
    kinds = {"math": "module", "x": "value", "C": "class", "weighted_sum": "function"}
    assert seen["names"] == kinds
    assert seen["functions"]["weighted_sum"] == {
        "kind": "function",
        "parameters": ["a", "b"],
        "least": 1,
        "most": None,
        "returns": [],
    }


IMPORTS = [
    "from engine import weighted_sum",
    "from engine.nn.neuron import weighted_sum",
    "import engine.nn.neuron as n; weighted_sum = n.weighted_sum",
    "import sys; weighted_sum = sys.modules['engine.nn.neuron'].weighted_sum",
    "import engine; weighted_sum = engine.nn.neuron.weighted_sum",
    "import importlib; weighted_sum = importlib.import_module('engine.nn.neuron').weighted_sum",
    "from engine.grading.exercises.neuron import weighted_sum",
]


@pytest.mark.parametrize("line", IMPORTS)
def test_what_is_withheld_cannot_be_imported_by_the_cell(line: str) -> None:
    assert "raised" in observe(line)["cell"]


@pytest.mark.parametrize("line", IMPORTS)
def test_what_is_withheld_cannot_be_imported_in_a_call(line: str) -> None:
    code = f"def weighted_sum(i, w):\n    {line.replace(' = ', '_ = ')}\n    return 11"
    assert all("raised" in step for step in observe(code)["steps"])


def test_a_refusal_that_was_taken_out_is_back_for_the_calls() -> None:
    code = "import sys\nsys.meta_path.pop(0)\ndef weighted_sum(i, w):\n    import engine.nn.neuron"
    assert all("raised" in step for step in observe(code)["steps"])


def test_what_was_withheld_is_back_afterwards() -> None:
    before = engine.nn.neuron
    observe("x = 1")
    assert sys.modules["engine.nn.neuron"] is before is engine.nn.neuron
    assert not [finder for finder in sys.meta_path if type(finder).__name__ == "Refusal"]


def test_modules_that_are_not_withheld_can_be_imported() -> None:
    code = "from engine import neuron\ndef weighted_sum(i, w): return neuron(i, w, 0)"
    assert observe(code, withholds=[])["steps"][0]["value"] == 1


def test_builtins_are_back_before_every_call() -> None:
    code = "import builtins\ndef weighted_sum(i, w):\n    del builtins.len\n    return 0"
    before = builtins.len
    assert all("value" in step for step in observe(code)["steps"])
    assert builtins.len is before


def test_an_interrupt_ends_the_steps() -> None:
    seen = observe("def weighted_sum(i, w):\n    raise KeyboardInterrupt")
    assert seen["steps"] == [{"interrupted": True}]


def test_input_is_empty_while_code_is_checked() -> None:
    step = observe("def weighted_sum(i, w): return input('?')")["steps"][0]
    assert step["raised"]["types"][0] == "EOFError"


def test_the_courses_own_programs_keep_to_a_time() -> None:
    observer = Observer(Baseline(), is_trusted=True)
    plan = {**PLAN, "seconds": 0.2}
    seen = observer.observe("def weighted_sum(i, w):\n    while True: pass", "", plan)
    assert seen["steps"] == [{"interrupted": True}]
    assert observer.observe("while True: pass", "", plan)["cell"] == {"interrupted": True}


def test_a_provided_name_is_the_learners_only_when_it_is_set_again() -> None:
    provides = "def weighted_sum(i, w): return 1"
    assert observe("x = 1", provides=provides)["names"] == {"x": "value"}
    again = observe("def weighted_sum(i, w): return 2", provides=provides)
    assert again["names"] == {"weighted_sum": "function"}


def test_a_function_that_is_deleted_while_it_runs_is_an_error() -> None:
    code = "def weighted_sum(i, w):\n    global weighted_sum\n    del weighted_sum"
    first, second = observe(code)["steps"]
    assert first["value"] is None
    assert second["raised"]["types"][0] == "KeyError"


def test_the_names_that_a_function_hands_back_are_told() -> None:
    code = "def weighted_sum(a, b):\n    first = second = a\n    return first, second\n"
    assert observe(code)["functions"]["weighted_sum"]["returns"] == ["first", "second"]
