"""The builder writes the site whole or not at all."""

import json
import re
from pathlib import Path

import pytest

from builder.failure import BuildFailed
from builder.project import Project
from builder.site import Options, build_site
from tests.builder.conftest import LESSON, CourseMaker

LESSON_PAGE = "lessons/first.html"


def build(project: Project, **options: object) -> Path:
    """Build a course and return where it was written."""
    build_site(project, Options(**options))
    return project.dist


def contents(folder: Path) -> dict[str, bytes]:
    """Return what every file of a folder holds."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def failure(project: Project) -> tuple[str, ...]:
    """Return why a course cannot be built."""
    with pytest.raises(BuildFailed) as caught:
        build(project)
    return caught.value.lines


def test_lesson_text_stands_in_the_page_before_any_script(course: CourseMaker) -> None:
    page = (build(course()) / LESSON_PAGE).read_text()
    assert "<p>Some <em>words</em>.</p>" in page
    assert '<span class="nb">print</span>' in page


def test_two_builds_are_the_same_byte_for_byte(course: CourseMaker) -> None:
    project = course()
    first = contents(build(project))
    for kept in ("assets", "pages"):
        (project.cache / kept).rename(project.cache / f"{kept}-old")
    assert contents(build(project)) == first


def test_every_address_in_the_pages_leads_to_a_file(course: CourseMaker) -> None:
    dist = build(course())
    for page in dist.rglob("*.html"):
        addresses = re.findall(r'(?:src|href)="([^"#]+)', page.read_text())
        missing = [each for each in addresses if not (page.parent / each.lstrip("/")).exists()]
        assert not missing or page.name == "404.html", f"{page.name}: {missing}"


def test_mistakes_are_all_told_with_file_and_line_and_nothing_is_written(
    course: CourseMaker,
) -> None:
    project = course()
    before = contents(build(project))
    (project.lessons / "01-first.md").write_text(LESSON + "\n[a](02-b.md)\n\n[c](02-d.md)\n")
    lines = failure(project)
    assert [line.split(" ")[0] for line in lines] == [
        "lessons/01-first.md:14:",
        "lessons/01-first.md:16:",
    ]
    assert contents(project.dist) == before


def test_nothing_is_left_beside_the_site(course: CourseMaker) -> None:
    project = course()
    build(project)
    (project.lessons / "01-first.md").write_text("")
    failure(project)
    assert not list(project.root.glob(".ml-bites-part-*"))


def test_a_folder_with_other_files_is_never_replaced(course: CourseMaker, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("dear")
    with pytest.raises(BuildFailed, match="holds other files: choose an empty folder"):
        build(course(), out=mine)
    assert contents(mine) == {"letter.txt": b"dear"}


def test_a_changed_lesson_changes_its_page_and_no_asset(course: CourseMaker) -> None:
    project = course(first=LESSON, second=LESSON.replace("First", "Second").replace("t-c", "u-c"))
    before = contents(build(project))
    path = project.lessons / "01-first.md"
    path.write_text(path.read_text().replace("Some", "Other"))
    after = contents(build(project))
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {LESSON_PAGE, "lessons/first.json"}


def test_a_lesson_that_is_deleted_is_gone_from_the_site(course: CourseMaker) -> None:
    project = course(first=LESSON, second=LESSON.replace("First", "Second").replace("t-c", "u-c"))
    build(project)
    (project.lessons / "02-second.md").unlink()
    assert not (build(project) / "lessons" / "second.html").exists()


def test_jinja_in_a_lesson_is_text(course: CourseMaker) -> None:
    words = "{{ page.title }} {% raise %} {# gone? #}"
    page = (build(course(first=LESSON + f"\n{words}\n")) / LESSON_PAGE).read_text()
    assert words in page


def test_script_in_a_lesson_is_text(course: CourseMaker) -> None:
    lesson = LESSON + "\n<script>alert(1)</script> <img src=x onerror=alert(1)>\n"
    page = (build(course(first=lesson)) / LESSON_PAGE).read_text()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(1)&gt;" in page


def test_lesson_data_is_kept_out_of_the_page(course: CourseMaker) -> None:
    data = json.loads((build(course()) / "lessons" / "first.json").read_text())
    assert data["id"] == "first"
    assert data["exercises"] == {}


def test_search_engines_are_told_of_the_pages_only_with_an_address(course: CourseMaker) -> None:
    project = course()
    assert not (build(project) / "robots.txt").exists()
    build(project, base_url="https://example.org/bites/")
    sitemap = (project.dist / "sitemap.txt").read_text()
    assert "https://example.org/bites/lessons/first.html\n" in sitemap


def test_hosts_are_told_to_isolate_pages_and_to_keep_hashed_files(course: CourseMaker) -> None:
    headers = (build(course()) / "_headers").read_text()
    assert "/*\n  Cross-Origin-Opener-Policy: same-origin\n" in headers
    assert "/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n" in headers


def test_a_mistake_in_a_template_is_told_with_its_line(course: CourseMaker) -> None:
    project = course()
    (project.templates / "about.html").write_text("one\n{{ nothing }}\n")
    assert failure(project) == ("site/templates/about.html:2: 'nothing' is undefined",)


def test_a_broken_script_is_told_with_its_line(course: CourseMaker) -> None:
    project = course()
    (project.site / "src" / "main.ts").write_text("const a = 1;\nconst b = ;\n")
    assert any("src/main.ts:2:10" in line for line in failure(project))


def test_an_unknown_asset_is_told_with_those_that_there_are(course: CourseMaker) -> None:
    project = course()
    (project.templates / "about.html").write_text("{{ asset('nain.js') }}")
    assert "there is no asset 'nain.js'; known are: " in failure(project)[0]


def test_deep_nesting_is_told_and_no_traceback(course: CourseMaker) -> None:
    project = course(first=LESSON + "\n" + "\n".join("  " * n + "- x" for n in range(600)) + "\n")
    assert failure(project) == (
        "lessons/01-first.md:1: lists or quotes are nested too deeply: take some levels out",
    )
