"""The points of an experiment: made from its seed, and parted into those for training and test."""

from dataclasses import dataclass

import numpy as np

from engine.nn.activations import Array
from engine.nn.data_sets import GATES, circles, corners, moons, spirals
from engine.playground.settings import LARGEST_PLACE, Settings

COUNT = 200
TRAIN_COUNT = 140
# Every so manieth of a learner's own points is kept back for the test.
OWN_TEST = 4
MARGIN = 0.15
SHAPES = {"moons": moons, "circles": circles, "spirals": spirals}


@dataclass(frozen=True)
class Data:
    """Points with their targets.

    Args:
        X_train: The inputs to learn, (n, 2).
        T_train: Their targets, (n, 1).
        X_test: Inputs that are never learned from, (m, 2).
        T_test: Their targets, (m, 1).
    """

    X_train: Array
    T_train: Array
    X_test: Array
    T_test: Array


def box_around(settings: Settings, data: Data) -> tuple[float, float, float, float]:
    """Return the square that is shown: left, right, bottom, top."""
    if settings.data == "own":
        return -LARGEST_PLACE, LARGEST_PLACE, -LARGEST_PLACE, LARGEST_PLACE
    points = np.concatenate([data.X_train, data.X_test])
    low, high = points.min(axis=0), points.max(axis=0)
    middle, reach = (low + high) / 2, float((high - low).max()) * (0.5 + MARGIN)
    left, bottom = float(middle[0]) - reach, float(middle[1]) - reach
    return left, left + 2 * reach, bottom, bottom + 2 * reach


def make_data(settings: Settings, rng: np.random.Generator) -> Data:
    """Return the points of an experiment."""
    if settings.data == "own":
        return own_data(settings)
    if settings.data in GATES:
        X, T = corners(GATES[settings.data], COUNT, settings.noise, rng)
    else:
        X, T = SHAPES[settings.data](COUNT, settings.noise, rng)
    # Mixed, so that the points kept back for the test are of all kinds.
    order = rng.permutation(COUNT)
    train, test = order[:TRAIN_COUNT], order[TRAIN_COUNT:]
    return Data(X[train], T[train], X[test], T[test])


def own_data(settings: Settings) -> Data:
    """Return the learner's own points; every fourth is kept back for the test."""
    points = np.array(settings.points, dtype=float)
    is_test = np.arange(1, len(points) + 1) % OWN_TEST == 0
    train, test = points[~is_test], points[is_test]
    return Data(train[:, :2], train[:, 2:], test[:, :2], test[:, 2:])
