"""What the worker of the PyScript page runs: first output, and then what it is asked for."""

from pyscript import display, sync


def run(code):
    """Run some code."""
    exec(code)


sync.run = run
display(1 + 1, target="output")
