"""The parts of the benchmarks, in the order in which they run."""

from importlib import import_module

# Each name is a module beside this one, with `_` for `-`.
PARTS = {
    "first-output": "how fast the first output is there, its bytes, and the round trip of print(1)",
    "costs": "what the sandboxed frame costs, and compiling from a buffer",
    "peers": "lesson 1 beside JupyterLite and PyScript",
    "lines": "how long 10,000 printed lines hold the page",
    "grading": "how long exercises are checked",
    "epochs": "one epoch of the course's networks, in the page and outside",
    "steps": "one step of training, beside scikit-learn's and PyTorch's",
    "lesson-change": "from a click on the next lesson to its page, and to a cell's output there",
    "memory": "what the tab takes at its peak, in lesson 1 and in the playground",
    "lighthouse": "what Lighthouse makes of the pages, as a phone and as a desktop",
    "playground": "how smoothly the playground moves",
    "building": "how long the site takes to build, and one changed lesson of 1,000",
}


def load(name: str) -> object:
    """Return the module of a part; it has `measure(bench)`, which yields rows."""
    return import_module(f"benchmarks.{name.replace('-', '_')}")
