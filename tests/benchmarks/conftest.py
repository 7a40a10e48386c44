"""What the tests of the benchmarks share."""

import pytest

from builder.project import ROOT


@pytest.fixture(scope="session")
def readme() -> str:
    return (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")
