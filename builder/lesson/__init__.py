"""Read lesson files: Markdown in, blocks and problems out."""

from builder.lesson.banks import read_banks
from builder.lesson.course import read_course
from builder.lesson.reader import read_lesson

__all__ = ["read_banks", "read_course", "read_lesson"]
