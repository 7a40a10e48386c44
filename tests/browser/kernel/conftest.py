"""A page with nothing but the kernel, on a real server, in a real browser."""

import functools
import html
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from builder.policy import page_policy
from builder.project import Project
from builder.runtime import RuntimeManifest, write_runtime
from builder.runtime.tools import run_node

# This is sent to the page and run there.
collect_ignore = ["pytest_in_page.py"]

HERE = Path(__file__).resolve().parent
PAGE = """<!doctype html><html lang="en" data-manifest="{manifest}"><head><meta charset="utf-8">
<link rel="icon" href="data:,"><title>Kernel</title>
<meta http-equiv="Content-Security-Policy" content="{policy}"></head>
<body><script type="module" src="page.js"></script></body></html>
"""


class Handler(SimpleHTTPRequestHandler):
    """Serve files, note every request, and isolate the page where that is asked for."""

    def __init__(self, *rest, isolated: bool, hits: list[str], missing: set[str], **options):
        self.isolated, self.hits, self.missing = isolated, hits, missing
        super().__init__(*rest, **options)

    def do_GET(self) -> None:
        self.hits.append(self.path)
        if any(name in self.path for name in self.missing):
            self.send_error(503)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        if self.isolated:
            self.send_header("Cross-Origin-Opener-Policy", "same-origin")
            self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@dataclass
class Site:
    """A running server: its address, what was asked of it, and what it pretends to lack."""

    address: str
    hits: list[str] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)


@dataclass
class Kernel:
    """The kernel's page, driven from Python."""

    page: Page
    site: Site

    def start(self, code: str, *answers: str) -> None:
        """Run code without waiting for its end."""
        script = "([code, answers]) => { window.last = page.run(code, answers); }"
        self.page.evaluate(script, [code, list(answers)])

    def run(self, code: str, *answers: str) -> dict:
        self.start(code, *answers)
        return self.page.evaluate("last")

    def text(self, code: str, *answers: str) -> str:
        """Run code and return all that it wrote."""
        parts = self.run(code, *answers)["parts"]
        return "".join(part["text"] for part in parts if part["kind"] in ("stdout", "stderr"))

    def seen(self, text: str) -> None:
        """Wait until a program has written the text."""
        self.page.evaluate("(text) => page.seen(text)", text)

    def stop(self) -> str:
        return self.page.evaluate("page.kernel.stop()")


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the runtime and the page once."""
    folder = tmp_path_factory.mktemp("kernel")
    manifest = write_runtime(folder, Project().cache)
    write_page(folder, manifest)
    return folder


def write_page(folder: Path, manifest: RuntimeManifest) -> None:
    esbuild = Project().node_modules / "esbuild" / "bin" / "esbuild"
    target = f"--outfile={folder / 'page.js'}"
    run_node([str(esbuild), str(HERE / "page.ts"), "--bundle", "--format=esm", target], HERE)
    policy = html.escape(page_policy(manifest.frame_hash))
    text = PAGE.format(manifest=manifest.name, policy=policy)
    (folder / "index.html").write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def serve(site_folder: Path) -> Iterator[Callable[[bool], Site]]:
    """Return a function that serves the page, isolated or not."""
    servers = []

    def start(isolated: bool) -> Site:
        site = Site("")
        options = {"isolated": isolated, "hits": site.hits, "missing": site.missing}
        handler = functools.partial(Handler, directory=str(site_folder), **options)
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        site.address = f"http://127.0.0.1:{server.server_port}/index.html"
        return site

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def open_kernel(browser: Browser, serve: Callable[[bool], Site]) -> Iterator[Callable[..., Kernel]]:
    """Return a function that opens a page with a fresh kernel."""
    kernels: list[Kernel] = []

    def start(isolated: bool = True, missing: str = "") -> Kernel:
        site = serve(isolated)
        site.missing.update({missing} - {""})
        kernels.append(open_page(browser, site))
        return kernels[-1]

    yield start
    for kernel in kernels:
        kernel.page.close()


def open_page(browser: Browser, site: Site) -> Kernel:
    """Open the kernel's page in a profile of its own."""
    page = browser.new_page()
    page.goto(site.address)
    page.evaluate("new Promise((done) => window.page ? done() : (window.onPage = done))")
    return Kernel(page, site)


@pytest.fixture
def fresh_kernel(open_kernel: Callable[..., Kernel]) -> Kernel:
    """Return a kernel that has only begun to start."""
    return open_kernel()


@pytest.fixture
def kernel(shared_kernel: Callable[[bool], Kernel]) -> Kernel:
    """Return the kernel that has served other tests, with no names in it."""
    return shared_kernel(True)


@pytest.fixture
def plain_kernel(shared_kernel: Callable[[bool], Kernel]) -> Kernel:
    """Return a kernel on a host that sends no isolation headers, with no names in it."""
    return shared_kernel(False)


@pytest.fixture(scope="session")
def shared_kernel(
    browser: Browser, serve: Callable[[bool], Site]
) -> Iterator[Callable[[bool], Kernel]]:
    """Return a function that gives one kernel again and again: a start takes seconds."""
    kept: dict[bool, Kernel] = {}

    def give(isolated: bool) -> Kernel:
        if isolated not in kept:
            kept[isolated] = open_page(browser, serve(isolated))
        kept[isolated].page.evaluate("page.reset()")
        return kept[isolated]

    yield give
    for kernel in kept.values():
        kernel.page.close()
