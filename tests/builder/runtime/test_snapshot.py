"""The memory that later visits start from is the same wherever it is made."""

import gzip
import sys
from pathlib import Path

import pytest

from builder.project import ROOT, Project
from builder.runtime import write_runtime
from builder.runtime.snapshot import make_snapshot
from builder.runtime.tools import RuntimeBuildError

LIBRARY, ENGINE = "stdlib", "engine"
NUMBERS = 9
MEMORY = 20_971_520


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the files of the runtime that a start needs, unpacked, and the snapshot."""
    out = tmp_path_factory.mktemp("site")
    manifest = write_runtime(out, Project().cache)
    names = {role: manifest.files[role].name for role in (LIBRARY, ENGINE, "snapshot")}
    return {
        role: gzip.decompress((out / "runtime" / name).read_bytes()) for role, name in names.items()
    }


def made(parts: dict[str, bytes], cache: Path) -> bytes:
    return make_snapshot(
        parts[LIBRARY], parts[ENGINE], "/lib/engine.whl", Project().node_modules, cache
    )


def test_it_is_the_same_on_another_machine(parts, tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PYTHONHASHSEED", "5")
    monkeypatch.chdir(tmp_path)
    assert made(parts, tmp_path) == parts["snapshot"]


def test_it_holds_nothing_of_the_machine_that_made_it(parts):
    places = (str(ROOT), sys.executable, str(Path.home()) + "/")
    assert not [place for place in places if place.encode() in parts["snapshot"]]


def test_its_memory_has_the_size_that_the_page_gives_python(parts):
    head = memoryview(parts["snapshot"][: 4 * NUMBERS]).cast("I").tolist()
    assert head[0] == MEMORY
    assert all(0 < place < MEMORY for place in head[1:])
    text = (Project().site / "src" / "kernel" / "snapshot.ts").read_text("utf-8")
    assert f"MEMORY_BYTES = {MEMORY:_}" in text


def test_an_engine_that_does_not_start_is_told(parts, tmp_path):
    with pytest.raises(RuntimeBuildError, match="engine"):
        made({**parts, ENGINE: b""}, tmp_path)
