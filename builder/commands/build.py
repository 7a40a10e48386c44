"""Write the course into `dist/`."""

import argparse
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

from builder.cli import WrongUse
from builder.failure import BuildFailed
from builder.lesson.problems import count_of
from builder.project import Project
from builder.site import Options, build_site


def add_options(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument(
        "--base-url", default="", help="the address that the site will have, for search engines"
    )
    parser.add_argument("--out", type=Path, help="the folder to write to (dist)")


def run(options: argparse.Namespace) -> int:
    """Build the site; on problems print them and leave what was there."""
    project = Project()
    out: Path = (options.out or project.dist).resolve()
    chosen = Options(out, base_url(options.base_url))
    start = time.monotonic()
    try:
        lessons = build_site(project, chosen)
    except BuildFailed as failure:
        print_failure(failure, shown(out, project))
        return 1
    seconds = time.monotonic() - start
    print(f"Built {count_of(lessons, 'lesson')} into {shown(out, project)} in {seconds:.1f} s.")
    return 0


def base_url(address: str) -> str:
    """Return the site's address with a slash at its end, or `""`.

    Raises:
        WrongUse: It is no address.
    """
    if not address:
        return ""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise WrongUse(f"'{address}' is no address. Write one like https://example.org/course/")
    return address.rstrip("/") + "/"


def print_failure(failure: BuildFailed, out: str) -> None:
    """Print every problem, and that nothing was written."""
    for line in failure.lines:
        print(line, file=sys.stderr)
    print(f"Nothing was built: {out} is as it was.", file=sys.stderr)


def shown(out: Path, project: Project) -> str:
    """Return a folder's name as it is told."""
    inside = out.is_relative_to(project.root)
    return f"{out.relative_to(project.root) if inside else out}/"
