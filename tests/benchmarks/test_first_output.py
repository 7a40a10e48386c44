"""What is compared before anything has run: the pages, their rows and what they have to reach."""

import pytest

from benchmarks.candidates import BARE, CANDIDATES, LESSON, with_code
from benchmarks.first_output import CALLS, Figures, rows
from benchmarks.parts import PARTS, load

PAGE = """<pre class="code" data-language="python"><code>only <b>shown</b></code></pre>
<section data-block="cell"><pre class="code"><code><span>1</span></code></pre></section>
<section data-block="cell"><pre class="code"><code>2</code></pre></section>"""


def test_the_first_cell_of_a_page_gets_other_code() -> None:
    changed = with_code(PAGE, 'print(1 < 2, "\\1")')
    assert changed == PAGE.replace("<span>1</span>", "print(1 &lt; 2, &quot;\\1&quot;)")


def test_a_page_without_a_cell_is_told() -> None:
    with pytest.raises(ValueError, match="no cell"):
        with_code("<p>Nothing here</p>", "print(1)")


def test_each_page_is_held_against_the_bare_one() -> None:
    found = {page.name: Figures([100.0], [50.0], [1.0], [4.0]) for page in CANDIDATES}
    found[BARE.name] = Figures([400.0], [100.0], [2.0], [16.0])
    found[LESSON.name].trip = []
    made = {row.name: row for row in rows(found)}
    cold = made["first output, cold: lesson 1"]
    assert (cold.ratio(), cold.floor.name, cold.is_met()) == (0.25, "bare Pyodide", True)
    sent = made["sent before output: lesson 1"]
    assert (sent.ours(), sent.ratio(), sent.target.limit) == (4, 0.25, 5)
    assert made["one print(1): our kernel"].ratio() == 0.5
    assert "one print(1): lesson 1" not in made
    assert not any("bare" in name for name in made)


@pytest.mark.parametrize("name", PARTS)
def test_every_part_is_a_module_that_measures(name: str) -> None:
    assert callable(load(name).measure)
    assert load(name).__doc__


@pytest.mark.parametrize("name", PARTS)
def test_the_readme_tells_what_every_part_measures(name: str, readme: str) -> None:
    assert f"\n### {name}\n" in readme


def test_the_readme_tells_how_many_round_trips_are_made(readme: str) -> None:
    assert f"the median of {CALLS}, when" in readme
