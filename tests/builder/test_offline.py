"""The list of what a device keeps, and the manifest of the app."""

import json
from pathlib import Path

from builder.hashing import integrity
from builder.offline import complete_service_worker, kept_files


def test_pages_have_a_revision_and_other_files_must_be_whole() -> None:
    digests = {"index.html": "0a", "assets/main.AB12CD34.js": "0b", "answers.json": "0c"}
    assert kept_files(digests) == [
        {"url": "answers.json", "revision": "0c", "integrity": "0c"},
        {"url": "assets/main.AB12CD34.js", "revision": None, "integrity": "0b"},
        {"url": "index.html", "revision": "0a"},
    ]


def test_what_only_hosts_and_tools_read_is_not_kept() -> None:
    names = ("_headers", "robots.txt", "service-worker.js", "runtime/manifest.0123456789ab.json")
    assert kept_files(dict.fromkeys(names, "0a")) == []


def test_a_changed_page_changes_the_worker() -> None:
    one, two = (
        complete_service_worker("run();\n", "v", {"index.html": text}) for text in ("0a", "0b")
    )
    assert one != two
    assert one.endswith(";\nrun();\n")


def test_the_whole_site_is_listed(site_dist: Path) -> None:
    script = (site_dist / "service-worker.js").read_text(encoding="utf-8")
    course = json.loads(script.partition("=")[2].partition(";\n")[0])
    listed = {each["url"] for each in course["files"]}
    assert {"index.html", "lessons/neuron.html", "lessons/neuron.json"} <= listed
    assert any(name.startswith("runtime/numpy.") for name in listed)


def test_a_browser_finds_every_file_whole(site_dist: Path) -> None:
    script = (site_dist / "service-worker.js").read_text(encoding="utf-8")
    course = json.loads(script.partition("=")[2].partition(";\n")[0])
    hashes = {each["url"]: each["integrity"] for each in course["files"] if "integrity" in each}
    assert len(hashes) > 30
    for name, kept in hashes.items():
        assert kept == integrity((site_dist / name).read_bytes())


def test_the_app_can_be_installed(site_dist: Path) -> None:
    manifest = json.loads((site_dist / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert manifest["display"] == "standalone"
    assert all((site_dist / icon["src"]).is_file() for icon in manifest["icons"])
    assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
