"""Run the benchmarks."""

import argparse
import subprocess
import sys

from builder.project import ROOT


def add_options(parser: argparse.ArgumentParser) -> None:
    """Tell the parser nothing: the arguments go to the benchmarks as they are."""


def run(options: argparse.Namespace) -> int:
    """Run the benchmarks and return their exit code."""
    return subprocess.call([sys.executable, "-m", "benchmarks", *options.arguments], cwd=ROOT)
