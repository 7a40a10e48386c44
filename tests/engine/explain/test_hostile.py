"""Values and exceptions that fight back cannot break an explanation, nor hold it up."""

import time

import numpy as np
import pytest

from engine.explain import explain, notice
from tests.engine.explain.programs import explained

NASTY = """
class Nasty:
    def __getattribute__(self, name):
        raise RuntimeError("no")
    __repr__ = __str__ = __len__ = __bool__ = __eq__ = __hash__ = __float__ = None
    @property
    def __class__(self):
        raise SystemExit("no")
x = Nasty()
"""


@pytest.mark.parametrize(
    "line",
    ["x + 1", "x[0]", "x()", "x.a", "for i in x: pass", "x < 3", "len(x)", "1 / (x - 1)",
     "{'a': 1}[x]", "y", "assert x == 1", "a, b = x", "raise ValueError(x)"],
)  # fmt: skip
def test_a_nasty_value_is_survived(line: str) -> None:
    assert explained(NASTY + line).cause


def test_an_exception_that_cannot_be_shown() -> None:
    program = (
        "class Bad(Exception):\n"
        "    def __str__(self):\n        raise SystemExit\n"
        "    __repr__ = __str__\n"
        "    args = property(__str__)\n"
        "raise Bad"
    )
    found = explained(program)
    assert (found.error, found.message, found.line) == ("Bad", "", 6)


def test_a_class_that_lies_about_its_name() -> None:
    program = (
        "class Liar(type):\n    __name__ = property(lambda self: 1 / 0)\n"
        "class Value(metaclass=Liar):\n    pass\n"
        "Value() + 1"
    )
    assert explained(program).line == 5


def test_a_source_that_is_not_the_one_that_ran() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        exec(compile("\n\n\n1 / 0", "cell test", "exec"), {})
    for source in ("x", "", "x = = 1\n" * 5):
        assert explain(caught.value, source, "cell test").cause


def test_nasty_names_are_not_noticed() -> None:
    names: dict[str, object] = {}
    exec(NASTY, names)
    assert notice("x = 3", names) == ()


ENDLESS = """
def for_ever(*_):
    raise AssertionError("a learner's code was run")
methods = ("__repr__", "__str__", "__float__", "__int__", "__eq__", "__hash__", "__bool__",
           "__len__", "__neg__", "__add__", "__iter__", "__getattribute__")
class Meta(type):
    __getattribute__ = for_ever
class Plain:
    pass
for name in methods:
    setattr(Plain, name, for_ever)
number = type("number", (float,), {name: for_ever for name in methods})(1)
array = type("ndarray", (), {"__module__": "numpy", "dtype": property(for_ever),
                             "sum": for_ever})()
made = Meta("made", (), {})()
ask = type("ask", (), {"__class__": property(for_ever)})()
plain = Plain()
"""


@pytest.mark.parametrize("name", ["number", "array", "made", "ask", "plain"])
def test_no_learner_code_is_run_to_notice_something(name: str) -> None:
    names: dict[str, object] = {}
    exec(
        ENDLESS.replace('raise AssertionError("a learner', 'calls.append("a learner').replace(
            "def for_ever", "calls = []\ndef for_ever"
        ),
        names,
    )
    calls, value = names["calls"], names[name]
    assert isinstance(calls, list)
    calls.clear()
    source = "w = 3\nlosses = []\nlosses.append(w)\nw[0] = 0.5\nw = w * 2\n"
    for kept in (value, [value] * 5):
        notice(source, {"w": kept, "lr": kept, "losses": kept, "x": kept})
    assert calls == []


def test_large_values_and_many_names_are_noticed_quickly() -> None:
    names: dict[str, object] = {f"name_{i}": i for i in range(10_000)}
    names |= {"a": np.zeros(3_000_000), "b": np.arange(1_000_000), "c": [0.5] * 1_000_000}
    names |= {"d": names["b"], "losses": [float(i) for i in range(1_000_000)], "e": 10**100_000}
    source = "".join(f"name_{i} = {i}\n" for i in range(2_000))
    source += "losses = []\nlosses.append(3)\na = b * 2\nd = b * 2\nc = [d]\nd[0] = e\n"
    start = time.process_time()
    assert notice(source, names) == ()
    assert time.process_time() - start < 2
