"""The list of what a device keeps, and the manifest of the app."""

import json
from pathlib import Path

from builder.offline import complete_service_worker, kept_files


def write(folder: Path, name: str, text: str = "x") -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_pages_have_a_revision_and_hashed_files_none(tmp_path: Path) -> None:
    write(tmp_path, "index.html")
    write(tmp_path, "assets/main.AB12CD34.js")
    files = {each["url"]: each["revision"] for each in kept_files(tmp_path)}
    assert files["assets/main.AB12CD34.js"] is None
    assert files["index.html"] is not None


def test_what_only_hosts_and_tools_read_is_not_kept(tmp_path: Path) -> None:
    for name in (
        "_headers",
        "robots.txt",
        "service-worker.js",
        "runtime/manifest.0123456789ab.json",
    ):
        write(tmp_path, name)
    assert kept_files(tmp_path) == []


def test_a_changed_page_changes_the_worker(tmp_path: Path) -> None:
    texts = []
    for text in ("one", "two"):
        write(tmp_path, "index.html", text)
        write(tmp_path, "service-worker.js", "run();\n")
        complete_service_worker(tmp_path, "v")
        texts.append((tmp_path / "service-worker.js").read_text(encoding="utf-8"))
    assert texts[0] != texts[1]
    assert texts[0].endswith(";\nrun();\n")


def test_the_whole_site_is_listed(site_dist: Path) -> None:
    script = (site_dist / "service-worker.js").read_text(encoding="utf-8")
    course = json.loads(script.partition("=")[2].partition(";\n")[0])
    listed = {each["url"] for each in course["files"]}
    assert {"index.html", "lessons/neuron.html", "lessons/neuron.json"} <= listed
    assert any(name.startswith("runtime/numpy.") for name in listed)


def test_the_app_can_be_installed(site_dist: Path) -> None:
    manifest = json.loads((site_dist / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert manifest["display"] == "standalone"
    assert all((site_dist / icon["src"]).is_file() for icon in manifest["icons"])
    assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
