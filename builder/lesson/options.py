"""Read the words after a role or a mark: `id=first-neuron error=NameError`."""

import builtins
import re
from collections.abc import Iterable, Sequence

from builder.lesson.problems import Problems, count_of, nearest, shorten, suggest

KEBAB_CASE = re.compile(r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
ERRORS = {
    name: error
    for name, error in vars(builtins).items()
    if isinstance(error, type) and issubclass(error, BaseException)
}
ERRORS_BY_SMALL_NAME = {name.lower(): name for name in ERRORS}


def read_options(
    words: Sequence[str], known: Iterable[str], what: str, line: int, problems: Problems
) -> dict[str, str]:
    """Return options by name; those that are malformed, unknown or given twice are problems."""
    options: dict[str, str] = {}
    names = tuple(known)
    for word in words:
        name, equals, value = word.partition("=")
        if not name or not equals or not value:
            message = f"'{shorten(word)}' is no option: write name=value, without blanks"
            problems.add(line, message)
        elif name not in names:
            hint = suggest(name, names) if names else "it takes none"
            problems.add(line, f"unknown option '{shorten(name)}' of {what}: {hint}")
        elif name in options:
            problems.add(line, f"the option '{name}' is given twice: delete one")
        else:
            options[name] = value
    return options


def read_id(options: dict[str, str], what: str, line: int, problems: Problems) -> str:
    """Return the id among options, empty where there is none that can be used."""
    if "id" not in options:
        problems.add(line, f"this {what} has no id: add id=some-name")
        return ""
    return options["id"] if is_good_id(options["id"], line, problems) else ""


def is_good_id(value: str, line: int, problems: Problems) -> bool:
    """Tell whether an id is in kebab-case, and note a problem where it is not."""
    if KEBAB_CASE.match(value):
        return True
    form = "write it in small letters and digits, with - between words"
    problems.add(line, f"the id '{shorten(value)}' is not in kebab-case: {form}")
    return False


def check_error_name(name: str, line: int, problems: Problems) -> bool:
    """Tell whether a name is one of Python's own errors, and note a problem where it is not."""
    if name in ERRORS:
        return True
    guess = nearest(name, ERRORS_BY_SMALL_NAME, 0.6)
    hint = f"did you mean '{ERRORS_BY_SMALL_NAME[guess]}'?" if guess else "write one like NameError"
    problems.add(line, f"Python has no error '{shorten(name)}': {hint}")
    return False


def is_syntax_error(name: str | None) -> bool:
    """Tell whether a name is that of an error in Python's grammar."""
    return name is not None and name in ERRORS and issubclass(ERRORS[name], SyntaxError)


def check_count(
    found: int, needed: int, noun: str, owner: str, line: int, problems: Problems
) -> None:
    """Note a problem where an owner has fewer of a thing than it needs."""
    if found < needed:
        message = f"{owner} has {count_of(found, noun)} and needs {needed}: add {needed - found}"
        problems.add(line, message)
