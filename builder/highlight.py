"""Colour code with pygments, by classes that `site/css` gives colours to."""

from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

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
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
