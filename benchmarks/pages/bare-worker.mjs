import { loadPyodide } from "./pyodide/pyodide.mjs";

let ready = null;

// As where a host sends wasm with another type: Pyodide then waits for all of it.
function compileFromBuffer() {
  WebAssembly.instantiateStreaming = async (response, imports) =>
    WebAssembly.instantiate(await (await response).arrayBuffer(), imports);
}

async function start(packages) {
  return loadPyodide({ packages, stdout: (text) => postMessage({ text }) });
}

onmessage = async ({ data }) => {
  if (data.packages !== undefined) {
    if (data.compile === "buffer") compileFromBuffer();
    ready = start(data.packages.map((name) => new URL(name, location).href));
    return;
  }
  const pyodide = await ready;
  pyodide.runPython(data.code);
  postMessage({ done: true });
};
