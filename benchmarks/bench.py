"""What the parts of one run share: the folder that is served, its host and the browser's driver."""

import shutil
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from benchmarks.candidates import write_pages
from benchmarks.server import Host, serve
from builder.project import Project
from builder.site import Options, build_site


@dataclass
class Bench:
    """One run. Each thing is made when a part first asks for it, and is gone at the end.

    Args:
        rounds: How often a thing is measured.
    """

    rounds: int = 5
    stack: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> "Bench":
        return self

    def __exit__(self, *_: object) -> None:
        self.stack.close()

    def say(self, line: str) -> None:
        """Tell on standard error what is measured now."""
        print(line, file=sys.stderr, flush=True)

    def new_folder(self) -> Path:
        """Return an empty folder that is removed at the end."""
        folder = Path(tempfile.mkdtemp(prefix="bench"))
        self.stack.callback(shutil.rmtree, folder, ignore_errors=True)
        return folder

    @cached_property
    def folder(self) -> Path:
        """The folder that the host serves, with the bare page and the kernel's."""
        folder = self.new_folder()
        write_pages(folder)
        return folder

    @cached_property
    def site(self) -> str:
        """The address of the real site, with no slash at its end."""
        self.say("The site is built")
        build_site(Project(), Options(self.folder / "site"))
        return f"{self.host.address}/site"

    @cached_property
    def host(self) -> Host:
        """The static host that serves the folder."""
        return self.stack.enter_context(serve(self.folder))

    @cached_property
    def playwright(self) -> Playwright:
        """The driver of the browser; there can be only one at a time."""
        return self.stack.enter_context(sync_playwright())
