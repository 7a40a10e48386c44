"""Turn what an author writes as a link or a picture into an address in the site."""

import re
from collections.abc import Iterable, Mapping
from html import unescape

from builder.lesson.links import UP
from builder.shared import LessonSummary, Shared

SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)
SAFE_SCHEMES = frozenset({"http", "https", "mailto"})
FORMAT_FILE = "README.md"


class Addresses:
    """The addresses as seen from one depth of the site.

    Args:
        root: What leads from the page to the site's root.
    """

    def __init__(self, shared: Shared, root: str) -> None:
        """Know the pages by the file names that lessons link to."""
        self.shared = shared
        self.root = root
        self.pages = page_paths(shared.course)
        self.paths = {lesson.id: lesson for lesson in shared.course}

    def link(self, target: str) -> str | None:
        """Return where a link leads, or None where it must not lead anywhere."""
        return link_address(target, self.pages, self.root)

    def picture(self, target: str) -> dict[str, str] | None:
        """Return the attributes of a picture, or None where there is no such picture."""
        picture = self.shared.pictures.get(plain_address(target))
        return picture.attributes(self.root) if picture else None

    def image_url(self, target: str) -> str:
        """Return the address of a lesson's picture."""
        return self.root + self.shared.pictures[plain_address(target)].path

    def asset(self, name: str) -> str:
        """Return the address of a script, style, font or static file."""
        files = self.shared.assets.files
        if name not in files:
            known = ", ".join(files)
            raise LookupError(f"there is no asset '{name}'; known are: {known}")
        return self.root + files[name]

    def scripts(self, name: str) -> list[str]:
        """Return the address of a script and those of the modules that it imports at once."""
        return [self.asset(name), *(self.root + path for path in self.shared.assets.imports[name])]

    def page_url(self, lesson_id: str) -> str:
        """Return the address of a lesson's page."""
        return self.root + self.paths[lesson_id].path

    def data_url(self, lesson_id: str) -> str:
        """Return the address of a lesson's data."""
        return self.root + self.paths[lesson_id].data_path


def page_paths(course: Iterable[LessonSummary]) -> dict[str, str]:
    """Return the paths of the pages by the file names that lessons link to."""
    pages = {lesson.file_name: lesson.path for lesson in course}
    return {**pages, FORMAT_FILE: "lesson-format.html"}


def link_address(target: str, pages: Mapping[str, str], root: str) -> str | None:
    """Return where a link leads, or None where it must not lead anywhere.

    Args:
        pages: The paths of the pages by the file names that a link may have.
        root: What leads from the page with the link to the site's root.
    """
    address = plain_address(target)
    scheme = SCHEME.match(address)
    if scheme:
        return address if scheme[1].lower() in SAFE_SCHEMES else None
    file, mark, anchor = address.partition("#")
    if not file:
        return address or None
    page = pages.get(file.removeprefix(UP))
    return f"{root}{page}{mark}{anchor}" if page else None


def plain_address(target: str) -> str:
    """Return an address as a browser reads it: entities resolved, control characters dropped.

    >>> plain_address("java\\tscript&#58;x")
    'javascript:x'
    """
    return re.sub(r"[\x00-\x20]", "", unescape(target))
