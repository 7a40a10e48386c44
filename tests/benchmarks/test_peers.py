"""The peers: fair versions, locked, and told where they cannot be had."""

import json
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Error

from benchmarks import peers
from benchmarks.bench import Bench
from benchmarks.peer_files import EARLY, LOCKS, NotInstalled, entry_of, run, write_empty_wheel
from builder.project import Project

PYODIDE = json.loads(
    (Project().node_modules / "pyodide" / "pyodide-lock.json").read_text(encoding="utf-8")
)["packages"]
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+) \\\n +--hash=sha256:[0-9a-f]{64}$", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    return dict(PINNED.findall((LOCKS / name).read_text(encoding="utf-8")))


def test_the_kernel_of_jupyterlite_gets_the_versions_of_pyodides_own_distribution() -> None:
    page = pins("jupyterlite-page.txt")
    own = {name: PYODIDE[name]["version"] for name in page if name in PYODIDE}
    # micropip comes with the page's own lock file, and no other than that needs packaging.
    assert {name: page[name] for name in own if name != "packaging"} == {
        name: version for name, version in own.items() if name != "packaging"
    }
    assert set(EARLY) - {"sqlite3"} <= set(page)


def test_whatever_a_package_of_the_kernel_needs_is_there() -> None:
    page = pins("jupyterlite-page.txt")
    needed = {need for name in page for need in PYODIDE.get(name, {}).get("depends", [])}
    assert {need.replace("_", "-") for need in needed} - {"sqlite3"} <= set(page)


def test_an_empty_wheel_has_nothing_but_its_papers(tmp_path: Path) -> None:
    wheel = tmp_path / "sqlite3-1.0.0-py3-none-any.whl"
    write_empty_wheel(wheel)
    with zipfile.ZipFile(wheel) as archive:
        assert {Path(name).parent.name for name in archive.namelist()} == {
            "sqlite3-1.0.0.dist-info"
        }
    known = {"sqlite3": {"depends": ["x"], "imports": ["sqlite3"], "sha256": "old"}}
    entry = entry_of(wheel, known)
    assert (entry["depends"], entry["version"]) == (["x"], "1.0.0")
    assert entry["file_name"] == wheel.name
    assert entry["sha256"] != "old"


def test_a_peer_that_cannot_be_installed_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotInstalled, match="Is there a network"):
        run(["python3", "-c", "raise SystemExit(1)"], tmp_path)


def test_a_peer_that_is_missing_or_shows_nothing_leaves_the_others_their_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(folder: Path) -> None:
        raise NotInstalled("not installed: no network")

    def silent(bench: Bench, page: peers.Candidate) -> list[peers.Row]:
        if page.name == "silent":
            raise Error("the page shows no output")
        return [peers.Row(page.name, "ms", [1.0])]

    names = {"missing": missing, "silent": lambda folder: None, "good": lambda folder: None}
    made = tuple(peers.Peer(peers.Candidate(name, ""), write) for name, write in names.items())
    monkeypatch.setattr(peers, "PEERS", made)
    monkeypatch.setattr(peers, "compare_with", silent)
    monkeypatch.setattr(peers, "write_lessons", lambda site: None)
    bench = Bench(1)
    bench.__dict__.update(folder=tmp_path, site="nowhere")
    rows = list(peers.measure(bench))
    assert [(row.name, row.note) for row in rows] == [
        ("missing", "not installed: no network"),
        ("silent", "not measured: the page shows no output"),
        ("good", ""),
    ]
