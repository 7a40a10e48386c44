"""Grade what stands with an exercise: its starter, its solution and its known mistakes."""

from types import TracebackType

from builder.lesson.model import Exercise, Lesson, Mistake, Problem
from builder.lesson.problems import shorten
from engine.grading import ExerciseText, GradeResult, KnownMistake, judge, load, make_plan
from engine.grading.realm import Realm
from engine.kernel.wire import JsonObject, items

# The random cases are the same in every check, so that it never fails by chance.
SEED = 20260


def check_exercise(lesson: Lesson, exercise: Exercise) -> list[Problem]:
    """Return what is told of an exercise's programs that its lesson does not say."""
    with CourseGrader(exercise_text(lesson, exercise)) as grader:
        found = [(exercise.line, starter_fault(exercise, grader))]
        if exercise.solution:
            result = grader.grade(exercise.solution.code)
            found.append((exercise.solution.line, solution_fault(exercise.id, result)))
        for mistake in exercise.mistakes:
            result = grader.grade(mistake.code)
            found.append((mistake.line, mistake_fault(mistake, result)))
    return [Problem(lesson.path, line, message) for line, message in found if message]


def exercise_text(lesson: Lesson, exercise: Exercise) -> ExerciseText:
    """Return what grading needs to know of an exercise."""
    mistakes = [KnownMistake(each.id, each.code, each.feedback) for each in exercise.mistakes]
    return ExerciseText(exercise.id, lesson.id, lesson.setup_code(), mistakes)


class CourseGrader:
    """Grades the course's own programs for one exercise, each observed only once.

    They are many, and each wrong one is compared with the others: a process for each would take
    most of the time. Every program still has fresh names.
    """

    def __init__(self, words: ExerciseText) -> None:
        """Start the process that the programs run in."""
        self.words = words
        self.exercise = load(words.id)
        self.plan = make_plan(self.exercise, SEED)
        self.observations: dict[str, JsonObject] = {}
        self.realm = Realm(self.exercise.withholds)

    def __enter__(self) -> "CourseGrader":
        """Use the grader for a block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process."""
        self.realm.__exit__(kind, error, trace)

    def grade(self, code: str) -> GradeResult:
        """Return how good a program is, as the page would."""
        seen = self.observe(code, self.words.setup, self.plan)
        return judge(self.words, self.plan, seen, self.observe)

    def observe(self, code: str, setup: str, plan: JsonObject) -> JsonObject:
        """Return what was seen of a program in the steps of a plan: all, or the first of them."""
        if code not in self.observations:
            if self.realm.process.poll() is not None:
                self.realm.__exit__(None, None, None)
                self.realm = Realm(self.exercise.withholds)
            seconds = self.exercise.seconds
            self.observations[code] = self.realm.observe(code, setup, self.plan, seconds)
        seen = self.observations[code]
        count = len(items(plan, "steps"))
        return {**seen, "steps": items(seen, "steps")[:count]} if "steps" in seen else seen


def starter_fault(exercise: Exercise, grader: CourseGrader) -> str:
    """Return that a starter passes, which it must not."""
    if not grader.grade(exercise.starter).passed:
        return ""
    return f"the starter of '{exercise.id}' passes: leave something out for the learner to write"


def solution_fault(exercise_id: str, result: GradeResult) -> str:
    """Return that a solution does not pass."""
    if result.passed:
        return ""
    return f"the solution of '{exercise_id}' does not pass ({told(result)}): correct it"


def mistake_fault(mistake: Mistake, result: GradeResult) -> str:
    """Return that a known mistake passes, or is told in other words than its own."""
    if result.passed:
        return f"the mistake '{mistake.id}' passes: make it wrong, or delete it"
    if result.mistake == mistake.id:
        return ""
    taken = f"taken for '{result.mistake}'" if result.mistake else "not recognised"
    todo = "put it before that one, or let the checks of its exercise tell them apart"
    return f"the mistake '{mistake.id}' is {taken} ({told(result)}): {todo}"


def told(result: GradeResult) -> str:
    """Return the start of what a learner would be told, on one line."""
    return shorten(" ".join(result.feedback.split()), 160)
