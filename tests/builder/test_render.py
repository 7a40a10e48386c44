"""Markdown becomes HTML that reads as on a Git host and that can never become script."""

import pytest

from builder.render import MarkdownRenderer


@pytest.fixture
def renderer() -> MarkdownRenderer:
    return MarkdownRenderer(lambda target: target, lambda source: {"src": source})


def flat(html: str) -> str:
    return "".join(html.split("\n"))


def test_html_is_shown_as_text(renderer: MarkdownRenderer) -> None:
    html = renderer.block("<b onclick=x>bold</b>\n\n<script>alert(1)</script>")
    assert "<b" not in html
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_a_folded_section_stays_one(renderer: MarkdownRenderer) -> None:
    text = "<details><summary>More & more</summary>\n\n*Inside*\n\n</details>"
    html = flat(renderer.block(text))
    start = "<details><summary>More &amp; more</summary>"
    assert html == start + "<p><em>Inside</em></p></details>"


def test_a_folded_section_without_an_end_is_text(renderer: MarkdownRenderer) -> None:
    assert "<details>" not in renderer.block("<details><summary>More</summary>\n\nInside")


def test_html_in_a_fence_is_code(renderer: MarkdownRenderer) -> None:
    html = renderer.block("````markdown\n<details><summary>a</summary>\n```python\n```\n````")
    assert "<details>" not in html
    assert html.count("<pre") == 1


def test_code_keeps_every_character(renderer: MarkdownRenderer) -> None:
    html = renderer.block("```python run id=a\n\n  if a < 1 & b:\n\n      c\n\n```")
    assert html.striptags().split() == ["if", "a", "<", "1", "&", "b:", "c"]
    assert ">\n  <span" in html


def test_an_unknown_language_is_shown_without_colours(renderer: MarkdownRenderer) -> None:
    html = renderer.block("```nonsense\na < b\n```")
    assert html == '<pre class="code" data-language="nonsense"><code>a &lt; b</code></pre>'


def test_lists_nest_by_two_spaces(renderer: MarkdownRenderer) -> None:
    html = flat(renderer.block("- a\n  - b\n    - c\n- d"))
    assert html == "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"


def test_lists_nest_by_four_spaces(renderer: MarkdownRenderer) -> None:
    html = flat(renderer.block("- a\n    - b\n- c"))
    assert html == "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"


def test_a_list_may_follow_a_paragraph_at_once(renderer: MarkdownRenderer) -> None:
    assert flat(renderer.block("words\n- a")) == "<p>words</p><ul><li>a</li></ul>"


def test_a_year_at_the_start_of_a_line_starts_no_list(renderer: MarkdownRenderer) -> None:
    assert "<ol" not in renderer.block("It was\n1986. A great year.")


def test_a_fence_in_a_list_stays_in_its_item(renderer: MarkdownRenderer) -> None:
    html = flat(renderer.block("1. a\n\n   ```text\n   x\n   ```\n\n2. b"))
    assert html.count("<ol>") == 1
    assert "<code>x</code></pre></li>" in html


def test_headings_get_anchors_that_differ(renderer: MarkdownRenderer) -> None:
    html = renderer.block("## What `w` is\n\n## What w is")
    assert '<h2 id="what-w-is">' in html
    assert '<h2 id="what-w-is-1">' in html


def test_a_title_that_looks_like_a_list_stays_a_title(renderer: MarkdownRenderer) -> None:
    assert renderer.inline("1. `x` *is*") == "1. <code>x</code> <em>is</em>"


def test_plain_text_has_no_marks(renderer: MarkdownRenderer) -> None:
    assert renderer.plain("The `step` *function* & more") == "The step function & more"


def test_a_link_that_leads_nowhere_leaves_its_words() -> None:
    renderer = MarkdownRenderer(lambda target: None, lambda source: None)
    html = renderer.block("[words](javascript:alert) ![picture](x.svg)")
    assert html == "<p><span>words</span> <span>picture</span></p>"
