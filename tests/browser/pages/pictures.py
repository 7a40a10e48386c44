"""A course of one lesson with one explore picture, on a real server."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page

from builder.project import Project
from builder.server import Place
from builder.site import Options, build_site
from tests.browser.pages.test_saved_work import wait_until_saved
from tests.conftest import running

LESSON = """\
---
title: One picture
minutes: 20
needs: []
teaches: [one, two, three]
---

```python run id=own-numbers
print(1)
```

## Explore it

<!-- widget {widget} -->

![What there would be to see.](img/neuron.svg)
"""


@contextmanager
def serving(widget: str, folder: Path) -> Iterator[str]:
    """Serve a course with this picture, and give the address of its lesson."""
    real, project = Project(), Project(folder / "course")
    project.lessons.mkdir(parents=True)
    for name in ("site", "engine", ".cache", ".venv"):
        os.symlink(real.root / name, project.root / name)
    shutil.copytree(real.lessons / "img", project.lessons / "img")
    lesson = project.lessons / "01-picture.md"
    lesson.write_text(LESSON.format(widget=widget), encoding="utf-8")
    build_site(project, Options(folder / "dist"))
    with running(Place(folder / "dist")) as server:
        yield f"{server.url}lessons/picture.html"


def open_picture(page: Page, address: str) -> Locator:
    """Open the lesson and return its picture, once it is there."""
    page.goto(address)
    picture = page.get_by_role("figure").filter(has=page.get_by_role("button", name="Next"))
    picture.wait_for()
    return picture


def pass_exercise(page: Page, address: str, exercise: str, code: str) -> None:
    """Take in saved work in which an exercise is passed."""
    record = {"id": exercise, "code": code, "passed": "2026-01-01", "updated": "2026-01-01"}
    file = {"format": "ml-bites-work", "version": 1, "records": [record]}
    page.goto(address.replace("lessons/picture.html", "index.html"))
    page.get_by_label("Load from a file").set_input_files(
        {"name": "w.json", "mimeType": "application/json", "buffer": json.dumps(file).encode()}
    )
    page.get_by_text("1 of 1 entries taken in").wait_for()
    wait_until_saved(page, exercise, code.splitlines()[-1])
