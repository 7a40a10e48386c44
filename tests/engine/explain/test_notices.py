"""Silent trouble is noticed with its line, and nothing else is."""

import ast

import pytest

from engine.explain.finished_run import Run
from engine.explain.noticing import RULES, TELLING, attempt
from tests.engine.explain.programs import noticed

NUMPY = "import numpy as np\n"

TROUBLE = [
    ("grid = [[0] * 3] * 2\ngrid[0][0] = 1", 1, "one and the same list"),
    ("def f(x, seen=[]):\n    seen.append(x)\n    return seen\nf(1)", 1, "made once and kept"),
    ("w = 1\nw + 1\nprint(w)", 2, "kept nowhere"),
    ("x = 1\nx == 3\nprint(x)", 2, "only compares"),
    ("xs = [2, 1]\nsorted(xs)\nprint(xs)", 2, "a new, sorted list"),
    ("t = 'a'\nt.upper()\nprint(t)", 2, "leaves `t` as it was"),
    ("def f():\n    return 1\nf\nx = 1", 3, "not called"),
    ("def f(x):\n    x + 1\n    return x\nf(1)", 2, "kept nowhere"),
    ("def f(x):\n    x + 1\nf(1)", 2, "does not give it back"),
    ("def f(x):\n    print(x)\ny = f(3)", 2, "prints its result but does not return it"),
    ("def f(x):\n    x = x + 1\ny = f(3)", 1, "no `return` with a value"),
    ("def f(x):\n    return x + 1\nf(2)\nprint(3)", 3, "nothing keeps or shows it"),
    ("w = [1]\nw = w.append(2)", 2, "keeps that `None`"),
    ("if 2 > 1: 3 + 4", 1, "kept nowhere"),
    ("x = 5\nx =+ 1", 2, "gives `x` a new value"),
    ("x = 5\nx =- 1", 2, "gives `x` a new value"),
    ("lr = 0,1", 1, "makes two values"),
    ("n = 1,000", 1, "makes two values"),
    ("n = 3,", 1, "a tuple with one value"),
    ("x = 1\nif x == 1 or 2:\n    x = 3", 2, "always true"),
    ("total = 3\nprint('sum: {total}')", 2, "no `f` before its quotes"),
    ("sum = 3", 1, "a function of Python's own"),
    ("def f():\n    return 1\n    x = 2\nf()", 3, "never run"),
    ("def f(xs):\n    t = 0\n    for x in xs:\n        t += x\n        return t\nf([1])", 5,
     "ends in its first turn"),
    ("class micropip:\n    install = print\nmicropip.install('a')", 3, "installs nothing"),
    ("x = 1e300 * 1e300", 1, "became `inf`"),
    ("x = float('1e308') * 10\ny = x - x", 1, "became `inf`"),
    ("losses = []\nfor i in range(9):\n    losses.append(1.5 ** i)", 3, "rises"),
    ("lr = 0.5\nloss = []\nfor i in range(9):\n    loss.append(i + 1.0)", 4, "rises"),
    (NUMPY + "w = np.array([0, 0])\nw[0] = 0.5", 3, "drops the decimals"),
    (NUMPY + "w = np.array([1, 2])\nlr = 0.1\nw[1] += lr", 4, "drops the decimals"),
    (NUMPY + "def f():\n    w = np.array([0, 0])\n    w[0] = 0.5\n    return w\nf()", 4,
     "drops the decimals"),
    (NUMPY + "a = np.array([2 ** 30], dtype=np.int32)\nb = a * 4", 3, "too large"),
    (NUMPY + "a = np.array([10, 20], dtype=np.int32)\nb = a ** 9", 3, "too large"),
    (NUMPY + "a = np.array([3], dtype=np.int64)\nb = a ** 50", 3, "too large"),
]  # fmt: skip

FINE = [
    "row = [[0] * 3] * 2\nprint(row)",
    "grid = [[0] * 3 for _ in range(2)]\ngrid[0][0] = 1",
    "def f(x, seen=[]):\n    return x in seen\nf(1)",
    "x = 3\nx",
    "x = 3\nx == 3",
    "'''A text about this.'''\nx = 1",
    "def f(x):\n    '''Do it.'''\n    ...\nf(1)",
    "def f(x):\n    print(x)\nf(3)",
    "def f(xs):\n    xs.append(1)\nf([])",
    "xs = []\nxs.append(3)\nprint(xs)",
    "[print(x) for x in [1]]\ny = 1",
    "best = float('inf')\nfor x in [3]:\n    best = min(best, x)",
    "import math\nbest = math.inf",
    "lr = 0.1\npair = 1, 2",
    "point = (3, 4)\nx, y = point",
    "losses = [4.0, 3.0, 2.0, 1.0]",
    "losses = []\nfor i in range(9):\n    losses.append(9 - i)",
    "history = ['a', 'b', 'c', 'd']",
    "print('use {x} as {y}')",
    "total = 3\nprint('{total}'.format(total=total))",
    "x = 5\nx = -1",
    "def f(x):\n    if x:\n        return 1\n    return 0\nf(1)",
    "def f(xs):\n    for x in xs:\n        if x:\n            return x\nf([1])",
    "def g():\n    yield 1\nx = g()",
    "class A:\n    def upper(self):\n        return 1\na = A()\na.upper()\nx = 1",
    NUMPY + "w = np.array([0.0, 0.0])\nw[0] = 0.5",
    NUMPY + "w = np.zeros(2)\nw[0] += 0.5",
    NUMPY + "w = np.array([0, 0])\nw[0] = 2.0",
    NUMPY + "a = np.array([3, 4])\nb = a * a + 2",
    NUMPY + "x = np.array([1.0, np.inf])",
]  # fmt: skip


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("program", "line", "words"), TROUBLE)
def test_trouble_is_noticed(
    program: str, line: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = noticed(program)
    assert [note.line for note in notes] == [line]
    assert words in notes[0].cause
    assert notes[0].fix


@pytest.mark.parametrize("program", FINE)
def test_what_is_fine_is_left_alone(program: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert noticed(program) == ()


@pytest.mark.parametrize("program", ["print(1)", "f(2) + sum([w, 3])", "print('a', -w)", "w", "f"])
def test_no_rule_has_a_word_for_a_cell_that_the_rules_do_not_read(program: str) -> None:
    names = {"w": 1, "f": len, "losses": [1, 2, 3, 9]}
    run = Run(program, ast.parse(program), names)
    assert TELLING.search(program) is None
    assert [note for rule in RULES for note in attempt(rule, run)] == []
