"""Recursion, and things nested too deep."""

from tests.browser.hostile.cell import Nasty

RECURSION = "RecursionError"
ENDED = "The program made Python itself stop."

CELLS = {
    "function": Nasty("def f(n): return f(n + 1)\nf(0)", RECURSION),
    "two functions": Nasty("def f(): g()\ndef g(): f()\nf()", RECURSION),
    "without a limit": Nasty(
        "import sys\nsys.setrecursionlimit(10 ** 9)\ndef f(n): return f(n + 1)\nf(0)", ""
    ),
    "a list in itself": Nasty("a = []\na.append(a)\na", "[[...]]"),
    "deep list": Nasty("a = []\nfor i in range(100_000): a = [a]\nprint(a)", ENDED),
    "deep evaluated source": Nasty("eval('[' * 100_000)", ""),
    "deep dictionary": Nasty(
        "a = {}\nfor i in range(100_000): a = {1: a}\nprint(a == a.copy())", "True"
    ),
    "deep error chain": Nasty(
        "def f(n):\n    try: 1 / 0\n    except Exception:\n        if n: f(n - 1)\n"
        "        raise\nf(300)",
        "ZeroDivisionError",
    ),
}
