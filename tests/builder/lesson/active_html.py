"""Find in HTML what could act: scripts, handlers, and addresses that are programs."""

import re
from html.parser import HTMLParser

WORDS = "p a em strong br code pre span blockquote ul ol li table thead tbody tr th td img hr del"
HEADINGS = "h1 h2 h3 h4 h5 h6"
# What Markdown is made of; a page has more, but always the same.
ELEMENTS = frozenset(f"{WORDS} {HEADINGS} details summary".split())
ADDRESSES = frozenset({"href", "src", "action", "formaction", "data", "poster", "xlink:href"})
SAFE_SCHEMES = frozenset({"", "http", "https", "mailto"})
FORBIDDEN = frozenset({"srcdoc", "style", "ping", "srcset"})
Attributes = list[tuple[str, str | None]]


class HtmlParts(HTMLParser):
    """What a piece of HTML is made of, as far as it could act."""

    def __init__(self, html: str) -> None:
        """Read the HTML to its end."""
        super().__init__(convert_charrefs=True)
        self.scripts: list[Attributes] = []
        self.elements: set[str] = set()
        self.active: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Note an element, and its attributes that could act."""
        self.elements.add(tag)
        if tag == "script":
            self.scripts.append(attrs)
        self.active += [f"<{tag} {name}={value}>" for name, value in attrs if acts(name, value)]

    def handle_pi(self, data: str) -> None:
        """Note a processing instruction, which no page has."""
        self.active.append(f"<?{data}>")


def acts(name: str, value: str | None) -> bool:
    """Tell whether an attribute could act."""
    if name.startswith("on") or name in FORBIDDEN:
        return True
    return name in ADDRESSES and scheme_of(value or "") not in SAFE_SCHEMES


def scheme_of(address: str) -> str:
    """Return the scheme of an address as a browser reads it, in small letters."""
    plain = re.sub(r"[\x00-\x20]", "", address)
    scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", plain)
    return scheme[1].lower() if scheme else ""
