"""What an experiment is: its data, its network and how it learns; what is too much is refused."""

from dataclasses import dataclass
from math import isfinite
from typing import TypeGuard

from engine.kernel.wire import Json, JsonObject, items, text

DATA_SETS = ("and", "or", "xor", "moons", "circles", "spirals", "own")
ACTIVATIONS = ("sigmoid", "tanh", "relu")
FEWEST_OWN, MOST_OWN = 2, 100
LARGEST_PLACE = 2.0

# Two coordinates, and the class: 0 or 1.
Point = tuple[float, float, int]


class RefusedError(ValueError):
    """An experiment cannot be done; the message says why in a sentence."""


@dataclass(frozen=True)
class Settings:
    """An experiment.

    Args:
        data: One of `DATA_SETS`.
        noise: How far the points are scattered.
        depth: How many hidden layers.
        width: How many neurons in each.
        activation: What the hidden neurons do with their totals.
        lr: The learning rate.
        batch: How many examples are looked at before the weights move.
        seed: What all random numbers come from.
        points: The learner's own, where `data` is `own`.
    """

    data: str
    noise: float
    depth: int
    width: int
    activation: str
    lr: float
    batch: int
    seed: int
    points: tuple[Point, ...] = ()

    @property
    def sizes(self) -> list[int]:
        """Return how many numbers go in, are in each hidden layer, and come out."""
        return [2, *[self.width] * self.depth, 1]


def read_settings(data: JsonObject) -> Settings:
    """Return the settings in plain JSON.

    Raises:
        RefusedError: Something is missing, or too much.
    """
    points = tuple(read_point(item) for item in items(data, "points"))
    settings = Settings(
        data=choice(text(data, "data"), DATA_SETS, "data set"),
        noise=size(data, "noise", "The noise", 0, 1),
        depth=count(data, "depth", "The number of hidden layers", 0, 6),
        width=count(data, "width", "The number of neurons in a hidden layer", 1, 16),
        activation=choice(text(data, "activation"), ACTIVATIONS, "activation"),
        lr=size(data, "lr", "The learning rate", 0, 100),
        batch=count(data, "batch", "The batch size", 1, 200),
        seed=count(data, "seed", "The seed", 0, 999_999),
        points=points,
    )
    if settings.data == "own" and not FEWEST_OWN <= len(points) <= MOST_OWN:
        raise RefusedError(own_words(len(points)))
    return settings


def own_words(given: int) -> str:
    """Return what to say where there are too few points, or too many."""
    if given < FEWEST_OWN:
        return f"Add at least {FEWEST_OWN} points of your own first. You have {given}."
    return f"There is room for {MOST_OWN} points of your own, and you have {given}."


def choice(word: str, words: tuple[str, ...], what: str) -> str:
    """Return a word if it is one of those that there are."""
    if word not in words:
        raise RefusedError(f"There is no {what} '{word[:20]}'. Choose one of {', '.join(words)}.")
    return word


def size(data: JsonObject, key: str, what: str, least: float, most: float) -> float:
    """Return the number under a key, if it is within its bounds."""
    value = data.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise RefusedError(f"{what} must be a number.")
    if not least <= value <= most:
        raise RefusedError(f"{what} can be {least} to {most}, and you asked for {value:g}.")
    return float(value)


def count(data: JsonObject, key: str, what: str, least: int, most: int) -> int:
    """Return the whole number under a key, if it is within its bounds."""
    value = size(data, key, what, least, most)
    if value != int(value):
        raise RefusedError(f"{what} must be a whole number, and you asked for {value:g}.")
    return int(value)


def read_point(item: Json) -> Point:
    """Return one of the learner's own points."""
    if isinstance(item, list) and len(item) == 3:
        *places, target = item
        inside = [float(place) for place in places if is_place(place)]
        if len(inside) == 2 and target in (0, 1):
            return inside[0], inside[1], 1 if target else 0
    raise RefusedError(
        f"A point has two places from -{LARGEST_PLACE:g} to {LARGEST_PLACE:g}, and is 0 or 1."
    )


def is_place(value: Json) -> TypeGuard[float]:
    """Return whether a value is a coordinate of the learner's own points."""
    return isinstance(value, int | float) and abs(value) <= LARGEST_PLACE
