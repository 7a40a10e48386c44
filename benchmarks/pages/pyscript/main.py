"""What the worker of the PyScript page runs: first output, and then what it is asked for."""

from pyscript import display

__export__ = ["run"]


def run(code):
    """Run some code."""
    exec(code)


display(1 + 1, target="output")
