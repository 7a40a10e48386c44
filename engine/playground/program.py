"""An experiment of the playground as a Python program that runs anywhere with numpy."""

from inspect import getsource
from string import Template

from engine.nn.activations import activate, activation_slope
from engine.nn.batches import minibatches
from engine.nn.data_sets import GATES, corners
from engine.nn.losses import mean_squared_error, mean_squared_error_slope
from engine.nn.mlp import MLP
from engine.nn.two_layers import first_weights
from engine.playground.data import COUNT, OWN_TEST, SHAPES, TRAIN_COUNT
from engine.playground.settings import Settings

HEAD = '''\
"""An experiment from the playground of ML Bites.

Run it with `python experiment.py`. It needs numpy, which `pip install numpy` brings.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
'''
MADE = """\
X, T = $call
order = rng.permutation($count)
train, test = order[:$cut], order[$cut:]
X_train, T_train, X_test, T_test = X[train], T[train], X[test], T[test]"""
OWN = """\
points = np.array($points)
is_test = np.arange(1, len(points) + 1) % $every == 0
train, test = points[~is_test], points[is_test]
X_train, T_train, X_test, T_test = train[:, :2], train[:, 2:], test[:, :2], test[:, 2:]"""
EXPERIMENT = """\
rng = np.random.default_rng($seed)
$data

model = $model
for epoch in range($epochs):
    for X_batch, T_batch in minibatches(X_train, T_train, $batch, rng):
        model.train_step(X_batch, T_batch, $lr)


def loss(X, T):
    return np.mean((model.predict(X) - T) ** 2)


print("epochs:", $epochs)
print(f"loss on the training points: {loss(X_train, T_train):.4f}")
if len(X_test):
    print(f"loss on the test points: {loss(X_test, T_test):.4f}")
"""


def write_program(settings: Settings, epochs: int, own_code: str) -> str:
    """Return the program.

    Args:
        settings: The experiment.
        epochs: How long it trains.
        own_code: The learner's code with an `MLP`; empty for the course's network.
    """
    # The learner's code comes first: what is ours is then as it was in the playground.
    losses = (mean_squared_error, mean_squared_error_slope)
    course = (activate, activation_slope, *losses, first_weights, MLP)
    sources = [own_code.strip()] if own_code else [getsource(part) for part in course]
    sources.append(getsource(minibatches))
    if settings.data in SHAPES:
        sources.append(getsource(SHAPES[settings.data]))
    elif settings.data in GATES:
        sources.append(getsource(corners))
    arguments = (
        f"{settings.sizes}, rng" if own_code else f"{settings.sizes}, rng, {settings.activation!r}"
    )
    experiment = Template(EXPERIMENT).substitute(
        seed=settings.seed,
        data=data_lines(settings),
        model=f"MLP({arguments})",
        epochs=epochs,
        batch=settings.batch,
        lr=settings.lr,
    )
    return "\n\n".join([HEAD, *(source.strip() + "\n" for source in sources), experiment])


def data_lines(settings: Settings) -> str:
    """Return the lines that make the points."""
    if settings.data == "own":
        points = [list(point) for point in settings.points]
        return Template(OWN).substitute(points=points, every=OWN_TEST)
    if settings.data in GATES:
        call = f"corners({GATES[settings.data]}, {COUNT}, {settings.noise}, rng)"
    else:
        call = f"{settings.data}({COUNT}, {settings.noise}, rng)"
    return Template(MADE).substitute(call=call, count=COUNT, cut=TRAIN_COUNT)
