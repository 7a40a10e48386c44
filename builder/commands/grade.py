"""Grade files as the page would."""

import argparse
import json

from builder.cli import WrongUse
from builder.lesson import read_course
from builder.lesson.model import Exercise, Lesson
from builder.lesson.problems import suggest
from builder.programs import read_program
from builder.project import Project
from engine.grading import ExerciseText, GradeResult, KnownMistake, exercise_ids, grade


def add_options(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("exercise", metavar="EXERCISE", help="the exercise's id, such as neuron")
    parser.add_argument("files", metavar="FILE", nargs="+", help="a Python file with an answer")
    parser.add_argument("--json", action="store_true", help="print one line of JSON for each file")


def run(options: argparse.Namespace) -> int:
    """Grade each file and print how it went."""
    text = find_text(options.exercise)
    programs = [(name, read_program(name)) for name in options.files]
    all_passed = True
    for name, code in programs:
        result = grade(text, code)
        all_passed = all_passed and result.passed
        print(as_json(name, result) if options.json else as_text(name, result), flush=True)
    return 0 if all_passed else 1


def find_text(exercise_id: str) -> ExerciseText:
    """Return what grading needs to know of an exercise.

    Raises:
        WrongUse: There is no such exercise.
    """
    known = exercise_ids()
    if exercise_id not in known:
        raise WrongUse(f"there is no exercise '{exercise_id}': {suggest(exercise_id, known)}")
    lessons, _ = read_course(Project().lessons)
    for lesson in lessons:
        for exercise in lesson.exercises():
            if exercise.id == exercise_id:
                return exercise_text(lesson, exercise)
    return ExerciseText(exercise_id)


def exercise_text(lesson: Lesson, exercise: Exercise) -> ExerciseText:
    """Return what grading needs to know of an exercise of a lesson."""
    mistakes = [KnownMistake(each.id, each.code, each.feedback) for each in exercise.mistakes]
    return ExerciseText(exercise.id, lesson.id, lesson.setup_code(), tuple(mistakes))


def as_json(name: str, result: GradeResult) -> str:
    """Return a result as one line of JSON."""
    return json.dumps({"file": name, **result.to_dict()})


def as_text(name: str, result: GradeResult) -> str:
    """Return a result for reading."""
    lines = [f"{name}: {'passed' if result.passed else 'not passed yet'}"]
    for check in result.checks:
        lines.append(f"  {'yes' if check.passed else 'no '}  {check.name}")
        lines += [f"       {line}" for line in check.message.splitlines() if line]
    if result.feedback:
        lines += ["", *(f"  {line}".rstrip() for line in result.feedback.splitlines()), ""]
    return "\n".join(lines)
