"""What is compared before anything has run: the pages, their rows and what they have to reach."""

import pytest

from benchmarks.candidates import BARE, CANDIDATES, LESSON, with_code
from benchmarks.first_output import COLD, SENT, TARGETS, TRIP, Figures, compare
from benchmarks.parts import PARTS, load
from benchmarks.round_trips import BATCHES, CALLS

PAGE = """<pre class="code" data-language="python"><code>only <b>shown</b></code></pre>
<section data-block="cell"><pre class="code"><code><span>1</span></code></pre></section>
<section data-block="cell"><pre class="code"><code>2</code></pre></section>"""


def test_the_first_cell_of_a_page_gets_other_code() -> None:
    changed = with_code(PAGE, 'print(1 < 2, "\\1")')
    assert changed == PAGE.replace("<span>1</span>", "print(1 &lt; 2, &quot;\\1&quot;)")


def test_a_page_without_a_cell_is_told() -> None:
    with pytest.raises(ValueError, match="no cell"):
        with_code("<p>Nothing here</p>", "print(1)")


def test_a_page_is_held_against_another_figure_by_figure() -> None:
    ours, bare = Figures([100.0], [50.0], [], [4.0]), Figures([400.0], [100.0], [2.0], [16.0])
    found = {LESSON: ours, BARE: bare}
    (cold,) = compare(found, COLD, LESSON, BARE, TARGETS[COLD, LESSON])
    assert (cold.name, cold.floor.name) == ("first output, cold: lesson 1", "bare Pyodide")
    assert (cold.ratio(), cold.is_met()) == (0.25, True)
    (sent,) = compare(found, SENT, LESSON, BARE, TARGETS[SENT, LESSON])
    assert (sent.ours(), sent.ratio(), sent.is_met()) == (4, 0.25, True)
    assert list(compare(found, TRIP, LESSON, BARE)) == []


def test_a_rival_without_the_figure_is_told() -> None:
    found = {LESSON: Figures(trip=[3.0, 4.0]), BARE: Figures(trip=[1.0])}
    (row,) = compare(found, TRIP, LESSON, BARE, TARGETS[TRIP, LESSON])
    assert (row.ours(), row.ratio(), row.is_met()) == (3.5, None, None)
    assert row.note == "bare Pyodide was not measured in every round"


def test_every_page_but_the_bare_ones_has_a_rival_and_targets() -> None:
    names = {page.name for page in CANDIDATES}
    rivals = {page.name: page.rival for page in CANDIDATES if page.rival}
    assert names - set(rivals) == {"bare Pyodide", "bare Pyodide, numpy"}
    assert set(rivals.values()) <= names
    assert all((COLD, page) in TARGETS and (SENT, page) in TARGETS for page in CANDIDATES[1:3])


@pytest.mark.parametrize("name", PARTS)
def test_every_part_is_a_module_that_measures(name: str) -> None:
    assert callable(load(name).measure)
    assert load(name).__doc__


@pytest.mark.parametrize("name", PARTS)
def test_the_readme_tells_what_every_part_measures(name: str, readme: str) -> None:
    assert f"\n### {name}\n" in readme


def test_the_readme_tells_how_many_round_trips_are_made(readme: str) -> None:
    assert f": {BATCHES} batches of {CALLS} calls, when" in readme
