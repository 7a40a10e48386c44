"""Courses of generated lessons, as many as are wanted; no two lessons are alike."""

import shutil
from pathlib import Path

from builder.project import Project

SECTIONS = 8
SHARED = ("engine", "builder", "site", ".venv")
# What is the same for every course stays as it is; pages and answers are made anew.
KEPT = ("assets", "dev", "runtime", "runtime-site", "search")
HEAD = """---
title: Lesson {number}
minutes: 20
needs: []
teaches: [one thing, another thing, a third thing]
---

A lesson that was made to time the builder. Its sentences say *little*, but they are many.
The one to start with is [lesson 1](0001-generated-1.md).
"""
SECTION = """
## Part {section}

A neuron adds its inputs, each times a **weight**. With a bias of `-1.5` it fires when `x + y` is
at least 1.5. That is a line, and a line cuts a plane in two.

- The first input is {section}.
- The second input is {number}.

```python run id=cell-{number}-{section}
inputs = [{section}, {number}]
weights = [1, 1]
total = -1.5 + sum(w * x for w, x in zip(weights, inputs))
print(total)
```

What does the last line print?

<!-- quiz id=quiz-{number}-{section} -->

- [x] The total

  It is what the line before has worked out.

- [ ] The bias

  The bias is only a part of the total.
"""
BANK = """
## Questions

<!-- answers -->

### Why does lesson {number} have a bias?

Also asked: bias of {number} / why the bias in {number} / need a bias in {number} / bias {number}

The bias moves the line. See [part 1](#part-1).

### How long is lesson {number}?

Also asked: length of {number} / end of {number} / {number} how many parts / time for {number}

It has {sections} parts, and takes 20 minutes.
"""


def make_course(folder: Path) -> Project:
    """Return a course in an empty folder that shares all but its lessons with the real one."""
    real, project = Project(), Project(folder)
    project.cache.mkdir()
    project.lessons.mkdir()
    for name in (*SHARED, *(f"{real.cache.name}/{kept}" for kept in KEPT)):
        (real.root / name).mkdir(parents=True, exist_ok=True)
        (project.root / name).symlink_to(real.root / name)
    shutil.copy(real.lessons / "README.md", project.lessons)
    return project


def write_lessons(project: Project, size: int) -> None:
    """Write the lessons of a course, in the place of those that it has."""
    for path in project.lessons.glob("*-generated-*.md"):
        path.unlink()
    for number in range(1, size + 1):
        lesson_path(project, number).write_text(lesson_text(number), encoding="utf-8")


def lesson_path(project: Project, number: int) -> Path:
    """Return the file of a lesson."""
    return project.lessons / f"{number:04}-generated-{number}.md"


def lesson_text(number: int) -> str:
    """Return the text of a lesson."""
    sections = (SECTION.format(number=number, section=place) for place in range(1, SECTIONS + 1))
    head, bank = HEAD.format(number=number), BANK.format(number=number, sections=SECTIONS)
    return head + "".join(sections) + bank
