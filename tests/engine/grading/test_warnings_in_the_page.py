"""A sigmoid that makes numpy warn is told where numpy never warns, as in the page, too."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from engine.grading.array_probes import WARNINGS

LARGE = np.array([[1000.0, -1000.0], [0.0, 5.0]])
OVERFLOW = ["overflow encountered in exp"]


@pytest.fixture(params=["as on a machine", "as in the page"])
def numpy_as(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let numpy warn, or let it find overflow and say nothing, as it does in the page."""
    if request.param == "as on a machine":
        yield
        return
    with np.errstate(all="call", call=lambda *_: None):
        yield


def probe(sigmoid: Callable, Z: np.ndarray) -> object:
    """Return what the check's probe gives for a sigmoid."""
    names = {"sigmoid": sigmoid}
    exec(WARNINGS, names)
    return names["probe"](Z)


def plain(Z: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-Z))


def in_place(Z: np.ndarray) -> np.ndarray:
    Y = np.zeros_like(Z)
    np.exp(-Z, out=Y)
    Y += 1
    return 1 / Y


def both_sides(Z: np.ndarray) -> np.ndarray:
    return np.where(Z >= 0, 1 / (1 + np.exp(-Z)), np.exp(Z) / (1 + np.exp(Z)))


def by_tanh(Z: np.ndarray) -> np.ndarray:
    return (1 + np.tanh(Z / 2)) / 2


def by_masks(Z: np.ndarray) -> np.ndarray:
    Y, up = np.empty_like(Z, dtype=float), Z >= 0
    Y[up] = 1 / (1 + np.exp(-Z[up]))
    Y[~up] = np.exp(Z[~up]) / (1 + np.exp(Z[~up]))
    return Y


def by_where(Z: np.ndarray) -> np.ndarray:
    E = np.exp(-Z, out=np.full(Z.shape, np.inf), where=Z > -700)
    return 1 / (1 + E)


def by_clip(Z: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(Z, -500, 500)))


def by_size(Z: np.ndarray) -> np.ndarray:
    small = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1, small) / (1 + small)


def quietly(Z: np.ndarray) -> np.ndarray:
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-Z))


@pytest.mark.parametrize("sigmoid", [plain, in_place])
def test_overflow_is_told(numpy_as: None, sigmoid: Callable) -> None:
    assert probe(sigmoid, LARGE) == OVERFLOW


def test_overflow_on_a_side_that_is_not_taken_is_told(numpy_as: None) -> None:
    assert set(OVERFLOW) <= set(probe(both_sides, LARGE))


@pytest.mark.parametrize("sigmoid", [by_tanh, by_masks, by_where, by_clip, by_size, quietly])
def test_what_makes_no_warning_is_let_pass(numpy_as: None, sigmoid: Callable) -> None:
    kept = LARGE.copy()
    assert probe(sigmoid, kept) == []
    assert (kept == LARGE).all()


def test_a_sigmoid_that_gives_nothing_is_told(numpy_as: None) -> None:
    assert probe(lambda Z: None, LARGE) is None
