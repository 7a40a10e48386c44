"""A known mistake's words as plain text, whether they come as Markdown or as HTML."""

import re
from html.parser import HTMLParser

BLOCKS = ("p", "li", "pre", "ul", "ol", "div", "blockquote", "h3", "h4")


def plain_words(feedback: str) -> str:
    """Return the words as plain text: paragraphs by blank lines, code in backticks.

    >>> plain_words("<p>Use <code>a &lt; b</code>.</p><p>Then go on.</p>")
    'Use `a < b`.\\n\\nThen go on.'
    """
    if not feedback.lstrip().startswith("<"):
        return feedback.strip()
    reader = Reader()
    reader.feed(feedback)
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(reader.parts))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


class Reader(HTMLParser):
    """Collects the text of HTML that the builder made."""

    def __init__(self) -> None:
        """Start with nothing read."""
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a paragraph or a piece of code."""
        del attrs
        if tag in BLOCKS:
            self.parts.append("\n\n")
        elif tag == "code":
            self.parts.append("`")

    def handle_endtag(self, tag: str) -> None:
        """End a paragraph or a piece of code."""
        self.handle_starttag(tag, [])

    def handle_data(self, data: str) -> None:
        """Take text."""
        self.parts.append(data)
