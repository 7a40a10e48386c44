"""Drawings that are too much for a browser, or that reach for the whole page."""

from tests.browser.hostile.cell import Nasty, drawing

TAGS = "it has more than 2,000 tags"
DEEP = "nested more than 50 deep"
TEXT = "its HTML has more than 200,000 characters"

CELLS = {
    "large page": drawing("'<p>a</p>' * 200_000", TAGS),
    "large table": drawing("'<table>' + '<tr><td>1' * 50_000", TAGS),
    "as large as allowed": drawing("'<p>a' * 1990 + 'end'", "end"),
    "a table as large as allowed": drawing("'<table>' + '<tr><td>1<td>2' * 660", "12"),
    "large drawing": drawing("'<svg>' + '<rect />' * 200_000", TAGS),
    "deep page": drawing("'<div>' * 2000 + 'deep'", DEEP),
    "deep boxes": drawing("'<span style=\"display: inline-block\">' * 1900 + 'deep'", DEEP),
    "deep and forbidden": drawing("'seen' + '<details><form>' * 900", "seen"),
    "wide cells": drawing("'<table>' + '<td colspan=1000>w' * 1900", "www"),
    "tall cells": drawing("'<table>' + '<tr><td rowspan=65534 colspan=1000>t' * 900", "ttt"),
    "columns": drawing("'<table>' + '<col span=1000>' * 1900 + '<td>one'", "one"),
    "moving text": drawing("'<marquee>m</marquee>' * 900 + 'still'", "still"),
    "shadows": drawing(
        "'<p style=\"text-shadow:' + ','.join(['0 0 50px red'] * 5000) + '\">' + 'word ' * 999",
        "word word",
    ),
    "layers": drawing(
        "'<p style=\"background:' + ','.join(['linear-gradient(red,tan)'] * 5000) + '\">layer'",
        "layer",
    ),
    "many marks": drawing("'<p>e' + '\\u0301' * 50_000", "(49,984 more characters"),
    "long text": drawing("'<p>' + '\\u0628' * 100_000", "(90,000 more characters"),
    "longer text": drawing("'<p>' + 'word ' * 90_000", TEXT),
    "many pictures": drawing("'<img src=data:,x width=9999>' * 2000", "more than 100 pictures"),
    "broken picture": Nasty("class A:\n    def _repr_png_(self): return b'no'\nA()", ""),
    "large picture": Nasty(
        "class A:\n    def _repr_png_(self): return b'0' * 20_000_000\nA()",
        "This is more output than the page can show",
    ),
    "over the page": drawing(
        "'<div style=\"position: fixed; inset: 0; z-index: 9999; background: red\">over</div>'",
        "over",
    ),
}
