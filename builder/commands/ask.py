"""Answer questions as the page would."""

import argparse
import json
import re
from collections.abc import Iterator, Sequence

from builder.answers import all_questions, answers_file
from builder.cli import WrongUse
from builder.failure import BuildFailed
from builder.lesson import read_banks, read_course
from builder.lesson.model import Exercise, Lesson
from builder.lesson.problems import suggest
from builder.project import Project
from builder.search import ask_all
from builder.shared import summarise

NOTHING = (
    "Nothing in this course answers that. Try the words of the lessons, or ask about one thing."
)
NEAREST = "I am not sure what you mean. These are the nearest questions:"
OPEN_A_HINT = "The solution comes later. The exercise's hints stand below it: open the next one."
MOST = 3
Line = dict[str, object]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("questions", metavar="QUESTION", nargs="+", help="what you want to know")
    parser.add_argument("--lesson", default="", metavar="ID", help="the lesson that you are in")
    parser.add_argument(
        "--json", action="store_true", help="print one line of JSON for each question"
    )


def run(options: argparse.Namespace) -> int:
    """Answer each question."""
    course = Course(Project())
    course.check_lesson(options.lesson)
    for line in course.answer(options.questions, options.lesson):
        print(json.dumps(line) if options.json else as_text(line), flush=True)
    return 0


class Course:
    """The lessons and every question that they answer."""

    def __init__(self, project: Project) -> None:
        """Read the lessons; what is wrong in them is told by `check`."""
        self.project = project
        self.lessons, _ = read_course(project.lessons)
        banks, _ = read_banks(project.lessons, self.lessons)
        self.asked = {each.answer.id: each for each in all_questions(self.lessons, banks)}

    def check_lesson(self, lesson: str) -> None:
        """Refuse a lesson that there is not.

        Raises:
            WrongUse: There is no such lesson.
        """
        known = [each.id for each in self.lessons]
        if lesson and lesson not in known:
            raise WrongUse(f"there is no lesson '{lesson}': {suggest(lesson, known)}")

    def answer(self, questions: Sequence[str], lesson: str) -> Iterator[Line]:
        """Yield what is answered to each question.

        Raises:
            WrongUse: The search could not be run.
        """
        try:
            course = [summarise(lesson) for lesson in self.lessons]
            file = answers_file(self.project, course, list(self.asked.values()))
            replies = ask_all(self.project, file, questions, lesson)
        except BuildFailed as failure:
            raise WrongUse(" ".join(failure.lines)) from failure
        for question, reply in zip(questions, replies, strict=True):
            answers = [self.found(each["id"], each["score"]) for each in reply["answers"]]
            hint = self.hint(question, lesson) if reply["wants_solution"] else None
            is_sure = hint is not None or reply["confident"]
            shown = [*([hint] if hint else []), *answers][:MOST]
            yield {"question": question, "confident": is_sure, "answers": shown}

    def found(self, answer_id: str, score: float) -> Line:
        """Return an answer as it is printed."""
        asked = self.asked[answer_id]
        front = {"id": answer_id, "question": asked.answer.question}
        return {**front, "answer": asked.answer.markdown, "lesson": asked.lesson, "score": score}

    def hint(self, question: str, lesson: str) -> Line:
        """Return what is said in place of a solution: the first hint of the exercise, if named."""
        found = find_exercise(question, self.lessons, lesson)
        where = {"id": "next-hint", "question": "Can I have the solution?", "score": 1.0}
        if found is None or not found[1].hints:
            return {**where, "answer": OPEN_A_HINT, "lesson": lesson}
        owner, exercise = found
        hint = exercise.hints[0].markdown
        text = f"{hint}\n\nThe next hints stand below the exercise '{exercise.title}'."
        return {**where, "id": f"hint-{exercise.id}", "answer": text, "lesson": owner.id}


def find_exercise(
    question: str, lessons: Sequence[Lesson], lesson: str
) -> tuple[Lesson, Exercise] | None:
    """Return the exercise that a question names, by its id or title; the longest name counts."""
    words = normal_words(question)
    named = [
        (each.id == lesson, len(name), each, exercise)
        for each in lessons
        for exercise in each.exercises()
        for name in (normal_words(exercise.id), normal_words(exercise.title))
        if f" {name.strip()} " in words
    ]
    best = max(named, key=lambda found: found[:2], default=None)
    return best and (best[2], best[3])


def normal_words(text: str) -> str:
    """Return the words of a text between single spaces.

    >>> normal_words("Show `and-by-hand`!")
    ' show and by hand '
    """
    return " " + " ".join(re.findall(r"[a-z0-9_]+", text.lower())) + " "


def as_text(line: Line) -> str:
    """Return an answer for reading."""
    answers = line["answers"]
    assert isinstance(answers, list)
    if not answers:
        return NOTHING
    if line["confident"]:
        return f"{answers[0]['question']}\n\n{answers[0]['answer']}\n"
    return "\n".join([NEAREST, *(f"- {each['question']}" for each in answers)]) + "\n"
