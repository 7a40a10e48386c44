"""Numpy's own tests for what the lessons use, on the numpy of the page."""

import json
from pathlib import Path

import pytest

from tests.browser.kernel.numpy_suite import CHOSEN, chosen, deselected, packed, suite_wheel

IN_PAGE = Path(__file__).with_name("pytest_in_page.py").read_text(encoding="utf-8")


@pytest.fixture
def tester(kernel):
    """Return a kernel that has pytest and numpy's tests."""
    kernel.run(f"ARCHIVE = {packed()!r}")
    assert kernel.run(IN_PAGE)["result"]["error"] is None
    return kernel


def run_tests(tester, file: str) -> dict[str, dict[str, int]]:
    """Return how many tests of each chosen class passed and were skipped; none may fail."""
    told = json.loads(tester.text(f"main({chosen(file)!r}, {deselected()!r})"))
    assert suite_wheel().name.startswith(f"numpy-{told['numpy']}-")
    assert (told["troubles"], told["code"]) == ([], 0), told["said"]
    return told["classes"]


def test_numpy_passes_its_own_tests(tester):
    found = [counts for file in CHOSEN for counts in run_tests(tester, file).values()]
    assert len(found) == sum(len(chosen(file)) for file in CHOSEN)
    assert all(counts.get("passed") for counts in found)
    assert sum(counts["passed"] for counts in found) > 1500
