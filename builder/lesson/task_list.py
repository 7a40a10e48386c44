"""Read a task list: the choices of a quiz or a prediction."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import dedent

from builder.lesson.model import Choice
from builder.lesson.pieces import Text
from builder.lesson.problems import Problems, count_of, shorten

ITEM = re.compile(r"^[-*+][ \t]+\[([ xX])\](?:[ \t]+(.*))?$")
ITEM_LIKE = re.compile(r"^[ \t]*[-*+][ \t]+\[[ \txX]{0,3}\]")
OTHER_ITEM = re.compile(r"^[-*+][ \t]+")
BOX_HINT = "write `- [ ] ` before a wrong answer and `- [x] ` before the right one"


@dataclass(frozen=True)
class Item:
    """The lines of one item, by their indices; `words` is what follows its box on the first."""

    start: int
    end: int
    is_right: bool
    words: str


def starts_task_list(lines: list[str], text: Text) -> bool:
    """Tell whether the first line of a text that is not blank is an item with a box."""
    first = first_words(lines, text)
    return first is not None and bool(
        ITEM_LIKE.match(lines[first]) or OTHER_ITEM.match(lines[first])
    )


def first_words(lines: list[str], text: Text) -> int | None:
    """Return the index of a text's first line that is not blank, or None."""
    return next((index for index in range(text.start, text.end) if lines[index].strip()), None)


def read_choices(
    lines: list[str], text: Text, problems: Problems
) -> tuple[tuple[Choice, ...], Text]:
    """Return the choices that a text starts with, and the text after them."""
    items, end = read_items(lines, text, problems)
    choices = tuple(read_choice(lines, item) for item in items)
    for choice in choices:
        check_choice(choice, problems)
    return choices, Text(end, text.end)


def read_items(lines: list[str], text: Text, problems: Problems) -> tuple[list[Item], int]:
    """Return the items of a list and the index of the line after it."""
    index = first_words(lines, text) or text.start
    items: list[Item] = []
    while index < text.end and OTHER_ITEM.match(lines[index]):
        end = find_item_end(lines, index, text.end)
        box = ITEM.match(lines[index])
        if box:
            items.append(Item(index, end, box[1] != " ", box[2] or ""))
        else:
            problems.add(index + 1, f"this answer has no box: {BOX_HINT}")
        index = end
    return items, index


def find_item_end(lines: list[str], start: int, stop: int) -> int:
    """Return the index after an item: its own lines, and the indented ones that follow."""
    after_blank = False
    for index in range(start + 1, stop):
        line = lines[index]
        if OTHER_ITEM.match(line) or (
            after_blank and line.strip() and not line.startswith((" ", "\t"))
        ):
            return index
        after_blank = not line.strip()
    return stop


def read_choice(lines: list[str], item: Item) -> Choice:
    """Return an item's choice: its first paragraph, and the rest as what the learner is told."""
    following = lines[item.start + 1 : item.end]
    size = next((n for n, line in enumerate(following) if not line.strip()), len(following))
    words = " ".join([item.words.strip(), *(line.strip() for line in following[:size])]).strip()
    explanation = dedent("\n".join(following[size:])).strip("\n").rstrip()
    return Choice(item.start + 1, words, item.is_right, explanation)


def check_choice(choice: Choice, problems: Problems) -> None:
    """Note what one choice lacks."""
    if not choice.markdown:
        problems.add(choice.line, "this answer has no words: write some after the box")
    if not choice.is_right and not choice.explanation:
        message = "this wrong answer is not explained"
        hint = "below it, after a blank line and indented, say why it is wrong"
        problems.add(choice.line, f"{message}: {hint}")


def check_choices(choices: tuple[Choice, ...], what: str, line: int, problems: Problems) -> None:
    """Note what is wrong with the choices as a whole."""
    if len(choices) < 2:
        found = count_of(len(choices), "answer")
        problems.add(line, f"this {what} has {found} to choose from: write two or more")
    right = [choice.line for choice in choices if choice.is_right]
    if choices and not right:
        problems.add(line, f"no {what} answer is marked right: write `- [x] ` before the right one")
    for extra in right[1:]:
        message = f"a second {what} answer is marked right: leave one `- [x]`, in line {right[0]}"
        problems.add(extra, message)
    seen: set[str] = set()
    for choice in choices:
        if choice.markdown and choice.markdown in seen:
            problems.add(choice.line, f"the answer '{shorten(choice.markdown)}' stands here twice")
        seen.add(choice.markdown)


def stray_items(lines: list[str], readable: list[str], text: Text) -> Iterator[int]:
    """Yield the line of each task list in a text that no mark stands before."""
    inside = False
    for index in range(text.start, text.end):
        if readable[index] and ITEM_LIKE.match(lines[index]):
            if not inside:
                yield index + 1
            inside = True
        elif lines[index].strip() and not lines[index].startswith((" ", "\t")):
            inside = False
