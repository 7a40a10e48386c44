"""Write what the page fetches beside a lesson's HTML: what grading needs, and the solutions."""

import json

from builder.hashing import digest
from builder.highlight import highlight_python
from builder.lesson.model import Exercise, Lesson
from builder.render import MarkdownRenderer


def lesson_data(lesson: Lesson, renderer: MarkdownRenderer) -> str:
    """Return the lesson's data as JSON.

    Args:
        renderer: Renders Markdown as seen from the lesson's page.
    """
    exercises = {
        exercise.id: {
            "text": exercise_text(lesson, exercise),
            "solution": solution(exercise, renderer),
        }
        for exercise in lesson.exercises()
    }
    front = {"id": lesson.id, "title": lesson.title, "number": lesson.number}
    data = {**front, "version": lesson_version(lesson), "exercises": exercises}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def lesson_version(lesson: Lesson) -> str:
    """Return a short hash of all that the lesson says."""
    return digest(lesson.title, repr(lesson.blocks))


def exercise_text(lesson: Lesson, exercise: Exercise) -> dict[str, object]:
    """Return an exercise as `ExerciseText` of `protocol.ts`; feedback stays Markdown."""
    mistakes = [
        {"id": mistake.id, "code": mistake.code, "feedback": mistake.feedback}
        for mistake in exercise.mistakes
    ]
    place = {"id": exercise.id, "lesson": lesson.id, "setup": lesson.setup_code()}
    return {**place, "mistakes": mistakes}


def solution(exercise: Exercise, renderer: MarkdownRenderer) -> dict[str, str] | None:
    """Return the solution with its code coloured, or None where the lesson shows none."""
    if exercise.solution is None:
        return None
    return {
        "code": exercise.solution.code,
        "code_html": highlight_python(exercise.solution.code),
        "explanation_html": renderer.block(exercise.solution.explanation),
    }
