"""Runs tests in the page's Python; the text of this file is sent there.

`ARCHIVE` holds pytest and the tests; it is there when this is run.
"""

import base64
import contextlib
import io
import json
import os
import sys
import tarfile
import types

import numpy

PLACE = os.path.dirname(os.path.dirname(numpy.__file__))
ABSENT = [
    # Helpers in C that come with numpy's tests, and what translates Fortran.
    *(f"numpy._core._{name}_tests" for name in ("multiarray", "umath", "rational")),
    *(f"numpy._core._{name}_tests" for name in ("operand_flag", "struct_ufunc")),
    "numpy.f2py",
    *("hypothesis", "hypothesis.strategies", "hypothesis.extra", "hypothesis.extra.numpy"),
]
WITHOUT = ("cacheprovider", "faulthandler", "terminal")
OPTIONS = ["-s", "--import-mode=importlib", *(f"-pno:{name}" for name in WITHOUT)]

with tarfile.open(fileobj=io.BytesIO(base64.b64decode(ARCHIVE))) as archive:  # noqa: F821
    archive.extractall(PLACE, filter="data")

import pytest  # noqa: E402


class Absent:
    """Something that no wheel for the page has: a test that calls it is skipped."""

    # Numpy asks for it where this is to be a kind of number.
    dtype = numpy.dtype(object)

    def __init__(self, name):
        self.name = name

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return Absent(f"{self.name}.{name}")

    def __or__(self, other):
        return self

    def __call__(self, *arguments, **options):
        if arguments and isinstance(arguments[0], types.FunctionType):
            return pytest.mark.skip(reason=self.name)(lambda *_: None)
        if "PYTEST_CURRENT_TEST" in os.environ:
            pytest.skip(self.name)
        return self


class AbsentModule(types.ModuleType):
    """A module of such things."""

    __path__ = ()

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return Absent(f"{self.__name__}.{name}")


class Record:
    """What came of each test."""

    def __init__(self):
        self.classes = {}
        self.troubles = []

    def pytest_collectreport(self, report):
        if report.failed:
            self.troubles.append(f"{report.nodeid}\n{report.longrepr}")

    def pytest_runtest_logreport(self, report):
        if report.when == "call" or report.outcome != "passed":
            group = "::".join(report.nodeid.split("::")[:2])
            counts = self.classes.setdefault(group, {})
            counts[report.outcome] = counts.get(report.outcome, 0) + 1
        if report.failed:
            self.troubles.append(f"{report.nodeid}\n{report.longrepr}")


def stand_in():
    """Let imports of what is absent succeed."""
    for name in ABSENT:
        parent, _, last = name.rpartition(".")
        sys.modules[name] = AbsentModule(name)
        if parent:
            setattr(sys.modules[parent], last, sys.modules[name])


def main(chosen, deselected):
    """Run tests, and print what came of them as JSON."""
    record, said = Record(), io.StringIO()
    places = [f"{PLACE}/{each}" for each in chosen]
    apart = [f"--deselect={each}" for each in deselected]
    options = [*OPTIONS, f"--rootdir={PLACE}", "-c", os.devnull, *apart]
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = pytest.main([*options, *places], [record])
    told = {"numpy": numpy.__version__, "code": code, "classes": record.classes}
    print(json.dumps({**told, "troubles": record.troubles, "said": said.getvalue()[-2000:]}))


stand_in()
