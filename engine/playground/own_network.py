"""A learner's own `MLP` in the playground, held to its contract and to a time limit."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from time import perf_counter
from typing import Protocol

import numpy as np

from engine.kernel.baseline import Baseline
from engine.kernel.deadline import limited
from engine.kernel.errors import report
from engine.kernel.observe import main_module, streams
from engine.kernel.output import Output
from engine.kernel.own_code import NotUsableError
from engine.kernel.program import cell_filename, prepare, run
from engine.nn.activations import Array
from engine.playground.network import Layer, hidden_outputs

SECONDS = 2.0
NAME = "MLP"
CELL = cell_filename("mlp")
CLOSE = 1e-6
DEEPEST = 4


class Learned(Protocol):
    """What the contract of the exercise `mlp` promises."""

    def predict(self, X: Array) -> object:
        """Return the outputs."""

    def train_step(self, X: Array, T: Array, lr: float) -> object:
        """Move the weights."""


class OwnNetwork:
    """A network made by a learner's class."""

    def __init__(self, model: Learned, sizes: Sequence[int]) -> None:
        """Wrap what the class made.

        Args:
            model: The learner's object.
            sizes: How many numbers go in, are in each layer, and come out.
        """
        self.model = model
        self.sizes = sizes

    def predict(self, X: Array) -> Array:
        """Return the outputs for each row.

        Raises:
            NotUsableError: They have another shape.
        """
        outputs = np.asarray(self.model.predict(X.copy()), dtype=float)
        if outputs.shape != (len(X), 1):
            words = f"`predict` gives an array of shape {outputs.shape}, not {(len(X), 1)}"
            raise NotUsableError(words)
        return outputs

    def train_step(self, X: Array, T: Array, lr: float) -> float:
        """Move the weights once, and return the loss before."""
        return float(np.asarray(self.model.train_step(X.copy(), T.copy(), lr), dtype=float))

    def layers(self) -> Sequence[Layer]:
        """Return the layers, where the object holds them and they give what it predicts."""
        arrays = list(arrays_in(self.model, DEEPEST))
        layers = matching_layers(arrays, self.sizes)
        if not layers:
            return []
        X = np.array([[0.0, 0.0], [0.5, -1.0], [1.0, 2.0]])
        last_W, last_b = layers[-1]
        inner = [X, *hidden_outputs(layers, X, "sigmoid")][-1]
        outputs = hidden_outputs([(last_W, last_b), (last_W, last_b)], inner, "sigmoid")[0]
        return layers if np.allclose(outputs, self.predict(X), atol=CLOSE) else []


def matching_layers(arrays: list[Array], sizes: Sequence[int]) -> list[Layer]:
    """Return the first arrays that have the layers' shapes, in order; none where one is missing."""
    left = list(arrays)
    layers: list[Layer] = []
    for before, after in pairwise(sizes):
        W = take(left, ((before, after),))
        b = take(left, ((after,), (1, after)))
        if W is None or b is None:
            return []
        layers.append((W, b.reshape(-1)))
    return layers


def take(arrays: list[Array], shapes: Sequence[tuple[int, ...]]) -> Array | None:
    """Take the first array of one of these shapes out of a list."""
    for index, array in enumerate(arrays):
        if array.shape in shapes:
            return arrays.pop(index)
    return None


def arrays_in(value: object, depth: int) -> Iterator[Array]:
    """Yield the arrays of numbers in an object, its lists and its parts, in order."""
    if isinstance(value, np.ndarray):
        if value.dtype.kind == "f":
            yield value
        return
    if depth == 0:
        return
    if isinstance(value, list | tuple):
        inner: Sequence[object] = value
    elif isinstance(value, dict):
        inner = list(value.values())
    else:
        inner = list(getattr(value, "__dict__", {}).values())
    for part in inner:
        yield from arrays_in(part, depth - 1)


def make_own(
    code: str, setup: str, sizes: Sequence[int], rng: np.random.Generator, baseline: Baseline
) -> OwnNetwork:
    """Return the network that a learner's class makes.

    Raises:
        NotUsableError: The code stops, does not end, or has no class `MLP` that keeps its contract.
    """
    with held(baseline), main_module() as names:
        run(prepare(setup, "<set-up>"), names)
        run(prepare(code, CELL), names)
        make = names.get(NAME)
        if not isinstance(make, type):
            raise NotUsableError(f"there is no class `{NAME}` in it")
        model: Learned = make(list(sizes), rng)
        network = OwnNetwork(model, sizes)
        network.predict(np.zeros((3, sizes[0])))
        return network


@contextmanager
def held(baseline: Baseline) -> Iterator[None]:
    """Run learner's code in the block: its time is limited, and nobody sees what it prints.

    Raises:
        NotUsableError: It stops with an error, or its time is over.
    """
    ends = perf_counter() + SECONDS
    try:
        with streams(Output(lambda part: None)), limited(ends):
            yield
    except KeyboardInterrupt:
        # Otherwise it is the learner who presses Stop.
        if perf_counter() < ends:
            raise
        raise NotUsableError("it takes too long") from None
    except NotUsableError:
        raise
    except SyntaxError:
        raise NotUsableError("Python cannot read it") from None
    except BaseException as error:
        told = report(error, CELL)
        words = ": ".join(word for word in (told.type, told.message) if word)
        raise NotUsableError(f"it stops with {words}") from None
    finally:
        baseline.restore()
