"""Our arrays beside PyTorch's numbers, which are frozen in tests/reference."""

import json

import numpy as np
import pytest

from builder.project import ROOT
from engine.nn.activations import activate, activation_slope
from engine.nn.losses import cross_entropy, mean_squared_error, mean_squared_error_slope
from engine.nn.mlp import MLP
from engine.nn.two_layers import backward, forward

FOUND = json.loads((ROOT / "tests" / "reference" / "arrays.json").read_text(encoding="utf-8"))
NETWORKS = FOUND["networks"]
TWO_LAYERS = [case for case in NETWORKS if len(case["W"]) == 2 and case["activation"] == "sigmoid"]


def name(case: dict) -> str:
    return f"{'-'.join(map(str, case['sizes']))}-{case['activation']}"


def arrays(values: list) -> list[np.ndarray]:
    return [np.array(value) for value in values]


def model_of(case: dict) -> MLP:
    model = MLP(case["sizes"], np.random.default_rng(0), case["activation"])
    model.weights, model.biases = arrays(case["W"]), arrays(case["b"])
    return model


def assert_near(found: list[np.ndarray], wanted: list) -> None:
    for ours, theirs in zip(found, arrays(wanted), strict=True):
        assert ours.shape == theirs.shape
        assert ours == pytest.approx(theirs, rel=1e-10, abs=1e-13)


@pytest.mark.parametrize("kind", ["sigmoid", "tanh", "relu"])
def test_activations_and_their_slopes_are_the_same(kind: str) -> None:
    H = activate(np.array(FOUND["places"]), kind)
    assert_near([H], [FOUND["activations"][kind]["values"]])
    assert_near([activation_slope(H, kind)], [FOUND["activations"][kind]["slopes"]])


@pytest.mark.parametrize("case", FOUND["losses"])
def test_losses_and_slopes_are_the_same(case: dict) -> None:
    P, T = np.array(case["P"]), np.array(case["T"])
    assert mean_squared_error(P, T) == pytest.approx(case["squared"])
    assert_near([mean_squared_error_slope(P, T)], [case["slopes"]])
    assert cross_entropy(P, T) == pytest.approx(case["cross_entropy"])


@pytest.mark.parametrize("case", NETWORKS, ids=name)
def test_outputs_and_slopes_of_a_deep_network_are_the_same(case: dict) -> None:
    model, X, T = model_of(case), np.array(case["X"]), np.array(case["T"])
    assert_near(model.outputs(X)[1:], case["outputs"])
    weights, biases = zip(*model.gradients(X, T), strict=True)
    assert_near(weights, case["dW"])
    assert_near(biases, case["db"])


@pytest.mark.parametrize("case", NETWORKS, ids=name)
def test_steps_of_a_deep_network_are_those_of_sgd(case: dict) -> None:
    model, X, T = model_of(case), np.array(case["X"]), np.array(case["T"])
    losses = [model.train_step(X, T, case["lr"]) for _ in case["losses"]]
    assert losses == pytest.approx(case["losses"], rel=1e-10)
    assert_near(model.weights, case["W_after"])
    assert_near(model.biases, case["b_after"])


@pytest.mark.parametrize("case", TWO_LAYERS, ids=name)
def test_outputs_and_slopes_of_two_layers_are_the_same(case: dict) -> None:
    X, T = np.array(case["X"]), np.array(case["T"])
    (W1, W2), (b1, b2) = arrays(case["W"]), arrays(case["b"])
    H, Y = forward(X, W1, b1, W2, b2)
    assert_near([H, Y], case["outputs"])
    dW1, db1, dW2, db2 = backward(X, T, H, Y, W2)
    assert_near([dW1, dW2], case["dW"])
    assert_near([db1, db2], case["db"])


def test_the_cases_hold_every_kind_of_network() -> None:
    assert len(NETWORKS) == 15
    assert len(TWO_LAYERS) == 2
