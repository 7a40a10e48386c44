"""Ways to leave, and to be in two places."""

from tests.browser.hostile.cell import Nasty

ASKED = "Your code asked Python to stop"
ENDED = "The program made Python itself stop."

CELLS = {
    "sys.exit": Nasty("import sys\nsys.exit()", ASKED),
    "sys.exit with words": Nasty("import sys\nsys.exit('bye')", "bye"),
    "quit": Nasty("quit()", ASKED),
    "os._exit": Nasty("import os\nos._exit(3)", ENDED),
    "os.kill": Nasty("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", ENDED),
    "KeyboardInterrupt": Nasty("raise KeyboardInterrupt", "Stopped."),
    "GeneratorExit": Nasty("raise GeneratorExit", "GeneratorExit"),
    "own BaseException": Nasty("class Own(BaseException): pass\nraise Own('mine')", "mine"),
    "a group": Nasty(
        "raise BaseExceptionGroup('g', [KeyboardInterrupt(), ValueError('v')])",
        "BaseExceptionGroup",
    ),
    "thread": Nasty("import threading\nthreading.Thread(target=print).start()", "RuntimeError"),
    "processes": Nasty("import subprocess\nsubprocess.run(['ls'])", "OSError"),
    "fork": Nasty("import os\nos.fork()", "OSError"),
    "bad code": Nasty(
        "def f(): pass\nf.__code__ = f.__code__.replace(co_code=bytes([255] * 40))\nf()",
        "SystemError",
    ),
    "writes anywhere": Nasty(
        "import ctypes\nctypes.memset(8, 255, 4_000_000)", "Names from earlier cells are gone."
    ),
}
