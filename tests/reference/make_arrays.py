"""Write arrays.json: what PyTorch says of our networks' outputs, losses, slopes and steps.

Run it in an environment of its own that has torch 2.13; the tests only read the numbers:

    python tests/reference/make_arrays.py

All is computed in double precision. Weights, inputs and targets are drawn here and stored with
what came of them, so that nothing depends on anybody's random numbers.
"""

import json
from itertools import pairwise
from pathlib import Path

import torch

ACTIVATIONS = {"sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}
SIZES = ((2, 1), (2, 3, 1), (4, 3, 2), (3, 5, 4, 2), (1, 2, 2, 2, 3))
ROWS, STEPS, RATE = 5, 3, 0.5
PLACES = [-800.0, -30.0, -2.5, -0.5, 0.0, 0.25, 3.0, 40.0, 800.0]


def main() -> None:
    """Write all cases."""
    torch.manual_seed(1)
    torch.set_default_dtype(torch.float64)
    networks = [case(sizes, kind) for sizes in SIZES for kind in ACTIVATIONS]
    found = {
        "torch": torch.__version__,
        "places": PLACES,
        "activations": {kind: activation(kind) for kind in ACTIVATIONS},
        "networks": networks,
        "losses": [losses() for _ in range(3)],
    }
    text = json.dumps(found, separators=(",", ":")).replace('{"sizes"', '\n{"sizes"')
    Path(__file__).with_name("arrays.json").write_text(text + "\n", encoding="utf-8")


def activation(kind: str) -> dict[str, list[float]]:
    """Return an activation's values and slopes at some places."""
    z = torch.tensor(PLACES, requires_grad=True)
    values = ACTIVATIONS[kind](z)
    values.sum().backward()
    return {"values": values.tolist(), "slopes": z.grad.tolist()}


def drawn(*shape: int) -> torch.Tensor:
    """Return random numbers of three digits, which JSON holds exactly."""
    return torch.round(torch.randn(*shape) * 1000) / 1000


def case(sizes: tuple[int, ...], kind: str) -> dict[str, object]:
    """Return a network with its outputs and slopes, and the losses of some steps of SGD."""
    weights = [drawn(d, h).requires_grad_() for d, h in pairwise(sizes)]
    biases = [drawn(h).requires_grad_() for h in sizes[1:]]
    X, T = drawn(ROWS, sizes[0]), torch.round(torch.rand(ROWS, sizes[-1]) * 1000) / 1000
    start = [w.tolist() for w in weights], [b.tolist() for b in biases]
    optimiser = torch.optim.SGD([*weights, *biases], lr=RATE)
    told: list[float] = []
    for step in range(STEPS):
        outputs = run(X, weights, biases, kind)
        loss = torch.nn.functional.mse_loss(outputs[-1], T)
        optimiser.zero_grad()
        loss.backward()
        if step == 0:
            first = {
                "outputs": [each.tolist() for each in outputs],
                "dW": [w.grad.tolist() for w in weights],
                "db": [b.grad.tolist() for b in biases],
            }
        told.append(loss.item())
        optimiser.step()
    ends = {"W_after": [w.tolist() for w in weights], "b_after": [b.tolist() for b in biases]}
    given = {"sizes": sizes, "activation": kind, "X": X.tolist(), "T": T.tolist(), "lr": RATE}
    return {**given, "W": start[0], "b": start[1], **first, "losses": told, **ends}


def run(
    X: torch.Tensor, weights: list[torch.Tensor], biases: list[torch.Tensor], kind: str
) -> list[torch.Tensor]:
    """Return every layer's outputs; the last layer has sigmoid neurons."""
    outputs, values = [], X
    for number, (w, b) in enumerate(zip(weights, biases, strict=True), start=1):
        total = torch.nn.functional.linear(values, w.T, b)
        values = torch.sigmoid(total) if number == len(weights) else ACTIVATIONS[kind](total)
        outputs.append(values)
    return outputs


def losses() -> dict[str, object]:
    """Return predictions with their losses, and the squared error's slopes."""
    scores = drawn(4, 3)
    labels = torch.randint(0, 3, (4,))
    T = torch.nn.functional.one_hot(labels, 3).to(torch.float64)
    P = torch.softmax(scores, dim=1).requires_grad_()
    squared = torch.nn.functional.mse_loss(P, T)
    squared.backward()
    return {
        "P": P.tolist(),
        "T": T.tolist(),
        "squared": squared.item(),
        "slopes": P.grad.tolist(),
        "cross_entropy": torch.nn.functional.cross_entropy(scores, labels).item(),
    }


if __name__ == "__main__":
    main()
