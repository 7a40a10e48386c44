"""Read lesson files: Markdown in, blocks and problems out."""

from builder.lesson.course import read_course
from builder.lesson.reader import read_lesson

__all__ = ["read_course", "read_lesson"]
