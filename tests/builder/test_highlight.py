"""Code is coloured by the classes that the styles know, and by no others."""

import re
from html import unescape

import pytest

from builder.highlight import COLOURED, highlight_code, highlight_python
from builder.project import ROOT

COLOUR = re.compile(r"\.code :is\(([^)]*)\)")
SPAN = re.compile(r'<span class="([^"]*)">')
CODE = '''\
@cached
def mean(values: list[float]) -> float:  # of some
    """The mean."""
    return sum(values) / len(values) if values is not None else 0.5

print(f"{mean([1, 0x2])!r}\\n", '<&>', r'\\d', b'x', 1e-3)
'''


def test_the_classes_are_those_that_have_a_colour() -> None:
    styles = (ROOT / "site" / "css" / "code.css").read_text(encoding="utf-8")
    named = {name.strip(". ") for names in COLOUR.findall(styles) for name in names.split(",")}
    assert named == COLOURED


@pytest.mark.parametrize(
    ("code", "language"),
    [(CODE, "python"), ("python3 build.py 'x' # go", "sh"), ("{1: 2}", "json")],
)
def test_what_has_no_colour_has_no_element_and_the_text_is_whole(code: str, language: str) -> None:
    block = highlight_code(code, language)
    assert set(SPAN.findall(block)) <= COLOURED
    assert unescape(re.sub("<[^>]*>", "", block)) == code.removesuffix("\n")


def test_keywords_names_numbers_texts_and_comments_have_their_colour() -> None:
    block = highlight_python(CODE)
    for html in (
        '<span class="k">def</span> <span class="nf">mean</span>(values: ',
        '<span class="nb">sum</span>(values) <span class="o">/</span> ',
        '<span class="mf">0.5</span>',
        '<span class="c1"># of some</span>',
        '<span class="ow">is</span> <span class="ow">not</span> <span class="kc">None</span>',
    ):
        assert html in block
