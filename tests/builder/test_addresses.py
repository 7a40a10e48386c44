"""Links and pictures lead where they should, and never to a script."""

from pathlib import Path

import pytest

from builder.addresses import Addresses
from builder.assets import Assets
from builder.pictures import Picture, size_of
from builder.shared import LessonSummary, Runtime, Shared

LESSON = LessonSummary(1, "neuron", "One", 20, (), (), (), "01-neuron.md", ())
PICTURE = Picture(Path("a.svg"), "assets/a.1.svg", 8, 4)


@pytest.fixture
def addresses() -> Addresses:
    assets = Assets(Path(), {"main.js": "assets/main.1.js"}, {}, ())
    pictures = {"img/a.svg": PICTURE}
    shared = Shared(Path(), (LESSON,), assets, pictures, Runtime({}, "", ""))
    return Addresses(shared, "../")


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("01-neuron.md", "../lessons/neuron.html"),
        ("01-neuron.md#the-bias", "../lessons/neuron.html#the-bias"),
        ("README.md", "../lesson-format.html"),
        ("#here", "#here"),
        ("https://example.org/a?b#c", "https://example.org/a?b#c"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_leads_to_its_page(addresses: Addresses, written: str, address: str) -> None:
    assert addresses.link(written) == address


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//example.org/",
        "/etc/passwd",
        "02-unknown.md",
        "",
    ],
)
def test_what_is_not_safe_or_not_there_is_no_link(addresses: Addresses, written: str) -> None:
    assert addresses.link(written) is None


def test_a_picture_brings_its_size_so_that_the_page_does_not_jump(addresses: Addresses) -> None:
    attributes = addresses.picture("img/a.svg")
    assert attributes == {"src": "../assets/a.1.svg", "width": "8", "height": "4"}


def test_a_picture_that_is_not_there_is_none(addresses: Addresses) -> None:
    assert addresses.picture("img/b.svg") is None


def test_the_size_of_a_png_is_read_from_its_head() -> None:
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\0\x10"
    assert size_of(head) == (256, 16)


def test_an_unknown_asset_is_an_error_that_names_the_known(addresses: Addresses) -> None:
    with pytest.raises(LookupError, match=r"no asset 'x.js'; known are: main.js"):
        addresses.asset("x.js")
