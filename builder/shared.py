"""What every page of the site shares, as data that goes to the templates and to processes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from builder.assets import Assets
from builder.blocks import packages
from builder.hashing import digest, files_below, files_digest
from builder.lesson.model import Lesson
from builder.pictures import Picture
from builder.policy import page_policy

BUILDER = Path(__file__).parent


@dataclass(frozen=True)
class LessonSummary:
    """What the other pages know of a lesson.

    Args:
        packages: What its code imports and the page must load, such as `("numpy",)`.
    """

    number: int
    id: str
    title: str
    minutes: int
    needs: tuple[str, ...]
    teaches: tuple[str, ...]
    exercise_ids: tuple[str, ...]
    file_name: str
    packages: tuple[str, ...]

    @property
    def path(self) -> str:
        """Return the path of the lesson's page in the site."""
        return f"lessons/{self.id}.html"

    @property
    def data_path(self) -> str:
        """Return the path of the lesson's data in the site."""
        return f"lessons/{self.id}.json"


def summarise(lesson: Lesson) -> LessonSummary:
    """Return what the other pages know of a lesson."""
    exercise_ids = tuple(exercise.id for exercise in lesson.exercises())
    front = (lesson.minutes, lesson.needs, lesson.teaches)
    more = (exercise_ids, lesson.path.name, packages(lesson))
    return LessonSummary(lesson.number, lesson.id, lesson.title, *front, *more)


@dataclass(frozen=True)
class Runtime:
    """What pages need to know of the kernel's files.

    Args:
        manifest: The names and sizes of the files, as the page's scripts read them.
        frame_hash: The inline script of the kernel's frame, as `sha256-...`.
    """

    manifest: dict[str, object]
    frame_hash: str
    version: str


@dataclass(frozen=True)
class Shared:
    """What every page shares.

    Args:
        base_url: The address that the site will have, or `""`.
    """

    templates: Path
    course: tuple[LessonSummary, ...]
    assets: Assets
    pictures: Mapping[str, Picture]
    runtime: Runtime
    base_url: str = ""

    @property
    def policy(self) -> str:
        """Return the content security policy."""
        return page_policy(self.runtime.frame_hash)

    @property
    def version(self) -> str:
        """Return a short hash of scripts, styles and runtime; it changes when they change."""
        return digest(self.assets.version(), self.runtime.version)

    @cached_property
    def look(self) -> str:
        """Return a hash of the templates, the builder, the assets and the pictures."""
        templates = files_digest(files_below(self.templates), self.templates)
        sources = files_digest(files_below(BUILDER, (".py",)), BUILDER)
        pictures = sorted((name, picture.path) for name, picture in self.pictures.items())
        return digest(templates, sources, self.assets.version(), repr(pictures))

    @property
    def base_path(self) -> str:
        """Return where the site lies on its host, such as `/` or `/course/`."""
        return urlsplit(self.base_url).path.rstrip("/") + "/"


@dataclass(frozen=True)
class Page:
    """One page: `path` in the site, `canonical` address or `""`."""

    path: str
    title: str
    description: str
    canonical: str = ""

    @property
    def root(self) -> str:
        """Return what leads from the page to the site's root."""
        return "../" * self.path.count("/")


@dataclass(frozen=True)
class Notice:
    """The licence of something that is shipped to the learner."""

    name: str
    version: str
    licence: str
    homepage: str
    text: str
