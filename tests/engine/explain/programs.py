"""Run a program as a cell does and return its explanation."""

from engine.explain import Explanation, Note, explain, notice

FILENAME = "cell test"


def explained(program: str, **names: object) -> Explanation:
    """Return the explanation of the error that the program stops with."""
    namespace: dict[str, object] = {"__name__": "__main__", **names}
    try:
        exec(compile(program, FILENAME, "exec"), namespace)
    except BaseException as error:
        return explain(error, program, FILENAME, namespace)
    raise AssertionError(f"ran without an error: {program!r}")


def noticed(program: str) -> tuple[Note, ...]:
    """Return what is noticed about a program that runs without an error."""
    namespace: dict[str, object] = {"__name__": "__main__"}
    exec(compile(program, FILENAME, "exec"), namespace)
    return notice(program, namespace)
