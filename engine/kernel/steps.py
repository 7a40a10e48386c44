"""What was recorded of a program that is stepped through, and how it goes to the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.kernel.errors import ErrorReport
from engine.kernel.wire import JsonObject

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Variable:
    """One variable at one step.

    Args:
        scope: "local" for a name of the function that runs, "cell" for one of the cell itself.
        change: Since the step before: "new", "changed", "gone", or "" where it stayed.
        before: The value that it had, where it was changed or is gone.
    """

    name: str
    value: str
    scope: str
    change: str = ""
    before: str | None = None

    def size(self) -> int:
        """Return about how many characters this takes on its way."""
        return len(self.name) + len(self.value) + len(self.before or "") + 70

    def to_dict(self) -> JsonObject:
        """Return the variable as the page reads it."""
        return {
            "name": self.name,
            "value": self.value,
            "scope": self.scope,
            "change": self.change,
            "before": self.before,
        }


@dataclass(frozen=True)
class Step:
    """One moment of a program.

    Args:
        event: "line": it runs next. "return" and "yield": a function gives `value` back from here.
            "exception": an error arises here, or comes up to here. "end": all is done.
        line: In the cell, from 1.
        calls: The functions that run, outermost first; none in the cell itself.
        value: What is given back, or the error's type and message.
        output: How many characters the program has printed by now.
    """

    event: str
    line: int
    calls: tuple[str, ...]
    variables: tuple[Variable, ...]
    value: str | None
    output: int

    def size(self) -> int:
        """Return about how many characters this takes on its way."""
        return 100 + sum(variable.size() for variable in self.variables) + len(self.value or "")

    def to_dict(self) -> JsonObject:
        """Return the step as the page reads it."""
        return {
            "event": self.event,
            "line": self.line,
            "calls": list(self.calls),
            "variables": [variable.to_dict() for variable in self.variables],
            "value": self.value,
            "output": self.output,
        }


@dataclass(frozen=True)
class TraceResult:
    """All steps of a program.

    Args:
        limit_reached: Whether the program would have gone on.
        word: What to tell the learner beside the steps, such as why there are no more; or "".
        output: What the program printed.
    """

    steps: Sequence[Step]
    limit_reached: bool
    word: str
    error: ErrorReport | None
    output: str

    def to_dict(self) -> JsonObject:
        """Return it as the page reads it."""
        return {
            "steps": [step.to_dict() for step in self.steps],
            "limit_reached": self.limit_reached,
            "word": self.word,
            "error": self.error.to_dict() if self.error else None,
            "output": self.output,
        }


def compare(before: Texts, now: Texts, scope: str) -> tuple[Variable, ...]:
    """Return variables with what changed, those that are gone at the end.

    >>> [(one.name, one.change) for one in compare({"a": "1", "b": "2"}, {"a": "3"}, "cell")]
    [('a', 'changed'), ('b', 'gone')]
    """
    shown = [compared(name, value, before.get(name), scope) for name, value in now.items()]
    gone = [
        Variable(name, "", scope, "gone", value)
        for name, value in before.items()
        if name not in now
    ]
    return (*shown, *gone)


def compared(name: str, value: str, before: str | None, scope: str) -> Variable:
    """Return one variable with what changed."""
    if before is None:
        return Variable(name, value, scope, "new")
    if before != value:
        return Variable(name, value, scope, "changed", before)
    return Variable(name, value, scope)
