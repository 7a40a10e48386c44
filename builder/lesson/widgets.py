"""The explore pictures that a lesson can ask for, and reading the mark before one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from builder.lesson.inline import Paragraph, find_links
from builder.lesson.model import Widget
from builder.lesson.options import read_options
from builder.lesson.pieces import Mark, Text
from builder.lesson.problems import Problems, shorten, suggest


@dataclass(frozen=True)
class Kind:
    """What the value of an option can be."""

    name: str
    form: re.Pattern[str]
    example: str


NUMBER = Kind("a number", re.compile(r"^-?\d{1,6}(\.\d{1,6})?$"), "-1.5")
COUNT = Kind("a whole number", re.compile(r"^\d{1,4}$"), "10")
WORD = Kind("a word in small letters", re.compile(r"^[a-z][a-z0-9-]{0,30}$"), "and")
WIDGETS: Mapping[str, Mapping[str, Kind]] = {
    "decision-line": {"w1": NUMBER, "w2": NUMBER, "b": NUMBER},
    "learning-line": {"data": WORD, "lr": NUMBER, "epochs": COUNT},
    "fold-plane": {},
    "playground": {},
    "two-neurons": dict.fromkeys(("x", "target", "w1", "b1", "w2", "b2"), NUMBER),
}
PICTURE_LINE = re.compile(r"^ {0,3}!\[")


def read_widget(
    mark: Mark, text: Text | None, lines: list[str], problems: Problems
) -> tuple[Widget, Text | None]:
    """Return the widget of a mark, and what is left of the text after its picture."""
    name, options = read_widget_words(mark, problems)
    end = find_picture_end(lines, text) if text else None
    if text is None or end is None:
        message = f"no picture follows the mark 'widget': write {PICTURE_FORM} below it"
        problems.add(mark.line, message)
        return Widget(mark.line, name, options, "", ""), text
    start = next(index for index in range(text.start, text.end) if lines[index].strip())
    picture = next(find_links(Paragraph(start, "\n".join(lines[start:end]))))
    words = " ".join(picture.words.split())
    return Widget(mark.line, name, options, picture.target, words), Text(end, text.end)


PICTURE_FORM = "`![what it shows](img/name.svg)`"


def read_widget_words(mark: Mark, problems: Problems) -> tuple[str, dict[str, str]]:
    """Return the name and the options of a widget."""
    if len(mark.words) < 2:
        example = next(iter(WIDGETS))
        problems.add(mark.line, f"this widget has no name: write one, such as `widget {example}`")
        return "", {}
    name = mark.words[1]
    if name not in WIDGETS:
        message = f"unknown widget '{shorten(name)}': {suggest(name, WIDGETS)}"
        problems.add(mark.line, message)
        return name, {}
    options = read_options(mark.words[2:], WIDGETS[name], f"widget {name}", mark.line, problems)
    for key, value in options.items():
        kind = WIDGETS[name][key]
        if not kind.form.match(value):
            message = (
                f"the option '{key}' is not {kind.name}: write one such as {key}={kind.example}"
            )
            problems.add(mark.line, message)
    return name, options


def find_picture_end(lines: list[str], text: Text) -> int | None:
    """Return the index after the paragraph that a text starts with, if it is one picture alone."""
    start = next((index for index in range(text.start, text.end) if lines[index].strip()), None)
    if start is None or not PICTURE_LINE.match(lines[start]):
        return None
    blank = (index for index in range(start, text.end) if not lines[index].strip())
    end = next(blank, text.end)
    whole = "\n".join(lines[start:end]).strip()
    pictures = [link for link in find_links(Paragraph(start, whole)) if link.is_picture]
    return end if len(pictures) == 1 and whole.endswith(")") else None
