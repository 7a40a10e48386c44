// What anyone would write who puts Pyodide into a module worker and shows what it prints.
const worker = new Worker("bare-worker.mjs", { type: "module" });
const output = document.querySelector("#output");
const options = new URLSearchParams(location.search);
let finish = () => undefined;

worker.onmessage = ({ data }) => {
  if (data.text !== undefined) output.append(data.text + "\n");
  else finish();
};

window.run = (code) =>
  new Promise((done) => {
    finish = done;
    worker.postMessage({ code });
  });
worker.postMessage({ packages: options.getAll("package"), compile: options.get("compile") });
worker.postMessage({ code: options.get("code") });
