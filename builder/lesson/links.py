"""Check where links lead and which files pictures show."""

import os
import re
from collections.abc import Collection, Iterable, Mapping
from html import unescape
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from builder.lesson.inline import Link, blank_code, find_links, paragraphs
from builder.lesson.problems import Problems, nearest, shorten

SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# The banks of questions lie one folder below the lessons.
UP = "../"
WEB_SCHEMES = ("http", "https")
PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp")
LONGEST_NAME = 200
ANCHOR_FORM = "an anchor is its heading in small letters, with - for each blank"
DEFINITION = re.compile(r"^ {0,3}\[[^\[\]]+\]:\s*\S")
AUTOLINK = re.compile(r"<([a-z][a-z0-9+.-]*:)[^<>\s]*>", re.IGNORECASE)


def read_links(readable: list[str], problems: Problems) -> list[Link]:
    """Return the links and pictures of the lines that are prose."""
    links: list[Link] = []
    for paragraph in paragraphs(readable):
        if DEFINITION.match(paragraph.text):
            message = "links with their address elsewhere do not work here"
            problems.add(paragraph.start + 1, f"{message}: write [words](address)")
        links += find_links(paragraph)
        if "<" in paragraph.text and ":" in paragraph.text:
            for match in AUTOLINK.finditer(blank_code(paragraph.text)):
                address = match[0][1:-1]
                line = paragraph.line_at(match.start())
                links.append(Link(line, address, address, False))
    return links


class FolderFiles:
    """The files that a lesson can point to, by the names that they have on every system."""

    def __init__(self, folder: Path) -> None:
        """Look below this folder."""
        self.folder = folder
        self.known: dict[Path, dict[str, bool]] = {}

    def names(self, folder: Path) -> dict[str, bool]:
        """Return for each name in a folder whether it is a file's; no name without the folder."""
        if folder not in self.known:
            try:
                with os.scandir(folder) as found:
                    self.known[folder] = {item.name: item.is_file() for item in found}
            except OSError:
                self.known[folder] = {}
        return self.known[folder]

    def has(self, target: str) -> bool:
        """Tell whether a file exists under exactly this name, also where case does not count."""
        parts = PurePosixPath(target).parts
        if not parts or len(target) > LONGEST_NAME:
            return False
        folder = self.folder
        for part in parts[:-1]:
            if part != ".." and part not in self.names(folder):
                return False
            folder = folder / part
        return self.names(folder).get(parts[-1], False)


class LinkChecker:
    """Check the links of one lesson as far as one lesson can tell."""

    def __init__(
        self, path: Path, anchors: frozenset[str], problems: Problems, files: FolderFiles
    ) -> None:
        """Check the links of the lesson at a path, whose headings have these anchors.

        Args:
            files: What lies in the lesson's folder and below.
        """
        self.folder = path.parent
        self.name = path.name
        self.anchors = anchors
        self.files = files
        self.problems = problems

    def check(self, links: Iterable[Link]) -> None:
        """Note a problem for each link and picture that would not work."""
        for link in links:
            message = self.picture_fault(link) if link.is_picture else self.link_fault(link)
            if message:
                self.problems.add(link.line, message)

    def link_fault(self, link: Link) -> str | None:
        """Return what is wrong with a link, or None."""
        target = plain_address(link.target)
        if not target:
            return f"the link '{shorten(link.words)}' leads nowhere: write its address in ( )"
        if not link.words.strip():
            return f"the link to '{shorten(target)}' has no words: write some in [ ]"
        scheme = SCHEME.match(target)
        if scheme or target.startswith("//"):
            return web_fault(target, scheme[1].lower() if scheme else "")
        file, _, anchor = target.partition("#")
        if file in ("", self.name):
            return self.anchor_fault(anchor, file)
        return self.file_fault(file)

    def anchor_fault(self, anchor: str, file: str) -> str | None:
        """Return what is wrong with a link inside the lesson, or None."""
        if not anchor and not file:
            return "the link '#' leads nowhere: write the heading's anchor after #"
        return missing_anchor(anchor, self.anchors, "this lesson") if anchor else None

    def file_fault(self, file: str) -> str | None:
        """Return what is wrong with a link to another file, or None."""
        if file.endswith(".md") and "/" not in file:
            return None if self.files.has(file) else self.missing_file(file)
        if not self.files.has(file):
            return self.missing_file(file)
        return f"the file '{shorten(file)}' is not part of the site: link to a lesson or a web page"

    def missing_file(self, file: str) -> str:
        """Return that there is no such file, with the nearest that there is."""
        folder = PurePosixPath(file).parent
        names = [str(folder / name) for name in self.files.names(self.folder / folder)]
        known = [name for name in names if name.endswith((".md", *PICTURES)) and name != self.name]
        guess = nearest(file, sorted(known), 0.75)
        hint = f"did you mean '{guess}'?" if guess else "its name counts from the lesson's folder"
        return f"there is no file '{shorten(file)}': {hint}"

    def picture_fault(self, link: Link) -> str | None:
        """Return what is wrong with a picture, or None."""
        target = plain_address(link.target)
        if not link.words.strip():
            message = f"the picture '{shorten(target)}' has no words for who cannot see it"
            return f"{message}: say what it shows in [ ]"
        if not target:
            return f"the picture '{shorten(link.words)}' has no file: write its name in ( )"
        if SCHEME.match(target) or target.startswith("/") or ".." in PurePosixPath(target).parts:
            return f"the picture '{shorten(target)}' is not in lessons/img: put a copy there"
        if not target.lower().endswith(PICTURES):
            kinds = ", ".join(PICTURES)
            return f"'{shorten(target)}' is no picture: its name has to end in one of {kinds}"
        if not self.files.has(target):
            return self.missing_file(target)
        if not (self.folder / target).stat().st_size:
            return f"the picture '{shorten(target)}' is an empty file: draw it, or take it out"
        return None


def plain_address(target: str) -> str:
    """Return an address as a browser reads it: entities resolved, control characters dropped."""
    return re.sub(r"[\x00-\x20]", "", unescape(target)).replace("\\", "")


def web_fault(target: str, scheme: str) -> str | None:
    """Return what is wrong with an address that has a scheme or a host, or None."""
    if scheme == "mailto":
        return None
    if scheme not in WEB_SCHEMES:
        kind = f"{scheme}:" if scheme else "//"
        return f"links may not start with '{shorten(kind)}': write https:// and an address"
    try:
        has_host = bool(urlsplit(target).hostname)
    except ValueError:
        has_host = False
    return None if has_host else f"'{shorten(target)}' is no address: write https:// and a host"


def missing_anchor(anchor: str, anchors: Collection[str], where: str) -> str | None:
    """Return that there is no such anchor, with the nearest that there is, or None."""
    if anchor in anchors:
        return None
    guess = nearest(anchor, sorted(anchors), 0.6)
    hint = f"did you mean '#{guess}'?" if guess else ANCHOR_FORM
    return f"there is no heading '#{shorten(anchor)}' in {where}: {hint}"


def check_course_links(
    links: Iterable[Link], anchors_of: Mapping[str, Collection[str]], name: str, problems: Problems
) -> None:
    """Note links to headings of other lessons that do not exist.

    Args:
        anchors_of: The anchors of every lesson by its file name.
        name: The file name of the lesson that holds the links.
    """
    for link in links:
        file, _, anchor = plain_address(link.target).partition("#")
        if link.is_picture or file == name or not file.endswith(".md") or "/" in file:
            continue
        if file in anchors_of and anchor:
            message = missing_anchor(anchor, anchors_of[file], file)
            if message:
                problems.add(link.line, message)
