"""After any edits, what a running `serve` builds is what a build from nothing makes."""

import os
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from builder.failure import BuildFailed
from builder.memory import Memory
from builder.pages import TemplateSet
from builder.project import Project
from builder.shared import Page
from builder.site import Options, build_site
from tests.builder.built_files import contents

SHARED_CACHE = ("assets", "runtime", "runtime-site", "search")
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} 9"></svg>'
LESSON = """\
---
title: About {name}
minutes: 20
needs: [{needs}]
teaches: [one of {name}, two, "`three`"]
---

Words of *{name}*. Look at [lesson one](01-alpha.md) and ![a picture](img/a.svg).

```python run id={name}-cell
print("{name}")
```

## Questions

<!-- answers -->

### What is {name}?

Also asked: what {name} is / {name} what / is {name} / tell {name}

It is {name}.
"""
BANK = """\
# Course

<!-- answers -->

### How long does number {number} take?

Also asked: how long {number} / long {number} / {number} long / {number} minutes

As long as [lesson one](../01-alpha.md).
"""


@dataclass
class Author:
    """Somebody who edits a course, one thing at a time."""

    project: Project
    chance: random.Random
    count: int = 0

    def lesson(self) -> Path:
        """Return one of the lessons."""
        return self.chance.choice(sorted(self.project.lessons.glob("[0-9]*.md")))

    def number(self) -> int:
        """Return a number that was not there before."""
        self.count += 1
        return self.count

    def replace(self, path: Path, old: str, new: str) -> None:
        path.write_text(path.read_text().replace(old, new, 1))

    def change_words(self) -> None:
        self.replace(self.lesson(), "Words", f"Words {self.number()}")

    def change_title(self) -> None:
        self.replace(self.lesson(), "title: About", f"title: Now{self.number()} about")

    def change_question(self) -> None:
        self.replace(self.lesson(), "### What", f"### What then {self.number()} is what")

    def add_lesson(self) -> None:
        number = self.number()
        text = LESSON.format(name=f"new{number}", needs="alpha")
        (self.project.lessons / f"{number + 20}-new{number}.md").write_text(text)

    def remove_lesson(self) -> None:
        self.lesson().unlink()

    def rename_lesson(self) -> None:
        path = self.lesson()
        path.rename(path.with_name(f"{path.stem}{self.number()}.md"))

    def swap_lessons(self) -> None:
        one, other = (self.project.lessons / f"0{n}-{name}.md" for n, name in ORDER)
        if one.exists() and other.exists():
            one.rename(one.with_name("03-beta.md"))
            other.rename(other.with_name("02-gamma.md"))

    def break_lesson(self) -> None:
        path = self.lesson()
        path.write_text(path.read_text() + "\n[gone](99-gone.md)\n")

    def change_bank(self) -> None:
        path = self.project.lessons / "questions" / "course.md"
        path.write_text(BANK.format(number=self.number()))

    def change_picture(self) -> None:
        (self.project.lessons / "img" / "a.svg").write_text(PICTURE.format(size=self.number()))

    def change_template(self) -> None:
        name = self.chance.choice(["lesson.html", "about.html", "parts/lesson-end.html"])
        with (self.project.templates / name).open("a") as file:
            file.write(f"{{# {self.number()} #}}<p>{self.number()}</p>")

    def change_format(self) -> None:
        (self.project.lessons / "README.md").write_text(f"# Format\n\nPart {self.number()}.\n")

    def spoil_site(self) -> None:
        """Change what was built, as a careless program might."""
        (self.project.dist / "index.html").write_text(f"spoilt {self.number()}")
        (self.project.dist / "about.html").unlink(missing_ok=True)
        self.change_words()


ORDER = ((2, "beta"), (3, "gamma"))
EDITS: list[Callable[[Author], None]] = [
    value for name, value in vars(Author).items() if "_" in name.strip("_") and callable(value)
]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a course of three lessons with the real site around it."""
    project = Project(tmp_path / "course")
    share(project.root)
    for folder in ("img", "questions"):
        (project.lessons / folder).mkdir(parents=True)
    for number, (name, needs) in enumerate((("alpha", ""), ("beta", "alpha"), ("gamma", "beta"))):
        text = LESSON.format(name=name, needs=needs)
        (project.lessons / f"0{number + 1}-{name}.md").write_text(text)
    shutil.copytree(Project().templates, project.templates)
    author = Author(project, random.Random(0))
    author.change_bank()
    author.change_picture()
    return project


def share(root: Path) -> None:
    """Link what no edit changes to the real course."""
    real = Project()
    for name in SHARED_CACHE:
        (real.cache / name).mkdir(parents=True, exist_ok=True)
    shared = ["engine", ".venv", *(f".cache/{name}" for name in SHARED_CACHE)]
    site = [path.name for path in real.site.iterdir() if path.name != "templates"]
    for name in [*shared, *(f"site/{name}" for name in site)]:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).symlink_to(real.root / name)


def fresh(project: Project, folder: Path) -> Project:
    """Return the course as it stands, with nothing kept of its pages and answers."""
    shutil.rmtree(folder, ignore_errors=True)
    share(folder)
    for name in ("lessons", "site/templates"):
        os.symlink(project.root / name, folder / name)
    return Project(folder)


def outcome(project: Project, memory: Memory | None = None) -> list[str]:
    """Build, and return why that failed, nothing where it did not."""
    try:
        build_site(project, Options(), memory)
    except BuildFailed as failure:
        return list(failure.lines)
    return []


@pytest.mark.parametrize("seed", range(2))
def test_edits_in_any_order_lead_to_what_a_fresh_build_makes(
    project: Project, tmp_path: Path, seed: int
) -> None:
    author, memory = Author(project, random.Random(seed)), Memory()
    assert outcome(project, memory) == []
    for edit in author.chance.sample(EDITS, len(EDITS)):
        shutil.copytree(project.lessons, tmp_path / "earlier")
        edit(author)
        if compare(project, memory, tmp_path / "fresh"):
            shutil.rmtree(project.lessons)
            shutil.copytree(tmp_path / "earlier", project.lessons)
            assert compare(project, memory, tmp_path / "fresh") == []
        shutil.rmtree(tmp_path / "earlier")


def compare(project: Project, memory: Memory, folder: Path) -> list[str]:
    """Build again and from nothing, compare the two, and return why they failed."""
    before = contents(project.dist)
    problems = outcome(project, memory)
    anew = fresh(project, folder)
    assert problems == outcome(anew)
    assert contents(project.dist) == (before if problems else contents(anew.dist))
    return problems


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return the paths of the pages that are rendered from now on."""
    paths: set[str] = set()
    real = TemplateSet.render

    def render(templates: TemplateSet, template: str, page: Page, **facts: object) -> str:
        paths.add(page.path)
        return real(templates, template, page, **facts)

    monkeypatch.setattr(TemplateSet, "render", render)
    return paths


def test_only_the_pages_that_show_a_title_are_rendered_when_it_changes(
    project: Project, rendered: set[str]
) -> None:
    memory = Memory()
    assert outcome(project, memory) == []
    rendered.clear()
    alpha = project.lessons / "01-alpha.md"
    alpha.write_text(alpha.read_text().replace("title: About", "title: All about"))
    assert outcome(project, memory) == []
    # Beta comes after alpha, and needs it; gamma does neither.
    assert rendered == {
        *("index.html", "playground.html"),
        *("lessons/alpha.html", "lessons/beta.html"),
    }


def test_templates_are_compiled_once(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    assert outcome(project, memory) == []
    monkeypatch.delattr(TemplateSet, "__init__")
    author = Author(project, random.Random(0))
    for edit in (author.change_bank, author.change_words, author.change_title):
        edit()
        assert outcome(project, memory) == []
