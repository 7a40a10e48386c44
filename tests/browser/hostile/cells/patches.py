"""Python's own things and the engine's, replaced."""

from tests.browser.hostile.cell import Nasty

NOTHING = "It printed nothing."

CELLS = {
    "builtins.print": Nasty("import builtins\nbuiltins.print = None", NOTHING),
    "len": Nasty("import builtins\nbuiltins.len = lambda x: 1 / 0", NOTHING),
    "__import__": Nasty("import builtins\nbuiltins.__import__ = None", NOTHING),
    "compile and exec": Nasty("import builtins\nbuiltins.compile = builtins.exec = None", NOTHING),
    "exceptions": Nasty(
        "import builtins\nbuiltins.KeyboardInterrupt = builtins.BaseException = int\n1 / 0",
        "ZeroDivisionError",
    ),
    "all of them": Nasty("import builtins\nvars(builtins).clear()", NOTHING),
    "all names": Nasty("globals().clear()", NOTHING),
    "json": Nasty("import json\njson.dumps = json.loads = lambda *a, **k: '[]'", NOTHING),
    "time": Nasty("import time\ntime.perf_counter = time.time = None", NOTHING),
    "sys.modules": Nasty("import sys\nsys.modules.clear()", NOTHING),
    "sys.path": Nasty("import sys\nsys.path = sys.meta_path = sys.path_hooks = None", NOTHING),
    "the engine": Nasty(
        "import sys\nfor name in list(sys.modules):\n"
        "    if name.startswith('engine'): sys.modules[name] = None",
        NOTHING,
    ),
    "the engine's output": Nasty(
        "import engine.kernel.output as o\no.Output.write = o.Output.send = None\no.FLOOD = 5",
        NOTHING,
    ),
    "the engine's limits": Nasty(
        "import engine.kernel.output as o\no.Output.allow = lambda self, text: text\n"
        "print('flood ' * 900_000)",
        "This is more output than the page can show",
    ),
    "the bridge": Nasty("import engine.kernel.bridge as b\nb._bridges.clear()", NOTHING),
    "codecs": Nasty("import codecs\ncodecs.lookup = None", NOTHING),
}
