"""The probe that counts how often `xor` asks the neuron."""

from collections.abc import Callable
from typing import Any

from engine.grading.xor_checks import ASK_XOR


def probe_of(namespace: dict[str, Any]) -> Callable[[int, int], list[Any]]:
    beside = {**namespace, "namespace": namespace}
    exec(ASK_XOR, beside)
    return beside["probe"]


def make_cell() -> dict[str, Any]:
    """Return a cell that has spoilt its neuron and calls it under another name."""

    def given(inputs: list[int], weights: list[int], bias: float) -> int:
        return 5

    def spoilt(inputs: list[int], weights: list[int], bias: float) -> int:
        return 7

    names: dict[str, Any] = {"__course__": given, "neuron": spoilt}
    names["xor"] = lambda a, b: given([a, b], [1, 1], -0.5) + spoilt([a, b], [-1, -1], 1.5)
    return names


def test_calls_under_other_names_are_counted_and_judged_with_the_course_s_neuron() -> None:
    answer, calls = probe_of(make_cell())(1, 0)
    assert answer == 2
    assert calls == [[[1, 0], [1, 1], -0.5], [[1, 0], [-1, -1], 1.5]]


def test_the_cell_s_neuron_is_afterwards_what_it_was() -> None:
    cell = make_cell()
    spoilt = cell["neuron"]
    probe_of(cell)(1, 0)
    assert cell["neuron"] is spoilt
    assert (spoilt([1], [1], 0), cell["__course__"]([1], [1], 0)) == (7, 5)


def test_calls_are_counted_anew_each_time() -> None:
    cell = make_cell()
    counts = [len(probe_of(cell)(a, b)[1]) for a in (0, 1) for b in (0, 1)]
    assert counts == [2, 2, 2, 2]
