"""Small courses to build, with plain templates of their own."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.project import Project

LOOKS = Path(__file__).parent / "course"
LESSON = """\
---
title: First
minutes: 20
needs: []
teaches: [one, two, three]
---

Some *words*.

```python run id=first-cell
print(2 * 3)
```
"""
CourseMaker = Callable[..., Project]


@pytest.fixture
def course(tmp_path: Path) -> CourseMaker:
    """Return a function that makes a course: its lessons' texts by their ids."""

    def make(**lessons: str) -> Project:
        project = Project(tmp_path / "course")
        lay_out(project)
        for number, (name, text) in enumerate((lessons or {"first": LESSON}).items(), start=1):
            (project.lessons / f"{number:02}-{name}.md").write_text(text, encoding="utf-8")
        return project

    return make


def lay_out(project: Project) -> None:
    """Make the folders of a course; what is slow to make is shared with the real one."""
    real = Project()
    shutil.copytree(LOOKS, project.site)
    for folder in (project.lessons, project.cache):
        folder.mkdir(parents=True)
    for name in ("kernel", "dev"):
        shutil.copytree(real.site / "src" / name, project.site / "src" / name)
    shutil.copy(real.site / "src" / "protocol.ts", project.site / "src" / "protocol.ts")
    shutil.copytree(real.root / "engine", project.root / "engine")
    for name in (".venv", "site/node_modules", "site/package-lock.json"):
        os.symlink(real.root / name, project.root / name)
    for name in ("runtime", "runtime-site", "dev"):
        (real.cache / name).mkdir(parents=True, exist_ok=True)
        os.symlink(real.cache / name, project.cache / name)
