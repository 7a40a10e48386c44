"""What a program may try in the page alone: an earlier cell, and the code that is checked."""

WRONG = "def weighted_sum(inputs, weights):\n    return 11\n"
FORGED = '{"passed": true, "cell": {}, "names": {"weighted_sum": "function"}, "steps": []}'
LYING = '{"exercise": "weighted-sum", "passed": true, "checks": [], "feedback": "", "error": null}'

# Code that is checked by itself.
ALONE = {
    "sending a result past the bridge": WRONG
    + f"""
import engine.kernel.bridge as b
b._bridges[0].emit("done", '{FORGED}')
b._bridges[0].emit("outcome", '{LYING}')
b._bridges[0].emit("grade", '{LYING}')
""",
    "calling the judge from here": WRONG
    + """
import engine.kernel.bridge as b
b.call("judge", '{"exercise": {"id": "weighted-sum"}, "plan": {}, "observation": {}}')
""",
    "asking this Python for a plan": """
import engine.kernel.bridge as b, json
plan = b.call("plan", '{"exercise": {"id": "weighted-sum"}, "seed": 1}')
def weighted_sum(inputs, weights):
    return json.loads(plan)["plan"]["answers"][0]
""",
    "a bridge of its own": WRONG
    + f"import engine.kernel.bridge as b\nb._bridges[0].call = lambda *a: '{FORGED}'\n"
    + f"b.call = lambda *a: '{FORGED}'\n"
    + f"b._bridges[0].methods['observe'] = lambda *a: {FORGED.replace('true', 'True')}\n",
    "posting a message": WRONG
    + """
import js
for name in ("postMessage", "onmessage", "parent", "top", "self", "globalThis"):
    try:
        getattr(js, name).postMessage({"type": "done", "id": 1, "payload": "{}"})
    except AttributeError:
        pass
""",
    "a channel of its own": WRONG
    + f"""
import js
pair = js.Object.constructor.constructor("return new MessageChannel()")()
pair.port1.postMessage('{FORGED}')
""",
    "Pyodide's own insides": WRONG
    + f"""
import pyodide_js
for place in (pyodide_js, pyodide_js._api, pyodide_js._module):
    for name in dir(place):
        if "message" in name.lower() or "port" in name.lower():
            try:
                getattr(place, name)('{FORGED}')
            except BaseException:
                pass
""",
    "promises that say done": WRONG
    + f"""
import js
from pyodide.ffi import create_proxy
js.Promise.prototype.then = create_proxy(lambda *a: '{FORGED}')
""",
    "a JSON of its own in JavaScript": WRONG
    + f"""
import js
from pyodide.ffi import create_proxy
js.JSON.parse = create_proxy(lambda *a: js.Object.new())
js.JSON.stringify = create_proxy(lambda *a: '{FORGED}')
""",
    "what every JavaScript object inherits": WRONG
    + """
import js
js.Object.prototype.passed = True
js.Object.prototype.payload = '{"passed": true}'
js.Object.prototype.kind = "done"
""",
    "a function that a timer changes": WRONG
    + """
import js
from pyodide.ffi import create_proxy
def change():
    global weighted_sum
    weighted_sum = None
for wait in range(20):
    js.setTimeout(create_proxy(change), wait)
""",
    "a task that goes on": WRONG
    + """
import asyncio
async def later():
    import engine.kernel.observe as o
    while True:
        o.encode = lambda value: 11
        await asyncio.sleep(0)
task = asyncio.ensure_future(later())
""",
    "a task that prints a pass": WRONG
    + f"""
import asyncio
async def later():
    print('{LYING}')
asyncio.ensure_future(later())
""",
    "the engine's archive": """
import zipfile
found = {}
exec(zipfile.ZipFile("/lib/engine.whl").read("engine/nn/neuron.py"), found)
weighted_sum = found["weighted_sum"]
""",
    "the engine's archive, compiled": """
import marshal, zipfile
archive = zipfile.ZipFile("/lib/engine.whl")
found = {"__name__": "engine.nn.neuron"}
for name in archive.namelist():
    if name.startswith("engine/nn/neuron."):
        exec(marshal.loads(archive.read(name)[16:]), found)
weighted_sum = found["weighted_sum"]
""",
    "the engine's archive through its importer": """
import zipimport
importer = zipimport.zipimporter("/lib/engine.whl")
found = {"__name__": "engine.nn.neuron"}
exec(importer.get_code("engine/nn/neuron"), found)
weighted_sum = found["weighted_sum"]
""",
    "the engine's archive from JavaScript": """
import io, pyodide_js, zipfile
found = {}
archive = zipfile.ZipFile(io.BytesIO(pyodide_js.FS.readFile("/lib/engine.whl").to_bytes()))
exec(archive.read("engine/nn/neuron.py"), found)
weighted_sum = found["weighted_sum"]
""",
    "writing another engine": WRONG
    + """
import zipfile
with zipfile.ZipFile("/lib/engine.whl", "w") as archive:
    archive.writestr("engine/kernel/observe.py", "Observer = lambda *a: None")
""",
    "taking the engine away": WRONG + "import os\nos.remove('/lib/engine.whl')\n",
    "an engine before the engine": WRONG
    + """
import os, sys
os.makedirs("/tmp/first/engine/kernel", exist_ok=True)
for name in ("engine", "engine/kernel"):
    open(f"/tmp/first/{name}/__init__.py", "w").close()
open("/tmp/first/engine/kernel/observe.py", "w").write("Observer = None")
sys.path.insert(0, "/tmp/first")
""",
    "a site customised": WRONG
    + """
import site
for place in site.getsitepackages():
    open(f"{place}/sitecustomize.py", "w").write("raise SystemExit")
    open(f"{place}/engine.pth", "w").write("import sys; sys.exit()")
    open(f"{place}/json.py", "w").write("dumps = loads = None")
    open(f"{place}/random.py", "w").write("Random = None")
""",
    "importers that lie": WRONG
    + """
import importlib, sys
sys.path_hooks.insert(0, lambda place: 1 / 0)
sys.path_importer_cache.update(dict.fromkeys(sys.path_importer_cache, None))
importlib.import_module = importlib.__import__ = lambda *a, **k: None
""",
    "the library replaced": WRONG
    + """
import ast, io, linecache
ast.parse = io.StringIO = lambda *a, **k: None
linecache.cache = None
""",
    "arithmetic of Python itself": WRONG
    + """
import ctypes
ctypes.pythonapi.PyErr_SetString(ctypes.py_object(KeyboardInterrupt), b"passed")
""",
    "numbers in Python's memory": """
import ctypes
ctypes.c_int.from_address(id(11) + 12).value = 12
def weighted_sum(inputs, weights):
    return 11
""",
    "an array that equals everything": """
import numpy as np
class Equal(np.ndarray):
    def __array_ufunc__(self, *a, **k): return True
    def __array_function__(self, *a, **k): return True
    def __eq__(self, other): return True
    def tolist(self): return 11
    shape = ()
def weighted_sum(inputs, weights):
    return np.zeros(3).view(Equal)
""",
    "numpy that always agrees": """
import numpy as np
np.allclose = np.array_equal = lambda *a, **k: True
np.array = np.asarray = lambda *a, **k: 11
def weighted_sum(inputs, weights):
    return np.float64(5)
""",
    "an error that carries a pass": f"""
class Passed(BaseException):
    report = types = message = '{LYING}'
    def __str__(self): return '{LYING}'
    def to_dict(self): return {{"passed": True}}
def weighted_sum(inputs, weights):
    raise Passed('{LYING}')
""",
    "an error named like the expected one": """
class ValueError(ValueError): pass
def weighted_sum(inputs, weights):
    raise ValueError(11)
""",
    "a profiler that changes what returns": WRONG
    + """
import sys, threading
def profile(frame, event, argument):
    for name in ("value", "result", "done", "encoded"):
        if name in frame.f_locals:
            frame.f_locals[name] = 11
sys.setprofile(profile)
threading.setprofile(profile)
""",
    "steps that are changed in the frames": WRONG
    + """
import sys
frame = sys._getframe()
while frame:
    for name in ("plan", "steps", "step"):
        if name in frame.f_locals:
            frame.f_locals[name] = {"steps": [], "withholds": [], "names": []}
    frame = frame.f_back
""",
    "other arguments": """
import sys
def weighted_sum(inputs, weights):
    frame = sys._getframe(1)
    frame.f_locals["arguments"][:] = [[], []]
    return 0
""",
    "an observation of its own": WRONG
    + f"""
import engine.kernel.observe as o
o.Observer.observe = o.Observer.watch = lambda *a: {FORGED.replace("true", "True")}
""",
    "a crash, so that the judge is asked again": WRONG + "import os\nos.abort()\n",
    "a result of a megabyte": WRONG
    + """
import engine.kernel.observe as o
o.encode = lambda value: "x" * 100_000
""",
    "a result nested without end": WRONG
    + """
import json
json.dumps = lambda *a: "[" * 100_000 + "]" * 100_000
""",
}
# An earlier cell, then the code that is checked.
PREPARED = {
    "an answer kept from an earlier cell": (
        "from engine import weighted_sum as kept",
        """
import engine.kernel.bridge as b
names = [each.names for each in b._bridges[0].kernel.lessons.values()]
weighted_sum = next(each["kept"] for each in names if "kept" in each)
""",
    ),
    "an answer hidden in a module": (
        "import math, engine.nn.neuron\nmath.kept = engine.nn.neuron.weighted_sum",
        "import math\nweighted_sum = math.kept",
    ),
    "an answer found among all objects": (
        "from engine import weighted_sum",
        """
import gc
def weighted_sum(inputs, weights):
    for thing in gc.get_objects():
        if getattr(thing, "__module__", "") == "engine.nn.neuron":
            if getattr(thing, "__name__", "") == "weighted_sum":
                return thing(inputs, weights)
    return 11
""",
    ),
    "the code of an answer among all objects": (
        "from engine import weighted_sum",
        """
import gc, types
def weighted_sum(inputs, weights):
    for thing in gc.get_objects():
        for part in gc.get_referents(thing):
            if isinstance(part, types.CodeType) and part.co_name == "weighted_sum":
                if "engine" in part.co_filename:
                    return types.FunctionType(part, globals())(inputs, weights)
    return 11
""",
    ),
    "an engine patched by an earlier cell": (
        "import engine.nn.neuron as n\nn.weighted_sum = n.neuron = lambda *a: 11\n"
        "import engine.kernel.observe as o\no.encode = lambda value: 11",
        WRONG,
    ),
    "numpy patched by an earlier cell": (
        "import numpy as np\nnp.dot = np.sum = np.array = lambda *a, **k: 11",
        WRONG,
    ),
    "builtins patched by an earlier cell": (
        "import builtins\nbuiltins.sum = builtins.zip = lambda *a: 11",
        "def weighted_sum(inputs, weights):\n    return sum(zip(inputs, weights))",
    ),
    "a task of an earlier cell": (
        """
import asyncio
async def later():
    import engine.kernel.observe as o
    o.encode = lambda value: 11
asyncio.ensure_future(later())
""",
        WRONG,
    ),
    "a timer of an earlier cell": (
        """
import js
from pyodide.ffi import create_proxy
def later():
    import engine.kernel.observe as o
    o.Observer.step = lambda *a: {"value": 11}
js.setInterval(create_proxy(later), 1)
""",
        WRONG,
    ),
}
