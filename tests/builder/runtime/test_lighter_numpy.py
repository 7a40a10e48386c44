import ast

import pytest

from builder.project import Project
from builder.runtime.lighter_numpy import CHANGES, lighter
from builder.runtime.numpy_wheel import numpy_files, read_wheel
from builder.runtime.tools import RuntimeBuildError


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return numpy_files(read_wheel(Project().node_modules))


def test_only_the_named_files_change_and_each_is_still_python(files: dict[str, bytes]) -> None:
    made = lighter(files)
    assert made.keys() == files.keys()
    assert {path for path in files if made[path] != files[path]} == set(CHANGES)
    for path in CHANGES:
        ast.parse(made[path])


@pytest.mark.parametrize("path", CHANGES)
def test_another_numpy_is_refused(files: dict[str, bytes], path: str) -> None:
    for other in (b"", files[path] * 2):
        with pytest.raises(RuntimeBuildError, match="is not as it was"):
            lighter({**files, path: other})
