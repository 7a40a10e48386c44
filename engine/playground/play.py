"""What the page asks of the playground: set up, train a slice, write it down as a program."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

import numpy as np

from engine.kernel.baseline import Baseline
from engine.kernel.own_code import NotUsableError, outcome
from engine.kernel.wire import Json, JsonObject, measure, number, record, text
from engine.nn.activations import Array
from engine.playground.data import make_data
from engine.playground.network import CourseNetwork, Network
from engine.playground.own_network import held, make_own
from engine.playground.program import write_program
from engine.playground.session import Session
from engine.playground.settings import RefusedError, Settings, read_settings

GONE = "Python was started again, and the experiment is gone. Start over."
BROKEN = "Your own MLP was stopped: {reason}. Start over to go on with the course's."
MOST_SECONDS = 0.05
PLACE_DECIMALS = 3


class Player:
    """Holds the one experiment that is under way."""

    def __init__(self, baseline: Baseline) -> None:
        """Start with none.

        Args:
            baseline: What the interpreter is put back to after a learner's code.
        """
        self.baseline = baseline
        self.session: Session | None = None
        self.code = self.setup = ""

    def start(self, request: JsonObject) -> JsonObject:
        """Set up an experiment: PlaygroundRequest to PlaygroundScene, or why not."""
        self.session = None
        try:
            settings = read_settings(record(request, "settings"))
        except RefusedError as reason:
            return {"refused": str(reason)}
        self.code, self.setup = text(request, "code"), text(request, "setup")
        trouble: str | None = ""
        if self.code:
            try:
                return self.scene(self.begin(settings), None)
            except NotUsableError as reason:
                trouble, self.code = str(reason), ""
        return self.scene(self.begin(settings), trouble)

    def begin(self, settings: Settings) -> Session:
        """Make the points and the network, in this order, from one seed."""
        rng = np.random.default_rng(settings.seed)
        data = make_data(settings, rng)
        network: Network
        if self.code:
            # Its contract has no other activation.
            settings = replace(settings, activation="sigmoid")
            network = make_own(self.code, self.setup, settings.sizes, rng, self.baseline)
        else:
            network = CourseNetwork(settings, rng)
        return Session(settings, data, network, rng)

    def scene(self, session: Session, trouble: str | None) -> JsonObject:
        """Return the experiment before its first epoch, and keep it."""
        with self.guard():
            frame = session.frame()
        self.session = session
        data = session.data
        points: dict[str, Json] = {
            "train": rows(data.X_train, data.T_train),
            "test": rows(data.X_test, data.T_test),
        }
        shown: dict[str, Json] = {"box": list(session.box), "sizes": session.settings.sizes}
        return {**outcome(trouble), **points, **shown, "frame": frame}

    def guard(self) -> AbstractContextManager[None]:
        """Return what holds a learner's code to its time; the course's own needs none."""
        return held(self.baseline) if self.code else nullcontext()

    def advance(self, request: JsonObject) -> JsonObject:
        """Train: at most `epochs`, for about `seconds`. Returns a PlaygroundProgress."""
        session = self.session
        if session is None:
            return {"frame": None, "word": GONE}
        epochs = max(1, number(request, "epochs", 1))
        seconds = min(measure(request, "seconds", MOST_SECONDS), MOST_SECONDS)
        try:
            with self.guard():
                if not session.advance(epochs, seconds):
                    return {"frame": None, "word": ""}
                frame = session.frame()
        except NotUsableError as reason:
            self.session = None
            return {"frame": None, "word": BROKEN.format(reason=reason)}
        return {"frame": frame, "word": session.word(frame)}

    def program(self, request: JsonObject) -> JsonObject:
        """Return the experiment as a program that trains `epochs`; empty where there is none."""
        if self.session is None:
            return {"program": ""}
        own = f"{self.setup}\n\n{self.code}".strip() if self.code else ""
        epochs = number(request, "epochs")
        return {"program": write_program(self.session.settings, epochs, own)}


def rows(X: Array, T: Array) -> list[list[float]]:
    """Return points as two coordinates and a class."""
    places = X.round(PLACE_DECIMALS).tolist()
    targets = T[:, 0].astype(int).tolist()
    return [[float(x1), float(x2), int(t)] for (x1, x2), t in zip(places, targets, strict=True)]
