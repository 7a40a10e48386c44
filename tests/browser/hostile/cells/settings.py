"""What a program may leave behind."""

from tests.browser.hostile.cell import Nasty

NOTHING = "It printed nothing."

CELLS = {
    "settrace": Nasty(
        "import sys\nsys.settrace(lambda *a: 1 / 0)\ndef f(): pass\nf()", "ZeroDivisionError"
    ),
    "excepthook": Nasty("import sys\nsys.excepthook = None\n1 / 0", "ZeroDivisionError"),
    "displayhook": Nasty("import sys\nsys.displayhook = None\n1", "1"),
    "recursion limit": Nasty("import sys\nsys.setrecursionlimit(50)", NOTHING),
    "stdout is None": Nasty("import sys\nsys.stdout = None\nprint(1)", NOTHING),
    "stdout closed": Nasty("import sys\nsys.stdout.close()\nprint('still')", "still"),
    "stdout is odd": Nasty("import sys\nsys.stdout = sys.stderr = 5\nprint(1)", "AttributeError"),
    "file number 1": Nasty("import os\nos.close(1)\nos.close(2)\nprint('seen')", "seen"),
    "chdir": Nasty("import os\nos.makedirs('away')\nos.chdir('away')", NOTHING),
    "no library": Nasty(
        "import os\nos.rename('/lib/python313.zip', '/gone.zip')",
        NOTHING,
    ),
    "warnings as errors": Nasty("import warnings\nwarnings.simplefilter('error')", NOTHING),
    "environment": Nasty("import os\nos.environ.clear()", NOTHING),
}
