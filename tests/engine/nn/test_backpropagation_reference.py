"""Lesson 4's networks beside PyTorch's, whose numbers are frozen in tests/reference."""

import json

import pytest

from builder.project import ROOT
from engine.nn.sigmoid import sigmoid, sigmoid_slope
from engine.nn.two_neurons import gradients
from engine.nn.two_neurons_training import mean_loss, train
from engine.nn.xor_network import XOR_DATA, train_xor, xor_gradients, xor_loss

FILE = ROOT / "tests" / "reference" / "backpropagation.json"
FROZEN = json.loads(FILE.read_text(encoding="utf-8"))
CHAINS = [run for run in FROZEN["runs"] if len(run["start"]) == 4]
XORS = [run for run in FROZEN["runs"] if len(run["start"]) == 9]


def close(numbers: object) -> object:
    """Return what agrees with numbers in double precision, summed in another order."""
    return pytest.approx(numbers, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("place", FROZEN["sigmoid"], ids=lambda place: str(place["z"]))
def test_the_sigmoid_and_its_slope(place: dict) -> None:
    assert sigmoid(place["z"]) == close(place["answer"])
    assert sigmoid_slope(place["z"]) == close(place["slope"])


@pytest.mark.parametrize("run", CHAINS)
def test_the_slopes_of_two_neurons_in_a_row(run: dict) -> None:
    found = [list(gradients(x[0], target, *run["start"])) for x, target in run["data"]]
    assert [close(each) for each in run["slopes"]] == found


@pytest.mark.parametrize("run", CHAINS)
def test_two_neurons_after_training(run: dict) -> None:
    data = [(x[0], target) for x, target in run["data"]]
    end = train(data, run["start"], run["epochs"], run["lr"])
    assert end == close(run["end"])
    assert mean_loss(data, end) == close(run["mean_loss"])


@pytest.mark.parametrize("run", XORS)
def test_the_nine_slopes_of_the_xor_network(run: dict) -> None:
    found = [xor_gradients(x, target, run["start"]) for x, target in XOR_DATA]
    assert [close(each) for each in run["slopes"]] == found


@pytest.mark.parametrize("run", XORS)
def test_the_xor_network_after_training(run: dict) -> None:
    end = train_xor(run["start"], run["epochs"], run["lr"])
    assert end == close(run["end"])
    assert xor_loss(end) == close(run["mean_loss"])


def test_the_runs_move_every_number() -> None:
    assert (len(CHAINS), len(XORS)) == (3, 3)
    for run in FROZEN["runs"]:
        assert all(before != after for before, after in zip(run["start"], run["end"], strict=True))
