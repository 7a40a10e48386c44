"""Turn figures into a table and into JSON: medians, spread, and ratios within the same run."""

from dataclasses import asdict
from statistics import median

from benchmarks.candidates import CANDIDATES
from benchmarks.measure import Figures

ROWS = {
    "cold": ("first output, cold", "ms", 1.0),
    "warm": ("first output, warm", "ms", 1.0),
    "trip": ("one print(1)", "ms", 1.0),
    "bytes": ("bytes before output", "MB", 1_000_000.0),
}


def values(figures: Figures, row: str) -> list[float]:
    """Return one row of figures, in the unit of the table."""
    return [value / ROWS[row][2] for value in asdict(figures)[row]]


def show(numbers: list[float]) -> str:
    """Return the median with the lowest and the highest value.

    >>> show([30.0, 10.0, 20.0])
    '20.0 (10.0-30.0)'
    """
    return f"{median(numbers):.1f} ({min(numbers):.1f}-{max(numbers):.1f})"


def ratio(ours: list[float], theirs: list[float]) -> float:
    """Return the ratio of medians."""
    return median(ours) / median(theirs)


def table(results: dict[str, Figures]) -> str:
    """Return the figures as text, one line for each page and figure."""
    lines = [f"{'figure':<22}{'page':<24}{'median (lowest-highest)':<30}to bare"]
    for row, (title, unit, _) in ROWS.items():
        for candidate in CANDIDATES:
            if candidate.name not in results:
                continue
            numbers = values(results[candidate.name], row)
            rival = results.get(candidate.rival)
            against = f"{ratio(numbers, values(rival, row)):.2f}" if rival else ""
            shown = f"{show(numbers)} {unit}"
            lines.append(f"{title:<22}{candidate.name:<24}{shown:<30}{against}")
    return "\n".join(lines)


def as_json(results: dict[str, Figures], browser: str) -> dict[str, object]:
    """Return everything that was measured, with the ratios of medians."""
    ratios = {
        candidate.name: {
            row: round(
                ratio(values(results[candidate.name], row), values(results[candidate.rival], row)),
                3,
            )
            for row in ROWS
        }
        for candidate in CANDIDATES
        if candidate.rival and candidate.name in results
    }
    figures = {name: asdict(found) for name, found in results.items()}
    return {"browser": browser, "figures": figures, "ratios": ratios}
