"""Turn Markdown into HTML that is safe to put into a page."""

from functools import lru_cache

from markdown import Markdown
from markdown.extensions import Extension
from markupsafe import Markup

from builder.markdown_parts import CoursePartsExtension, LinkRewriter, PictureRewriter

BLOCKS = ("empty", "indent", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "table")


class MarkdownRenderer:
    """Render the Markdown of one page; links and pictures go through the page's own rules."""

    def __init__(self, link: LinkRewriter, picture: PictureRewriter) -> None:
        """Prepare one renderer for blocks and one for single lines."""
        self._blocks = new_markdown(link, picture)
        self._paragraphs = new_markdown(link, picture)
        leave_only_paragraphs(self._paragraphs)

    def block(self, text: str) -> Markup:
        """Return Markdown as HTML blocks."""
        return Markup(self._blocks.reset().convert(text))

    def inline(self, text: str) -> Markup:
        """Return a line of Markdown as HTML without a block around it."""
        line = " ".join(text.split())
        may_lead_on = "[" in line or "<" in line
        return convert_line(self._paragraphs, line) if may_lead_on else unlinked(line)

    def plain(self, text: str) -> str:
        """Return the words of Markdown without any marks."""
        return self.block(text).striptags()


@lru_cache(maxsize=20_000)
def unlinked(line: str) -> Markup:
    """Return a line without links or pictures as HTML; it is the same on every page."""
    return convert_line(PARAGRAPHS, line)


def convert_line(paragraphs: Markdown, line: str) -> Markup:
    """Return a line as HTML without a block around it."""
    html = paragraphs.reset().convert(line)
    return Markup(html.removeprefix("<p>").removesuffix("</p>"))


def new_markdown(link: LinkRewriter, picture: PictureRewriter) -> Markdown:
    """Return Python-Markdown with the course's parts; code stands in fences, never by indent."""
    parts = CoursePartsExtension(link, picture)
    extensions: list[str | Extension] = ["tables", "sane_lists", parts]
    markdown = Markdown(extensions=extensions, output_format="html")
    markdown.parser.blockprocessors.deregister("code")
    return markdown


def leave_only_paragraphs(markdown: Markdown) -> None:
    """Make every block a paragraph, so that `1. x` in a title is no list."""
    processors = markdown.parser.blockprocessors
    for name in BLOCKS:
        processors.deregister(name)


PARAGRAPHS = new_markdown(lambda target: None, lambda target: None)
leave_only_paragraphs(PARAGRAPHS)
