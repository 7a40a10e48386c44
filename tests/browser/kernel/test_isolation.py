"""What learner code cannot reach from the kernel's frame."""

import pytest

from tests.browser.isolation.roads import UNRULED

ESCAPES = {
    "js.fetch": "import js\njs.fetch('{url}')",
    "js.Function": "import js\njs.Object.constructor('fetch(\"{url}\")')()",
    "js.setTimeout": "import js\njs.setTimeout('fetch(\"{url}\")', 0)",
    "run_js": "from pyodide.code import run_js\nrun_js('fetch(\"{url}\")')",
    "run_js import": "from pyodide.code import run_js\nrun_js('import(\"{url}\")')",
    "pyfetch": "from pyodide.http import pyfetch\nimport asyncio\nasyncio.run(pyfetch('{url}'))",
    "open_url": "from pyodide.http import open_url\nopen_url('{url}')",
    "urlopen": "import urllib.request\nurllib.request.urlopen('{url}')",
    "loadPackage": "import pyodide_js\npyodide_js.loadPackage('{url}.whl')",
    "run_script": "import ctypes\nctypes.CDLL(None).emscripten_run_script(b'fetch(\"{url}\")')",
    "run_script xhr": "import ctypes\nctypes.CDLL(None).emscripten_run_script("
    'b\'x=new XMLHttpRequest();x.open("GET","{url}",false);x.send()\')',
    "run_script worker": "import ctypes\nctypes.CDLL(None).emscripten_run_script("
    "b'new Worker(\"{url}\")')",
}
DOORS = [
    "fetch",
    "XMLHttpRequest",
    "WebSocket",
    "importScripts",
    "Worker",
    "indexedDB",
    "caches",
    "postMessage",
    "close",
]

BARE_WORKER = """
([unruled, url]) => new Promise((done) => {
  const attempts = [
    (url) => fetch(url),
    (url) => { const x = new XMLHttpRequest(); x.open("GET", url, false); x.send(); },
    (url) => new Promise((_, no) => { new WebSocket(url).onerror = no; }),
    (url) => import(url),
    (url) => importScripts(url),
    (url) => new Promise((_, no) => { new Worker(url).onerror = no; }),
    () => new Promise((yes, no) => {
      const opened = indexedDB.open("x"); opened.onsuccess = yes; opened.onerror = no; }),
  ];
  const calls = attempts.map((a) => `async () => (${a})("${url}")`).join();
  eval(unruled);
  const tried = `[${calls}].map((a) => a().then(() => "open", () => "blocked"))`;
  const source = `${unruled} Promise.all(${tried})
    .then((found) => postMessage(found));`;
  const worker = new Worker(URL.createObjectURL(new Blob([source])));
  worker.onmessage = (event) => done(event.data);
})
"""


@pytest.mark.parametrize("escape", ESCAPES.values(), ids=ESCAPES)
def test_no_way_leads_to_the_network(kernel, escape):
    url = kernel.site.address.replace("index.html", "leak")
    kernel.run(escape.replace("{url}", url))
    assert "still here\n" in kernel.text("print('still here')")
    assert not any("leak" in hit for hit in kernel.site.hits)


def test_the_js_module_shows_only_the_language(kernel):
    code = f"import js\nprint([name for name in {DOORS!r} if hasattr(js, name)])"
    assert kernel.text(code) == "[]\n"


def test_the_policy_alone_keeps_the_network_out(kernel):
    kernel.run("pass")
    url = kernel.site.address.replace("index.html", "leak")
    frame = kernel.page.frames[1]
    assert frame.evaluate(BARE_WORKER, [UNRULED, url]) == ["blocked"] * 7
    assert not any("leak" in hit for hit in kernel.site.hits)


def test_the_frame_hangs_beside_the_body(kernel):
    kernel.run("pass")
    place = "document.querySelector('html > iframe').getAttribute('sandbox')"
    assert kernel.page.evaluate(place) == "allow-scripts"
