"""Values and exceptions that fight back cannot break an explanation."""

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
