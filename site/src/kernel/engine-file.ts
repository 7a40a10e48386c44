/** The engine's archive as Python sees it: whole, or with the answers to an exercise blanked. */
import type { PyodideAPI } from "pyodide";
import { isObject, parseObject } from "./parts";
import { directoryStart, storedEntries } from "./zip";

export const ENGINE_PATH = "/lib/engine.whl";

export class EngineFile {
  /** Kept here, where no program can change it. */
  private whole: Uint8Array;

  constructor(
    private readonly pyodide: PyodideAPI,
    first: ArrayBuffer,
  ) {
    this.whole = new Uint8Array(first);
  }

  /** The rest replaces the archive's directory; modules that are loaded keep their places in it. */
  complete(rest: ArrayBuffer): void {
    const start = directoryStart(this.whole);
    const whole = new Uint8Array(start + rest.byteLength);
    whole.set(this.whole.subarray(0, start));
    whole.set(new Uint8Array(rest), start);
    this.whole = whole;
    this.show();
  }

  show(): void {
    this.write(this.whole);
  }

  /** Blank out what the plan of a check withholds, so that no road to the file gives it away. */
  hideAnswers(payload: string): void {
    const plan = parseObject(payload)?.["plan"];
    const withheld = isObject(plan) ? plan["withholds"] : null;
    const modules = Array.isArray(withheld) ? withheld.map(String) : [];
    const places = modules.map((name) => name.replaceAll(".", "/"));
    const copy = this.whole.slice();
    for (const { path, bytes } of storedEntries(copy)) {
      if (places.some((place) => isOf(path, place))) bytes.fill(0);
    }
    this.write(copy);
  }

  private write(bytes: Uint8Array): void {
    this.pyodide.FS.writeFile(ENGINE_PATH, bytes);
    this.pyodide.pyimport("zipimport")._zip_directory_cache.clear();
    this.pyodide.pyimport("sys").path_importer_cache.clear();
  }
}

/** Whether a file is a module's own, or one of its package. */
function isOf(path: string, module: string): boolean {
  return path.startsWith(`${module}.`) || path.startsWith(`${module}/`);
}
