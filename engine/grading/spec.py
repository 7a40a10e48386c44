"""What an exercise is, in the words of whoever writes one. README.md here shows how.

Nothing in this file runs a learner's code: it only says what to call and what is right.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from engine.kernel.decode import ArrayData, Code

__all__ = [
    "RIGHT",
    "Arguments",
    "Calls",
    "Check",
    "Code",
    "Exercise",
    "Finding",
    "Part",
    "Probe",
    "Reads",
    "Seen",
    "array",
    "quarters",
]

Arguments: TypeAlias = tuple[object, ...]
# Any function: `Callable[..., object]` would be an Any in disguise.
Function: TypeAlias = object


@dataclass(frozen=True)
class Finding:
    """What a judge says about one result.

    Args:
        message: Empty if the result is right; else what is wrong, for the learner.
        behaviour: What makes two wrong results the same mistake. Plain data: numbers, texts,
            lists. None stands for the result itself.
    """

    message: str = ""
    behaviour: object = None


@dataclass(frozen=True)
class Seen:
    """One call that gave a value, as an exercise's table may show it.

    Args:
        got: What the learner's code gave.
        wanted: What the reference gave.
    """

    arguments: Arguments
    got: object
    wanted: object
    is_right: bool


@dataclass(frozen=True)
class Part:
    """An array that a function gives back, alone or beside others.

    Args:
        name: What the task calls it; empty where it has no name.
        axes: What the numbers along each axis belong to: "example", "hidden neuron".
    """

    name: str = ""
    axes: tuple[str, ...] = ()


RIGHT = Finding()
# Any function that returns a Finding.
Judge: TypeAlias = object


@dataclass(frozen=True)
class Calls:
    """A check that calls the learner's function and compares with a reference.

    Where the reference raises an exception, the learner's function must raise one of that type.

    Args:
        name: The check in plain English: what the code does when it passes.
        function: The learner's function.
        reference: The right answer, as a function of the same arguments.
        cases: Fixed arguments; the first is the example that the task shows.
        random: Makes fresh arguments from a generator with a seed.
        count: How many of those.
        may_change: Whether the function may change its arguments.
        new_result: Whether the result must be a new object, and not an argument handed back.
        wants: "array" where the contract asks for an array; else a list or tuple serves as well.
        given: What the task calls the arguments; a call with long arrays is shown with these names.
        parts: The arrays of the result, so that a wrong shape can be told axis by axis.
        judge: `judge(got, *arguments)` says what is right, where a reference cannot.
        endless: What to say where a call does not come to an end, if more is known about it than
            that a loop does not end.
        relative: How far a float may be off, as a part of it.
        absolute: How far a float may be off at least.
    """

    name: str
    function: str
    reference: Function = None
    cases: Sequence[Arguments] = ()
    random: Callable[[Random], Arguments] | None = None
    count: int = 6
    may_change: bool = False
    new_result: bool = False
    wants: str = ""
    given: tuple[str, ...] = ()
    parts: Sequence[Part] = ()
    judge: Judge = None
    endless: str = ""
    relative: float = 1e-6
    absolute: float = 1e-9


@dataclass(frozen=True)
class Probe:
    """A check that runs our own snippet next to the learner's code.

    For classes, closures, generators, counted calls, seeds: `source` defines `probe(...)`, which
    sees the learner's names as globals and returns plain data. To replace one of their names (to
    count calls, say), set it in the dictionary `namespace`.

    Args:
        source: Python text that defines `probe`.
        shown: The call as the learner sees it: "Value({0}) + {1}"; {0} is the first argument.
            Text without arguments to fill in may be a phrase in backticks or words.

    The others are those of `Calls`.
    """

    name: str
    source: str
    shown: str
    reference: Function = None
    cases: Sequence[Arguments] = ((),)
    random: Callable[[Random], Arguments] | None = None
    count: int = 6
    wants: str = ""
    judge: Judge = None
    relative: float = 1e-6
    absolute: float = 1e-9


@dataclass(frozen=True)
class Reads:
    """A check that reads values which the learner's code sets.

    Args:
        name: The check in plain English.
        names: The names to read, in the order in which `judge` takes their values.
        judge: `judge(first, second, ...)` says what is right about the values.
    """

    name: str
    names: tuple[str, ...]
    judge: Judge


Check: TypeAlias = Calls | Probe | Reads


@dataclass(frozen=True)
class Exercise:
    """An exercise's checks. Its words, hints and known mistakes are in the lesson.

    Args:
        id: As in the curriculum; it never changes.
        names: What the learner's code must define.
        checks: In the order in which they are shown; the simplest first.
        provides: Python text that runs before the learner's code, after the lesson's set-up.
        withholds: Modules of the engine that hold the answer; importing them is refused while
            the learner's code is checked.
        seconds: How long the learner's code and all the checks may take together.
        faster: What makes slow code for it faster; said where code is slow or was stopped.
        table: Makes a small table of the calls, the learner's values beside the expected ones;
            it stands under the words. "" where there is nothing to show.
    """

    id: str
    names: tuple[str, ...]
    checks: tuple[Check, ...]
    provides: str = ""
    withholds: tuple[str, ...] = ()
    seconds: float = 5.0
    faster: str = ""
    table: Callable[[Sequence[Seen]], str] | None = None


def array(values: Sequence[object], dtype: str = "float64") -> ArrayData:
    """Return a numpy array as an argument, without importing numpy.

    >>> array([[1, 2], [3, 4]]).shape
    (2, 2)
    """
    return ArrayData.of(values, dtype)


def quarters(random: Random, count: int, low: int = -3, high: int = 3) -> list[float]:
    """Return random multiples of 1/4: their sums come out exact in any order.

    >>> quarters(Random(1), 3)
    [-2.0, 1.5, 3.0]
    """
    return [random.randint(4 * low, 4 * high) / 4 for _ in range(count)]
