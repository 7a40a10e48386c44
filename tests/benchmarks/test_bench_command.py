"""`build.py bench` with its quickest part, as a person runs it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks.bench import Bench
from benchmarks.rows import Row
from builder.project import ROOT


def test_one_part_is_measured_printed_and_written(tmp_path: Path) -> None:
    file = tmp_path / "bench.json"
    options = ["steps", "--rounds", "1", "--json", str(file)]
    done = subprocess.run(
        [sys.executable, "build.py", "bench", *options], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    head, part, *rows = done.stdout.splitlines()
    assert head.split()[:3] == ["figure", "ours", "floor"]
    assert part == "[steps]"
    found = json.loads(file.read_text(encoding="utf-8"))
    assert len(found["rows"]) == len(rows)
    assert all(row["part"] == "steps" and row["samples"][0] > 0 for row in found["rows"])
    assert found["machine"]["browser"].startswith("Chromium ")
    assert found["machine"]["cpu"]


def test_a_part_that_fails_keeps_its_rows_and_those_of_the_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Failing:
        @staticmethod
        def measure(bench: Bench):
            yield Row("first", "ms", [1.0])
            raise RuntimeError("no more")

    monkeypatch.setattr(command, "load", lambda name: Failing)
    rows = command.measure(Bench(1), "any")
    assert [(row.name, row.note) for row in rows] == [
        ("first", ""),
        (command.FAILED, "RuntimeError: the reason stands above"),
    ]
    assert "no more" in capsys.readouterr().err
