"""One row of the table: a figure of ours, beside the floor's from the same run."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median


@dataclass(frozen=True)
class Target:
    """What a figure has to reach.

    Args:
        limit: The number itself.
        is_least: Whether more is better; otherwise the limit is the most.
        of_ratio: Whether the ratio to the floor is held to it; otherwise our own median.
    """

    limit: float
    is_least: bool = False
    of_ratio: bool = False


def at_most(limit: float) -> Target:
    """Return the target that our median is at most so much, in the row's unit."""
    return Target(limit)


def at_least(limit: float) -> Target:
    """Return the target that our median is at least so much, in the row's unit."""
    return Target(limit, is_least=True)


def ratio_at_most(limit: float) -> Target:
    """Return the target that ours to the floor's is at most so much."""
    return Target(limit, of_ratio=True)


@dataclass(frozen=True)
class Floor:
    """What ours is held against: its name, and its samples, one for each of ours."""

    name: str
    samples: Sequence[float]


@dataclass(frozen=True)
class Row:
    """One row.

    Args:
        name: What was measured, and of what.
        unit: "ms", "MB", "s", ...; empty for a plain number.
        samples: Ours, one a round, in the unit; none if it could not be measured.
        floor: What ours is held against, measured in turns with it, if there is such a thing.
        target: What the row has to reach, if anything.
        note: What a reader has to know, such as why there are no samples.
        detail: More samples, by name, for the JSON file alone.
    """

    name: str
    unit: str = ""
    samples: Sequence[float] = ()
    floor: Floor | None = None
    target: Target | None = None
    note: str = ""
    detail: Mapping[str, Sequence[float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.floor and len(self.floor.samples) != len(self.samples):
            raise ValueError(f"{self.name}: each sample needs the floor's of the same round")
        if self.target and self.target.of_ratio and not self.floor:
            raise ValueError(f"{self.name}: there is no ratio without a floor")

    def ours(self) -> float | None:
        """Return our median."""
        return median(self.samples) if self.samples else None

    def ratios(self) -> list[float]:
        """Return ours to the floor's, round by round.

        >>> Row("start", "ms", [3.0, 8.0], Floor("bare", [1.0, 2.0])).ratios()
        [3.0, 4.0]
        """
        return [ours / floor for ours, floor in self.pairs()]

    def pairs(self) -> Iterator[tuple[float, float]]:
        """Yield ours and the floor's of each round."""
        return zip(self.samples, self.floor.samples if self.floor else (), strict=False)

    def ratio(self) -> float | None:
        """Return the median of the rounds' ratios: a busy moment hit both in the same round."""
        return median(self.ratios()) if self.ratios() else None

    def spread(self) -> tuple[float, float] | None:
        """Return the lowest and the highest ratio; without a floor, of our samples."""
        values = self.ratios() or self.samples
        return (min(values), max(values)) if values else None

    def is_met(self) -> bool | None:
        """Tell whether the target is met; None where there is no target, or no figure.

        >>> Row("start", "ms", [3.0], Floor("bare", [4.0]), ratio_at_most(0.5)).is_met()
        False
        """
        if not self.target:
            return None
        value = self.ratio() if self.target.of_ratio else self.ours()
        if value is None:
            return None
        return value >= self.target.limit if self.target.is_least else value <= self.target.limit
