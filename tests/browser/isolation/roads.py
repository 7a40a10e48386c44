"""Every road out that is known, as data. `ADDRESS` stands for an address, `STUN` for a UDP port."""

from collections.abc import Mapping

# Lets any script's address through where the browser would ask for a rule, under the name of one
# that the frame does not use, to see what else keeps a program in.
UNRULED = """
if (globalThis.trustedTypes && !globalThis.unruled) {
  globalThis.unruled = trustedTypes.createPolicy("next-page", { createScriptURL: (text) => text });
  const { Worker: Plain, importScripts: load } = globalThis;
  globalThis.Worker = function (address, ...more) {
    return new Plain(globalThis.unruled.createScriptURL(address), ...more);
  };
  globalThis.importScripts = (address) => load(globalThis.unruled.createScriptURL(address));
}
"""
# JavaScript that a worker may try.
WORKER = {
    "fetch": "fetch('ADDRESS')",
    "fetch without reading": "fetch('ADDRESS', {method: 'POST', mode: 'no-cors', body: 'x'})",
    "fetch that outlives": "fetch('ADDRESS', {keepalive: true, mode: 'no-cors'})",
    "Request": "fetch(new Request('ADDRESS'))",
    "XMLHttpRequest": "x = new XMLHttpRequest(); x.open('GET', 'ADDRESS'); x.send()",
    "XMLHttpRequest that waits": "x = new XMLHttpRequest();"
    "x.open('GET', 'ADDRESS', false); x.send()",
    "WebSocket": "new WebSocket('ADDRESS'.replace('http', 'ws'))",
    "WebSocketStream": "new WebSocketStream('ADDRESS'.replace('http', 'ws'))",
    "EventSource": "new EventSource('ADDRESS')",
    "import": "import('ADDRESS')",
    "importScripts": "importScripts('ADDRESS')",
    "a worker": "new Worker('ADDRESS')",
    "a worker of modules": "new Worker('ADDRESS', {type: 'module'})",
    "a worker from a blob": "new Worker(URL.createObjectURL(new Blob([`fetch('ADDRESS')`])))",
    "a worker from a data address": "new Worker(`data:text/javascript,fetch('ADDRESS')`)",
    "a font": "new FontFace('x', 'url(ADDRESS)').load()",
    "the cache": "caches.open('x').then((cache) => cache.add('ADDRESS'))",
    "a picture": "fetch('ADDRESS').then((r) => r.blob()).then(createImageBitmap)",
    "WebAssembly": "WebAssembly.compileStreaming(fetch('ADDRESS'))",
}
# JavaScript that needs a document.
DOCUMENT = {
    "an image": "new Image().src = 'ADDRESS'",
    "sendBeacon": "navigator.sendBeacon('ADDRESS', 'x')",
    "a pop-up": "open('ADDRESS')",
    "a frame": "f = document.createElement('iframe'); f.src = 'ADDRESS'; document.body.append(f)",
    "a script": "s = document.createElement('script'); s.src = 'ADDRESS'; document.body.append(s)",
    "a style sheet": "l = document.createElement('link'); l.rel = 'stylesheet'; l.href = 'ADDRESS';"
    "document.body.append(l)",
    "a prefetch": "l = document.createElement('link'); l.rel = 'prefetch'; l.href = 'ADDRESS';"
    "document.head.append(l)",
    "a background": "document.body.style.backgroundImage = 'url(ADDRESS)'",
    "a film": "v = document.createElement('video'); v.src = 'ADDRESS'; v.load()",
    "an object": "o = document.createElement('object'); o.data = 'ADDRESS';document.body.append(o)",
    "a form": "f = document.createElement('form'); f.action = 'ADDRESS'; f.target = '_blank';"
    "document.body.append(f); f.submit()",
    "a link": "a = document.createElement('a'); a.href = 'ADDRESS'; a.target = '_blank'; a.click()",
    "a shared worker": "new SharedWorker('ADDRESS')",
    "a service worker": "navigator.serviceWorker.register('ADDRESS')",
    "WebTransport": "new WebTransport('https://127.0.0.1:STUN/')",
    "WebRTC": "p = new RTCPeerConnection({iceServers: [{urls: 'stun:127.0.0.1:STUN'}]});"
    "p.createDataChannel('x'); p.createOffer().then((offer) => p.setLocalDescription(offer))",
    "going away": "location.href = 'ADDRESS'",
}
# Python that a cell may try. What is in both lists below is nothing but the same roads.
PYTHON = {
    "js.fetch": "import js\njs.fetch('ADDRESS')",
    "from js": "from js import fetch\nfetch('ADDRESS')",
    "js.globalThis": "import js\njs.globalThis.fetch('ADDRESS')",
    "js.self": "import js\njs.self.fetch('ADDRESS')",
    "js.XMLHttpRequest": "import js\nx = js.XMLHttpRequest.new()\n"
    "x.open('GET', 'ADDRESS')\nx.send()",
    "js.WebSocket": "import js\njs.WebSocket.new('ADDRESS'.replace('http', 'ws'))",
    "js.EventSource": "import js\njs.EventSource.new('ADDRESS')",
    "js.Worker": "import js\njs.Worker.new('ADDRESS')",
    "js.importScripts": "import js\njs.importScripts('ADDRESS')",
    "js.eval": "import js\njs.eval('fetch(`ADDRESS`)')",
    "js.Function": "import js\njs.Object.constructor('fetch(`ADDRESS`)')()",
    "js.Function of a promise": "import js\njs.Promise.resolve.constructor('fetch(`ADDRESS`)')()",
    "js.setTimeout": "import js\njs.setTimeout('fetch(`ADDRESS`)', 0)",
    "js.setInterval": "import js\njs.setInterval('fetch(`ADDRESS`)', 1)",
    "the world of a proxy": "import js\n"
    "js.Object.getPrototypeOf(js.Object).constructor('return this')().fetch('ADDRESS')",
    "pyfetch": "import asyncio\nfrom pyodide.http import pyfetch\n"
    "asyncio.ensure_future(pyfetch('ADDRESS'))",
    "open_url": "from pyodide.http import open_url\nopen_url('ADDRESS')",
    "loadPackage": "import pyodide_js\npyodide_js.loadPackage('ADDRESS.whl')",
    "runPython": "import pyodide_js\npyodide_js.runPython('import js; js.fetch(\"ADDRESS\")')",
    "urllib": "import urllib.request\nurllib.request.urlopen('ADDRESS', timeout=1)",
    "http.client": "import http.client\nh = http.client.HTTPConnection('HOST', timeout=1)\n"
    "h.request('GET', '/NAME')\nh.getresponse()",
    "a socket": "import socket\ns = socket.create_connection(('127.0.0.1', PORT), 1)\n"
    "s.send(b'GET /NAME HTTP/1.0\\r\\n\\r\\n')\ns.recv(1)",
    "asyncio": "import asyncio\nasyncio.get_event_loop().run_until_complete("
    "asyncio.open_connection('127.0.0.1', PORT))",
    "the shell": "import os\nassert os.system('curl ADDRESS') == 0",
    "a process": "import subprocess\nsubprocess.run(['curl', 'ADDRESS'], check=True)",
    "the web browser": "import webbrowser\nassert webbrowser.open('ADDRESS')",
}
# micropip fetches as `pyfetch` does, which is tried outside of the kernel too.
MICROPIP = {
    "micropip with an address": "import asyncio, micropip\n"
    "asyncio.ensure_future(micropip.install('ADDRESS/a-1-py3-none-any.whl'))",
    "micropip with an index": "import asyncio, micropip\n"
    "asyncio.ensure_future(micropip.install('a', index_urls='ADDRESS'))",
    "micropip with another index": "import asyncio, micropip\n"
    "micropip.set_index_urls(['ADDRESS/{package_name}'])\n"
    "asyncio.ensure_future(micropip.install('b'))",
}
# What Python itself does not survive where the road is closed.
FATAL = {
    "a lazy file": "import pyodide_js\n"
    "pyodide_js.FS.createLazyFile('/tmp', 'NAME', 'ADDRESS', True, False)\n"
    "open('/tmp/NAME').read()",
    "script of Emscripten": "import ctypes\n"
    "ctypes.CDLL(None).emscripten_run_script(b'fetch(`ADDRESS`)')",
    "worker of Emscripten": "import ctypes\n"
    "ctypes.CDLL(None).emscripten_run_script(b'new Worker(`ADDRESS`)')",
}
# What ends later, without a word: all that counts is that nobody comes.
LATER = {
    "js.setTimeout",
    "js.setInterval",
    "pyfetch",
    "loadPackage",
    *MICROPIP,
}
EVAL = "from pyodide.code import run_js\nrun_js({source!r})"
# Python's own sockets and processes: no browser has them.
NOWHERE = {
    "urllib",
    "http.client",
    "a socket",
    "asyncio",
    "the shell",
    "a process",
    "the web browser",
}


def led(roads: Mapping[str, str], address: str, udp_port: int) -> dict[str, str]:
    """Return roads with addresses in place that tell which road it was."""
    host = address.removeprefix("http://").strip("/")
    found = {}
    for name, code in roads.items():
        place = name.replace(" ", "-")
        words = {
            "ADDRESS": address + place,
            "HOST": host,
            "PORT": host.split(":")[1],
            "STUN": str(udp_port),
            "NAME": place,
        }
        for word, value in words.items():
            code = code.replace(word, value)
        found[name] = code
    return found


def cell(roads: Mapping[str, str], first: str = "") -> str:
    """Return a program that tries one road after the other and prints how each ended."""
    return f"""{first}
import asyncio, ctypes, http.client, socket, subprocess, urllib.request, webbrowser
roads = {dict(roads)!r}
for name, code in roads.items():
    try:
        exec(code, {{}})
    except BaseException as error:
        print(name, "->", type(error).__name__)
    else:
        print(name, "->", "open")
"""
