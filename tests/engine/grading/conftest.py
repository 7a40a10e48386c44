"""What tests of the graders share."""

from collections.abc import Iterator

import pytest

from engine.grading.realm import Realm
from tests.engine.grading.array_grading import Grader


@pytest.fixture(scope="module")
def grader() -> Iterator[Grader]:
    with Realm() as learner, Realm() as course:
        yield Grader(learner, course)
