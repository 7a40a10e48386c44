"""The site depends on its sources alone: not on who builds it, where, when, or what was kept."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builder.project import ROOT
from tests.builder.built_files import contents

COPIED = ("builder", "engine", "lessons", "site")
EARLIER = 1_000_000_000
# Runs first in each Python of the second build: another date, and folders listed backwards.
ELSEWHERE = """
import os
import time

real_time, real_listdir, real_scandir = time.time, os.listdir, os.scandir
time.time = lambda: real_time() - 100_000_000
time.time_ns = lambda: int(time.time() * 1e9)
time.localtime = lambda seconds=None, real=time.localtime: real(
    time.time() if seconds is None else seconds
)
os.listdir = lambda *path: sorted(real_listdir(*path), reverse=True)


class Backwards:
    def __init__(self, found):
        with found:
            self.entries = iter(sorted(found, key=lambda entry: entry.name, reverse=True))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def __iter__(self):
        return self.entries

    def __next__(self):
        return next(self.entries)

    def close(self):
        pass


os.scandir = lambda *path: Backwards(real_scandir(*path))
"""
BUILD = """
import os
from builder.project import Project
from builder.site import Options, build_site

if __name__ == "__main__":
    os.umask(0o077)
    build_site(Project(), Options())
"""


@pytest.fixture(scope="module")
def second_dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the course again from a copy with nothing kept, as somebody else, somewhere else."""
    root = tmp_path_factory.mktemp("another place") / "another course"
    for name in COPIED:
        shutil.copytree(ROOT / name, root / name, ignore=left_out)
    for number, path in enumerate(sorted(root.rglob("*"), reverse=True)):
        os.utime(path, (EARLIER + number, EARLIER + number))
    for name in (".venv", "site/node_modules"):
        (root / name).symlink_to(ROOT / name)
    shims = root.parent / "shims"
    shims.mkdir()
    (shims / "sitecustomize.py").write_text(ELSEWHERE)
    (shims / "build.py").write_text(BUILD)
    environment = {
        **os.environ,
        "PYTHONPATH": f"{shims}{os.pathsep}{root}",
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Kathmandu",
        "LC_ALL": "C",
    }
    subprocess.run([sys.executable, shims / "build.py"], cwd=shims, env=environment, check=True)
    return root / "dist"


def left_out(folder: str, names: list[str]) -> set[str]:
    """Return what is no source."""
    return {"node_modules", "__pycache__"} & set(names)


def test_two_builds_of_the_course_are_the_same_byte_for_byte(
    site_dist: Path, second_dist: Path
) -> None:
    one, other = contents(site_dist), contents(second_dist)
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []
