"""Every row once, and beside its target, whether in batches or kept back for the test."""

import numpy as np
import pytest

from engine.nn.batches import minibatches, split


def rows(count: int) -> tuple[np.ndarray, np.ndarray]:
    """Return inputs and targets that tell by their values which belong together."""
    X = np.arange(2.0 * count).reshape(count, 2)
    return X, X[:, :1] * 10


@pytest.mark.parametrize(
    ("count", "size", "lengths"), [(10, 4, [4, 4, 2]), (6, 3, [3, 3]), (2, 5, [2]), (0, 3, [])]
)
def test_every_row_comes_once_and_keeps_its_target(count: int, size: int, lengths: list) -> None:
    batches = list(minibatches(*rows(count), size, np.random.default_rng(3)))
    assert [len(X) for X, _ in batches] == lengths
    assert sorted(x for X, _ in batches for x in X[:, 0]) == list(rows(count)[0][:, 0])
    assert all((X[:, :1] * 10 == T).all() for X, T in batches)


def test_the_order_is_new_each_time_and_the_same_for_the_same_seed() -> None:
    X, T = rows(20)
    rng = np.random.default_rng(1)
    first, second = (next(minibatches(X, T, 20, rng))[0] for _ in range(2))
    again = next(minibatches(X, T, 20, np.random.default_rng(1)))[0]
    assert (first != second).any()
    assert (first == again).all()


@pytest.mark.parametrize("part", [0, 0.25, 0.7, 1])
def test_no_row_is_in_both_parts_and_none_is_lost(part: float) -> None:
    X, T = rows(20)
    X_train, T_train, X_test, T_test = split(X, T, part, np.random.default_rng(2))
    assert len(X_train) == round(20 * part)
    assert sorted([*X_train[:, 0], *X_test[:, 0]]) == list(X[:, 0])
    assert (
        np.concatenate([T_train, T_test]) == np.concatenate([X_train, X_test])[:, :1] * 10
    ).all()
