"""Keep the kernel's files between builds, because most builds do not change them."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from builder.failure import BuildFailed
from builder.hashing import digest, files_below, files_digest
from builder.kept import make_kept
from builder.project import Project
from builder.runtime import RuntimeBuildError, RuntimeManifest, write_runtime
from builder.shared import Runtime

FACTS = "facts.json"
BUILDER = Path(__file__).parent


def kept_runtime(project: Project) -> tuple[Path, Runtime]:
    """Return the folder that holds `runtime/`, made anew if need be, and what pages know of it."""
    folder = project.cache / "runtime-site" / sources_digest(project)
    if not (folder / FACTS).exists():
        print("Preparing Python for the page ...", file=sys.stderr, flush=True)
        make_kept(folder, lambda part: make(project, part))
    facts = json.loads((folder / FACTS).read_text(encoding="utf-8"))
    return folder, Runtime(**facts)


def sources_digest(project: Project) -> str:
    """Return a hash of all that the kernel's files are made from."""
    folders = [project.root / "engine", project.site / "src" / "kernel"]
    own = [path for path in files_below(BUILDER / "runtime") if path.suffix != ".pyc"]
    files = [path for folder in folders for path in files_below(folder) if path.suffix != ".pyc"]
    others = [project.site / "package-lock.json", project.site / "src" / "protocol.ts"]
    made_from = files_digest([*files, *others], project.root)
    return digest(made_from, files_digest([*own, BUILDER / "page-wheels.txt"], BUILDER))


def make(project: Project, part: Path) -> None:
    """Make the kernel's files in a folder."""
    try:
        facts = asdict(facts_of(write_runtime(part, project.cache, project)))
    except RuntimeBuildError as error:
        raise BuildFailed(str(error).splitlines()) from error
    (part / FACTS).write_text(json.dumps(facts, indent=1), encoding="utf-8")


def facts_of(manifest: RuntimeManifest) -> Runtime:
    """Return what pages need to know of the kernel's files."""
    return Runtime(manifest.to_dict(), manifest.frame_hash, manifest.name)
