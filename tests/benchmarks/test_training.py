"""The benchmarks of training: what they run is right, and what they tell is what was measured."""

from pathlib import Path

import numpy as np
import pytest

from benchmarks import steps
from benchmarks.epochs import TRAININGS, Epochs, Training, epochs_json, epochs_table, native
from benchmarks.steps import SIZES, Steps, make_batch, measure_network, our_step, steps_table

README = Path(steps.__file__).with_name("README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("training", TRAININGS, ids=lambda training: training.name)
def test_a_training_tells_the_seconds_of_an_epoch(training: Training) -> None:
    assert 0 < native(Training(training.name, training.program, 20)) < 1


def test_an_epoch_is_told_with_the_ratio_of_its_rounds() -> None:
    found = {"net": Epochs([0.003, 0.008, 0.02], [0.001, 0.002, 0.002])}
    row = epochs_table(found).splitlines()[1]
    assert row.split() == ["net", "8.000", "ms", "2.000", "ms", "4.00", "(3.00-10.00)"]
    assert epochs_json(found)["net"]["ratio"] == pytest.approx(4)


@pytest.mark.parametrize("sizes", SIZES)
def test_every_output_has_targets_of_0_and_1(sizes: tuple[int, ...]) -> None:
    batch = make_batch(sizes)
    assert batch.X.shape == (steps.ROWS, sizes[0])
    assert batch.T.shape == (steps.ROWS, sizes[-1])
    assert set(np.unique(batch.T)) == {0, 1}


@pytest.mark.parametrize("sizes", SIZES)
def test_the_step_that_is_timed_learns(sizes: tuple[int, ...]) -> None:
    step = our_step(sizes, make_batch(sizes))
    first, *_, last = (step() for _ in range(50))
    assert last < first


def test_a_package_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "find_spec", lambda name: None)
    monkeypatch.setattr(steps, "SECONDS", 0.001)
    found = {"2-8-1": measure_network((2, 8, 1), 1)}
    rows = steps_table(found).splitlines()[1:]
    assert len(rows) == 3
    assert all(row.endswith("not installed") for row in rows)


def test_a_step_is_told_with_the_ratio_to_each_package() -> None:
    rows = steps_table({"2-8-1": Steps([1e-5, 3e-5], {"PyTorch": [2e-5, 4e-5]})}).splitlines()
    assert rows[3].split() == ["2-8-1", "PyTorch", "20", "µs", "30", "µs", "0.62"]
    assert rows[1].endswith("not installed")


def test_the_readme_tells_how_many_rows_a_step_has() -> None:
    assert f"the same {steps.ROWS} rows" in README
