"""Read exercises: the starter, and the hints, mistakes and solution that stand after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.lesson.cells import Live, is_output, read_live
from builder.lesson.folds import FORMS
from builder.lesson.model import Exercise, Hint, Mistake, Solution
from builder.lesson.options import check_count, read_id
from builder.lesson.pieces import Fence, Fold, Mark, Text
from builder.lesson.problems import Problems, count_of, shorten
from builder.lesson.python_code import check_grammar

HINTS = 3
FEWEST_MISTAKES = 4


@dataclass(frozen=True)
class FoldContent:
    """What a fold holds: its live fences and its words, in Markdown."""

    fences: tuple[Live, ...]
    words: str


def read_exercise(
    live: Live, title: str, folds: Sequence[Fold], lines: list[str], problems: Problems
) -> Exercise:
    """Return an exercise from its starter and the folds after it."""
    exercise_id = read_id(live.options, "exercise", live.line, problems)
    check_grammar(live.fence, "starter", problems)
    reader = FoldReader(lines, problems)
    kinds = {kind: [fold for fold in folds if fold.kind == kind] for kind in FORMS}
    hints = tuple(reader.hint(fold, number) for number, fold in enumerate(kinds["hint"], start=1))
    mistakes = tuple(reader.mistake(fold) for fold in kinds["mistake"])
    solutions = [reader.solution(fold) for fold in kinds["solution"]]
    for extra in solutions[1:]:
        problems.add(extra.line, "this exercise has a second solution: keep one")
    solution = solutions[0] if solutions else None
    code = live.fence.code
    exercise = Exercise(live.line, exercise_id, title, code, hints, mistakes, solution)
    check_parts(exercise, problems)
    return exercise


def check_parts(exercise: Exercise, problems: Problems) -> None:
    """Note what an exercise lacks and what it has twice."""
    name = f"the exercise '{exercise.id}'" if exercise.id else "this exercise"
    if len(exercise.hints) > HINTS:
        message = f"{name} has {len(exercise.hints)} hints: keep {HINTS}"
        problems.add(exercise.line, message)
    check_count(len(exercise.hints), HINTS, "hint", name, exercise.line, problems)
    if exercise.solution is None:
        form = "add <details><summary>Solution</summary> with a `python solution` fence"
        problems.add(exercise.line, f"{name} has no solution: {form}")
    found = len(exercise.mistakes)
    check_count(found, FEWEST_MISTAKES, "known mistake", name, exercise.line, problems)
    check_twins(exercise, problems)


def check_twins(exercise: Exercise, problems: Problems) -> None:
    """Note mistakes that have an id or the code of another, or the code of the solution."""
    ids: dict[str, int] = {}
    codes: dict[str, str] = {}
    if exercise.solution and exercise.solution.code.strip():
        codes[exercise.solution.code.strip()] = "the solution"
    for mistake in exercise.mistakes:
        code = mistake.code.strip()
        if mistake.id in ids:
            message = (
                f"the mistake id '{mistake.id}' is taken in line {ids[mistake.id]}: rename one"
            )
            problems.add(mistake.line, message)
        if code in codes:
            message = f"this mistake has the same code as {codes[code]}: change or delete it"
            problems.add(mistake.line, message)
        if mistake.id:
            ids.setdefault(mistake.id, mistake.line)
        if code:
            codes.setdefault(code, f"the one in line {mistake.line}")


class FoldReader:
    """Read the folds of one exercise."""

    def __init__(self, lines: list[str], problems: Problems) -> None:
        """Read folds whose text is in these lines."""
        self.lines = lines
        self.problems = problems

    def hint(self, fold: Fold, number: int) -> Hint:
        """Return a hint, which is the exercise's first, second or third."""
        if fold.title != f"Hint {number}":
            message = f"this is hint {number}, but its title is '{shorten(fold.title)}'"
            self.problems.add(fold.line, f"{message}: write 'Hint {number}'")
        content = self.content(fold, None)
        self.need_words(fold, content, "this hint has no words: write some after a blank line")
        return Hint(fold.line, fold.title, content.words)

    def mistake(self, fold: Fold) -> Mistake:
        """Return a known mistake."""
        content = self.content(fold, "mistake")
        live = self.only_fence(fold, content, "mistake")
        title = fold.title.partition(":")[2].strip()
        if not fold.title.startswith("Mistake:") or not title:
            form = "write 'Mistake: ' and what is wrong in a few words"
            message = f"the title '{shorten(fold.title)}' does not tell the mistake: {form}"
            self.problems.add(fold.line, message)
        advice = "write what the learner is told below the code"
        self.need_words(fold, content, f"this mistake has no words: {advice}")
        mistake_id = read_id(live.options, "mistake", live.line, self.problems) if live else ""
        return Mistake(fold.line, mistake_id, title, live.fence.code if live else "", content.words)

    def solution(self, fold: Fold) -> Solution:
        """Return the solution."""
        if fold.title != "Solution":
            message = f"the title '{shorten(fold.title)}' is not 'Solution': write that alone"
            self.problems.add(fold.line, message)
        content = self.content(fold, "solution")
        live = self.only_fence(fold, content, "solution")
        advice = "explain its lines below the code"
        self.need_words(fold, content, f"this solution has no explanation: {advice}")
        return Solution(fold.line, live.fence.code if live else "", content.words)

    def need_words(self, fold: Fold, content: FoldContent, message: str) -> None:
        """Note a fold without words."""
        if not content.words:
            self.problems.add(fold.line, message)

    def content(self, fold: Fold, role: str | None) -> FoldContent:
        """Return what a fold holds, and note what cannot stand in it."""
        fences: list[Live] = []
        words: list[str] = []
        for piece in fold.inside:
            if isinstance(piece, Text):
                words.append("\n".join(self.lines[piece.start : piece.end]).strip("\n"))
            elif isinstance(piece, Fence) and not is_output(piece):
                live = read_live(piece, self.problems)
                if live and live.role == role:
                    fences.append(live)
                elif live:
                    self.refuse(piece.line, f"a `python {live.role}` fence", fold.kind)
            elif isinstance(piece, Fence):
                self.refuse(piece.line, "an output", fold.kind)
            elif isinstance(piece, Mark):
                self.refuse(piece.line, f"the mark '{piece.words[0]}'", fold.kind)
        return FoldContent(tuple(fences), "\n\n".join(filter(str.strip, words)).rstrip())

    def refuse(self, line: int, what: str, kind: str) -> None:
        """Note a piece that cannot stand in a fold of this kind."""
        self.problems.add(line, f"{what} cannot stand in a {kind}: move it out of the <details>")

    def only_fence(self, fold: Fold, content: FoldContent, role: str) -> Live | None:
        """Return the one fence of a mistake or solution, and note where there is none or more."""
        if len(content.fences) != 1:
            found = count_of(len(content.fences), f"`python {role}` fence")
            self.problems.add(fold.line, f"this {role} has {found}: write one")
        if not content.fences:
            return None
        live = content.fences[0]
        check_grammar(live.fence, role, self.problems)
        if live.fence.is_closed and not live.fence.code.strip():
            self.problems.add(live.line, f"this {role} has no code: write it into the fence")
        return live
