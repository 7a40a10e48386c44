import gzip
import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from builder.project import Project
from builder.runtime import RuntimeManifest, write_runtime
from builder.runtime.store import policy_hash

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RuntimeManifest]:
    out = tmp_path_factory.mktemp("site")
    return out / "runtime", write_runtime(out, Project().cache)


def unpacked(built, role: str) -> bytes:
    folder, manifest = built
    return gzip.decompress((folder / manifest.files[role].name).read_bytes())


def test_a_second_build_is_the_same_byte_for_byte(built, tmp_path):
    folder, manifest = built
    assert write_runtime(tmp_path, Project().cache) == manifest
    again = {path.name: path.read_bytes() for path in (tmp_path / "runtime").iterdir()}
    assert again == {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_stored_list_says_what_is_there(built):
    folder, manifest = built
    listed = json.loads((folder / manifest.name).read_text())["files"]
    assert listed["wasm"]["bytes"] == (folder / listed["wasm"]["name"]).stat().st_size
    assert {file["name"] for file in listed.values()} == {p.name for p in folder.iterdir()} - {
        manifest.name
    }


def test_the_first_output_needs_less_than_five_megabytes(built):
    files = built[1].files
    first = sum(files[role].sent for role in ("worker", "wasm", "stdlib", "engine"))
    assert first < 5 * MEGABYTE


def test_numpy_needs_at_most_three_megabytes_more(built):
    files = built[1].files
    assert files["numpy"].sent + files["numpy-rest"].sent < 3 * MEGABYTE


def test_the_two_parts_of_the_library_make_one_archive(built):
    first, rest = unpacked(built, "stdlib"), unpacked(built, "rest")
    start = int.from_bytes(first[-6:-2], "little")
    names = zipfile.ZipFile(io.BytesIO(first[:start] + rest)).namelist()
    assert {"random.pyc", "json/tool.pyc", "tomllib/__init__.pyc"} <= set(names)
    assert len(names) == len(set(names))


def test_modules_that_come_later_are_listed(built):
    on_demand = built[1].on_demand
    assert "tomllib" in on_demand
    assert "json.tool" in on_demand
    assert not {"random", "math", "json"} & set(on_demand)


def test_what_only_the_judge_needs_of_the_library_goes_with_the_judge(built):
    judge = zipfile.ZipFile(io.BytesIO(unpacked(built, "judge"))).namelist()
    assert {"html/parser.pyc", "difflib.pyc"} <= set(judge)
    assert {"html", "difflib"} <= set(built[1].on_demand)


def engine_names(built) -> tuple[list[str], list[str]]:
    """Return the files of the learner's engine: those for the first run, and all."""
    first, rest = unpacked(built, "engine"), unpacked(built, "engine-rest")
    start = int.from_bytes(first[-6:-2], "little")
    archives = (first, first[:start] + rest)
    early, all_files = (zipfile.ZipFile(io.BytesIO(each)).namelist() for each in archives)
    return early, all_files


def test_the_learners_wheel_holds_no_grading(built):
    _, all_files = engine_names(built)
    assert not any("grading" in name for name in all_files)
    assert "engine/kernel/bridge.pyc" in all_files


def test_what_explains_and_steps_comes_after_the_first_run(built):
    early, all_files = engine_names(built)
    later = {"engine/explain/explainer.pyc", "engine/kernel/trace.pyc", "engine/kernel/slopes.pyc"}
    assert later <= set(all_files)
    assert not later & set(early)
    assert {"engine/kernel/run.pyc", "engine/nn/neuron.pyc", "engine/nn/neuron.py"} <= set(early)


def test_the_policy_allows_exactly_the_frames_script(built):
    manifest = built[1]
    script = re.search(r"<script>(.*)</script>", manifest.frame_document, re.DOTALL)
    assert script is not None
    assert policy_hash(script[1]) == manifest.frame_hash
    assert f"'{manifest.frame_hash}'" in manifest.frame_document
