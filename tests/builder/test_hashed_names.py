"""A file whose name carries a hash may be kept for a year, and no other may."""

import re
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from builder.hashing import digest
from builder.project import Project
from builder.runtime import store
from builder.site import Options, build_site
from tests.builder.conftest import LESSON, CourseMaker

YEAR = 31_536_000
HASH = re.compile(r"\.([0-9a-f]{12}|[A-Z2-7]{8})\.\w+$")
# esbuild hashes more than the content, in its own way.
ESBUILD = re.compile(r"\.[A-Z2-7]{8}\.\w+$")
Rules = dict[str, dict[str, str]]


def read_rules(text: str, base: str = "/") -> Rules:
    """Return the headers of a `_headers` file by the pattern that they are for."""
    rules: Rules = {}
    for block in text.strip().split("\n\n"):
        pattern, *lines = block.splitlines()
        assert pattern.startswith(base)
        rules[pattern.removeprefix(base)] = dict(line.strip().split(": ", 1) for line in lines)
    return rules


def caching(rules: Rules, name: str) -> str:
    """Return what hosts are told of keeping a file; nothing lets them ask each time."""
    found = [each for pattern, each in rules.items() if fnmatchcase(name, pattern)]
    return ", ".join(each["Cache-Control"] for each in found if "Cache-Control" in each)


def names_below(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]


def test_files_with_a_hash_are_kept_for_a_year_and_no_others(site_dist: Path) -> None:
    rules = read_rules((site_dist / "_headers").read_text(encoding="utf-8"))
    names = names_below(site_dist)
    forever = {name for name in names if caching(rules, name)}
    assert {caching(rules, name) for name in forever} == {f"public, max-age={YEAR}, immutable"}
    assert forever == {name for name in names if HASH.search(name)}
    assert {"index.html", "service-worker.js", "answers.json"} <= set(names) - forever


def test_the_rules_are_for_the_place_that_the_site_has(course: CourseMaker) -> None:
    project = course()
    build_site(project, Options(base_url="https://example.org/bites/"))
    rules = read_rules((project.dist / "_headers").read_text(encoding="utf-8"), "/bites/")
    assert set(rules) == {"*", "assets/*", "runtime/*"}


def test_the_hash_in_a_name_is_that_of_the_content(site_dist: Path) -> None:
    names = [name for name in names_below(site_dist) if HASH.search(name)]
    ours = {name: (site_dist / name).read_bytes() for name in names if not ESBUILD.search(name)}
    assert {name.split("/")[0] for name in ours} == {"assets", "runtime"}
    assert {
        name
        for name, data in ours.items()
        if HASH.search(name)[1] not in (digest(data), store.digest(data))
    } == set()


def change_script(project: Project) -> None:
    (project.site / "src" / "main.ts").write_text("document.title = 'changed';\n")


def change_style(project: Project) -> None:
    (project.site / "css" / "main.css").write_text("body { color: red; }\n")


def change_static_file(project: Project) -> None:
    (project.site / "static" / "icon.svg").write_text("<svg viewBox='0 0 1 1'></svg>")


def change_picture(project: Project) -> None:
    (project.lessons / "img" / "a.svg").write_text("<svg viewBox='0 0 2 2'></svg>")


@pytest.mark.parametrize(
    "change", [change_script, change_style, change_static_file, change_picture]
)
def test_what_changes_gets_another_name(course: CourseMaker, change) -> None:
    project = course(first=LESSON + "\n![A picture.](img/a.svg)\n")
    (project.lessons / "img").mkdir()
    (project.lessons / "img" / "a.svg").write_text("<svg viewBox='0 0 1 1'></svg>")
    earlier = hashed_files(project)
    change(project)
    later = hashed_files(project)
    assert set(earlier) != set(later)
    both = set(earlier) & set(later)
    assert {name for name in both if earlier[name] != later[name]} == set()


def hashed_files(project: Project) -> dict[str, bytes]:
    """Build a course and return its files that may be kept for a year."""
    build_site(project, Options())
    names = [name for name in names_below(project.dist) if HASH.search(name)]
    return {name: (project.dist / name).read_bytes() for name in names}
