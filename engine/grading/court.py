"""From what was observed to what the learner is told. Nothing of the learner's runs here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

from engine.grading.early import ENDED, early_end, failed
from engine.grading.exercises import load
from engine.grading.general import recognise_general
from engine.grading.general.evidence import Evidence
from engine.grading.known import recognise
from engine.grading.mark import NAMELESS, Mark, Signature, mark
from engine.grading.outcome import Outcome, read_outcomes
from engine.grading.plan import Trial, make_plan, trials
from engine.grading.result import CheckResult, ExerciseText, GradeResult, KnownMistake
from engine.grading.slow import took_long
from engine.grading.spec import Calls, Exercise
from engine.grading.tables import table_below
from engine.grading.words import plain_words
from engine.kernel.wire import JsonObject, items, measure, number, record, texts

# Nobody waits longer for a known mistake to be recognised; the page gives up after 30 seconds.
LONGEST_SEARCH = 20.0

# Observes the code of one of the course's own wrong programs: code, set-up, plan.
ObserveMistake = Callable[[str, str, JsonObject], JsonObject]


def judge(
    exercise_text: ExerciseText,
    plan: JsonObject,
    observation: JsonObject,
    observe_mistake: ObserveMistake,
) -> GradeResult:
    """Return how a grading ended.

    Args:
        exercise_text: The exercise's set-up and known mistakes.
        plan: The plan that was carried out; only its seed is believed.
        observation: What the learner's realm says it saw. Anything may be in it.
        observe_mistake: Observes a known mistake; called only when a check failed.
    """
    exercise = load(exercise_text.id)
    ended = early_end(exercise, observation)
    if ended is not None:
        return ended
    court = Court(exercise, exercise_text, number(plan, "seed"), observe_mistake)
    outcomes = court.read(observation)
    if outcomes is None:
        return failed(exercise, ENDED, "ended-python")
    return court.result(court.marks(outcomes, observation), observation)


@dataclass(frozen=True)
class Court:
    """One exercise with one seed, before which a program and the known mistakes are brought."""

    exercise: Exercise
    exercise_text: ExerciseText
    seed: int
    observe_mistake: ObserveMistake

    def trials(self) -> list[Trial]:
        """Return everything that was called."""
        return trials(self.exercise, self.seed)

    def read(self, observation: JsonObject, count: int | None = None) -> list[Outcome] | None:
        """Return the outcomes of the first trials, or None where this is no observation."""
        try:
            return read_outcomes(observation, len(self.trials()[:count]))
        except (ValueError, TypeError, OverflowError, RecursionError):
            return None

    def marks(self, outcomes: Sequence[Outcome], observation: JsonObject) -> list[Mark]:
        """Return what is to be said about every outcome."""
        return [
            mark(trial, outcome, signature(trial, observation))
            for trial, outcome in zip(self.trials()[: len(outcomes)], outcomes, strict=True)
        ]

    def replay(self, mistake: KnownMistake, seconds: float, count: int) -> list[Mark] | None:
        """Return the marks of a known mistake; None where it cannot be compared.

        Args:
            mistake: What is run on the same trials.
            seconds: When it is taken to have no end.
            count: How many trials are made, from the first.
        """
        if seconds <= 0:
            return None
        plan = make_plan(self.exercise, self.seed)
        steps = items(plan, "steps")[:count]
        plan = {**plan, "steps": steps, "seconds": seconds}
        observation = self.observe_mistake(mistake.code, self.exercise_text.setup, plan)
        if early_end(self.exercise, observation) is not None:
            return None
        outcomes = self.read(observation, count)
        return None if outcomes is None else self.marks(outcomes, observation)

    def result(self, marks: Sequence[Mark], observation: JsonObject) -> GradeResult:
        """Return the result that the marks come to, with what was recognised."""
        checks = self.checks(marks)
        wrong = [each for each in marks if not each.is_right]
        if not wrong:
            slow = took_long(self.exercise, measure(observation, "seconds", 0))
            words = f"{praise(len(checks))}\n\n{slow}".rstrip()
            return GradeResult(self.exercise.id, True, checks, words)
        error = next((each.outcome.raised.report for each in wrong if each.outcome.raised), None)
        words, name = self.diagnose(marks, observation)
        words += table_below(self.exercise, marks)
        return GradeResult(self.exercise.id, False, checks, words, name, error)

    def diagnose(self, marks: Sequence[Mark], observation: JsonObject) -> tuple[str, str | None]:
        """Return what to tell the learner, and the id of the mistake if it is a known one."""
        seconds = patience(self.exercise.seconds, observation)
        ends = perf_counter() + LONGEST_SEARCH
        known = recognise(
            marks,
            self.exercise_text.mistakes,
            lambda mistake, count: self.replay(mistake, min(seconds, ends - perf_counter()), count),
        )
        if known is not None:
            return plain_words(known.feedback), known.id
        evidence = Evidence(self.exercise, tuple(marks), record(observation, "functions"))
        general = recognise_general(evidence)
        if general is not None:
            return general.words, general.id
        return evidence.first.finding.message, None

    def checks(self, marks: Sequence[Mark]) -> tuple[CheckResult, ...]:
        """Return each check with the message of its first wrong trial."""
        results = []
        for index, check in enumerate(self.exercise.checks):
            messages = [each.finding.message for each in marks if each.trial.number == index]
            message = next((message for message in messages if message), "")
            results.append(CheckResult(check.name, not message, message))
        return tuple(results)


def signature(trial: Trial, observation: JsonObject) -> Signature:
    """Return how the learner's function speaks."""
    if not isinstance(trial.check, Calls):
        return NAMELESS
    function = record(record(observation, "functions"), trial.check.function)
    return Signature(texts(function, "parameters"), texts(function, "returns"))


def patience(limit: float, observation: JsonObject) -> float:
    """Return how long a known mistake may take: not much more than the learner's code did.

    One that takes far longer behaves differently, and nobody should wait for it.
    """
    return min(limit, 1 + 4 * measure(observation, "seconds", limit))


def praise(count: int) -> str:
    """Return what a pass is told."""
    return "That is right." if count == 1 else f"That is right: all {count} checks passed."
