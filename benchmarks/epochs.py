"""One epoch of the course's networks: in the page, and the same program in this Python."""

import platform
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

from playwright.sync_api import Page

from benchmarks.bench import Bench
from benchmarks.candidates import KERNEL
from benchmarks.measure import opened
from benchmarks.rows import Floor, Row
from builder.project import ROOT

# Each program defines `train(epochs)`, as its lesson does it.
PLAIN = """
from engine import XOR_START, train_xor

def train(epochs):
    train_xor(XOR_START, epochs, 2.0)
"""
ARRAYS = """
import numpy as np
from engine import MLP, minibatches, moons

rng = np.random.default_rng(0)
X_train, T_train = moons(200, 0.1, rng)
model = MLP([2, 16, 1], rng)

def train(epochs):
    for epoch in range(epochs):
        for X, T in minibatches(X_train, T_train, 20, rng):
            model.train_step(X, T, 2)
"""
# Prints the milliseconds of an epoch, from a run that is long enough for the page's coarse clock.
TIMING = """
from time import perf_counter

train(EPOCHS // 10)
started = perf_counter()
train(EPOCHS)
print(1_000 * (perf_counter() - started) / EPOCHS)
"""
IN_PAGE = """
async (code) => {
  const output = document.querySelector("#output");
  output.textContent = "";
  const { error } = await window.run(code);
  if (error) throw new Error(error.message);
  return output.textContent;
}
"""


@dataclass(frozen=True)
class Training:
    """A network with its data: what the table calls it, the program, and how many epochs."""

    name: str
    program: str
    epochs: int

    def code(self) -> str:
        """Return the program that prints the milliseconds of an epoch."""
        return f"{self.program}\nEPOCHS = {self.epochs}\n{TIMING}"


TRAININGS = (
    Training("2-2-1 on XOR, lesson 4, no numpy", PLAIN, 20_000),
    Training("2-16-1 on moons, lesson 5, numpy", ARRAYS, 500),
)


@dataclass
class Epochs:
    """Milliseconds of an epoch, a value for each round."""

    page: list[float] = field(default_factory=list)
    native: list[float] = field(default_factory=list)


def measure(bench: Bench) -> Iterator[Row]:
    """Train in turns in the page and here, so that a busy moment hits both."""
    found = {training.name: Epochs() for training in TRAININGS}
    address = f"{bench.host.address}/{KERNEL.path}"
    with opened(bench.playwright, str(bench.new_folder()), address) as page:
        page.evaluate("firstOutput")
        for training in TRAININGS:
            # What is fetched later arrives, and the browser compiles what runs often.
            in_page(page, training)
        for count in range(bench.rounds):
            for training in TRAININGS:
                bench.say(f"Epochs, round {count + 1}: {training.name}")
                found[training.name].page.append(in_page(page, training))
                found[training.name].native.append(native(training))
    yield from rows(found)


def in_page(page: Page, training: Training) -> float:
    """Return the milliseconds of an epoch in the page."""
    return float(page.evaluate(IN_PAGE, training.code()))


def native(training: Training) -> float:
    """Return the milliseconds of an epoch in a new process of this Python."""
    command = [sys.executable, "-c", training.code()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout)


def rows(found: dict[str, Epochs]) -> Iterator[Row]:
    """Yield a row for each network."""
    here = f"Python {platform.python_version()} here"
    for name, each in found.items():
        yield Row(name, "ms", each.page, Floor(here, each.native))
