"""How much a learner downloads before the first output, from a host that packs only text."""

import gzip
import json
import re
from pathlib import Path

import pytest

from builder.project import ROOT

TEXT = {".html", ".css", ".js", ".svg"}
NAMED = re.compile(r'[" ](?:\.\./)*(assets/[^" ]+)')
FONT = re.compile(r"url\([\"']?\./([^\"')]+\.woff2)")
NO_PART_OF_READING = {".png", ".webmanifest"}
LESSONS = [path.stem.partition("-")[2] for path in sorted(ROOT.glob("lessons/[0-9]*.md"))]
PYTHON = ("worker", "wasm", "stdlib", "engine")


def sent(path: Path) -> int:
    """Return how many bytes a host sends for a file."""
    data = path.read_bytes()
    return len(gzip.compress(data, 6)) if path.suffix in TEXT else len(data)


def page_weight(site: Path, page: str) -> int:
    """Return the bytes of a page, all it names, every font, and the largest of the widgets."""
    text = (site / page).read_text(encoding="utf-8")
    named = {site / name for name in NAMED.findall(text)}
    assets = {path for path in named if path.suffix not in NO_PART_OF_READING}
    styles = [path.read_text(encoding="utf-8") for path in assets if path.suffix == ".css"]
    fonts = {site / "assets" / name for style in styles for name in FONT.findall(style)}
    widget = max(sent(path) for path in (site / "assets").glob("mount.*.js"))
    return sent(site / page) + widget + sum(map(sent, assets | fonts))


def python_weight(site: Path, *roles: str) -> int:
    """Return the bytes of some of Python's files."""
    manifest = next((site / "runtime").glob("manifest.*.json"))
    files = json.loads(manifest.read_text(encoding="utf-8"))["files"]
    return sum(int(files[role]["sent"]) for role in roles)


@pytest.mark.parametrize("lesson", LESSONS)
def test_page_styles_scripts_and_fonts_are_at_most_250_kilobytes(
    site_dist: Path, lesson: str
) -> None:
    assert page_weight(site_dist, f"lessons/{lesson}.html") <= 250_000


def test_the_first_output_of_the_first_lesson_takes_at_most_five_megabytes(site_dist: Path) -> None:
    page = page_weight(site_dist, "lessons/neuron.html")
    assert page + python_weight(site_dist, *PYTHON) <= 5_000_000


def test_numpy_takes_at_most_three_megabytes_more(site_dist: Path) -> None:
    assert python_weight(site_dist, "numpy", "numpy-rest") <= 3_000_000


def test_no_script_makes_a_segmenter_which_takes_the_page_long(site_dist: Path) -> None:
    scripts = list((site_dist / "assets").glob("*.js"))
    assert any(path.name.startswith("editor.") for path in scripts)
    for path in scripts:
        assert "Segmenter" not in path.read_text(encoding="utf-8"), path.name
