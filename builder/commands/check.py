"""Check every lesson without a browser."""

import argparse

from builder.course_check import check_course
from builder.failure import as_line
from builder.lesson import read_banks, read_course
from builder.lesson.problems import count_of
from builder.project import Project


def add_options(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what the command takes: nothing."""


def run(options: argparse.Namespace) -> int:
    """Print every problem of every lesson; lessons that cannot be read are not run."""
    project = Project()
    lessons, problems = read_course(project.lessons)
    unreadable = {problem.path for problem in problems}
    problems += read_banks(project.lessons, lessons)[1]
    problems += check_course([lesson for lesson in lessons if lesson.path not in unreadable])
    for problem in problems:
        print(as_line(problem, project.root))
    if problems:
        print(f"{count_of(len(problems), 'problem')} in {count_of(len(lessons), 'lesson')}.")
        return 1
    print(f"{count_of(len(lessons), 'lesson')} checked. All is well.")
    return 0
