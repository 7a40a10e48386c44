"""Start a lesson from a template."""

import argparse

from builder.cli import WrongUse
from builder.new import NewLessonError, new_lesson
from builder.project import Project


def add_options(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("name", metavar="NAME", help="the lesson's id, such as learning-rule")


def run(options: argparse.Namespace) -> int:
    """Write the file and say where it is."""
    project = Project()
    try:
        path = new_lesson(options.name, project.lessons)
    except NewLessonError as error:
        raise WrongUse(str(error)) from error
    print(f"Wrote {path.relative_to(project.root).as_posix()}. Fill in each WRITE, then run check.")
    return 0
