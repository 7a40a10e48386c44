"""The experiment as a program: run outside, it prints the same losses."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.engine.playground.conftest import OWN_MLP, begin, train


def run(program: str, folder: Path) -> list[str]:
    """Run a program as a file in a fresh Python, far from the course, and return its lines."""
    file = folder / "experiment.py"
    file.write_text(program, encoding="utf-8")
    command = [sys.executable, "-W", "error::SyntaxWarning", file.name]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("", {}),
        ("", {"data": "xor", "depth": 2, "activation": "relu", "noise": 0.2, "seed": 9}),
        ("", {"data": "circles", "depth": 0, "batch": 33}),
        ("", {"data": "spirals", "activation": "sigmoid", "lr": 3}),
        ("", {"data": "own", "batch": 2}),
        (OWN_MLP, {"lr": 3}),
        (OWN_MLP, {"data": "and", "depth": 2}),
    ],
)
def test_the_program_prints_the_same_losses(
    code: str, changes: dict, own_points: list, tmp_path: Path
) -> None:
    player, _ = begin(code, points=own_points, **changes)
    frame = train(player, 25)
    train(player, 27)
    assert run(player.program({"epochs": 25})["program"], tmp_path) == [
        "epochs: 25",
        f"loss on the training points: {frame['trainLoss']:.4f}",
        f"loss on the test points: {frame['testLoss']:.4f}",
    ]


def test_the_program_needs_nothing_of_the_course() -> None:
    player, _ = begin(data="spirals")
    program = player.program({"epochs": 1})["program"]
    lines = [line for line in program.splitlines() if line.startswith(("import ", "from "))]
    allowed = ["from __future__ import annotations", "from itertools import pairwise"]
    assert lines == [*allowed, "import numpy as np"]
