"""Which of numpy's own tests run in the page, and what they need there."""

import base64
import io
import tarfile
import zipfile
from pathlib import Path

import _pytest

from builder.project import ROOT

# What the lessons use of numpy, and the tests of numpy for it.
CHOSEN = {
    "_core/tests/test_multiarray.py": (
        "TestArrayConstruction TestCreation TestArange TestAssignment TestScalarIndexing "
        "TestBinop TestSubscripting TestFancyIndexing TestNewaxis TestMethods TestStats TestDot "
        "TestMatmul TestMatmulOperator TestArgmax TestMinMax TestWhere TestConversion TestClip"
    ),
    "_core/tests/test_numeric.py": (
        "TestBoolArray TestArrayComparisons TestAllclose TestIsclose TestStdVar TestCreationFuncs "
        "TestLikeFuncs TestNonzero TestBroadcast TestKeepdims TestNonarrayArgs"
    ),
    "_core/tests/test_ufunc.py": "TestUfunc",
    "_core/tests/test_umath.py": (
        "TestComparisons TestAdd TestDivision TestPower TestExp TestLog TestSpecialFloats "
        "TestMaximum TestMinimum TestAbsoluteNegative TestSign TestOut"
    ),
    "_core/tests/test_indexing.py": (
        "TestIndexing TestBroadcastedAssignments TestFancyIndexingEquivalence "
        "TestMultiIndexingAutomated TestBooleanIndexing"
    ),
    "_core/tests/test_function_base.py": "TestLinspace",
    "_core/tests/test_shape_base.py": "TestAtleast2d TestHstack TestVstack TestConcatenate",
    "_core/tests/test_arrayprint.py": "TestArrayRepr TestArray2String TestPrintOptions",
    "_core/tests/test_getlimits.py": "TestHalf TestSingle TestDouble TestFinfo TestIinfo TestRepr",
    "linalg/tests/test_linalg.py": (
        "TestSolve TestInv TestEig TestEigh TestSVD TestQR TestDet TestLstsq TestPinv "
        "TestCholesky TestMatrixPower TestMatrixRank TestNormDouble"
    ),
    "lib/tests/test_shape_base.py": "TestExpandDims TestSplit TestColumnStack TestSqueeze TestTile",
    "lib/tests/test_function_base.py": "TestAverage TestCumsum TestProd TestUnique TestMeshgrid",
    "random/tests/test_generator_mt19937.py": "TestSeed TestIntegers TestRandomDist",
}
# What cannot hold in the page, with the reason.
DESELECTED = {
    "_core/tests/test_multiarray.py::TestConversion::test_to_bool_scalar_not_convertible": (
        "an array in itself: no recursion in C is so deep in a browser"
    ),
    "_core/tests/test_multiarray.py::TestCreation::test_zeros_big": "an array of 960 MB",
    "_core/tests/test_umath.py::TestSpecialFloats::test_unary_spurious_fpexception": (
        "3,000 cases about floating-point exceptions, which a browser does not have"
    ),
    "_core/tests/test_ufunc.py::TestUfunc::test_pickle": "saves a helper in C that is not there",
    "_core/tests/test_ufunc.py::TestUfunc::test_pickle_name_is_qualname": "the same",
    "random/tests/test_generator_mt19937.py::TestIntegers::"
    "test_integers_small_dtype_chisquared[50000000-5000-uint16-6500.0]": (
        "50 million numbers; smaller kinds stay"
    ),
}
PACKAGES = ("_pytest", "pytest", "pluggy", "iniconfig", "packaging", "pygments", "py.py")
HELPERS = ("_core/tests/_locales.py", "_core/tests/_natype.py", "random/tests/__init__.py")
HELPERS += ("lib/tests/__init__.py",)
WHEELS = ROOT / ".venv" / "numpy-tests"


def suite_wheel() -> Path:
    """Return the wheel that numpy's tests are taken from."""
    (wheel,) = WHEELS.glob("numpy-*.whl")
    return wheel


def chosen(file: str) -> list[str]:
    """Return what is chosen of a file as pytest names it."""
    return [f"numpy/{file}::{name}" for name in CHOSEN[file].split()]


def deselected() -> list[str]:
    """Return the tests that are left out as pytest names them."""
    return [f"numpy/{each}" for each in DESELECTED]


def packed() -> str:
    """Return pytest and numpy's tests as an archive in base64."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        site = Path(_pytest.__file__).parents[1]
        for name in PACKAGES:
            for path in [site / name, *(site / name).rglob("*.py")]:
                if path.is_file():
                    archive.add(path, path.relative_to(site).as_posix())
        with zipfile.ZipFile(suite_wheel()) as wheel:
            for name in (f"numpy/{each}" for each in (*CHOSEN, *HELPERS)):
                add(archive, name, wheel.read(name))
    return base64.b64encode(stream.getvalue()).decode()


def add(archive: tarfile.TarFile, name: str, data: bytes) -> None:
    """Add a file to an archive."""
    entry = tarfile.TarInfo(name)
    entry.size = len(data)
    archive.addfile(entry, io.BytesIO(data))
