"""An experiment under way: it trains for a slice of time and tells what the network answers."""

from collections.abc import Iterator, Sequence
from math import isfinite
from time import perf_counter

import numpy as np

from engine.kernel.wire import Json, JsonObject
from engine.nn.activations import Array
from engine.nn.batches import minibatches
from engine.playground.data import Data, box_around
from engine.playground.network import Network
from engine.playground.pictures import Box, Pictures
from engine.playground.settings import Settings

WEIGHT_DECIMALS = 4
NO_NUMBER = (
    "After epoch {epoch} the loss is no number any more. The weights have grown beyond all "
    "bounds. Start over with a smaller learning rate."
)


class Session:
    """One experiment."""

    def __init__(
        self, settings: Settings, data: Data, network: Network, rng: np.random.Generator
    ) -> None:
        """Stand before the first epoch.

        Args:
            settings: What was asked for.
            data: The points.
            network: What learns.
            rng: Goes on to shuffle the points.
        """
        self.settings = settings
        self.data = data
        self.network = network
        self.rng = rng
        self.epoch = 0
        self.batches: Iterator[tuple[Array, Array]] | None = None
        self.box: Box = box_around(settings, data)
        self.pictures = Pictures(self.box, settings.activation)

    def advance(self, epochs: int, seconds: float) -> bool:
        """Train at most so many epochs and for about so long.

        Returns:
            Whether it stands at the end of an epoch. Only an epoch that alone takes longer than
            the time is left unfinished.
        """
        started = perf_counter()
        ends = started + seconds
        with np.errstate(all="ignore"):
            if not self.train_epoch(ends):
                return False
            for _ in range(epochs - 1):
                now = perf_counter()
                # As long as the last one: is there time for another?
                if now + (now - started) > ends:
                    break
                started = now
                self.train_epoch(float("inf"))
        return True

    def train_epoch(self, ends: float) -> bool:
        """Train to the end of the epoch; return False if the time is over before."""
        data, settings = self.data, self.settings
        if self.batches is None:
            self.batches = iter(minibatches(data.X_train, data.T_train, settings.batch, self.rng))
        for X, T in self.batches:
            self.network.train_step(X, T, settings.lr)
            if perf_counter() > ends:
                return False
        self.batches = None
        self.epoch += 1
        return True

    def frame(self) -> JsonObject:
        """Return all that is shown of this epoch."""
        data, network = self.data, self.network
        with np.errstate(all="ignore"):
            train = measure(network, data.X_train, data.T_train)
            test = measure(network, data.X_test, data.T_test) if len(data.X_test) else (None, None)
            layers = network.layers()
            pictures = {
                "output": self.pictures.output(network),
                "neurons": self.pictures.hidden(layers),
            }
        losses: dict[str, Json] = {"trainLoss": train[0], "testLoss": test[0]}
        parts: dict[str, Json] = {"trainAccuracy": train[1], "testAccuracy": test[1]}
        weights = [plain_table(W) for W, _ in layers]
        return {"epoch": self.epoch, **losses, **parts, **pictures, "weights": weights}

    def word(self, frame: JsonObject) -> str:
        """Return why it cannot go on, or nothing."""
        return "" if frame["trainLoss"] is not None else NO_NUMBER.format(epoch=self.epoch)


def measure(network: Network, X: Array, T: Array) -> tuple[float | None, float]:
    """Return the loss, None where it is no number, and the part that is right."""
    Y = network.predict(X)
    loss = float(np.mean((Y - T) ** 2))
    return loss if isfinite(loss) else None, float(np.mean((Y >= 0.5) == (T >= 0.5)))


def plain_table(W: Array) -> Sequence[Sequence[float]]:
    """Return a matrix as lists of short numbers."""
    rows = np.nan_to_num(W, nan=0, posinf=1e9, neginf=-1e9).round(WEIGHT_DECIMALS).tolist()
    return [[float(value) for value in row] for row in rows]
