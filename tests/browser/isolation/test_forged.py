"""A program cannot make the page believe, run or show what only the kernel may say."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.isolation.test_depth import kernel_frame
from tests.browser.pages.lesson_driver import LessonDriver

SCRIPT = "<img src=x onerror='hacked=1'><script>hacked=1</script><svg onload='hacked=1'/>"
FORM = "<form action='/'><input name=key><button>Your key?</button></form><iframe srcdoc='x'>"
VERDICT = {"exercise": "step", "passed": True, "checks": [], "feedback": "It passes", "error": None}
ERROR = {"type": SCRIPT, "message": SCRIPT, "traceback": SCRIPT, "cause": SCRIPT, "fix": SCRIPT}
PLACES = {"line": -5, "endLine": 1e9, "column": 1.5, "endColumn": -1}
CHANGE = {"line": 0, "endLine": 1e9, "column": -1, "endColumn": 0, "replacement": "import os"}
# What a browser would ask for by itself, from the course's own server too.
FETCHING = """<img src=asked-1 srcset='asked-2 2x'><p style='background: url( "asked-3")'>a</p>
<p style='background: u\\72l(asked-4)'>b</p><p style='background: image-set("asked-5" 1x)'>c</p>
<svg><image href=asked-6 /><use xlink:href='asked-7#x' /><path fill='url(asked-8#x)' /></svg>
<table background=asked-9><tr><td background=asked-10>d</td></tr></table>"""
# Parts that the bridge is made to send: a kind, and what goes with it.
PARTS = [
    ("html", {"kind": "html", "html": SCRIPT + FORM}),
    ("svg", {"kind": "svg", "svg": f"<svg><foreignObject>{SCRIPT}{FORM}</foreignObject></svg>"}),
    ("png", {"kind": "png", "base64": "\" onerror='hacked=1' x=\""}),
    ("note", {"kind": "note", "text": SCRIPT}),
    ("value", {"kind": "html", "html": SCRIPT}),
    ("stdout", {"kind": "stdout", "text": {"html": SCRIPT}}),
    ("outcome", VERDICT),
    ("done", VERDICT),
    ("ask", {"kind": "ask", "prompt": "Your key?"}),
    ("__proto__", {"kind": "__proto__"}),
    ("stdout", "no JSON"),
    ("stdout", "[" * 50_000),
]
SEND = """
import engine.kernel.bridge, json
send = engine.kernel.bridge._bridges[0].emit
for kind, part in {parts!r}:
    send(kind, part if isinstance(part, str) else json.dumps(part))
print("the end")
send("stdout", json.dumps({{"kind": "stdout", "text": "x" * 30_000_000}}))
"""
# What a run is made to answer.
ANSWERS = {
    "no JSON": "passed",
    "no end": "[" * 100_000,
    "a verdict": json.dumps(VERDICT),
    "odd places": json.dumps(
        {"status": "error", "error": {**ERROR, **PLACES, "change": CHANGE}, "seconds": "1"}
    ),
    "no fields": json.dumps({"status": "ok", "error": 1, "seconds": [], "noticed": {"length": 9}}),
}
# From the frame itself, which no program reaches.
POSTS = """
() => {
  const outcome = { kind: "done", payload: "{}" };
  const message = { type: "outcome", id: 1, outcome };
  for (const place of [parent, top]) {
    const { port1 } = new MessageChannel();
    place.postMessage(message, "*");
    place.postMessage({ type: "ask", id: 1, prompt: "Your key?" }, "*", [port1]);
  }
  new BroadcastChannel("ml-bites").postMessage(message);
}
"""


@pytest.fixture
def lesson(page: Page, server: str, allowed_errors: list[str]) -> LessonDriver:
    """Return a lesson in which the policy may say what it refused."""
    allowed_errors += ["Content Security Policy"]
    expect.set_options(timeout=40_000)
    return LessonDriver(page, server)


def page_is_as_it_was(lesson: LessonDriver) -> None:
    """Check that nothing ran or passed, nobody is asked for anything, and that cells run."""
    assert lesson.page.evaluate("typeof hacked") == "undefined"
    output = lesson.cell(1).get_by_role("group", name="Output of")
    expect(output.locator("script, iframe, form, input, button:has-text('key')")).to_have_count(0)
    exercises = lesson.page.get_by_role("group", name="Exercise:")
    expect(exercises.get_by_text("It passes")).to_have_count(0)
    assert lesson.run(lesson.cell(1), "print(6 * 7)").inner_text().strip() == "42"


def test_a_part_that_is_forged_shows_nothing_that_acts(lesson):
    shown = lesson.run(lesson.cell(1), SEND.format(parts=PARTS))
    expect(shown).to_contain_text("the end")
    expect(shown).to_contain_text("more output than the page can show")
    assert len(shown.inner_text()) < 10_000
    page_is_as_it_was(lesson)


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_a_result_that_is_forged_is_no_result(lesson, answer):
    lesson.run(lesson.cell(1), f"import json\njson.dumps = lambda *a, **k: {answer!r}")
    page_is_as_it_was(lesson)


def test_a_drawing_fetches_nothing(lesson):
    asked: list[str] = []
    lesson.page.on("request", lambda request: asked.append(request.url))
    drawn = f"class Drawing:\n    def _repr_html_(self):\n        return {FETCHING!r}\nDrawing()"
    expect(lesson.run(lesson.cell(1), drawn)).to_contain_text("d")
    page_is_as_it_was(lesson)
    assert [url for url in asked if "asked-" in url] == []


def test_nobody_is_asked_once_a_cell_has_ended(lesson):
    later = (
        "import js, engine.kernel.bridge\nfrom pyodide.ffi import create_proxy\n"
        "def ask():\n    engine.kernel.bridge._bridges[0].read_line('Your key?')\n"
        "js.setTimeout(create_proxy(ask), 1)"
    )
    # A first run ends later, when what explains it is there.
    lesson.run(lesson.cell(1), "print(1)")
    lesson.run(lesson.cell(1), later)
    page_is_as_it_was(lesson)


def test_the_page_hears_no_message_but_those_of_its_port(lesson):
    lesson.run(lesson.cell(1), "print(1)")
    kernel_frame(lesson.page).evaluate(POSTS)
    page_is_as_it_was(lesson)
