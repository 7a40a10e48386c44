"""One step of training: the engine's MLP beside scikit-learn's and PyTorch's, where they are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import pairwise
from time import perf_counter

import numpy as np

from benchmarks.bench import Bench
from benchmarks.rows import Floor, Row
from engine.nn.mlp import MLP

Step = Callable[[], object]
SIZES = ((2, 8, 1), (2, 16, 16, 1), (64, 32, 10))
ROWS, RATE = 32, 0.5
SECONDS = 0.2


@dataclass(frozen=True)
class Batch:
    """What one step learns from: `X (n, d)`, `T (n, k)` with 0 and 1."""

    X: np.ndarray
    T: np.ndarray


def make_batch(sizes: Sequence[int]) -> Batch:
    """Return random inputs with a target of 1 for one output each."""
    rng = np.random.default_rng(1)
    labels = rng.integers(0, max(2, sizes[-1]), ROWS)
    targets = np.eye(max(2, sizes[-1]))[labels][:, -sizes[-1] :]
    return Batch(rng.normal(size=(ROWS, sizes[0])), targets)


def our_step(sizes: Sequence[int], batch: Batch) -> Step:
    """Return a step of the engine's network."""
    model = MLP(sizes, np.random.default_rng(1))
    return lambda: model.train_step(batch.X, batch.T, RATE)


def regressor_step(sizes: Sequence[int], batch: Batch) -> Step:
    """Return a step of scikit-learn's network with the squared error; its outputs are linear."""
    from sklearn.neural_network import MLPRegressor

    model = MLPRegressor(hidden_layer_sizes=sizes[1:-1], activation="logistic", **sgd())
    targets = batch.T if sizes[-1] > 1 else batch.T[:, 0]
    return lambda: model.partial_fit(batch.X, targets)


def classifier_step(sizes: Sequence[int], batch: Batch) -> Step:
    """Return a step of scikit-learn's network with the cross-entropy."""
    from sklearn.neural_network import MLPClassifier

    model = MLPClassifier(hidden_layer_sizes=sizes[1:-1], activation="logistic", **sgd())
    labels = batch.T.argmax(axis=1) if sizes[-1] > 1 else batch.T[:, 0].astype(int)
    classes = np.arange(max(2, sizes[-1]))
    return lambda: model.partial_fit(batch.X, labels, classes=classes)


def sgd() -> dict[str, object]:
    """Return the settings that make scikit-learn's step a plain one."""
    plain = {"solver": "sgd", "momentum": 0.0, "alpha": 0.0, "batch_size": ROWS}
    return {**plain, "learning_rate_init": RATE, "random_state": 1}


def torch_step(sizes: Sequence[int], batch: Batch) -> Step:
    """Return a step of the same network in PyTorch, with numbers as long as numpy's."""
    import torch

    # As much of the machine as numpy takes for arrays of this size.
    torch.set_num_threads(1)
    layers = [(torch.nn.Linear(d, h), torch.nn.Sigmoid()) for d, h in pairwise(sizes)]
    model = torch.nn.Sequential(*(part for layer in layers for part in layer)).double()
    descent = torch.optim.SGD(model.parameters(), lr=RATE)
    X, T = torch.from_numpy(batch.X), torch.from_numpy(batch.T)

    def step() -> float:
        descent.zero_grad()
        loss = torch.nn.functional.mse_loss(model(X), T)
        loss.backward()
        descent.step()
        return loss.item()

    return step


# Name in the table: the package that it needs, and what makes its step.
RIVALS = {
    "scikit-learn's MLPRegressor": ("sklearn", regressor_step),
    "scikit-learn's MLPClassifier": ("sklearn", classifier_step),
    "PyTorch": ("torch", torch_step),
}


@dataclass
class Steps:
    """Microseconds of a step, a value for each round: ours, and each rival's that is installed."""

    ours: list[float] = field(default_factory=list)
    rivals: dict[str, list[float]] = field(default_factory=dict)


def measure(bench: Bench) -> Iterator[Row]:
    """Time steps in turns, so that a busy moment hits all of them."""
    for sizes in SIZES:
        name = "-".join(str(size) for size in sizes)
        bench.say(f"Steps of {name}")
        yield from rows(name, measure_network(sizes, bench.rounds))


def measure_network(sizes: Sequence[int], rounds: int) -> Steps:
    """Time the steps of one network."""
    batch, steps = make_batch(sizes), Steps()
    ours = our_step(sizes, batch)
    rivals = {
        name: make(sizes, batch) for name, (package, make) in RIVALS.items() if find_spec(package)
    }
    for _ in range(rounds):
        steps.ours.append(time_step(ours))
        for name, step in rivals.items():
            steps.rivals.setdefault(name, []).append(time_step(step))
    return steps


def time_step(step: Step) -> float:
    """Return the microseconds of a step, from as many as the time holds, after a few first ones."""
    for _ in range(3):
        step()
    count, started = 0, perf_counter()
    while (passed := perf_counter() - started) < SECONDS:
        step()
        count += 1
    return 1e6 * passed / count


def rows(name: str, found: Steps) -> Iterator[Row]:
    """Yield a row for each rival of one network."""
    for rival in RIVALS:
        title = f"{name}, {ROWS} rows"
        if rival in found.rivals:
            yield Row(title, "µs", found.ours, Floor(rival, found.rivals[rival]))
        else:
            yield Row(title, "µs", found.ours, note=f"{rival} is not installed")
