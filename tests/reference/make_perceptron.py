"""Write perceptron.json: what scikit-learn's Perceptron learns, to hold ours against.

Run it in an environment of its own that has scikit-learn; the tests only read the numbers:

    python tests/reference/make_perceptron.py

Both learn one example at a time, in order, from zeros. They differ only where a total is exactly
0: the first example has the target 0, so that both are wrong there, and later totals never are 0.
"""

import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn.linear_model import Perceptron

SHAPES = ((6, 2), (20, 2), (30, 5))
EPOCHS = (1, 3, 10)
RATE = 0.5


def main() -> None:
    """Write what is learned from a few data sets."""
    rng = np.random.default_rng(1)
    cases = [case(rng, *shape, epochs) for shape in SHAPES for epochs in EPOCHS]
    text = json.dumps({"scikit-learn": sklearn.__version__, "cases": cases}, indent=1)
    Path(__file__).with_name("perceptron.json").write_text(text + "\n", encoding="utf-8")


def case(rng: np.random.Generator, rows: int, inputs: int, epochs: int) -> dict[str, object]:
    """Return data with the weights and the bias after so many epochs."""
    x = rng.normal(size=(rows, inputs)).round(3)
    targets = rng.integers(0, 2, size=rows)
    targets[:2] = 0, 1
    model = Perceptron(eta0=RATE, max_iter=epochs, tol=None, shuffle=False, alpha=0)
    model.fit(x, targets)
    learned = {"w": model.coef_[0].tolist(), "b": float(model.intercept_[0])}
    return {"x": x.tolist(), "targets": targets.tolist(), "lr": RATE, "epochs": epochs, **learned}


if __name__ == "__main__":
    main()
