"""Build the course, serve it on this machine and reload on every change."""

import argparse
import gc
import sys
import threading
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from queue import Empty, SimpleQueue

from watchfiles import watch

from builder.cli import WrongUse
from builder.failure import BuildFailed
from builder.lesson.problems import count_of
from builder.live import Live, reload_script
from builder.memory import Memory
from builder.project import Project
from builder.restart import is_own_code, restart, what_stops_a_restart
from builder.server import Place, SiteServer
from builder.site import Options, build_site

PORT = 8000
LAST_PORT = 65535
TRIES = 100
# On some systems a wait without end cannot be interrupted.
POLL_SECONDS = 1.0
WATCHED = (
    "lessons",
    "engine",
    "builder",
    "site/templates",
    "site/src",
    "site/css",
    "site/static",
)
Changes = SimpleQueue[set[Path]]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("--port", type=int, default=PORT, help=f"the port to serve on ({PORT})")


def run(options: argparse.Namespace) -> int:
    """Serve this course."""
    return serve(Project(), options.port)


def serve(project: Project, port: int) -> int:
    """Serve a course until Ctrl-C."""
    live, memory = Live(reload_script(project)), Memory()
    place = Place(project.dist, live=live)
    server = open_server(place, port)
    changes: Changes = SimpleQueue()
    threading.Thread(target=notice_changes, args=(project, changes), daemon=True).start()
    try:
        build(project, place, live, memory)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"ML Bites is served at {server.url} (Ctrl-C ends it)", flush=True)
        while True:
            follow(changes, project, server, memory)
    except KeyboardInterrupt:
        print(file=sys.stderr)
    finally:
        server.server_close()
    return 0


def follow(changes: Changes, project: Project, server: SiteServer, memory: Memory) -> None:
    """Build again if something has changed; if it was our own code, start again."""
    live = server.place.live
    try:
        paths = changes.get(timeout=POLL_SECONDS)
    except Empty:
        return
    obstacles = what_stops_a_restart() if is_own_code(paths) else []
    if is_own_code(paths) and not obstacles:
        server.server_close()
        restart("--port", str(server.server_port))
    elif obstacles and live:
        fail(live, obstacles)
    elif live:
        build(project, server.place, live, memory)


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


def build(project: Project, place: Place, live: Live, memory: Memory) -> None:
    """Build the site, and tell the terminal and the pages how it went."""
    start = time.monotonic()
    try:
        lessons = build_site(project, Options(guard=place.lock), memory)
    except BuildFailed as failure:
        fail(live, failure.lines)
    except Exception:
        # A fault of our own must not end the session of an author.
        fail(live, traceback.format_exc().splitlines())
    else:
        live.built()
        seconds = time.monotonic() - start
        say(f"Built {count_of(lessons, 'lesson')} in {seconds:.1f} s.")
    # What is kept for the next build is not looked through for garbage during it.
    gc.collect()
    gc.freeze()


def fail(live: Live, lines: Sequence[str]) -> None:
    """Tell the terminal and the pages why there is no new build."""
    live.failed(lines)
    say("\n".join([*lines, "The last good build stays served."]))


def notice_changes(project: Project, changes: Changes) -> None:
    """Tell which sources have changed, whenever some have."""
    folders = [project.root / name for name in WATCHED if (project.root / name).is_dir()]
    for found in watch(*folders, debounce=300, step=15):
        changes.put({Path(path) for _, path in found})


def say(text: str) -> None:
    """Print for the author; standard output is for the address."""
    print(text, file=sys.stderr, flush=True)
