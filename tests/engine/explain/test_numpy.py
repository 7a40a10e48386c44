"""Errors of numpy, word for word, with the arrays' names and shapes."""

from tests.engine.explain.programs import explained

IMPORT = "import numpy as np\n"


def test_a_product_tells_both_shapes() -> None:
    found = explained(IMPORT + "X = np.ones((4, 3))\nW = np.ones((4, 2))\nX @ W")
    assert found.line == 4
    assert found.cause == (
        "`X` has shape (4, 3) and `W` has shape (4, 2). The columns of the first (3) must be as "
        "many as the rows of the second (4)."
    )
    assert found.fix == "Turn the first one over: `X.T @ W`."


def test_a_sum_tells_both_shapes() -> None:
    found = explained(IMPORT + "Y = np.ones((4, 2))\nT = np.ones((2, 4))\nY - T")
    assert "`Y` has shape (4, 2) and `T` has shape (2, 4)." in found.cause
    assert found.fix == "Turn one over: `T.T`."


def test_an_array_is_no_condition() -> None:
    found = explained(IMPORT + "x = np.ones(3)\nif x > 0:\n    pass")
    assert found.cause == (
        "`x > 0` is an array with many answers, and here Python needs one: true or false."
    )


def test_sizes_need_brackets_of_their_own() -> None:
    found = explained(IMPORT + "np.zeros(3, 4)")
    assert found.fix == "Put the sizes in brackets of their own: `np.zeros((3, 4))`."


def test_whole_numbers_cannot_take_decimals() -> None:
    found = explained(IMPORT + "w = np.array([1, 2])\nw += 0.5")
    assert found.fix == "Make it an array of decimals first: `w = w.astype(float)`."


def test_an_axis_that_is_not_there() -> None:
    found = explained(IMPORT + "x = np.ones(3)\nx.sum(axis=1)")
    assert found.cause == (
        "`x` has shape (3,): it has one dimension, and the axes are counted from 0, so there is no "
        "axis 1."
    )
