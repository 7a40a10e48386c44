"""Run the benchmarks: python3 build.py bench [--rounds N] [--json FILE]."""

import argparse
import json
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.candidates import CANDIDATES, write_pages
from benchmarks.epochs import epochs_json, epochs_table, measure_epochs
from benchmarks.grading import grading_table, measure_grading
from benchmarks.measure import Figures, browser_version, fresh_folder, measure_round
from benchmarks.playground import (
    Smoothness,
    measure_playground,
    playground_json,
    playground_table,
    write_site,
)
from benchmarks.report import as_json, table
from benchmarks.server import serve
from benchmarks.steps import measure_steps, steps_json, steps_table


def main(arguments: list[str]) -> int:
    """Measure all pages, round by round, and print the table."""
    options = parse(arguments)
    folder = fresh_folder()
    try:
        write_pages(folder)
        write_site(folder)
        results, browser = measure(folder, options.rounds)
        times = measure_grading(folder)
        epochs = measure_epochs(folder, options.rounds)
        smooth = measure_smoothness(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    steps = measure_steps(options.rounds)
    tables = (table(results), grading_table(times), epochs_table(epochs), steps_table(steps))
    for text in (*tables, playground_table(smooth)):
        print(text, end="\n\n")
    if options.json:
        trained = {"epochs": epochs_json(epochs), "steps": steps_json(steps)}
        others = {"grading": times, **trained, "playground": playground_json(smooth)}
        text = json.dumps({**as_json(results, browser), **others}, indent=1)
        options.json.write_text(text + "\n", encoding="utf-8")
    return 0


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="build.py bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each page is visited")
    parser.add_argument("--json", type=Path, help="a file for all figures")
    return parser.parse_args(arguments)


def measure(folder: Path, rounds: int) -> tuple[dict[str, Figures], str]:
    """Visit the pages in turns, so that a busy moment hits all of them."""
    results = {candidate.name: Figures() for candidate in CANDIDATES}
    with sync_playwright() as playwright, serve(folder) as host:
        browser = browser_version(playwright)
        for count in range(rounds):
            for candidate in CANDIDATES:
                print(f"Round {count + 1} of {rounds}: {candidate.name}", file=sys.stderr)
                measure_round(playwright, host, candidate, results[candidate.name])
    return results, browser


def measure_smoothness(folder: Path) -> dict[str, Smoothness]:
    """Play in the playground of the real site."""
    print("The playground", file=sys.stderr)
    with sync_playwright() as playwright, serve(folder) as host:
        return measure_playground(playwright, host)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
