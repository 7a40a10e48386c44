"""What does not end, and what will not be ended."""

from tests.browser.hostile.cell import Nasty

STOPPED = "Stopped."
RESTARTED = "Names from earlier cells are gone."

CELLS = {
    "endless": Nasty("print('begun')\nwhile True: pass", STOPPED, "begun"),
    "swallows Stop": Nasty(
        "print('begun')\nwhile True:\n    try:\n        while True: pass\n"
        "    except BaseException: pass",
        RESTARTED,
        "begun",
    ),
    "swallows Stop once": Nasty(
        "print('begun')\ntry:\n    while True: pass\nexcept KeyboardInterrupt: print('caught')",
        "caught",
        "begun",
    ),
    "endless generator": Nasty("print('begun')\nlast = max(iter(lambda: 1, 0))", STOPPED, "begun"),
    "slow pattern": Nasty(
        "import re\nprint('begun')\nre.match('(a+)+$', 'a' * 60 + 'b')", STOPPED, "begun"
    ),
    "endless comparison": Nasty(
        "class A:\n    def __eq__(self, other):\n        while True: pass\n"
        "print('begun')\nA() in [A()]",
        STOPPED,
        "begun",
    ),
    "a value that is never shown": Nasty(
        "class A:\n    def _repr_html_(self):\n        print('begun')\n"
        "        while True: pass\nA()",
        STOPPED,
        "begun",
    ),
}
