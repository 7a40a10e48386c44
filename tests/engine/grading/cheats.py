"""Programs that try to pass without being right, by what they try; the task is `weighted_sum`."""

WRONG = "def weighted_sum(inputs, weights):\n    return 11\n"
FORGED = '{"passed": true, "cell": {}, "names": {"weighted_sum": "function"}, "steps": []}'

CHEATS = {
    "an object that equals everything": """
        class Equal:
            def __eq__(self, other): return True
            def __ne__(self, other): return False
            def __sub__(self, other): return 0
            def __abs__(self): return 0
            def __lt__(self, other): return True
            def __float__(self): return 11.0
            def __index__(self): return 11
            def __repr__(self): return "11"
        def weighted_sum(inputs, weights):
            return Equal()
        """,
    "a whole number that equals everything": """
        class Equal(int):
            def __eq__(self, other): return True
            __hash__ = int.__hash__
        def weighted_sum(inputs, weights):
            return Equal(5)
        """,
    "a float that equals everything": """
        class Equal(float):
            def __eq__(self, other): return True
            def __repr__(self): return "11.0"
            __hash__ = float.__hash__
        def weighted_sum(inputs, weights):
            return Equal(5)
        """,
    "an object that lies about its class": """
        class Liar:
            @property
            def __class__(self): return int
            def __add__(self, other): return 11
        def weighted_sum(inputs, weights):
            return Liar()
        """,
    "a class that lies about its bases": """
        class Meta(type):
            def __instancecheck__(cls, other): return True
            def __subclasscheck__(cls, other): return True
            @property
            def __mro__(cls): return (int, object)
        class Liar(metaclass=Meta): pass
        def weighted_sum(inputs, weights):
            return Liar()
        """,
    "builtins that always agree": """
        import builtins
        builtins.isinstance = lambda *a: True
        builtins.all = builtins.any = lambda *a: True
        builtins.abs = lambda x: 0
        builtins.len = lambda x: 0
        def weighted_sum(inputs, weights):
            return 11
        """,
    "builtins that are gone": """
        import builtins
        for name in list(vars(builtins)):
            if name not in ("__build_class__", "__import__"):
                delattr(builtins, name)
        def weighted_sum(inputs, weights):
            return 11
        """,
    "json that says passed": f"""
        import json
        json.dumps = lambda *a, **k: '{FORGED}'
        json.JSONEncoder.encode = lambda *a, **k: '{FORGED}'
        def weighted_sum(inputs, weights):
            return 11
        """,
    "a patched encoder": """
        import engine.kernel.encode as e
        e.encode = lambda value: 11
        e.Encoder.encode = lambda self, value: 11
        def weighted_sum(inputs, weights):
            return 5
        """,
    "a patched observer": """
        import engine.kernel.observe as o
        o.encode = lambda value: 11
        o.call = lambda *a: 11
        o.Observer.step = lambda *a: {"value": 11, "changed": [], "handed_back": []}
        def weighted_sum(inputs, weights):
            return 5
        """,
    "modules that were replaced": """
        import sys, types
        fake = types.ModuleType("fake")
        fake.encode = lambda value: 11
        for name in list(sys.modules):
            if name.startswith(("engine", "json", "math")):
                sys.modules[name] = fake
        def weighted_sum(inputs, weights):
            return 11
        """,
    "a fake numpy": """
        import sys, types
        class ndarray:
            def ravel(self): return self
            def tolist(self): return [11]
            shape = property(lambda self: ())
            dtype = property(lambda self: "float64")
        sys.modules["numpy"] = types.SimpleNamespace(ndarray=ndarray, generic=ndarray)
        def weighted_sum(inputs, weights):
            return ndarray()
        """,
    "leaving Python at once": "import os\nos._exit(0)",
    "leaving Python in the call": """
        import os
        def weighted_sum(inputs, weights):
            os._exit(0)
        """,
    "SystemExit at the top": "raise SystemExit(0)",
    "SystemExit after the wrong function": WRONG + "import sys\nsys.exit(0)",
    "SystemExit after the right function": """
        def weighted_sum(inputs, weights):
            return sum(x * w for x, w in zip(inputs, weights))
        raise SystemExit(0)
        """,
    "SystemExit in the call": "def weighted_sum(inputs, weights):\n    raise SystemExit(0)",
    "an exit handler that prints a pass": WRONG
    + f"import atexit\natexit.register(lambda: print('{FORGED}'))",
    "printing a pass": WRONG + f"print('{FORGED}')\nprint('{{\"passed\": true}}')",
    "writing a pass to every open file": WRONG
    + f"""
import os
for number in range(64):
    try:
        os.write(number, b'{FORGED}\\n')
    except OSError:
        pass
""",
    "writing a pass from a thread and leaving": WRONG
    + f"""
import os, threading
def write():
    for number in range(3, 64):
        try:
            os.write(number, b'{FORGED}\\n')
        except OSError:
            pass
    os._exit(0)
threading.Thread(target=write).start()
""",
    "writing rubbish to every open file": WRONG
    + """
import os
for number in range(64):
    try:
        os.write(number, b"\\xff{[" * 100 + b"\\n")
    except OSError:
        pass
""",
    "closing every file": WRONG + "import os\nos.closerange(0, 64)",
    "looking for the reference in the frames": """
        import sys
        def weighted_sum(inputs, weights):
            frame = sys._getframe()
            while frame:
                for place in (frame.f_locals, frame.f_globals):
                    for name in ("expected", "reference", "wanted", "answer", "solution"):
                        if name in place:
                            found = place[name]
                            return found(inputs, weights) if callable(found) else found
                frame = frame.f_back
            return 11
        """,
    "looking for the reference among all objects": """
        import gc
        def weighted_sum(inputs, weights):
            for thing in gc.get_objects():
                name = getattr(thing, "__name__", "")
                if name == "weighted_sum" and thing is not weighted_sum:
                    return thing(inputs, weights)
            return 11
        """,
    "importing the grader": """
        from engine.grading.exercises.neuron import weighted_sum
        """,
    "importing the engine's answer": "from engine import weighted_sum",
    "importing the engine's answer by its home": "from engine.nn.neuron import weighted_sum",
    "the engine's answer through what uses it": """
        from engine import Perceptron
        import sys
        weighted_sum = sys.modules["engine.nn.neuron"].weighted_sum
        """,
    "taking the refusal out": """
        import sys
        sys.meta_path[:] = [f for f in sys.meta_path if type(f).__name__ != "Refusal"]
        from engine.nn.neuron import weighted_sum
        """,
    "loading the engine's answer from its file": """
        import importlib.util, engine, os
        path = os.path.join(list(engine.__path__)[0], "nn", "neuron.py")
        spec = importlib.util.spec_from_file_location("answer", path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        weighted_sum = module.weighted_sum
        """,
    "reading the reference from its file": """
        import engine, os
        home = os.path.dirname(engine.__file__)
        found = {}
        for path in ("grading/exercises/neuron.py", "nn/neuron.py", "../lessons/01-neuron.md"):
            exec(open(os.path.join(home, path)).read(), found)
        weighted_sum = found["weighted_sum"]
        """,
    "reading the reference past Python's open": """
        import engine, os
        home = os.path.dirname(engine.__file__)
        number = os.open(os.path.join(home, "nn", "neuron.py"), os.O_RDONLY)
        found = {}
        exec(os.read(number, 100_000), found)
        weighted_sum = found["weighted_sum"]
        """,
    "reading the reference through a link": """
        import engine, os
        os.symlink(os.path.join(os.path.dirname(engine.__file__), "nn"), "here")
        found = {}
        exec(open("here/neuron.py").read(), found)
        weighted_sum = found["weighted_sum"]
        """,
    "reading the compiled reference": """
        import engine, importlib.util, marshal, os
        source = os.path.join(os.path.dirname(engine.__file__), "nn", "neuron.py")
        path = importlib.util.cache_from_source(source)
        found = {}
        exec(marshal.loads(open(path, "rb").read()[16:]), found)
        weighted_sum = found["weighted_sum"]
        """,
    "taking the guard out of the way": """
        import sys
        try:
            open("/etc/passwd")
        except PermissionError as error:
            hook = error.__traceback__.tb_next
            if hook is not None:
                hook.tb_frame.f_globals["REFUSED"] = ()
        import subprocess
        weighted_sum = subprocess.run
        """,
    "starting another process": """
        import subprocess, sys
        print(subprocess.run([sys.executable, "-c", "print(1)"], capture_output=True))
        def weighted_sum(inputs, weights):
            return 11
        """,
    "splitting into two processes": WRONG + "import os\nos.fork()\nos.fork()",
    "reaching into Python's memory": """
        import ctypes
        ctypes.pythonapi.PyRun_SimpleString(b"print(1)")
        """,
    "ending the judge": WRONG + "import os, signal\nos.kill(os.getppid(), signal.SIGTERM)",
    "reading what the judge sends": """
        import os, sys
        seen = sys.stdin.read()
        for number in range(3, 16):
            try:
                os.set_blocking(number, False)
                seen += os.read(number, 100_000).decode()
            except OSError:
                pass
        def weighted_sum(inputs, weights):
            return len(seen)
        """,
    "a trace function that changes what returns": """
        import sys
        def trace(frame, event, argument):
            frame.f_trace_lines = False
            for name in ("value", "result", "encoded"):
                if name in frame.f_locals:
                    frame.f_locals[name] = 11
            return trace
        sys.settrace(trace)
        def weighted_sum(inputs, weights):
            sys.settrace(trace)
            return 11
        """,
    "a hook of its own": WRONG + "import sys\nsys.addaudithook(lambda *a: 1 / 0)",
    "an object with a trap where it is cleaned up": """
        class Trap:
            def __del__(self):
                print("passed")
                raise SystemExit(0)
        def weighted_sum(inputs, weights):
            return Trap()
        """,
    "an exception that equals everything": """
        class Odd(Exception):
            def __eq__(self, other): return True
            def __str__(self): raise KeyError
            __hash__ = None
        def weighted_sum(inputs, weights):
            raise Odd
        """,
    "not a number, which compares oddly": """
        def weighted_sum(inputs, weights):
            return float("nan")
        """,
    "an endless generator": """
        import itertools
        def weighted_sum(inputs, weights):
            return itertools.count()
        """,
    "a list that holds itself": """
        def weighted_sum(inputs, weights):
            result = []
            result.append(result)
            return result
        """,
    "lists in lists without an end": """
        def weighted_sum(inputs, weights):
            result = []
            for _ in range(100_000):
                result = [result]
            return result
        """,
    "a huge list": "def weighted_sum(inputs, weights):\n    return [0] * 1_000_000",
    "a huge text": "def weighted_sum(inputs, weights):\n    return '1' * 10_000_000",
    "a huge number": "def weighted_sum(inputs, weights):\n    return 11 ** 100_000",
    "all of the memory": "def weighted_sum(inputs, weights):\n    return [0] * 10 ** 11",
    "recursion without a limit": """
        import sys
        sys.setrecursionlimit(10 ** 9)
        def weighted_sum(inputs, weights):
            return weighted_sum(inputs, weights)
        """,
    "a name for something else": "weighted_sum = all",
    "a class in the function's place": "class weighted_sum:\n    def __init__(self, i, w): pass",
}
