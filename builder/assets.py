"""Make the scripts, styles, fonts and static files of the site, under names that carry a hash.

`site/src/main.ts` and `site/css/main.css` become `main.js` and `main.css`; `site/src/head.ts` and
`boot.ts`, if they are there, become the classic scripts `head.js` and `boot.js`, which may run
before the page shows.
`site/src/service-worker.ts`, if there is one, becomes `service-worker.js` in the site's root.
Every file of `site/static` is copied. The result is kept in `.cache` until a source changes.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from builder.esbuild import bundle_classic, bundle_pages
from builder.hashing import digest, files_below, files_digest
from builder.kept import make_kept
from builder.metafile import Bundles, read_metafile
from builder.project import Project

LIST = "assets.json"
SERVICE_WORKER = "service-worker.js"
CLASSIC = ("head", "boot")
# Chromium compiles a script that begins so as a whole, beside the page. It would stop the page at
# the first call of each function: an editor would be made in 28 ms, not 18. What a page begins with
# has few functions that it calls later, and would come later at every visit.
COMPILED_WHOLE = b"//# allFunctionsCalledOnLoad\n"


@dataclass(frozen=True)
class Assets:
    """The files of the site that are the same on every page.

    Args:
        folder: Where they lie now, as they will in the site.
        files: Path in the site by name: `main.js` is `assets/main.5f3a.js`.
        imports: The paths that a script imports at once, by the script's name.
        packages: The Node packages that have a part in them.
    """

    folder: Path
    files: dict[str, str]
    imports: dict[str, tuple[str, ...]]
    packages: tuple[str, ...]

    def version(self) -> str:
        """Return a short hash of everything."""
        return digest(*(f"{name}={path}" for name, path in sorted(self.files.items())))


def build_assets(project: Project) -> Assets:
    """Return the assets, made anew only where a source has changed.

    Raises:
        BuildFailed: A source has a mistake.
    """
    folder = project.cache / "assets" / sources_digest(project)
    if not (folder / LIST).exists():
        make_kept(folder, lambda part: fill(project, part))
    kept = json.loads((folder / LIST).read_text(encoding="utf-8"))
    imports = {name: tuple(paths) for name, paths in kept["imports"].items()}
    return Assets(folder / "site", kept["files"], imports, tuple(kept["packages"]))


def sources_digest(project: Project) -> str:
    """Return a hash of all that the assets are made from."""
    folders = [project.site / name for name in ("src", "css", "static")]
    files = [path for folder in folders for path in files_below(folder)]
    locks = [project.site / "package-lock.json", project.site / "tsconfig.json"]
    makers = [Path(__file__), Path(__file__).with_name("esbuild.py")]
    sources = files_digest([*files, *(path for path in locks if path.exists())], project.site)
    return digest(sources, *(path.read_bytes() for path in makers))


def fill(project: Project, part: Path) -> None:
    """Write the files and the list of them."""
    out = part / "site" / "assets"
    out.mkdir(parents=True)
    bundles = bundle(project, part, out)
    files = {**bundles.files, **dict(copy_static(project, out)), **dict(scripts(project, part))}
    packages = tuple(sorted({*bundles.packages, *bundle_service_worker(project, part)}))
    assets = Assets(part, dict(sorted(files.items())), bundles.imports, packages)
    listed = {key: value for key, value in asdict(assets).items() if key != "folder"}
    (part / LIST).write_text(json.dumps(listed, indent=1), encoding="utf-8")


def bundle(project: Project, part: Path, out: Path) -> Bundles:
    """Bundle the modules and the styles."""
    entries = [project.site / "src" / "main.ts", project.site / "css" / "main.css"]
    bundle_pages(project, entries, out, part / "meta.json")
    bundles = read_metafile(part / "meta.json")
    for path in bundles.editor:
        script = out.parent / path
        script.write_bytes(COMPILED_WHOLE + script.read_bytes())
    return bundles


def scripts(project: Project, part: Path) -> Iterator[tuple[str, str]]:
    """Write the classic scripts that there are, and yield each one's name and path."""
    for name in CLASSIC:
        source = project.site / "src" / f"{name}.ts"
        if source.exists():
            made = part / f"{name}.js"
            bundle_classic(project, source, made)
            yield made.name, store(made, f"{name}.js", part / "site" / "assets")


def bundle_service_worker(project: Project, part: Path) -> tuple[str, ...]:
    """Write the service worker, if there is one, and return the Node packages in it."""
    source = project.site / "src" / "service-worker.ts"
    if not source.exists():
        return ()
    metafile = part / "service-worker.json"
    made = part / "site" / SERVICE_WORKER
    bundle_classic(project, source, made, f"--metafile={metafile}")
    return read_metafile(metafile).packages


def copy_static(project: Project, out: Path) -> Iterator[tuple[str, str]]:
    """Copy the static files, and yield each one's name and path."""
    folder = project.site / "static"
    for path in files_below(folder):
        yield path.relative_to(folder).as_posix(), store(path, path.name, out)


def store(source: Path, name: str, out: Path) -> str:
    """Copy a file to a name with its hash, and return its path in the site."""
    stem, dot, suffix = name.partition(".")
    hashed = f"{stem}.{digest(source.read_bytes())}{dot}{suffix}"
    shutil.copyfile(source, out / hashed)
    return f"assets/{hashed}"
