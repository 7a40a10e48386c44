"""Turn rows into one table and into JSON."""

from collections.abc import Mapping, Sequence
from statistics import median

from benchmarks.rows import Row, Target

# The rows of each part, by its name.
Rows = Mapping[str, Sequence[Row]]
HEAD = ("figure", "ours", "floor", "ratio", "lowest-highest", "target", "")
GAP = "  "


def number(value: float) -> str:
    """Return a number with three digits that count.

    >>> number(0.0123456), number(4.5), number(1234.5)
    ('0.0123', '4.50', '1234')
    """
    if abs(value) >= 100:
        return f"{value:.0f}"
    shown = f"{value:#.3g}"
    return f"{value:.6f}" if "e" in shown else shown


def table(rows: Rows) -> str:
    """Return all rows as text, those of a part below its name."""
    lines = [HEAD]
    for part, found in rows.items():
        lines.append((f"[{part}]", *[""] * (len(HEAD) - 1)))
        lines += [cells(row) for row in found]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    return "\n".join(
        GAP.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def cells(row: Row) -> tuple[str, ...]:
    """Return the row's cells, one for each word of the head."""
    ours, ratio, spread = row.ours(), row.ratio(), row.spread()
    told = {True: "met", False: "MISSED", None: ""}[row.is_met()]
    return (
        row.name,
        "" if ours is None else f"{number(ours)} {row.unit}".rstrip(),
        floor_cell(row),
        "" if ratio is None else number(ratio),
        "" if spread is None else f"{number(spread[0])}-{number(spread[1])}",
        target_cell(row.target, row.unit) if row.target else "",
        "; ".join(filter(None, (told, row.note))),
    )


def floor_cell(row: Row) -> str:
    """Return the floor's median and its name."""
    if not row.floor or not row.floor.samples:
        return ""
    return f"{number(median(row.floor.samples))} {row.unit}".rstrip() + f", {row.floor.name}"


def target_cell(target: Target, unit: str) -> str:
    """Return a target in few letters.

    >>> target_cell(Target(0.5, of_ratio=True), "ms"), target_cell(Target(5), "MB")
    ('ratio <= 0.5', '<= 5 MB')
    """
    sign = ">=" if target.is_least else "<="
    if target.of_ratio:
        return f"ratio {sign} {target.limit:g}"
    return f"{sign} {target.limit:g} {unit}".rstrip()


def as_json(rows: Rows, machine: Mapping[str, object]) -> dict[str, object]:
    """Return everything that was measured; nothing in it tells when."""
    listed = [row_json(part, row) for part, found in rows.items() for row in found]
    return {"machine": dict(machine), "rows": listed}


def row_json(part: str, row: Row) -> dict[str, object]:
    """Return one row for a machine."""
    floor = row.floor
    return {
        "part": part,
        "name": row.name,
        "unit": row.unit,
        "ours": row.ours(),
        "floor": median(floor.samples) if floor and floor.samples else None,
        "floor_name": floor.name if floor else None,
        "ratio": row.ratio(),
        "spread": row.spread(),
        "target": target_cell(row.target, row.unit) if row.target else None,
        "met": row.is_met(),
        "note": row.note,
        "samples": list(row.samples),
        "floor_samples": list(floor.samples) if floor else [],
        "detail": {name: list(samples) for name, samples in row.detail.items()},
    }
