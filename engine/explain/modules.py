"""Imports and files: what can be had in the page, and what not."""

import re
import sys

from engine.explain.explanation import Finding
from engine.explain.name_sources import MODULES
from engine.explain.scene import Scene
from engine.explain.spelling import nearest

_KNOWN = (
    "numpy",
    "math",
    "random",
    "engine",
    "time",
    "json",
    "itertools",
    "functools",
    "copy",
    "collections",
    "statistics",
    "datetime",
    "typing",
    "dataclasses",
    "re",
    "string",
)
_NOT_IN_PAGE = {
    "torch": "PyTorch",
    "tensorflow": "TensorFlow",
    "keras": "Keras",
    "jax": "JAX",
    "cv2": "OpenCV",
    "pygame": "pygame",
    "tkinter": "tkinter",
}
_PACKAGES = (
    "pandas", "matplotlib", "sklearn", "scipy", "seaborn", "plotly", "requests", "PIL", "bs4",
    "yaml", "sympy", "networkx", "polars", "statsmodels", "xgboost", "transformers", "nltk",
    "spacy", "flask", "django", "fastapi", "skimage", "numba", "tqdm", "openpyxl", "bokeh",
    "altair", "gym", "gymnasium", "streamlit", "pytest", "openai", "torchvision", "imageio",
)  # fmt: skip
_OTHER_NAMES = {
    "sklearn": "scikit-learn",
    "PIL": "pillow",
    "bs4": "beautifulsoup4",
    "yaml": "pyyaml",
    "skimage": "scikit-image",
}


def missing_module(scene: Scene) -> Finding | None:
    """Explain an import of a module that is not there."""
    if not isinstance(scene.exception, ModuleNotFoundError):
        return None
    name = scene.exception.name or ""
    root = name.split(".")[0]
    if "is not a package" in scene.message:
        return Finding(
            f"`{root}` has no part that could be imported as `{name}`.",
            f"Write `from {root} import {name.split('.')[-1]}`.",
        )
    if name != root and root in sys.modules:
        parent, part = name.rsplit(".", 1)
        return Finding(
            f"The module `{parent}` has no part with the name `{part}`.",
            "Check the name, and write only what is there.",
        )
    if root in MODULES and root in ("np", "plt", "pd"):
        return Finding(
            f"`{root}` is a short name; the module itself is called otherwise.",
            f"Write `{MODULES[root]}`.",
        )
    near = nearest(root, _KNOWN)
    if near is not None:
        return Finding(
            f"There is no module `{root}`. There is `{near}`.",
            f"Write `{near}` instead of `{root}`.",
        )
    return _not_in_page(root)


def _not_in_page(root: str) -> Finding:
    if root in _NOT_IN_PAGE:
        return Finding(
            f"{_NOT_IN_PAGE[root]} cannot run in a browser page, so `{root}` cannot be imported "
            "here.",
            "Use numpy here; the last lesson shows how to go on with it on your own machine.",
        )
    if root in sys.stdlib_module_names:
        return Finding(
            f"`{root}` belongs to Python, but it does not work inside a browser page.",
            "Do without it here, or run the program on your own machine.",
        )
    package = _OTHER_NAMES.get(root, root)
    if root not in _PACKAGES:
        return Finding(
            f"There is no module `{root}` in this page. It has Python's own modules, `numpy` and "
            "the course's `engine`, and cannot fetch others.",
            f"Check the spelling of `{root}`, or delete this line and write what you need from it "
            "yourself.",
        )
    return Finding(
        f"`{root}` is not part of this page. It has Python's own modules, `numpy` and the "
        "course's `engine`, and cannot fetch others.",
        "Use plain Python or `numpy` here. On your own machine, "
        f"`pip install {package}` installs it.",
    )


def missing_name(scene: Scene) -> Finding | None:
    """Explain a name that a module does not have."""
    match = re.search(r"cannot import name '(\w+)' from '([\w.]+)'", scene.message)
    if match is None or not isinstance(scene.exception, ImportError):
        return None
    name, module = match.groups()

    inside = list(vars(sys.modules[module])) if module in sys.modules else []
    near = nearest(name, [other for other in inside if not other.startswith("_")])
    if near is not None:
        return Finding(
            f"The module `{module}` has no `{name}`, but it has `{near}`.",
            f"Write `from {module} import {near}`.",
        )
    return Finding(
        f"The module `{module}` has nothing with the name `{name}`.",
        "Check the name, or import it from the module that has it.",
    )


def missing_file(scene: Scene) -> Finding | None:
    """Explain a file that is not there."""
    if not isinstance(scene.exception, FileNotFoundError):
        return None
    match = re.search(r": '(.+)'$", scene.message)
    name = f"`{match.group(1)}`" if match else "with that name"
    return Finding(
        f"There is no file {name} here. A page cannot see the files of your machine.",
        "Check the name, or write the data into the cell itself.",
    )


def no_input(scene: Scene) -> Finding | None:
    """Explain `input` that got nothing."""
    if not isinstance(scene.exception, EOFError):
        return None
    return Finding(
        "`input` waited for a line, and nothing was typed.",
        "Run it again and type a line, or give the name a value directly.",
    )
