import type { loadPyodide as LoadPyodide, PyodideAPI } from "pyodide";
import type { FileRole } from "../protocol";
import { ENGINE_PATH } from "./engine-file";
import { visibleGlobals } from "./sandbox";
import { Snapshot } from "./snapshot";
import { directoryStart, storedEntries } from "./zip";

declare const loadPyodide: typeof LoadPyodide;

/** The files of one Python, each a promise that the frame fulfils. */
export interface PythonFiles {
  module(): Promise<WebAssembly.Module>;
  file(role: FileRole): Promise<ArrayBuffer>;
  /** Whether the memory of a started Python is on its way. */
  hasSnapshot(): Promise<boolean>;
}

/** Where Pyodide believes its files to be; nothing is ever asked there. */
const NOWHERE = "https://runtime.invalid/";
const LIBRARY_PATH = "/lib/python313.zip";
const LOCK = {
  arch: "wasm32",
  abi_version: "2025_0",
  platform: "emscripten_4_0_9",
  version: "",
  python: "3.13.2",
} as const;

const PAGE_BYTES = 65_536;
/** More would take the whole tab down on a small machine; Python raises MemoryError instead. */
const MOST_PAGES = (1 << 30) / PAGE_BYTES;

/** Sets print in the same order at each start, with a snapshot or without. */
const ENVIRONMENT = { HOME: "/home/learner", PYTHONPATH: ENGINE_PATH, PYTHONHASHSEED: "0" };

/** Start Pyodide from files that are handed in, with no network at all. */
export async function startPython(
  files: PythonFiles,
  write: (kind: "stdout" | "stderr", text: string) => void,
): Promise<PyodideAPI> {
  const snapshot = (await files.hasSnapshot()) ? new Snapshot() : null;
  const stopServing = serveFiles(files, snapshot);
  limitMemory();
  try {
    const options = {
      indexURL: NOWHERE,
      packageBaseUrl: NOWHERE,
      lockFileContents: { info: LOCK, packages: {} },
      jsglobals: visibleGlobals(),
      env: ENVIRONMENT,
      fsInit: async (fs: PyodideAPI["FS"]) => {
        fs.writeFile(ENGINE_PATH, new Uint8Array(await files.file("engine")));
        snapshot?.open(await files.file("snapshot"));
      },
      stdout: (text: string) => write("stdout", `${text}\n`),
      stderr: (text: string) => write("stderr", `${text}\n`),
    };
    if (snapshot === null) return await loadPyodide(options);
    const pyodide = await loadPyodide({ ...options, _loadSnapshot: snapshot.view });
    pyodide.pyimport("engine.kernel.snapshot").awaken();
    return pyodide;
  } finally {
    stopServing();
  }
}

/** Answer Pyodide's own requests from memory while it starts; returns how to put things back. */
function serveFiles(files: PythonFiles, snapshot: Snapshot | null): () => void {
  const { fetch, WebAssembly: wasm } = globalThis;
  const { instantiateStreaming } = wasm;
  globalThis.fetch = async (address) => {
    const isLibrary = String(address).endsWith("python_stdlib.zip");
    return new Response(isLibrary ? await files.file("stdlib") : null);
  };
  wasm.instantiateStreaming = async (_source, imports = {}) => {
    snapshot?.watch(imports);
    const module = await files.module();
    return { module, instance: await wasm.instantiate(module, imports) };
  };
  return () => {
    globalThis.fetch = fetch;
    wasm.instantiateStreaming = instantiateStreaming;
  };
}

/** Add a file that came after the start: the rest of the library, or a package. */
export function addFile(pyodide: PyodideAPI, role: FileRole, bytes: ArrayBuffer): void {
  if (role === "rest") complete(pyodide, LIBRARY_PATH, new Uint8Array(bytes));
  else unpack(pyodide, new Uint8Array(bytes));
  pyodide.pyimport("sys").path_importer_cache.clear();
}

/** Tell whenever a file or a folder is about to be taken away, or to get another name. */
export function watchRemovals({ FS }: PyodideAPI, onRemoval: () => void): void {
  for (const name of ["rename", "rmdir", "unlink"] as const) {
    const usual: (...paths: string[]) => void = FS[name];
    FS[name] = (...paths: string[]): void => {
      onRemoval();
      usual(...paths);
    };
  }
}

/** The rest replaces the archive's directory; modules that are loaded keep their places in it. */
function complete(pyodide: PyodideAPI, archive: string, rest: Uint8Array): void {
  const first: Uint8Array = pyodide.FS.readFile(archive);
  const whole = new Uint8Array(directoryStart(first) + rest.byteLength);
  whole.set(first.subarray(0, directoryStart(first)));
  whole.set(rest, directoryStart(first));
  pyodide.FS.writeFile(archive, whole);
  pyodide.pyimport("zipimport")._zip_directory_cache.clear();
}

function unpack(pyodide: PyodideAPI, archive: Uint8Array): void {
  const folder = String(pyodide.pyimport("site").getsitepackages().get(0));
  for (const { path, bytes } of storedEntries(archive)) {
    const target = `${folder}/${path}`;
    pyodide.FS.mkdirTree(target.slice(0, target.lastIndexOf("/")));
    // Without a copy: nothing else has the archive.
    pyodide.FS.writeFile(target, bytes, { canOwn: true });
  }
}

/** Refuse to let Python's memory grow beyond the limit. */
function limitMemory(): void {
  const { prototype } = WebAssembly.Memory;
  const { grow } = prototype;
  prototype.grow = function growWithin(this: WebAssembly.Memory, pages: number): number {
    const wanted = this.buffer.byteLength / PAGE_BYTES + pages;
    if (wanted > MOST_PAGES) throw new RangeError("out of memory");
    return grow.call(this, pages);
  };
}
