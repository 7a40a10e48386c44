import { loadPyodide } from "./pyodide/pyodide.mjs";

let ready = null;

async function start(packages) {
  return loadPyodide({ packages, stdout: (text) => postMessage({ text }) });
}

onmessage = async ({ data }) => {
  if (data.packages !== undefined) {
    ready = start(data.packages.map((name) => new URL(name, location).href));
    return;
  }
  const pyodide = await ready;
  pyodide.runPython(data.code);
  postMessage({ done: true });
};
