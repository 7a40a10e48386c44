"""Start a running command again when its own code has changed."""

import os
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

from builder.project import ROOT

OWN_CODE = (ROOT / "builder", ROOT / "engine")
PROBE = "import builder.commands.serve; import engine.grading; engine.grading.exercise_ids()"


def is_own_code(paths: Collection[Path]) -> bool:
    """Tell whether one of the files is code that this process runs."""
    sources = [path for path in paths if path.suffix == ".py"]
    return any(path.is_relative_to(folder) for path in sources for folder in OWN_CODE)


def what_stops_a_restart() -> list[str]:
    """Return why the code as it now stands would not start, a line each; nothing if it would."""
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, cwd=ROOT)
    return done.stderr.splitlines() if done.returncode else []


def restart(*options: str) -> None:
    """Put a fresh process with the same command line, and more options, in place of this one."""
    sys.stdout.flush()
    os.chdir(ROOT)
    os.execv(sys.executable, [*sys.orig_argv, *options])
