"""Nothing of an earlier run stays in Python, whatever the run was."""

import gc
import json
import linecache

from engine.kernel.bridge import Bridge

PROGRAMS = [
    "print(6 * 7)",
    "rows = [[1, 2], [3, 4]]\nrows",
    "1 / 0",
    "def again(n):\n    return missing\nagain(1)",
    "if True\n    print(1)",
    "name = input('name? ')\nprint(name)",
    "class Round:\n    def __init__(self):\n        self.me = self\nround_one = Round()",
    "import random\nrandom.random()",
]
WARM_UP = 40
RUNS = 200
# One object every fourth run.
MOST = 50


def work(bridge: Bridge, count: int) -> None:
    """Do what a page does with one cell: run it, check Python, and now and then step or look."""
    code = f"{PROGRAMS[count % len(PROGRAMS)]}\n# {count}"
    request = {"lesson": f"l{count % 3}", "cell": f"c{count % 5}", "code": code, "setup": ""}
    bridge.call("run", json.dumps(request))
    bridge.call("check", "{}")
    bridge.call("peek", json.dumps({"lesson": "l1", "names": ["rows", "name"]}))
    if count % 10 == 0:
        bridge.call("trace", json.dumps(request))


def objects() -> int:
    """Return how many objects there are that can hold others."""
    gc.collect()
    return len(gc.get_objects())


def test_python_holds_no_more_after_two_hundred_runs() -> None:
    bridge = Bridge(lambda kind, part: None, lambda prompt: "Ada")
    for count in range(WARM_UP):
        work(bridge, count)
    before, lines = objects(), len(linecache.cache)
    for count in range(WARM_UP, WARM_UP + RUNS):
        work(bridge, count)
    assert objects() - before < MOST
    assert len(linecache.cache) == lines
