"""Teach Python-Markdown the course's own parts: safe text, fences, folded sections, anchors."""

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from builder.highlight import highlight_code
from builder.lesson.headings import slug
from builder.markdown_lists import ListPreprocessor

FENCE = re.compile(r"^(?P<indent> *)(?P<mark>`{3,}|~{3,})(?P<info>[^`]*)$")
FOLD = re.compile(r"^<details>\s*<summary>(?P<title>.*)</summary>\s*$")
FOLD_END = re.compile(r"^</details>\s*$")
FOLD_START = Markup("<details><summary>{title}</summary>")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LinkRewriter = Callable[[str], str | None]
PictureRewriter = Callable[[str], dict[str, str] | None]


class CoursePartsExtension(Extension):
    """Add the parts, and switch raw HTML off: what an author types as HTML is shown as text.

    Args:
        link: Turns a link's target into an address, or None where it must not be a link.
        picture: Turns a picture's file into its attributes, or None where there is none.
    """

    def __init__(self, link: LinkRewriter, picture: PictureRewriter) -> None:
        """Keep the two rules."""
        super().__init__()
        self.link = link
        self.picture = picture

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the parts."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.preprocessors.register(FencePreprocessor(md), "fences", 25)
        md.preprocessors.register(FoldPreprocessor(md), "folds", 24)
        md.preprocessors.register(ListPreprocessor(md), "lists", 23)
        md.treeprocessors.register(AnchorTreeprocessor(md), "anchors", 6)
        targets = TargetTreeprocessor(md, self.link, self.picture)
        md.treeprocessors.register(targets, "targets", 5)


class FencePreprocessor(Preprocessor):
    """Put a coloured block in the place of every fence; its first word names the language."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with a placeholder for each fence."""
        kept: list[str] = []
        rest = iter(lines)
        for line in rest:
            opening = FENCE.match(line)
            if opening:
                kept += ["", opening["indent"] + self.store(opening, rest), ""]
            else:
                kept.append(line)
        return kept

    def store(self, opening: re.Match[str], rest: Iterator[str]) -> str:
        """Consume a fence up to its end and return the placeholder of its block."""
        language = (opening["info"].split() or [""])[0]
        code = "\n".join(fence_body(opening, rest))
        return self.md.htmlStash.store(highlight_code(code, language))


def fence_body(opening: re.Match[str], rest: Iterator[str]) -> Iterator[str]:
    """Yield the lines inside a fence, without the indent of its first line."""
    end = re.compile(rf"^ *{opening['mark'][0]}{{{len(opening['mark'])},}}\s*$")
    margin = re.compile(rf"^ {{0,{len(opening['indent'])}}}")
    for line in rest:
        if end.match(line):
            return
        yield margin.sub("", line)


class FoldPreprocessor(Preprocessor):
    """Let `<details><summary>title</summary>` and `</details>` through, where they pair up."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with a placeholder for each start and end of a folded section."""
        if not folds_pair_up(lines):
            return lines
        return [piece for line in lines for piece in self.replace(line)]

    def replace(self, line: str) -> tuple[str, ...]:
        """Return the lines that stand for one line."""
        fold = FOLD.match(line)
        if fold:
            start = FOLD_START.format(title=fold["title"].strip())
            return "", self.md.htmlStash.store(start), ""
        if FOLD_END.match(line):
            return "", self.md.htmlStash.store("</details>"), ""
        return (line,)


def folds_pair_up(lines: list[str]) -> bool:
    """Tell whether every folded section that starts also ends, and the other way round."""
    depth = 0
    for line in lines:
        depth += bool(FOLD.match(line)) - bool(FOLD_END.match(line))
        if depth < 0:
            return False
    return depth == 0


class AnchorTreeprocessor(Treeprocessor):
    """Give every heading an id, made from its words and unique in the text."""

    def run(self, root: Element) -> None:
        """Set the ids."""
        taken: set[str] = set()
        for heading in root.iter():
            if heading.tag in HEADINGS:
                heading.set("id", free_anchor("".join(heading.itertext()), taken))


def free_anchor(words: str, taken: set[str]) -> str:
    """Return the anchor for a heading and add it to those taken."""
    start = anchor = slug(words) or "section"
    number = 0
    while anchor in taken:
        number += 1
        anchor = f"{start}-{number}"
    taken.add(anchor)
    return anchor


class TargetTreeprocessor(Treeprocessor):
    """Rewrite where links lead and which files pictures show."""

    def __init__(self, md: Markdown, link: LinkRewriter, picture: PictureRewriter) -> None:
        """Keep the two rules."""
        super().__init__(md)
        self.link = link
        self.picture = picture

    def run(self, root: Element) -> None:
        """Rewrite every link and picture."""
        for element in root.iter():
            if element.tag == "a":
                self.rewrite_link(element)
            elif element.tag == "img":
                self.rewrite_picture(element)

    def rewrite_link(self, element: Element) -> None:
        """Point a link to its address, or leave only its words."""
        address = self.link(element.attrib.pop("href", ""))
        if address is None:
            element.tag = "span"
        else:
            element.set("href", address)

    def rewrite_picture(self, element: Element) -> None:
        """Point a picture to its copy in the site, or leave only its description."""
        attributes = self.picture(element.attrib.pop("src", ""))
        if attributes is None:
            element.tag = "span"
            element.text = element.attrib.pop("alt", "")
        else:
            element.attrib.update({**attributes, "loading": "lazy"})
