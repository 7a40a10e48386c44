// Compile Python sources with the very Pyodide of the page: node compile.mjs NODE_MODULES IN OUT
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { argv, exit } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

async function compile(modules, source, target) {
  const { loadPyodide } = await import(pathToFileURL(join(modules, "pyodide", "pyodide.mjs")));
  const python = await loadPyodide({ env: { PYTHONHASHSEED: "0" } });
  python.mountNodeFS("/in", source);
  python.mountNodeFS("/out", target);
  const compiler = join(dirname(fileURLToPath(import.meta.url)), "compile_modules.py");
  python.runPython(readFileSync(compiler, "utf8"));
}

try {
  await compile(...argv.slice(2));
} catch (error) {
  console.error(String(error));
  exit(1);
}
