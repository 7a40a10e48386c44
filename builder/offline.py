"""What lets the course be kept on a device: the service worker's files and the web manifest."""

import json
import re
from collections.abc import Mapping

from builder.shared import Shared

SERVICE_WORKER = "service-worker.js"
WEB_MANIFEST = "manifest.webmanifest"
# Read by hosts and search engines, or by tools; the course works without them.
NOT_KEPT = {"_headers", "robots.txt", "sitemap.txt", SERVICE_WORKER}
TOOLS_ONLY = re.compile(r"^runtime/manifest\.\w+\.json$")
HASHED = re.compile(r"^(?:assets|runtime)/.+\.\w{8,12}\.\w+$")
ICON = re.compile(r"^app-(\d+)\.png$")


def complete_service_worker(script: str, version: str, digests: Mapping[str, str]) -> str:
    """Return the service worker's script with the list of all files of the site before it.

    Args:
        digests: The hash of each of them by which a browser tells whether it is whole.
    """
    course = {"version": version, "files": kept_files(digests)}
    return f"const COURSE={json.dumps(course, separators=(',', ':'))};\n{script}"


def kept_files(digests: Mapping[str, str]) -> list[dict[str, str | None]]:
    """Return every file that the course needs."""
    return [
        kept_file(name, digest)
        for name, digest in sorted(digests.items())
        if name not in NOT_KEPT and not TOOLS_ONLY.match(name)
    ]


def kept_file(name: str, digest: str) -> dict[str, str | None]:
    """Return how a file is kept: with a revision if its name has no hash, and only if it is whole.

    Some hosts add to pages what was not built, so that a page is taken as it comes.
    """
    whole = {} if name.endswith(".html") else {"integrity": digest}
    return {"url": name, "revision": None if HASHED.match(name) else digest, **whole}


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
