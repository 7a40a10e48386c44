"""Grade files as the page would."""

import argparse
import json
from pathlib import Path

from builder.cli import WrongUse
from builder.lesson import read_course
from builder.lesson.model import Exercise, Lesson
from builder.lesson.problems import suggest
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


def read_program(name: str) -> str:
    """Return the program in a file.

    Raises:
        WrongUse: The file cannot be read as text.
    """
    try:
        data = Path(name).read_bytes()
        text = data.decode("utf-8-sig")
    except (OSError, ValueError) as error:
        raise WrongUse(f"'{name}' {why_unreadable(error)}") from error
    if "\0" in text:
        raise WrongUse(f"'{name}' is not text: name a Python file")
    return text


def why_unreadable(error: OSError | ValueError) -> str:
    """Return what is wrong with a file, and what to do."""
    if isinstance(error, FileNotFoundError):
        return "does not exist: check the name"
    if isinstance(error, IsADirectoryError):
        return "is a folder: name a Python file"
    if isinstance(error, UnicodeDecodeError):
        return "is not text in UTF-8: name a Python file"
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return f"cannot be read ({reason}): check the name"


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
