"""Colour code with pygments, by classes that `site/css` gives colours to."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from markupsafe import Markup
from pygments import highlight
from pygments.filter import Filter
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import STANDARD_TYPES, Token, _TokenType
from pygments.util import ClassNotFound

Piece: TypeAlias = tuple[_TokenType, str]

# The classes of `site/css/code.css`. Up to a third of a lesson's elements would be for others,
# which have no colour of their own: a page without them is laid out sooner.
COLOURED = frozenset(
    {"k", "kn", "kc", "kd", "kr", "ow", "o", "nf", "nc", "fm", "nb", "bp", "nn", "ne"}
    | {"s", "s1", "s2", "sa", "sd", "si", "se", "sb", "mi", "mf", "mh", "mo", "c", "c1", "cm", "ch"}
)
BLOCK = Markup('<pre class="code" data-language="{language}"><code>{code}</code></pre>')


def highlight_python(code: str) -> Markup:
    """Return Python code as an HTML block.

    >>> highlight_python("x").striptags()
    'x'
    """
    return highlight_code(code, "python")


def highlight_code(code: str, language: str) -> Markup:
    """Return code as an HTML block; an unknown language is shown without colours."""
    lexer = find_lexer(language)
    colours: HtmlFormatter[str] = HtmlFormatter(nowrap=True)
    coloured = highlight(code, lexer, colours) if lexer else Markup.escape(code)
    return BLOCK.format(language=language or "text", code=Markup(coloured.removesuffix("\n")))


def find_lexer(language: str) -> Lexer | None:
    """Return pygments' lexer for a language, or None where it has none."""
    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
    lexer.add_filter(ColouredOnly())
    return lexer


class ColouredOnly(Filter):
    """Makes plain text of what has no colour."""

    def filter(self, lexer: Lexer | None, stream: Iterable[Piece]) -> Iterator[Piece]:
        """Yield tokens, each with its kind or as text."""
        for kind, text in stream:
            yield (kind if STANDARD_TYPES.get(kind) in COLOURED else Token.Text), text
