import json
from collections import OrderedDict, deque, namedtuple
from decimal import Decimal
from fractions import Fraction

import numpy
import pytest

from engine.kernel.decode import ArrayData, Code, Thing, plain, real
from engine.kernel.encode import encode
from engine.kernel.peek import peek

Pair = namedtuple("Pair", "x y")


class Odd(int):
    def __add__(self, other: object) -> int:
        return 99

    def __repr__(self) -> str:
        return "ninety-nine"


class Rows(numpy.ndarray):
    def __array_finalize__(self, other: object) -> None:
        if self.ndim == 1:
            raise KeyError("rows only")

    def tolist(self) -> list[int]:
        return [9]


def through(value: object) -> object:
    """Return what arrives on the other side, through JSON."""
    return plain(json.loads(json.dumps(encode(value))))


ALIKE = [
    None,
    True,
    0,
    -7,
    2**53 + 1,
    -(10**30),
    0.1,
    -0.0,
    1e300,
    float("inf"),
    "text",
    "ü\ud800",
    [],
    [1, [2.5, "x"], None],
    (1,),
    (),
    {"a": [1]},
    {1: (2, 3)},
    frozenset({1, 2}),
    1 + 2j,
]


@pytest.mark.parametrize("value", ALIKE, ids=repr)
def test_plain_values_arrive_as_they_were(value: object) -> None:
    arrived = through(value)
    assert arrived == value
    assert type(arrived) is type(value)


BECOME = [
    (numpy.float64(0.5), 0.5),
    (numpy.float32(0.5), 0.5),
    (numpy.int32(0), 0),
    (numpy.bool_(False), False),
    (numpy.longdouble(2), 2.0),
    (numpy.array([[1, 2], [3, 4]]), ArrayData("int64", (2, 2), (1, 2, 3, 4))),
    (numpy.array(0.5), ArrayData("float64", (), (0.5,))),
    (numpy.zeros((0, 3)), ArrayData("float64", (0, 3), ())),
    (numpy.ones((2, 1)).view(Rows), ArrayData("float64", (2, 1), (1.0, 1.0))),
    (Odd(5), 5),
    (Pair(1, 2), (1, 2)),
    (OrderedDict(a=1), {"a": 1}),
    (range(3), [0, 1, 2]),
    (deque([1]), [1]),
    (Fraction(1, 4), 0.25),
    (Decimal("0.25"), 0.25),
    ({1, 2}, frozenset({1, 2})),
]


@pytest.mark.parametrize(("value", "arrived"), BECOME, ids=lambda value: repr(value)[:30])
def test_other_values_arrive_as_what_they_are_made_of(value: object, arrived: object) -> None:
    assert through(value) == arrived


def test_not_a_number_arrives() -> None:
    arrived = through(float("nan"))
    assert arrived != arrived


def test_what_is_no_data_arrives_as_a_name_and_a_text() -> None:
    assert through(len) == Thing("builtin_function_or_method", "<built-in function len>")
    assert through(int) == Thing("type", "<class 'int'>")
    assert through(iter([])).kind == "list_iterator"


def test_values_that_hold_themselves_end() -> None:
    loop: list[object] = [1]
    loop.append(loop)
    assert through(loop) == [1, Thing("list", "a value that holds itself")]


def test_the_same_list_twice_is_no_loop() -> None:
    row = [1]
    assert through([row, row]) == [[1], [1]]


HUGE = {"list": [0] * 10**6, "text": "x" * 10**7, "number": 10**500_000, "rows": [[0] * 999] * 999}


@pytest.mark.parametrize("value", HUGE.values(), ids=HUGE)
def test_huge_values_stay_bounded(value: object) -> None:
    assert len(json.dumps(encode(value))) < 20_000_000


def test_very_deep_values_stay_bounded() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    assert len(json.dumps(encode(deep))) < 1_000


def test_arguments_are_made_anew_every_time() -> None:
    data = plain(encode([ArrayData.of([[1, 2]], "int64"), Code("lambda x: x + 1")]))
    first, second = real(data), real(data)
    assert first[0].tolist() == [[1, 2]]
    assert first[0] is not second[0]
    assert first[1](1) == 2


def test_uneven_rows_are_no_array() -> None:
    with pytest.raises(ValueError, match="same length"):
        ArrayData.of([[1, 2], [3]])


def test_peek_gives_plain_numbers_only() -> None:
    names = {"w": (1, 2.5), "a": numpy.array([1.5]), "f": len, "n": float("nan"), "d": {1: "x"}}
    wanted = ["w", "a", "f", "n", "d", "missing"]
    assert peek(names, wanted) == {"w": [1, 2.5], "a": [1.5], "d": {"1": "x"}}
