"""Run the benchmarks: python3 build.py bench [PART...] [--rounds N] [--json FILE]."""

import argparse
import json
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.machine import machine
from benchmarks.parts import PARTS, load
from benchmarks.report import as_json, table
from benchmarks.rows import Row

FAILED = "failed"


def main(arguments: Sequence[str]) -> int:
    """Measure the parts one after another and print the table."""
    options = parse(arguments)
    with Bench(options.rounds) as bench:
        rows = {name: measure(bench, name) for name in PARTS if name in options.parts}
        facts = machine(bench.playwright, options.rounds)
    print(table(rows))
    if options.json:
        text = json.dumps(as_json(rows, facts), indent=1)
        options.json.write_text(text + "\n", encoding="utf-8")
    return 1 if any(row.name == FAILED for found in rows.values() for row in found) else 0


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; `build.py` has checked it."""
    parser = argparse.ArgumentParser(prog="build.py bench", description=__doc__)
    parser.add_argument("parts", nargs="*", help="what is measured; everything if left out")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(arguments)
    options.parts = options.parts or list(PARTS)
    return options


def measure(bench: Bench, name: str) -> list[Row]:
    """Return the rows of one part; one that fails is no reason to lose those of the others."""
    rows: list[Row] = []
    try:
        # Row by row: what was measured before a failure stays.
        rows.extend(load(name).measure(bench))
    except Exception as error:
        traceback.print_exc()
        rows.append(Row(FAILED, note=f"{type(error).__name__}: the reason stands above"))
    return rows


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
