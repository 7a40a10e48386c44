"""The arithmetic of the benchmarks, and the table and the file that tell it."""

import json

import pytest

from benchmarks.report import as_json, table
from benchmarks.rows import Floor, Row, Target, at_least, at_most, ratio_at_most

START = Row("start", "ms", [40, 30, 90], Floor("bare", [100, 100, 100]), ratio_at_most(0.5))


def test_a_row_has_medians_and_the_spread_of_its_rounds_ratios() -> None:
    assert START.ours() == 40
    assert START.ratios() == [0.4, 0.3, 0.9]
    assert START.ratio() == 0.4
    assert START.spread() == (0.3, 0.9)


def test_the_ratio_is_that_of_rounds_because_a_busy_moment_hits_both() -> None:
    row = Row("start", "ms", [10, 20, 400], Floor("bare", [20, 400, 40]))
    assert row.ratio() == 0.5


def test_without_a_floor_the_spread_is_that_of_ours() -> None:
    row = Row("weight", "MB", [4, 6, 5])
    assert (row.ratio(), row.spread(), row.is_met()) == (None, (4, 6), None)


@pytest.mark.parametrize(
    ("target", "is_met"),
    [
        (ratio_at_most(0.4), True),
        (ratio_at_most(0.39), False),
        (at_most(40), True),
        (at_most(39), False),
        (at_least(40), True),
        (at_least(41), False),
    ],
)
def test_a_target_is_met_up_to_its_limit(target: Target, is_met: bool) -> None:
    row = Row("start", "ms", START.samples, START.floor, target)
    assert row.is_met() is is_met


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    row = Row("peer", "ms", target=at_most(5), note="not installed")
    assert (row.ours(), row.ratio(), row.spread(), row.is_met()) == (None, None, None, None)


def test_a_row_needs_a_floor_of_as_many_rounds() -> None:
    with pytest.raises(ValueError, match="each sample needs the floor's"):
        Row("start", "ms", [1, 2], Floor("bare", [1]))


def test_a_ratio_needs_a_floor() -> None:
    with pytest.raises(ValueError, match="no ratio without a floor"):
        Row("start", "ms", [1], target=ratio_at_most(1))


def test_every_row_stands_in_one_table() -> None:
    missing = Row("a peer", note="not installed")
    weight = Row("page", "KB", [240.0], target=at_most(250))
    lines = table({"first": [START], "weight": [weight, missing]}).splitlines()
    cells = [[cell for cell in line.split("  ") if cell] for line in lines]
    assert [[cell.strip() for cell in line] for line in cells] == [
        ["figure", "ours", "floor", "ratio", "lowest-highest", "target"],
        ["[first]"],
        ["start", "40.0 ms", "100 ms, bare", "0.400", "0.300-0.900", "ratio <= 0.5", "met"],
        ["[weight]"],
        ["page", "240 KB", "240-240", "<= 250 KB", "met"],
        ["a peer", "not installed"],
    ]
    assert lines[2].index("0.400") == lines[0].index("ratio")


def test_a_target_that_is_not_reached_catches_the_eye() -> None:
    assert "MISSED" in table({"weight": [Row("page", "KB", [251.0], target=at_most(250))]})


def test_the_file_has_the_rows_and_every_sample() -> None:
    machine = {"cpu": "one", "browser": "Chromium 1"}
    found = json.loads(json.dumps(as_json({"first": [START]}, machine)))
    assert found["machine"] == machine
    (row,) = found["rows"]
    assert row["part"] == "first"
    assert row["samples"] == [40, 30, 90]
    assert row["floor_samples"] == [100, 100, 100]
    assert (row["ratio"], row["floor"], row["met"]) == (0.4, 100, True)
    assert row["target"] == "ratio <= 0.5"
