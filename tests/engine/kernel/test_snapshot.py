"""What a start from a snapshot makes anew, on the machine that runs the tests."""

import logging
import random
import sys
import time
from types import ModuleType

import pytest

from engine.kernel.snapshot import awaken, note_zone, settle

ZONES = ["UTC", "Asia/Tokyo", "America/New_York", "Australia/Sydney", "Asia/Kathmandu"]
NAMES = ("timezone", "altzone", "daylight", "tzname")


@pytest.fixture
def start(monkeypatch):
    """Put back what the tests change of Python itself."""
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    monkeypatch.setattr(logging, "_startTime", 1)
    for name in NAMES:
        monkeypatch.setattr(time, name, getattr(time, name))


@pytest.mark.parametrize("zone", ZONES)
def test_the_zone_is_told_as_time_tells_it(monkeypatch, zone):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    told = ModuleType("told")
    note_zone(told)
    assert [getattr(told, name) for name in NAMES] == [getattr(time, name) for name in NAMES]
    monkeypatch.undo()
    time.tzset()


def test_every_snapshot_is_settled_in_the_same_state(start):
    random.random()
    settle()
    first = random.getstate()
    random.random()
    settle()
    assert random.getstate() == first
    assert sys.path[0] != ""


def test_chance_is_new_after_each_start(start):
    settle()
    awaken()
    first = random.random()
    settle()
    awaken()
    assert random.random() != first


def test_a_log_counts_from_the_start(start):
    before = time.time_ns()
    settle()
    awaken()
    assert logging._startTime >= before
