"""A kernel to run cells in, with everything that it put out."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from engine.kernel.baseline import Baseline
from engine.kernel.run import Kernel, RunResult


@dataclass
class Notebook:
    """Runs cells of one lesson and keeps their output.

    Args:
        answers: What is typed when a cell asks, in order; then the input ends.
        asked: The prompts that were shown.
    """

    kernel: Kernel = field(default_factory=lambda: Kernel(Baseline()))
    parts: list[dict[str, str]] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def run(self, code: str, cell: str = "one", setup: str = "", lesson: str = "l") -> RunResult:
        self.parts.clear()
        return self.kernel.run(lesson, cell, code, setup, self.parts.append, self.read_line)

    def read_line(self, prompt: str) -> str | None:
        self.asked.append(prompt)
        return self.answers.pop(0) if self.answers else None

    def text(self, kind: str = "stdout") -> str:
        return "".join(part["text"] for part in self.parts if part["kind"] == kind)


@pytest.fixture
def notebook() -> Iterator[Notebook]:
    notebook, path = Notebook(), list(sys.path)
    yield notebook
    # As the page does after a run; and what a cell has added to the path is of no use to others.
    notebook.kernel.baseline.restore()
    sys.path[:] = path
