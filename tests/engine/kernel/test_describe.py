"""Values as short texts, also of values that do not want it."""

from collections import Counter, deque
from fractions import Fraction

import numpy
import pytest

from engine.kernel.describe import LONGEST, MORE, describe, is_shown


class Neuron:
    def __init__(self) -> None:
        self.weights = [1, 2]

    def __repr__(self) -> str:
        raise AssertionError("nobody may call this")


class Hostile:
    @property
    def __dict__(self):
        raise SystemExit

    @property
    def __class__(self):
        raise SystemExit


class BrokenList(list):
    def __iter__(self):
        raise SystemExit

    __len__ = __repr__ = __iter__


ITSELF: list[object] = [1]
ITSELF.append(ITSELF)
PLAIN = [
    (1, "1"), (-0.5, "-0.5"), ("a\n", r"'a\n'"), (None, "None"), (True, "True"), (b"a", "b'a'"),
    ([1, [2, (3,)]], "[1, [2, (3,)]]"), ({}, "{}"), (set(), "set()"), ({1}, "{1}"),
    (frozenset({1}), "frozenset({1})"), ((), "()"), (range(3), "range(0, 3)"),
    (deque([1]), "deque([1])"),
    (Counter("aab"), "Counter({'a': 2, 'b': 1})"), (Fraction(1, 2), "Fraction(1, 2)"),
    (ValueError("no"), "ValueError('no')"), (len, "<function len>"), (int, "<class int>"),
]  # fmt: skip
ODD = [
    (Neuron(), "Neuron(weights=[1, 2])"), (Hostile(), "<Hostile>"),
    (BrokenList([1]), "BrokenList([1])"),
    (ITSELF, f"[1, {MORE}]"), ([[[[[1]]]]], f"[[[[{MORE}]]]]"),
    (10**5000, "a whole number of about 5,001 digits"),
]  # fmt: skip
ARRAYS = [
    (numpy.array([[0, 1]]), "array([[0, 1]])"), (numpy.float64(0.5), "0.5"),
    (numpy.bool_(True), "True"),
    (numpy.arange(99.0), f"array, shape (99,): 0.0, 1.0, 2.0, 3.0, {MORE}"),
    (numpy.array([None]), "array of objects, shape (1,)"),
]  # fmt: skip


CASES = {text: [value] for value, text in (*PLAIN, *ODD, *ARRAYS)}


@pytest.mark.parametrize(("text", "box"), CASES.items(), ids=list(CASES))
def test_a_value_is_a_short_text(text: str, box: list[object]) -> None:
    assert describe(box[0]) == text


@pytest.mark.parametrize(
    "value", ["x" * 10**6, list(range(10**5)), dict.fromkeys(range(99), "y" * 90)]
)
def test_a_huge_value_is_cut_and_says_so(value: object) -> None:
    text = describe(value)
    assert len(text) <= LONGEST
    assert MORE in text


@pytest.mark.parametrize("value", [len, Neuron, pytest, lambda: 0, Neuron().__init__])
def test_what_is_not_a_variable_is_left_out(value: object) -> None:
    assert not is_shown("name", value)


def test_names_of_pythons_own_are_left_out() -> None:
    assert not is_shown("__name__", 1)
    assert is_shown("_x", 1)
