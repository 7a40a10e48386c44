"""One epoch of the course's networks: in the page, and the same program in this Python."""

import platform
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from benchmarks.candidates import KERNEL
from benchmarks.measure import fresh_folder, opened
from benchmarks.server import serve
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
# Prints the seconds of an epoch, from a run that is long enough for the page's coarse clock.
TIMING = """
from time import perf_counter

train(EPOCHS // 10)
started = perf_counter()
train(EPOCHS)
print((perf_counter() - started) / EPOCHS)
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
        """Return the program that prints the seconds of an epoch."""
        return f"{self.program}\nEPOCHS = {self.epochs}\n{TIMING}"


TRAININGS = (
    Training("2-2-1 on XOR, lesson 4, no numpy", PLAIN, 20_000),
    Training("2-16-1 on moons, lesson 5, numpy", ARRAYS, 500),
)


@dataclass
class Epochs:
    """Seconds of an epoch, a value for each round."""

    page: list[float] = field(default_factory=list)
    native: list[float] = field(default_factory=list)

    def ratios(self) -> list[float]:
        """Return how many times longer the page took, for each round.

        >>> Epochs([3.0, 8.0], [1.0, 2.0]).ratios()
        [3.0, 4.0]
        """
        return [page / native for page, native in zip(self.page, self.native, strict=True)]


def measure_epochs(folder: Path, rounds: int) -> dict[str, Epochs]:
    """Train in turns in the page and here, so that a busy moment hits both."""
    found = {training.name: Epochs() for training in TRAININGS}
    with sync_playwright() as playwright, serve(folder) as host:
        address = f"{host.address}/{KERNEL.path}"
        with opened(playwright, str(fresh_folder()), address) as page:
            page.evaluate("firstOutput")
            for training in TRAININGS:
                # What is fetched later arrives, and the browser compiles what runs often.
                in_page(page, training)
            for count in range(rounds):
                for training in TRAININGS:
                    print(f"Epochs, round {count + 1}: {training.name}", file=sys.stderr)
                    found[training.name].page.append(in_page(page, training))
                    found[training.name].native.append(native(training))
    return found


def in_page(page: Page, training: Training) -> float:
    """Return the seconds of an epoch in the page."""
    return float(page.evaluate(IN_PAGE, training.code()))


def native(training: Training) -> float:
    """Return the seconds of an epoch in a new process of this Python."""
    command = [sys.executable, "-c", training.code()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout)


def epochs_table(found: dict[str, Epochs]) -> str:
    """Return the figures as text, one line for each network."""
    title = f"one epoch (here: Python {platform.python_version()})"
    lines = [f"{title:<36}{'page':<12}{'here':<12}page to here (lowest-highest)"]
    for name, each in found.items():
        ratios = each.ratios()
        spread = f"{median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f})"
        page, here = (f"{median(times) * 1e3:.3f} ms" for times in (each.page, each.native))
        lines.append(f"{name:<36}{page:<12}{here:<12}{spread}")
    return "\n".join(lines)


def epochs_json(found: dict[str, Epochs]) -> dict[str, object]:
    """Return the figures for a machine."""
    return {
        name: {"page": each.page, "native": each.native, "ratio": median(each.ratios())}
        for name, each in found.items()
    }
