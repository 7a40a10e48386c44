"""Build the course, serve it on this machine and reload on every change."""

import argparse
import sys
import threading
import time

from watchfiles import watch

from builder.cli import WrongUse
from builder.failure import BuildFailed
from builder.lesson.problems import count_of
from builder.live import Live, reload_script
from builder.project import Project
from builder.server import Place, SiteServer
from builder.site import Options, build_site

PORT = 8000
LAST_PORT = 65535
TRIES = 100
# On some systems a wait without end cannot be interrupted.
POLL_SECONDS = 1.0
WATCHED = ("lessons", "engine", "site/templates", "site/src", "site/css", "site/static")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("--port", type=int, default=PORT, help=f"the port to serve on ({PORT})")


def run(options: argparse.Namespace) -> int:
    """Serve this course."""
    return serve(Project(), options.port)


def serve(project: Project, port: int) -> int:
    """Serve a course until Ctrl-C."""
    live = Live(reload_script(project))
    place = Place(project.dist, live=live)
    server = open_server(place, port)
    changed = threading.Event()
    threading.Thread(target=notice_changes, args=(project, changed), daemon=True).start()
    build(project, place, live)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"ML Bites is served at {server.url} (Ctrl-C ends it)", flush=True)
    try:
        while True:
            if changed.wait(POLL_SECONDS):
                changed.clear()
                build(project, place, live)
    except KeyboardInterrupt:
        print(file=sys.stderr)
    finally:
        server.server_close()
    return 0


def open_server(place: Place, port: int) -> SiteServer:
    """Return a server on a port, or on the next one that is free.

    Raises:
        WrongUse: There is no such port, or none is free.
    """
    if not 0 <= port <= LAST_PORT:
        raise WrongUse(f"{port} is no port. Choose one from 0 to {LAST_PORT}")
    for number in range(port, min(port + TRIES, LAST_PORT + 1)):
        try:
            server = SiteServer(place, number)
        except PermissionError as error:
            raise WrongUse(f"port {number} is not allowed here. Choose one above 1023") from error
        except OSError:
            continue
        if number != port:
            say(f"Port {port} is taken; {number} is free.")
        return server
    raise WrongUse(f"no port from {port} on is free. Choose another with --port")


def build(project: Project, place: Place, live: Live) -> None:
    """Build the site, and tell the terminal and the pages how it went."""
    start = time.monotonic()
    try:
        lessons = build_site(project, Options(guard=place.lock))
    except BuildFailed as failure:
        live.failed(failure.lines)
        say("\n".join([*failure.lines, "The last good build stays served."]))
    else:
        live.built()
        seconds = time.monotonic() - start
        say(f"Built {count_of(lessons, 'lesson')} in {seconds:.1f} s.")


def notice_changes(project: Project, changed: threading.Event) -> None:
    """Set the event whenever a source has changed."""
    folders = [project.root / name for name in WATCHED if (project.root / name).is_dir()]
    for _ in watch(*folders, debounce=300, step=30):
        changed.set()


def say(text: str) -> None:
    """Print for the author; standard output is for the address."""
    print(text, file=sys.stderr, flush=True)
