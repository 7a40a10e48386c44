"""Run the benchmarks."""

import argparse
import subprocess
import sys
from pathlib import Path

from benchmarks.parts import PARTS
from builder.cli import WrongUse
from builder.lesson.problems import nearest
from builder.project import ROOT


def add_options(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what the command takes."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parts = "\n".join(f"  {name:<14} {text}" for name, text in PARTS.items())
    parser.epilog = f"the parts:\n{parts}"
    parser.add_argument("parts", nargs="*", metavar="PART", help="what to measure (everything)")
    parser.add_argument("--rounds", type=int, default=5, help="how often a thing is measured (5)")
    parser.add_argument("--json", type=Path, help="a file for all figures")


def run(options: argparse.Namespace) -> int:
    """Run the benchmarks and return their exit code."""
    arguments = [*options.parts, "--rounds", str(options.rounds)]
    for name in options.parts:
        if name not in PARTS:
            raise WrongUse(unknown(name))
    if options.rounds < 1:
        raise WrongUse(f"{options.rounds} rounds measure nothing. Choose 1 or more")
    if options.json is not None:
        arguments += ["--json", str(options.json.resolve())]
        if not options.json.resolve().parent.is_dir():
            raise WrongUse(f"there is no folder '{options.json.parent}': make it first")
    return subprocess.call([sys.executable, "-m", "benchmarks", *arguments], cwd=ROOT)


def unknown(name: str) -> str:
    """Return what to do where there is no such part."""
    guess = nearest(name, PARTS, 0.6)
    hint = f"Did you mean {guess}?" if guess else f"There are: {', '.join(PARTS)}"
    return f"there is no benchmark '{name}'. {hint}"
