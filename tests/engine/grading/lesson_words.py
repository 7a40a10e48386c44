"""What the lessons say of their exercises, read once."""

from functools import cache

from builder.commands.grade import exercise_text
from builder.lesson import read_course
from builder.project import Project
from engine.grading import ExerciseText


@cache
def words() -> dict[str, ExerciseText]:
    """Return the words of each exercise of the course by its id."""
    lessons, _ = read_course(Project().lessons)
    return {
        each.id: exercise_text(lesson, each) for lesson in lessons for each in lesson.exercises()
    }
