"""What lets the course be kept on a device: the service worker's files and the web manifest."""

import json
import re
from pathlib import Path

from builder.hashing import digest, files_below
from builder.shared import Shared

SERVICE_WORKER = "service-worker.js"
WEB_MANIFEST = "manifest.webmanifest"
# Read by hosts and search engines, or by tools; the course works without them.
NOT_KEPT = {"_headers", "robots.txt", "sitemap.txt", SERVICE_WORKER}
TOOLS_ONLY = re.compile(r"^runtime/manifest\.\w+\.json$")
HASHED = re.compile(r"^(?:assets|runtime)/.+\.\w{8,12}\.\w+$")
ICON = re.compile(r"^app-(\d+)\.png$")


def complete_service_worker(folder: Path, version: str) -> None:
    """Write the list of all files of a built site before the service worker's script."""
    script = folder / SERVICE_WORKER
    if not script.exists():
        return
    course = json.dumps({"version": version, "files": kept_files(folder)}, separators=(",", ":"))
    text = f"const COURSE={course};\n" + script.read_text(encoding="utf-8")
    script.write_text(text, encoding="utf-8", newline="\n")


def kept_files(folder: Path) -> list[dict[str, str | None]]:
    """Return every file that the course needs; one without a hash in its name has a revision."""
    paths = {path.relative_to(folder).as_posix(): path for path in files_below(folder)}
    return [
        {"url": name, "revision": None if HASHED.match(name) else digest(path.read_bytes())}
        for name, path in paths.items()
        if name not in NOT_KEPT and not TOOLS_ONLY.match(name)
    ]


def web_manifest(shared: Shared, name: str, description: str) -> str:
    """Return what a browser reads to install the course as an app."""
    sizes = {
        path: match[1] for name, path in shared.assets.files.items() if (match := ICON.match(name))
    }
    icons = [
        {"src": path, "sizes": f"{size}x{size}", "type": "image/png", "purpose": use}
        for path, size in sizes.items()
        for use in ("any", "maskable")
    ]
    manifest = {
        "id": "./",
        "name": f"{name}: build a neural network",
        "short_name": name,
        "description": description,
        "lang": "en",
        "start_url": "./index.html",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#3f4fc4",
        "icons": icons,
    }
    return json.dumps(manifest, indent=1) + "\n"
