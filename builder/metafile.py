"""Read what esbuild tells about the files it made."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

EDITOR = "@codemirror/"
PACKAGE = re.compile(r"(?:^|/)node_modules/((?:@[^/]+/)?[^/]+)/")


class Import(TypedDict):
    """One import of a made file."""

    path: str
    kind: str


class Output(TypedDict, total=False):
    """One made file."""

    entryPoint: str
    imports: list[Import]
    inputs: dict[str, object]


@dataclass(frozen=True)
class Bundles:
    """The made files.

    Args:
        files: Path in the site by name.
        imports: The paths that a script imports at once, by the script's name.
        packages: The Node packages that have a part in them.
        editor: The paths of the scripts that hold a part of the code editor.
    """

    files: dict[str, str]
    imports: dict[str, tuple[str, ...]]
    packages: tuple[str, ...]
    editor: tuple[str, ...]


def read_metafile(path: Path) -> Bundles:
    """Return what esbuild made, all of it for the folder `assets/` of the site."""
    outputs: dict[str, Output] = json.loads(path.read_text(encoding="utf-8"))["outputs"]
    place = {made: f"assets/{Path(made).name}" for made in outputs}
    files = {name_of(output, made): place[made] for made, output in outputs.items()}
    imports = {
        name_of(output, made): tuple(place[each] for each in imports_of(made, outputs))
        for made, output in outputs.items()
        if "entryPoint" in output and made.endswith(".js")
    }
    editor = tuple(place[made] for made, output in outputs.items() if holds_editor(output))
    return Bundles(files, imports, packages_of(outputs.values()), editor)


def name_of(output: Output, made: str) -> str:
    """Return the name that templates call a made file by."""
    entry = output.get("entryPoint")
    if entry:
        return Path(entry).with_suffix(Path(made).suffix).name
    inputs = list(output.get("inputs", {}))
    is_copy = len(inputs) == 1 and not made.endswith((".js", ".css"))
    return Path(inputs[0]).name if is_copy else Path(made).name


def imports_of(made: str, outputs: dict[str, Output]) -> list[str]:
    """Return the scripts that a script imports at once, also through others, in order."""
    found: list[str] = []
    waiting = [made]
    while waiting:
        for each in outputs[waiting.pop(0)].get("imports", []):
            if each["kind"] == "import-statement" and each["path"] not in found:
                found.append(each["path"])
                waiting.append(each["path"])
    return found


def holds_editor(output: Output) -> bool:
    """Tell whether a part of the code editor is in a made file."""
    return any(name.startswith(EDITOR) for name in packages_of([output]))


def packages_of(outputs: Iterable[Output]) -> tuple[str, ...]:
    """Return the names of the Node packages that have a part in what was made."""
    inputs = [source for output in outputs for source in output.get("inputs", {})]
    found = [PACKAGE.findall(source) for source in inputs]
    return tuple(sorted({names[-1] for names in found if names}))
