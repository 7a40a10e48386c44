"""Our perceptron beside scikit-learn's, whose numbers are frozen in tests/reference."""

import json

import pytest

from builder.project import ROOT
from engine.nn.perceptron import train

FILE = ROOT / "tests" / "reference" / "perceptron.json"
CASES = json.loads(FILE.read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES)
def test_it_learns_the_same_weights(case: dict) -> None:
    data = list(zip(case["x"], case["targets"], strict=True))
    w, b = train(data, case["epochs"], case["lr"])
    assert w == pytest.approx(case["w"])
    assert b == pytest.approx(case["b"])


def test_the_cases_move_the_weights() -> None:
    assert all(any(case["w"]) for case in CASES)
    assert len({tuple(case["w"]) for case in CASES}) > 4
