"""Gather the licences of everything that is shipped to the learner."""

import json
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from zipfile import ZipFile

from builder.assets import Assets
from builder.failure import BuildFailed
from builder.project import Project
from builder.runtime.numpy_wheel import WHEEL
from builder.shared import Notice

TEXT_NAMES = ("LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "COPYING")
LICENCES = Path(__file__).parent / "licences"
# These packages name their licence and leave its text out.
TEXTS = {
    "pyodide": "MPL-2.0.txt",
}


def find_notices(project: Project, assets: Assets) -> list[Notice]:
    """Return the licences, by name.

    Raises:
        BuildFailed: Something would be shipped without its licence.
    """
    names = sorted({"pyodide", *assets.packages})
    notices = [python_notice(project), numpy_notice(project)]
    wheels = sorted((project.root / ".venv" / "page-wheels").glob("*.whl"))
    notices += [wheel_notice(path) for path in wheels]
    notices += [package_notice(project.node_modules / name, name) for name in names]
    return sorted(notices, key=lambda notice: notice.name.lower().lstrip("@"))


def package_notice(folder: Path, name: str) -> Notice:
    """Return the licence of a Node package."""
    package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    texts = [folder / text for text in TEXT_NAMES if (folder / text).exists()]
    own = [LICENCES / TEXTS[name]] if name in TEXTS else []
    if not (texts or own) or not package.get("license"):
        raise BuildFailed([f"site/package.json:1: '{name}' has no licence: do without it"])
    words = (texts or own)[0].read_text(encoding="utf-8")
    homepage = package.get("homepage") or f"https://www.npmjs.com/package/{name}"
    return Notice(name, package["version"], package["license"].strip("()"), homepage, words)


def python_notice(project: Project) -> Notice:
    """Return the licence of the Python inside Pyodide."""
    lock = (project.node_modules / "pyodide" / "pyodide-lock.json").read_text(encoding="utf-8")
    version = json.loads(lock)["info"]["python"]
    words = (LICENCES / "PSF-2.0.txt").read_text(encoding="utf-8")
    return Notice("Python", version, "PSF-2.0", "https://www.python.org/", words)


def numpy_notice(project: Project) -> Notice:
    """Return the licence of the page's numpy, as its wheel carries it."""
    version = Path(WHEEL).name.split("-")[1]
    with ZipFile(project.node_modules / WHEEL) as wheel:
        words = wheel.read(f"numpy-{version}.dist-info/LICENSE.txt").decode("utf-8")
    return Notice("numpy", version, "BSD-3-Clause", "https://numpy.org/", words)


def wheel_notice(path: Path) -> Notice:
    """Return the licence of a Python package, as its wheel carries it."""
    with ZipFile(path) as wheel:
        names = [name for name in wheel.namelist() if ".dist-info/" in name]
        facts = message_from_bytes(
            next(wheel.read(name) for name in names if name.endswith("/METADATA"))
        )
        texts = [
            wheel.read(name).decode("utf-8") for name in names if ".dist-info/licenses/" in name
        ]
    name, version = str(facts["Name"]), str(facts["Version"])
    licence = str(facts["License-Expression"] or facts["License"] or "").partition("\n")[0]
    if not texts or not licence:
        raise BuildFailed([f"builder/page-wheels.txt:1: '{name}' has no licence: do without it"])
    return Notice(name, version, licence, homepage(facts), "\n\n".join(texts))


def homepage(facts: Message) -> str:
    """Return the address that a Python package names first, or nothing."""
    named = [str(each).partition(",")[2].strip() for each in facts.get_all("Project-URL", [])]
    return next((address for address in named if address.startswith("https://")), "")
