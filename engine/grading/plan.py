"""From an exercise and a seed to what is called, with which arguments, and what should come back.

The plan that goes to the learner's realm has the calls only. What is right stays here: the judge
makes the same trials again from the seed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from engine.grading.outcome import Outcome, Raised
from engine.grading.phrases import call, show
from engine.grading.spec import Arguments, Calls, Check, Exercise, Probe, Reads
from engine.kernel.decode import plain, real
from engine.kernel.encode import encode
from engine.kernel.wire import JsonObject

# A call with longer arguments is not read.
LONG_CALL = 80


@dataclass(frozen=True)
class Trial:
    """One call of one check, with its arguments as plain data.

    Args:
        check: What is checked.
        number: Which check of the exercise that is, from 0.
    """

    check: Check
    number: int
    arguments: Arguments = ()

    @property
    def shown(self) -> str:
        """Return the call as a learner would type it."""
        if isinstance(self.check, Calls):
            whole = call(self.check.function, self.arguments)
            if not self.check.given or len(whole) <= LONG_CALL:
                return whole
            return f"{self.check.function}({', '.join(self.check.given)})"
        if isinstance(self.check, Probe):
            return self.check.shown.format(*(show(argument, 60) for argument in self.arguments))
        return ", ".join(self.check.names)

    def fresh_arguments(self) -> list[object]:
        """Return the arguments made anew, so that no call can spoil them for the next."""
        return [real(plain(encode(argument))) for argument in self.arguments]

    def step(self) -> JsonObject:
        """Return the trial as a step of the plan."""
        if isinstance(self.check, Reads):
            return {"reads": list(self.check.names)}
        arguments = [encode(argument) for argument in self.arguments]
        if isinstance(self.check, Probe):
            return {"probe": self.check.source, "arguments": arguments}
        return {"function": self.check.function, "arguments": arguments}

    def expected(self) -> Outcome:
        """Return what the reference does with these arguments."""
        if isinstance(self.check, Reads) or not callable(self.check.reference):
            raise TypeError(f"the check '{self.check.name}' has no reference")
        try:
            value = self.check.reference(*self.fresh_arguments())
        except Exception as error:
            types = tuple(base.__name__ for base in type(error).__mro__ if base is not object)
            return Outcome(raised=Raised(types, str(error), {}))
        return Outcome(value=plain(encode(value)))


def trials(exercise: Exercise, seed: int) -> list[Trial]:
    """Return everything that is called for this exercise, the fixed cases of a check first."""
    return [
        Trial(check, number, arguments)
        for number, check in enumerate(exercise.checks)
        for arguments in cases(check, Random(f"{exercise.id}:{number}:{seed}"))
    ]


def cases(check: Check, random: Random) -> Sequence[Arguments]:
    """Return the arguments of every call of a check."""
    if isinstance(check, Reads):
        return [()]
    if check.random is None:
        return check.cases
    return [*check.cases, *(check.random(random) for _ in range(check.count))]


def make_plan(exercise: Exercise, seed: int) -> JsonObject:
    """Return what the learner's realm is asked to do."""
    return {
        "exercise": exercise.id,
        "seed": seed,
        "names": list(exercise.names),
        "provides": exercise.provides,
        "withholds": list(exercise.withholds),
        "seconds": exercise.seconds,
        "steps": [trial.step() for trial in trials(exercise, seed)],
    }
