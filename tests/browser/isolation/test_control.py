"""The roads out are real: without the kernel's frame, the same code reaches the second server."""

from tests.browser.isolation.roads import (
    DOCUMENT,
    FATAL,
    NOWHERE,
    PYTHON,
    UNRULED,
    WORKER,
    cell,
    led,
)

# The test's browser has no QUIC, which is what this road is made of.
NOT_HERE = {"WebTransport"}
LONGEST_S = 10
IN_WORKER = """
([unruled, ...sources]) => new Promise((done) => {
  const attempts = sources.map((source) => `(async () => { ${source} })()`);
  const code = `${unruled} Promise.allSettled([${attempts}]).then(() => postMessage(0))`;
  const worker = new Worker(URL.createObjectURL(new Blob([code])));
  worker.onmessage = () => done();
})
"""
IN_DOCUMENT = """
() => {
  try { SOURCE; } catch { /* The next one. */ }
}
"""
IN_PYODIDE = """
([base, program]) => new Promise((done, failed) => {
  const code = `
    onmessage = async ({ data }) => {
      try {
        const [base, program] = data;
        const lines = [];
        importScripts(base + 'pyodide.js');
        const pyodide = await loadPyodide({ indexURL: base, stdout: (line) => lines.push(line) });
        pyodide.runPython(program);
        postMessage(lines);
      } catch (error) { postMessage(String(error)); }
    }`;
  const worker = new Worker(URL.createObjectURL(new Blob([code])));
  worker.onmessage = ({ data }) => (Array.isArray(data) ? done(data) : failed(new Error(data)));
  worker.postMessage([base, program]);
})
"""


def test_a_plain_worker_is_reached_by_every_road(plain_page, outside):
    roads = led(WORKER, outside.url, outside.datagrams.port)
    plain_page.evaluate(IN_WORKER, [UNRULED, *roads.values()])
    assert outside.missed(set(WORKER), LONGEST_S) == set()


def test_a_plain_document_is_reached_by_every_road(plain_page, outside):
    roads = led(DOCUMENT, outside.url, outside.datagrams.port)
    leaving = roads.pop("going away")
    for road in roads.values():
        plain_page.evaluate(IN_DOCUMENT.replace("SOURCE", road))
    assert outside.missed(set(roads) - {"WebRTC"} - NOT_HERE, LONGEST_S) == set()
    assert outside.datagrams.came.wait(LONGEST_S)
    plain_page.evaluate(IN_DOCUMENT.replace("SOURCE", leaving))
    assert outside.missed({"going away"}, LONGEST_S) == set()


def test_a_plain_pyodide_is_reached_by_every_road_that_browsers_have(plain_page, outside):
    roads = led({**PYTHON, **FATAL}, outside.url, outside.datagrams.port)
    lines = plain_page.evaluate(IN_PYODIDE, [f"{outside.url}own/", cell(roads)])
    assert outside.missed(set(roads) - NOWHERE, LONGEST_S) == set(), "\n".join(lines)
