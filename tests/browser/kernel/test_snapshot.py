"""A later visit starts from the memory of a started Python, and nobody can tell but by the time."""

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.kernel.conftest import Kernel, Site, open_page

ARRIVAL = """
new Promise((done) => {
  const look = () => (localStorage.getItem("snapshot") ? done() : setTimeout(look, 20));
  look();
})
"""
USED = "import sys\nprint('engine.kernel.snapshot' in sys.modules)"
STATE = """
import json, os, random, sys, time, warnings
random.seed(3)
state = {
    "arguments": [sys.argv, sys.executable, str(sys.flags)],
    "chance": random.random(),
    "environment": [dict(os.environ), os.getcwd()],
    "filters": [str(each) for each in warnings.filters],
    "finders": [type(each).__name__ for each in sys.meta_path],
    "modules": sorted(set(sys.modules) - {"engine.kernel.snapshot"}),
    "path": sys.path,
    "set": list({"and", "or", "xor"}),
    "zone": [time.tzname, time.timezone, time.altzone, time.daylight, time.strftime("%Z %z")],
}
print(json.dumps(state, sort_keys=True))
"""


@pytest.fixture
def visit(
    browser: Browser, serve: Callable[[bool], Site]
) -> Iterator[Callable[..., tuple[BrowserContext, Site]]]:
    """Return a function that makes a profile, and a server for it."""
    contexts = []

    def start(isolated: bool = True, **options: str) -> tuple[BrowserContext, Site]:
        contexts.append(browser.new_context(**options))
        return contexts[-1], serve(isolated)

    yield start
    for context in contexts:
        context.close()


@pytest.fixture
def snapshot(site_folder: Path) -> dict:
    """Return what the list of the runtime's files says of the snapshot."""
    listed = next((site_folder / "runtime").glob("manifest.*.json")).read_text("utf-8")
    return json.loads(listed)["files"]["snapshot"]


def remember(context: BrowserContext, snapshot: dict) -> None:
    """Let the profile believe that it has the snapshot."""
    context.add_init_script(f"localStorage.setItem('snapshot', '{snapshot['name']}')")


def come_back(context: BrowserContext, site: Site) -> tuple[Kernel, Kernel]:
    """Return the kernels of a first visit, which stays until all is here, and of a second one."""
    first = open_page(context, site)
    first.page.evaluate(ARRIVAL)
    return first, open_page(context, site)


def test_a_second_start_is_like_a_first_one(visit):
    first, second = come_back(*visit(timezone_id="America/New_York"))
    assert [each.text(USED) for each in (first, second)] == ["False\n", "True\n"]
    assert json.loads(second.text(STATE)) == json.loads(first.text(STATE))


def test_chance_and_time_are_new_at_each_start(visit):
    context, site = visit()
    _, second = come_back(context, site)
    third = open_page(context, site)
    code = "import random\nprint(random.random())"
    assert second.text(code) != third.text(code)
    age = "import logging\nprint(logging.makeLogRecord({}).relativeCreated < 600_000)"
    assert third.text(age) == "True\n"


@pytest.mark.parametrize("isolated", [True, False])
def test_input_stop_numpy_and_checks_work_after_a_second_start(visit, isolated):
    _, kernel = come_back(*visit(isolated))
    assert kernel.text("print(input('a? ') + input())", "x", "y").endswith("xy\n")
    assert kernel.text("import numpy as np\nprint(np.arange(3).sum())") == "3\n"
    assert kernel.run("1 / 0")["result"]["error"]["cause"] != ""
    kernel.start("print('begun')\nwhile True: pass")
    kernel.seen("begun")
    kernel.stop()
    assert kernel.page.evaluate("last")["result"]["status"] == "interrupted"
    assert kernel.text("import statistics\nprint(statistics.mean([1, 3]))") == "2\n"
    graded = kernel.page.evaluate("page.grade('def neuron(x, w, b):\\n    return 0\\n')")
    assert not graded["passed"]
    assert graded["checks"]


def test_a_python_that_crashes_starts_from_the_snapshot_again(visit):
    first, _ = come_back(*visit())
    assert first.text(USED) == "False\n"
    first.run("import os\nos.abort()")
    assert first.text(USED) == "True\n"


def test_what_the_browser_has_thrown_away_is_done_without(visit, snapshot):
    context, site = visit()
    remember(context, snapshot)
    assert open_page(context, site).text(USED) == "False\n"


def test_a_snapshot_that_python_cannot_start_from_is_done_without(visit, snapshot):
    context, site = visit()
    remember(context, snapshot)
    body = gzip.compress(bytes(snapshot["whole"]))
    context.route(f"**/{snapshot['name']}", lambda route: route.fulfill(body=body))
    assert open_page(context, site).text(USED) == "False\n"


def test_half_a_snapshot_is_done_without(visit, snapshot, site_folder):
    context, site = visit()
    remember(context, snapshot)
    body = (site_folder / "runtime" / snapshot["name"]).read_bytes()[:1_000_000]
    context.route(f"**/{snapshot['name']}", lambda route: route.fulfill(body=body))
    assert open_page(context, site).text(USED) == "False\n"
