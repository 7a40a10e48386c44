"""The benchmarks of training: what they run is right, and what they tell is what was measured."""

import numpy as np
import pytest

from benchmarks import steps
from benchmarks.epochs import TRAININGS, Training, native
from benchmarks.steps import SIZES, Steps, make_batch, measure_network, our_step, rows


@pytest.mark.parametrize("training", TRAININGS, ids=lambda training: training.name)
def test_a_training_tells_the_milliseconds_of_an_epoch(training: Training) -> None:
    assert 0 < native(Training(training.name, training.program, 20)) < 1_000


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
    found = list(rows("2-8-1", measure_network((2, 8, 1), 1)))
    assert len(found) == 3
    assert all(row.note.endswith("is not installed") and row.ours() for row in found)


def test_a_step_is_told_with_the_ratio_to_each_package() -> None:
    learned, _, torch = rows("2-8-1", Steps([10, 30], {"PyTorch": [20, 40]}))
    assert torch.floor.name == "PyTorch"
    assert torch.ratio() == pytest.approx(0.625)
    assert learned.ratio() is None


def test_the_readme_tells_how_many_rows_a_step_has(readme: str) -> None:
    assert f"the same {steps.ROWS} rows" in readme
