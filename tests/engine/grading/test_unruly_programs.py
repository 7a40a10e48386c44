"""Programs that never end, and right ones that do odd things besides."""

import textwrap
import time
from dataclasses import replace

import pytest

from engine.grading import ExerciseText, grade
from engine.grading.exercises import catalogue

ENDLESS = {
    "a loop that catches every exception": """
        while True:
            try:
                while True:
                    pass
            except BaseException:
                pass
        """,
    "a loop that ignores the interrupt": """
        import signal
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        def weighted_sum(inputs, weights):
            while True:
                pass
        """,
    "a text that takes for ever to show": """
        class Slow:
            def __repr__(self):
                while True:
                    try:
                        while True:
                            pass
                    except BaseException:
                        pass
        def weighted_sum(inputs, weights):
            return Slow()
        """,
    "output without an end": "while True:\n    print('passed' * 1000)",
    "rubbish for the judge without an end": """
        import os
        while True:
            for number in range(3, 16):
                try:
                    os.write(number, b"x" * 65536)
                except OSError:
                    pass
        """,
    "threads that go on for ever": """
        import threading
        def spin():
            while True:
                pass
        for _ in range(8):
            threading.Thread(target=spin).start()
        def weighted_sum(inputs, weights):
            while True:
                pass
        """,
}


@pytest.mark.parametrize("code", ENDLESS.values(), ids=ENDLESS.keys())
def test_a_program_without_an_end_is_stopped(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    exercise = replace(catalogue()["weighted-sum"], seconds=0.5)
    monkeypatch.setitem(catalogue(), "weighted-sum", exercise)
    started = time.perf_counter()
    result = grade(ExerciseText("weighted-sum"), textwrap.dedent(code), seed=1)
    assert not result.passed
    assert time.perf_counter() - started < 10


RIGHT = (
    "def weighted_sum(inputs, weights):\n    return sum(x * w for x, w in zip(inputs, weights))\n"
)
ODD_BUT_RIGHT = {
    "prints as well": RIGHT + "print('hello')",
    "writes to the terminal": RIGHT + "import os\nos.write(1, b'hello')\nos.write(2, b'hello')",
    "has an exit handler": RIGHT + "import atexit\natexit.register(lambda: 1 / 0)",
    "leaves a thread running": RIGHT
    + "import threading, time\nthreading.Thread(target=time.sleep, args=(60,)).start()",
    "closes standard output": RIGHT + "import sys\nsys.stdout.close()\nsys.stdout = None",
    "replaces builtins that it does not use": RIGHT + "import builtins\nbuiltins.print = None",
    "catches its own exceptions": RIGHT + "try:\n    1 / 0\nexcept ZeroDivisionError:\n    pass",
    "reads to the end of its empty input": RIGHT + "import sys\nsys.stdin.read()",
    "sets a low recursion limit": RIGHT + "import sys\nsys.setrecursionlimit(60)",
    "imports what it does not need": RIGHT + "import math, random, itertools, functools, typing",
}


@pytest.mark.parametrize("code", ODD_BUT_RIGHT.values(), ids=ODD_BUT_RIGHT.keys())
def test_a_right_program_passes_whatever_else_it_does(code: str) -> None:
    assert grade(ExerciseText("weighted-sum"), code, seed=1).passed
