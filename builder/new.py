"""Start a new lesson from a template that already reads and runs."""

from pathlib import Path
from string import Template

from builder.lesson.course import lesson_paths
from builder.lesson.options import KEBAB_CASE
from builder.lesson.problems import shorten
from builder.lesson.reader import FILE_NAME


class NewLessonError(ValueError):
    """A lesson cannot be started; the message says why in one line."""


def new_lesson(name: str, folder: Path) -> Path:
    """Write the file of a new lesson, with the next number, and return its path.

    Args:
        name: The lesson's id, such as `learning-rule`.
        folder: The folder of the lesson files.

    Raises:
        NewLessonError: The name cannot be used, or the file cannot be written.
    """
    if not KEBAB_CASE.match(name):
        form = "use small letters and digits with - between words, as in learning-rule"
        raise NewLessonError(f"'{shorten(' '.join(name.split()))}' is no name for a lesson: {form}")
    names = [FILE_NAME.match(path.name) for path in lesson_paths(folder)]
    taken = {found[2]: int(found[1]) for found in names if found}
    if name in taken:
        file = f"{taken[name]:02}-{name}.md"
        raise NewLessonError(f"there is a lesson '{name}' already, in {file}: choose another name")
    number = max(taken.values(), default=0) + 1
    needs = ", ".join(sorted(taken, key=lambda lesson: taken[lesson])[-1:])
    path = folder / f"{number:02}-{name}.md"
    write(path, Template(TEMPLATE).substitute(name=name, needs=needs))
    return path


def write(path: Path, text: str) -> None:
    """Write a file that must not exist yet."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        message = f"'{path.name}' cannot be written ({error.strerror}): check the folder's rights"
        raise NewLessonError(message) from error


TEMPLATE = """\
---
title: "WRITE: the title of $name"
minutes: 20
needs: [$needs]
teaches:
  - "WRITE: the first thing that a learner will be able to do"
  - "WRITE: the second"
  - "WRITE: the third"
---

WRITE: one or two sentences about what the learner is about to run.

```python run id=$name-first
print(2 * 3)
```

```output
6
```

## What happened

WRITE: what the cell did, in short paragraphs.

What will the next cell print?

<!-- predict id=$name-guess -->

- [ ] 5

  That is 2 plus 3. The sign `*` multiplies.

- [x] 6

  The order makes no difference: 3 times 2 is 2 times 3.

```python run id=$name-second
print(3 * 2)
```

```output
6
```

## What you can do now

WRITE: one line for each of the things above.

## Questions

<!-- answers -->

### What does the first cell of $name do?

Also asked: $name first cell / why does $name print 6 / start of $name / explain $name cell one

WRITE: the answer, in two or three sentences.
"""
