"""What is right about batches, in whatever order they come."""

from collections.abc import Sequence

from engine.grading.phrases import show
from engine.grading.shapes import amount, block, items
from engine.grading.spec import RIGHT, Finding

Rows = list[list[float]]
Batch = tuple[Rows, Rows]


def table(value: object) -> Rows:
    """Return the rows of an array with two axes; none for anything else."""
    array = block(value)
    nested = array.tolist() if array is not None and len(array.shape) == 2 else []
    rows = nested if isinstance(nested, list) else []
    return [[float(each) for each in row if isinstance(each, int | float)] for row in rows]


def are_batches(got: object, count: int, size: int, *_: object) -> Finding:
    """Judge whether every row comes once, with its target, in a new order, so many at a time."""
    if got is None:
        return Finding(
            "`minibatches` gave `None`. Hand the batches out with `yield`, or return a list of "
            "them.",
            "none",
        )
    passes, X, T = items(got)
    read = []
    for one in items(passes):
        finding = are_pairs(one)
        if not finding.message:
            read.append([read_batch(batch) for batch in items(one)])
            finding = one_pass(read[-1], count, size)
        if finding.message:
            return finding
    kept = [[2.0 * i, 2.0 * i + 1] for i in range(count)], [[10.0 * i] for i in range(count)]
    if (table(X), table(T)) != kept:
        return Finding("`X` and `T` were changed. Leave them as they are.", "changed")
    return in_new_order([[row[0] for _, T in batches for row in T] for batches in read])


def are_pairs(one: object) -> Finding:
    """Judge whether what came is batches, each of them rows of `X` and rows of `T`."""
    if not isinstance(one, list | tuple):
        return Finding(
            f"`minibatches` gave `{show(one, 60)}`. It should give batches: pairs of rows of `X` "
            "and the same rows of `T`.",
            "no batches",
        )
    for batch in one:
        parts = items(batch)
        if len(parts) != 2:
            return Finding(
                f"A batch is a pair: rows of `X` and the same rows of `T`. Yours is "
                f"{amount(batch)}.",
                "no pair",
            )
        for name, part, columns in zip("XT", parts, (2, 1), strict=True):
            array = block(part)
            if array is None or len(array.shape) != 2 or array.shape[1] != columns:
                return Finding(
                    f"The rows of `{name}` in a batch have the shape "
                    f"`{array.shape if array else show(part, 60)}`. They should have two axes as "
                    f"`{name}` has: a row for each example, and {columns} "
                    f"column{'s' * (columns > 1)}.",
                    f"shape of {name}",
                )
    return RIGHT


def read_batch(batch: object) -> Batch:
    """Return the rows of inputs and of targets."""
    X, T = items(batch)
    return table(X), table(T)


def in_new_order(orders: Sequence[Sequence[float]]) -> Finding:
    """Judge the order of several times through the data; the last is by a twin of the first.

    With four rows or more, all five orders are the same by chance less than once in 300,000 times.
    """
    if len(orders[0]) <= 3:
        return RIGHT
    *rest, twin = orders
    if all(list(order) == sorted(order) for order in rest):
        return Finding("The rows come in the order in which they stand. Shuffle them.", "in order")
    if all(order == rest[0] for order in rest):
        return Finding("The order is the same each time. Take it from `rng`.", "same order")
    if rest[0] != twin:
        return Finding(
            "The order does not come from `rng` alone: a generator with the same seed led to "
            "another order. Take all chance from `rng`, as in `rng.permutation`.",
            "not from rng",
        )
    return RIGHT


def one_pass(batches: Sequence[Batch], count: int, size: int) -> Finding:
    """Judge one time through the data."""
    if any(len(X) != len(T) for X, T in batches):
        return Finding("A batch has more inputs than targets, or fewer.", "uneven")
    pairs = [(x[0], t[0]) for X, T in batches for x, t in zip(X, T, strict=True)]
    if any(t != 5 * x for x, t in pairs):
        return Finding(
            "A row of inputs came with the target of another row. Use one order for both.",
            "torn apart",
        )
    if len(set(pairs)) != len(pairs):
        return Finding("Some rows come more than once.", "repeated")
    if len(pairs) != count:
        return Finding(
            f"Of {count} rows, {len(pairs)} came. The last batch may be smaller, but it counts.",
            "rows lost",
        )
    lengths = [len(X) for X, _ in batches]
    if 0 in lengths:
        return Finding(f"The batches have {show(lengths)} rows. Leave out the empty one.", "empty")
    if any(length != size for length in lengths[:-1]) or max(lengths, default=0) > size:
        return Finding(
            f"With {count} rows and `size` {size}, your batches have {show(lengths)} rows. Each "
            f"should have {size}; only the last may have fewer.",
            "sizes",
        )
    return RIGHT
