"""Whether two pieces of plain data mean the same: numbers within a tolerance, any kind of list."""

from math import isclose, isinf, isnan

from engine.kernel.decode import ArrayData


def same(got: object, wanted: object, relative: float = 1e-6, absolute: float = 1e-9) -> bool:
    """Return whether a result is as good as the one that is wanted.

    `True`, `1` and `1.0` are the same, and so are a list, a tuple and an array.

    >>> same((1.0, True), [1, 1]), same(0.3, 0.1 + 0.2), same([1], 1), same("1", 1)
    (True, True, False, False)
    """
    got, wanted = unfold(got), unfold(wanted)
    if isinstance(got, int | float) and isinstance(wanted, int | float):
        return close(got, wanted, relative, absolute)
    if isinstance(got, list | tuple) and isinstance(wanted, list | tuple):
        return len(got) == len(wanted) and all(
            same(one, other, relative, absolute) for one, other in zip(got, wanted, strict=True)
        )
    if isinstance(got, dict) and isinstance(wanted, dict):
        return got.keys() == wanted.keys() and all(
            same(got[key], wanted[key], relative, absolute) for key in wanted
        )
    return type(got) is type(wanted) and got == wanted


def unfold(value: object) -> object:
    """Return an array as lists in lists."""
    return value.tolist() if isinstance(value, ArrayData) else value


def close(got: float, wanted: float, relative: float, absolute: float) -> bool:
    """Return whether two numbers are as near as the tolerances ask; nan equals nan only."""
    if isinstance(got, int) and isinstance(wanted, int):
        return got == wanted
    try:
        one, other = float(got), float(wanted)
    except OverflowError:
        return got == wanted
    if isnan(one) or isnan(other) or isinf(one) or isinf(other):
        return one == other or (isnan(one) and isnan(other))
    return isclose(one, other, rel_tol=relative, abs_tol=absolute)


def shape(value: object) -> tuple[int, ...] | None:
    """Return the lengths of lists in lists, or None where they are not all as long.

    >>> shape([[1, 2, 3], [4, 5, 6]]), shape(5), shape([[1], [2, 3]])
    ((2, 3), (), None)
    """
    value = unfold(value)
    if not isinstance(value, list | tuple):
        return ()
    inner = {shape(item) for item in value}
    if not inner:
        return (0,)
    only = inner.pop()
    return None if inner or only is None else (len(value), *only)
