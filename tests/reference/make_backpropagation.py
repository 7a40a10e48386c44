"""Write backpropagation.json: what PyTorch's autograd finds for lesson 4's networks.

Run it in an environment of its own that has torch; the tests only read the numbers:

    python tests/reference/make_backpropagation.py

PyTorch gets the networks as its own layers and moves them with its own SGD, in double precision.
Nothing of the course's engine is imported.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import torch

TOTALS = (-1000.0, -30.0, -3.5, -1.0, 0.0, 0.25, 2.0, 8.0, 1000.0)
XOR = [([0.0, 0.0], 0.0), ([0.0, 1.0], 1.0), ([1.0, 0.0], 1.0), ([1.0, 1.0], 0.0)]
CURVE = [([-1.0], 0.0), ([0.0], 0.0), ([1.0], 1.0), ([2.0], 1.0)]
Data = Sequence[tuple[Sequence[float], float]]


def main() -> None:
    """Write the sigmoid's slopes, and both networks after some epochs."""
    torch.set_default_dtype(torch.float64)
    random = torch.Generator().manual_seed(4)
    runs = [run(1, CURVE, random, epochs, lr) for epochs, lr in ((1, 2.0), (5, 1.0), (200, 0.5))]
    runs += [run(2, XOR, random, epochs, lr) for epochs, lr in ((1, 2.0), (5, 1.0), (500, 0.5))]
    numbers = {"torch": torch.__version__, "sigmoid": [sigmoid(z) for z in TOTALS], "runs": runs}
    text = json.dumps(numbers, indent=1)
    Path(__file__).with_name("backpropagation.json").write_text(text + "\n", encoding="utf-8")


def sigmoid(z: float) -> dict[str, float]:
    """Return the sigmoid of a total, and its slope there."""
    total = torch.tensor(z, requires_grad=True)
    answer = torch.sigmoid(total)
    answer.backward()
    return {"z": z, "answer": answer.item(), "slope": total.grad.item()}


def run(size: int, data: Data, random: torch.Generator, epochs: int, lr: float) -> dict:
    """Return a network's slopes for each example at its start, and where it ends."""
    hidden, out = torch.nn.Linear(size, size), torch.nn.Linear(size, 1)
    with torch.no_grad():
        for parameter in (*hidden.parameters(), *out.parameters()):
            parameter.copy_(torch.randn(parameter.shape, generator=random).mul(100).round() / 100)
    start = numbers(hidden, out)
    slopes = [example_slopes(hidden, out, example) for example in data]
    train(hidden, out, data, epochs, lr)
    told = {"data": data, "epochs": epochs, "lr": lr, "start": start, "slopes": slopes}
    return {**told, "end": numbers(hidden, out), "mean_loss": mean_loss(hidden, out, data)}


def numbers(hidden: torch.nn.Linear, out: torch.nn.Linear, slopes: bool = False) -> list[float]:
    """Return all parameters in the lesson's order: neuron by neuron, weights and then the bias."""
    found = []
    for layer in (hidden, out):
        weight, bias = (p.grad if slopes else p.detach() for p in (layer.weight, layer.bias))
        found += torch.cat([weight, bias[:, None]], dim=1).flatten().tolist()
    return found


def loss(hidden: torch.nn.Linear, out: torch.nn.Linear, example: tuple) -> torch.Tensor:
    """Return the squared error on one example."""
    x, target = example
    answer = torch.sigmoid(out(torch.sigmoid(hidden(torch.tensor(x)))))
    return torch.nn.functional.mse_loss(answer, torch.tensor([target]))


def example_slopes(hidden: torch.nn.Linear, out: torch.nn.Linear, example: tuple) -> list[float]:
    """Return the slopes of the loss on one example."""
    hidden.zero_grad()
    out.zero_grad()
    loss(hidden, out, example).backward()
    return numbers(hidden, out, slopes=True)


def train(
    hidden: torch.nn.Linear, out: torch.nn.Linear, data: Data, epochs: int, lr: float
) -> None:
    """Move a network, one example at a time in the given order."""
    descent = torch.optim.SGD([*hidden.parameters(), *out.parameters()], lr=lr)
    for _ in range(epochs):
        for example in data:
            descent.zero_grad()
            loss(hidden, out, example).backward()
            descent.step()


def mean_loss(hidden: torch.nn.Linear, out: torch.nn.Linear, data: Data) -> float:
    """Return the mean of the losses on all examples."""
    return sum(loss(hidden, out, example).item() for example in data) / len(data)


if __name__ == "__main__":
    main()
