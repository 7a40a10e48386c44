"""How values and calls are written in messages to learners."""

from collections.abc import Sequence

from engine.kernel.decode import ArrayData, Code, Thing

LONGEST = 160


def show(value: object, longest: int = LONGEST) -> str:
    """Return a value as a learner would type it, shortened in the middle if it is long.

    >>> show([1, 2.0, "a"]), show("x" * 30, longest=12)
    ("[1, 2.0, 'a']", "'xxxx...xxx'")
    """
    text = write(value).replace("`", "'")
    if len(text) <= longest:
        return text
    half = (longest - 3) // 2
    return f"{text[: half + 1]}...{text[-half:]}"


def apart(got: object, wanted: object) -> tuple[str, str]:
    """Return two values in as few digits as tell them apart, but at least four; arrays as lists.

    >>> apart([0.123456789, 1.0], [0.2, 1])
    ('[0.1235, 1.0]', '[0.2, 1]')
    """
    for digits in (4, 8, 12):
        texts = show(shorter(got, digits)), show(shorter(wanted, digits))
        if texts[0] != texts[1]:
            return texts
    return show(got), show(wanted)


def shorter(value: object, digits: int) -> object:
    """Return a value with so many digits in each of its numbers."""
    if isinstance(value, ArrayData):
        value = value.tolist()
    if isinstance(value, list | tuple):
        return [shorter(each, digits) for each in value]
    return float(f"{value:.{digits}g}") if isinstance(value, float) else value


def write(value: object) -> str:
    """Return a value as a learner would type it."""
    if isinstance(value, Code):
        return value.expression
    if isinstance(value, ArrayData):
        return f"np.array({write(value.tolist())})"
    if isinstance(value, Thing):
        return "..." if value.kind == "ellipsis" else value.text
    if isinstance(value, list):
        return f"[{', '.join(map(write, value))}]"
    if isinstance(value, tuple):
        return f"({', '.join(map(write, value))}{',' * (len(value) == 1)})"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{write(k)}: {write(v)}" for k, v in value.items()) + "}"
    return repr(value)


def call(function: str, arguments: Sequence[object]) -> str:
    """Return a call as a learner would type it.

    >>> call("step", [0.5])
    'step(0.5)'
    """
    return f"{function}({', '.join(show(argument, 60) for argument in arguments)})"


def as_number(value: object) -> float | None:
    """Return a value as one number, or None if it is none.

    >>> as_number(True), as_number("1"), as_number(float("nan"))
    (1, None, None)
    """
    if isinstance(value, ArrayData) and value.shape == ():
        value = value.tolist()
    if not isinstance(value, int | float) or value != value:
        return None
    return int(value) if isinstance(value, bool) else value


def as_numbers(value: object) -> list[float] | None:
    """Return a list, tuple or array of numbers as a list, or None if it is none.

    >>> as_numbers((1, 2.5)), as_numbers([1, "2"]), as_numbers(3)
    ([1, 2.5], None, None)
    """
    if isinstance(value, ArrayData):
        value = value.tolist()
    if not isinstance(value, list | tuple):
        return None
    numbers = [as_number(item) for item in value]
    return None if None in numbers else [number for number in numbers if number is not None]
