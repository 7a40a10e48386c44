"""Run the benchmarks."""

import argparse
import subprocess
import sys
from pathlib import Path

from builder.cli import WrongUse
from builder.project import ROOT


def add_options(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("--rounds", type=int, default=5, help="how often each page is visited (5)")
    parser.add_argument("--json", type=Path, help="a file for all figures")


def run(options: argparse.Namespace) -> int:
    """Run the benchmarks and return their exit code."""
    arguments = ["--rounds", str(options.rounds)]
    if options.rounds < 1:
        raise WrongUse(f"{options.rounds} rounds measure nothing. Choose 1 or more")
    if options.json is not None:
        arguments += ["--json", str(options.json.resolve())]
        if not options.json.resolve().parent.is_dir():
            raise WrongUse(f"there is no folder '{options.json.parent}': make it first")
    return subprocess.call([sys.executable, "-m", "benchmarks", *arguments], cwd=ROOT)
