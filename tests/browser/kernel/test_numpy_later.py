"""What numpy does on first use in the page and not on import; its own tests try what it gives."""

import json

LOADED = """
import json, sys
import numpy as np
later = ("numpy.linalg._umath_linalg", "numpy._typing")
before = [name for name in later if name in sys.modules]
solution = np.linalg.solve(np.array([[2.0, 0.0], [0.0, 4.0]]), np.array([2.0, 2.0]))
print(json.dumps([before, solution.tolist(), float(np.finfo(np.float32).eps)]))
"""
TYPES = """
from typing import Any
from numpy.linalg._linalg import EigResult, SVDResult
from numpy.typing import NDArray
fields = [*EigResult.__annotations__.values(), *SVDResult.__annotations__.values()]
print(len(fields), all(kind == NDArray[Any] for kind in fields))
"""


def test_import_numpy_leaves_what_few_programs_need(fresh_kernel):
    before, solution, smallest_step = json.loads(fresh_kernel.text(LOADED))
    assert (before, solution, smallest_step) == ([], [1.0, 0.5], 2.0**-23)


def test_the_types_of_results_are_numpys_own(kernel):
    assert kernel.text(TYPES).strip() == "5 True"


def test_what_python_starts_with_is_not_looked_through_again(fresh_kernel):
    counts = "import gc\nprint(gc.get_freeze_count(), len(gc.get_objects()))"
    frozen, others = map(int, fresh_kernel.text(counts).split())
    assert frozen > 15_000 > others
