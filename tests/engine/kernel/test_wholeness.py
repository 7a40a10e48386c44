"""A Python whose engine or libraries a program has changed is not whole."""

import math
import random
import sys
from types import FunctionType

import pytest

from engine.kernel import encode, observe
from engine.kernel.baseline import Baseline
from engine.kernel.program import prepare, run
from engine.kernel.wholeness import Wholeness


@pytest.fixture
def wholeness() -> Wholeness:
    return Wholeness(Baseline().modules)


def made_by_a_cell() -> FunctionType:
    names: dict[str, object] = {}
    run(prepare("def mine(*values):\n    return 11\n", "cell test"), names)
    mine = names["mine"]
    assert isinstance(mine, FunctionType)
    return mine


def test_what_nobody_touched_is_whole(wholeness):
    assert wholeness.is_whole()


@pytest.mark.parametrize(
    ("place", "name"),
    [(encode, "encode"), (encode.Encoder, "encode"), (observe, "LIMIT"), (math, "sqrt")],
    ids=["a function", "a method", "a new name", "a library"],
)
def test_a_function_of_the_learners_in_a_module_is_noticed(wholeness, monkeypatch, place, name):
    monkeypatch.setattr(place, name, made_by_a_cell(), raising=False)
    assert not wholeness.is_whole()


def test_another_code_in_a_function_is_noticed(wholeness, monkeypatch):
    monkeypatch.setattr(encode.encode, "__code__", made_by_a_cell().__code__)
    assert not wholeness.is_whole()


def test_a_module_that_is_none_is_noticed(wholeness, monkeypatch):
    monkeypatch.setitem(sys.modules, "random", object())
    assert not wholeness.is_whole()


def test_what_a_library_does_itself_is_no_change(wholeness):
    random.seed(1)
    assert wholeness.is_whole()
