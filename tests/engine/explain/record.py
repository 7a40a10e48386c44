"""Write the words of every recorded program again: `python -m tests.engine.explain.record`.

Read the difference before you commit it: the words are what learners see.
"""

import json
import sys
import warnings
from pathlib import Path

from tests.engine.explain.programs import explained

CASES = Path(__file__).parent / "cases"


def read(name: str) -> list[dict[str, object]]:
    """Return the recorded programs of one file."""
    found: list[dict[str, object]] = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    return found


def record(program: str) -> dict[str, object]:
    """Return what is said about a program now."""
    found = explained(program)
    return {
        "program": program,
        "error": found.error,
        "line": found.line,
        "cause": found.cause,
        "fix": found.fix,
    }


def write(name: str, programs: list[str]) -> None:
    """Write the words for these programs."""
    recorded = [record(program) for program in programs]
    text = json.dumps(recorded, indent=1, ensure_ascii=False) + "\n"
    (CASES / f"{name}.json").write_text(text, "utf-8")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    for path in sorted(CASES.glob("*.json")):
        write(path.stem, [str(case["program"]) for case in read(path.stem)])
    sys.exit(0)
