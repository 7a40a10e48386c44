"""What a program that breaks Python leaves behind: words, and a next run that works."""

import pytest

FATAL = {
    "exit": "import os\nos._exit(3)",
    "abort": "import os\nos.abort()",
    "force exit": "import ctypes\nctypes.CDLL(None).emscripten_force_exit(0)",
    "deep": "x = []\nfor i in range(100_000): x = [x]\nrepr(x)",
}
UNFIT = {
    "json": "import json\njson.dumps = json.loads = lambda *a, **k: '[]'",
    "audit hook": "import sys\ndef stop(*_): raise SystemError\nsys.addaudithook(stop)",
    "no library": "import os\nos.rename('/lib/python313.zip', '/gone.zip')",
    "library removed": "import pathlib\npathlib.Path('/lib/python313.zip').unlink()",
    "engine removed": "import os\nos.remove('/lib/engine.whl')",
    "folders removed": "import shutil\nshutil.rmtree('/lib/python3.13')",
}
HARMLESS = {
    "SystemExit": "import sys\nsys.exit()",
    "RecursionError": "def f(n): return f(n + 1)\nf(0)",
    "MemoryError": "x = []\nwhile True: x.append(bytearray(10**8))",
}


@pytest.mark.parametrize("program", FATAL.values(), ids=FATAL)
def test_a_crash_is_told_and_the_next_run_works(kernel, program):
    ran = kernel.run(f"print('before')\n{program}")
    assert ran["result"]["error"]["message"] == (
        "The program made Python itself stop. "
        "Python was started again. Names from earlier cells are gone."
    )
    assert [part["text"] for part in ran["parts"]] == ["before\n"]
    assert kernel.text("print(6)") == "6\n"


@pytest.mark.parametrize("program", UNFIT.values(), ids=UNFIT)
def test_a_python_that_is_unfit_for_the_next_cell_is_replaced(kernel, program):
    kernel.run(f"kept = 1\n{program}")
    assert kernel.text("import string\nprint(6 * 7, 'kept' in globals())") == "42 False\n"


@pytest.mark.parametrize("program", HARMLESS.values(), ids=HARMLESS)
def test_what_python_survives_keeps_the_names(kernel, program):
    kernel.run("kept = 1")
    kernel.run(program)
    assert kernel.text("print(kept)") == "1\n"


def test_print_set_to_none_does_not_outlive_a_restart(kernel):
    kernel.run("import builtins\nbuiltins.print = None")
    kernel.run(FATAL["exit"])
    assert kernel.text("print(7)") == "7\n"
