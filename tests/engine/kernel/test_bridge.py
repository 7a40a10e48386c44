"""The whole of what a worker calls, JSON in and JSON out, in one process as in the page."""

import builtins
import json
import os
import sys

import pytest

from engine.kernel import bridge
from engine.kernel.wire import WireError

SUMS = {
    "id": "sums",
    "code": "def weighted_sum(i, w):\n    return sum(i) * sum(w)",
    "feedback": "<p>Not the sums.</p>",
}
SPINS = {"id": "spins", "code": "while True: pass", "feedback": "It spins."}
EXERCISE = {"id": "weighted-sum", "lesson": "neuron", "setup": "", "mistakes": [SUMS]}


@pytest.fixture
def parts() -> list[dict[str, str]]:
    """Connect the bridge and collect the parts that it sends."""
    sent: list[dict[str, str]] = []
    bridge.connect(lambda kind, part: sent.append(json.loads(part)), lambda prompt: "typed")
    return sent


def ask(method: str, **request: object) -> dict:
    return json.loads(bridge.call(method, json.dumps(request)))


def run(code: str) -> dict:
    return ask("run", lesson="neuron", cell="a", code=code, setup="")


def grade(code: str, exercise: dict = EXERCISE) -> dict:
    plan = ask("plan", exercise=exercise, seed=4)["plan"]
    observation = ask("observe", code=code, setup=exercise["setup"], plan=plan)
    return ask("judge", exercise=exercise, plan=plan, observation=observation, code=code)


def test_a_run_sends_its_parts_and_tells_how_it_ended(parts) -> None:
    result = run("print(input('Who? '))\n6 * 7")
    assert (result["status"], result["error"]) == ("ok", None)
    assert parts == [{"kind": "stdout", "text": "typed\n"}, {"kind": "value", "text": "42"}]


@pytest.mark.parametrize("code", ["totl = 1\ntotal", "x = 1\nx == 2", "print(", "print(1)"])
def test_a_run_can_be_explained_once_that_is_there(parts, monkeypatch, code) -> None:
    monkeypatch.setitem(sys.modules, "engine.explain", None)
    early = run(code)
    monkeypatch.undo()
    assert ask("explain") == {**run(code), "seconds": early["seconds"]}


def test_a_check_tells_a_fit_python_and_leaves_no_trace(parts) -> None:
    run("total = 1")
    before = list(parts)
    found = ask("check", whole=True)
    assert found == {
        "parts": [{"kind": "stdout", "text": "32896\n"}],
        "library": True,
        "whole": True,
    }
    assert parts == before
    assert run("print(total)")["status"] == "ok"


def test_a_check_that_asks_for_all_puts_back_what_a_task_has_changed_since(parts) -> None:
    builtins.sum, before = None, builtins.sum  # type: ignore[assignment]
    assert ask("check", whole=True)["parts"] == [{"kind": "stdout", "text": "32896\n"}]
    assert builtins.sum is before


def test_a_check_puts_back_what_a_run_has_left(parts) -> None:
    before = os.getcwd(), list(sys.path), sys.excepthook
    run("import os, sys\nos.chdir('/')\nsys.path.clear()\nsys.excepthook = print")
    ask("check")
    assert (os.getcwd(), list(sys.path), sys.excepthook) == before


@pytest.mark.parametrize(
    ("calls", "is_put_back"),
    [(["check"], False), ([], True), (["check", "reset"], True), (["check", "run"], True)],
)
def test_a_run_puts_back_what_no_check_has_before_it(
    parts, monkeypatch, calls, is_put_back
) -> None:
    run("total = 1")
    for method in calls:
        ask(method, lesson="neuron", cell="c", code="", setup="")
    # As a task that goes on could leave it.
    monkeypatch.setattr(sys, "excepthook", print)
    run("import sys\nfound = sys.excepthook")
    names = bridge._bridges[0].kernel.lesson("neuron").names
    assert (names["found"] is not print) == is_put_back
    ask("check")
    assert sys.excepthook is not print


def test_a_run_puts_back_what_an_interrupted_check_has_not(parts, monkeypatch) -> None:
    baseline = bridge._bridges[0].baseline

    def stop() -> None:
        raise KeyboardInterrupt

    run("import sys\nsys.excepthook = print")
    with monkeypatch.context() as patch:
        patch.setattr(baseline, "restore_sys", stop)
        with pytest.raises(KeyboardInterrupt):
            ask("check")
    run("import sys\nfound = sys.excepthook")
    names = bridge._bridges[0].kernel.lesson("neuron").names
    assert names["found"] is not print


def test_a_run_finds_the_builtins_that_a_task_has_changed_since_a_check(parts) -> None:
    ask("check")
    builtins.sum, before = None, builtins.sum  # type: ignore[assignment]
    assert run("sum([1, 2])")["status"] == "ok"
    assert builtins.sum is before
    assert "had replaced Python's own `sum`" in parts[0]["text"]


def test_a_rehearsal_is_a_run_that_changes_nothing(parts, monkeypatch) -> None:
    run("total = 1")
    monkeypatch.setitem(sys.modules, "engine.explain", None)
    run("totl")
    monkeypatch.undo()
    parts.clear()
    ended = ask("rehearse")
    assert (ended["status"], parts) == ("ok", [{"kind": "stdout", "text": "2\n"}])
    assert ask("explain")["error"]["type"] == "NameError"
    assert run("total")["status"] == "ok"


def test_a_check_tells_a_python_that_no_longer_prints(parts, monkeypatch) -> None:
    monkeypatch.setattr("engine.kernel.program.compile", lambda *_, **__: None, raising=False)
    assert ask("check")["parts"] != [{"kind": "stdout", "text": "32896\n"}]


def test_whether_the_engine_is_whole_is_told_to_who_asks(parts, monkeypatch) -> None:
    run("def mine(value): return 11")
    names = bridge._bridges[0].kernel.lesson("neuron").names
    monkeypatch.setattr("engine.kernel.encode.encode", names["mine"])
    assert [ask("check", whole=asked)["whole"] for asked in (False, True)] == [True, False]


def test_whether_the_library_is_there_is_told_to_who_asks(parts) -> None:
    bridge._bridges[0].baseline.library.append("/nowhere")
    assert [ask("check", library=asked)["library"] for asked in (False, True)] == [True, False]


def test_a_run_begins_in_its_folder_though_the_last_one_removed_its_own(parts, tmp_path) -> None:
    before = os.getcwd()
    folder = str(tmp_path / "gone")
    run(f"import os\nos.mkdir({folder!r})\nos.chdir({folder!r})\nos.rmdir({folder!r})")
    assert run("1")["status"] == "ok"
    assert os.getcwd() == before


def test_a_run_is_explained_once(parts) -> None:
    run("total")
    with pytest.raises(WireError, match="nothing left to explain"):
        ask("explain")


def test_names_can_be_completed_peeked_at_and_forgotten(parts) -> None:
    run("weights = [1, 0.5]")
    found = ask("complete", lesson="neuron", code="wei", position=3)
    assert found["options"][0]["label"] == "weights"
    assert ask("peek", lesson="neuron", names=["weights"]) == {"values": {"weights": [1, 0.5]}}
    assert ask("reset", lesson="neuron") == {}
    assert ask("peek", lesson="neuron", names=["weights"]) == {"values": {}}


def test_an_experiment_goes_on_between_cells(parts) -> None:
    shape = {"data": "xor", "noise": 0.1, "depth": 1, "width": 3, "activation": "tanh"}
    settings = {**shape, "lr": 0.5, "batch": 10, "seed": 1}
    assert ask("playground", settings=settings, code="", setup="")["frame"]["epoch"] == 0
    assert ask("advance", epochs=1, seconds=0.02)["frame"]["epoch"] == 1
    run("import numpy as np\nnp.random.seed(0)\nimport builtins\nbuiltins.sum = None")
    assert ask("reset", lesson="neuron") == {}
    assert ask("advance", epochs=1, seconds=0.02)["frame"]["epoch"] == 2
    assert ask("program", epochs=2)["program"].count("for epoch in range(2)") == 1


def test_a_right_program_passes(parts) -> None:
    result = grade("def weighted_sum(i, w):\n    return sum(map(lambda a, b: a * b, i, w))")
    assert result["passed"]
    assert [check["passed"] for check in result["checks"]] == [True, True, True]


def test_a_known_mistake_is_recognised_in_the_judges_own_process(parts) -> None:
    result = grade("def weighted_sum(a, b):\n    x = sum(a)\n    return x * sum(b)")
    assert (result["mistake"], result["feedback"]) == ("sums", "Not the sums.")


def test_grading_sees_nothing_of_the_cells_and_leaves_nothing(parts) -> None:
    run("def weighted_sum(i, w):\n    return sum(a * b for a, b in zip(i, w))")
    assert not grade("x = 1")["passed"]
    assert ask("peek", lesson="neuron", names=["x"]) == {"values": {}}
    assert run("weighted_sum([1], [2])")["status"] == "ok"


def test_set_up_is_there_while_grading(parts) -> None:
    exercise = {**EXERCISE, "setup": "from operator import mul"}
    assert grade("def weighted_sum(i, w):\n    return sum(map(mul, i, w))", exercise)["passed"]


def test_a_broken_set_up_is_not_the_learners_mistake(parts) -> None:
    result = grade("def weighted_sum(i, w): return 0", {**EXERCISE, "setup": "1 / 0"})
    assert result["mistake"] == "fault"
    assert "not your mistake" in result["feedback"]


def test_an_observation_that_timed_out_is_judged(parts) -> None:
    plan = ask("plan", exercise=EXERCISE, seed=4)["plan"]
    request = {"exercise": EXERCISE, "plan": plan, "observation": {"timed_out": True}, "code": ""}
    assert ask("judge", **request)["mistake"] == "times-out"


FORGED = [
    {},
    {"cell": {}},
    {"cell": {}, "names": {"weighted_sum": "function"}},
    {"cell": {}, "names": {"weighted_sum": "function"}, "steps": []},
    {"cell": {}, "names": {"weighted_sum": "function"}, "steps": [{"passed": True}] * 30},
    {"cell": {}, "names": {"weighted_sum": "function"}, "steps": [{"value": {"t": "?"}}] * 30},
    {"cell": {}, "names": {"weighted_sum": "function"}, "steps": [{"value": {"t": "int"}}] * 30},
    {"cell": {}, "names": {"weighted_sum": "function"}, "steps": "passed"},
    {"cell": {}, "names": {"weighted_sum": "function"}, "steps": [{"raised": {}}] * 30},
    {"cell": {}, "names": {"weighted_sum": "function"}, "steps": [{"value": 11}] * 30},
    {"cell": [], "names": [], "steps": {}, "functions": 5},
    {"syntax": {}},
    {"syntax": 5, "cell": 6},
]


@pytest.mark.parametrize("observation", FORGED, ids=lambda value: json.dumps(value)[:60])
def test_a_forged_observation_never_passes_and_never_breaks_the_judge(parts, observation) -> None:
    plan = ask("plan", exercise=EXERCISE, seed=4)["plan"]
    result = ask("judge", exercise=EXERCISE, plan=plan, observation=observation, code="")
    assert not result["passed"]
    assert result["feedback"]


def test_a_method_that_does_not_exist_is_refused(parts) -> None:
    with pytest.raises(WireError, match="the kernel has no method 'fly'"):
        ask("fly")


def test_a_payload_that_is_no_object_is_refused(parts) -> None:
    with pytest.raises(WireError, match="the payload is not an object"):
        bridge.call("run", "[]")


def test_the_engine_starts_without_numpy_and_without_what_starts_processes() -> None:
    import subprocess
    import sys

    code = (
        "import sys, engine.kernel.bridge, engine.grading, engine.grading.exercises as e\n"
        "e.catalogue()\nprint([m for m in ('numpy', 'subprocess', 'asyncio') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
