// Keep the memory of a Python that has just started: node snapshot.mjs NODE_MODULES IN OUT
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { argv, env, exit } from "node:process";
import { pathToFileURL } from "node:url";

/** Memory is compared and kept in blocks of so many bytes. */
const BLOCK = 64;

/** The same time and the same chance for every build. */
function stopTheWorld() {
  env.TZ = "UTC";
  Date.now = () => 1_577_836_800_000;
  performance.now = () => 0;
  createRequire(import.meta.url)("node:crypto").randomFillSync = (bytes) => bytes.fill(7);
}

/** Notes the memory that Python is given, and where in it C keeps the time zone. */
function watchMemory() {
  const { instantiate } = WebAssembly;
  const seen = { memory: null, zone: [] };
  WebAssembly.instantiate = (source, imports) => {
    if (imports?.env === undefined) return instantiate(source, imports);
    const { env } = imports;
    const get = (_, name) =>
      name !== "_tzset_js"
        ? env[name]
        : (...places) => {
            seen.zone = places;
            return env[name](...places);
          };
    seen.memory = env.memory;
    return instantiate(source, { ...imports, env: new Proxy(env, { get }) });
  };
  return seen;
}

/** Where the browser can suspend Python, Pyodide notes it in memory: say that it can, or cannot. */
function tellWhetherItSuspends(itDoes) {
  if (itDoes) {
    WebAssembly.Suspending = function suspending(run) {
      return run;
    };
    WebAssembly.promising =
      (run) =>
      async (...given) =>
        run(...given);
  } else {
    delete WebAssembly.Suspending;
    delete WebAssembly.promising;
  }
}

/** The place of the one byte that differs; none where all are equal. */
function placeOfDifference(one, other) {
  const places = differences(one, other).flatMap(([start, length]) =>
    Array.from({ length }, (_, at) => start + at).filter((at) => one[at] !== other[at]),
  );
  if (places.length !== 1) throw new Error(`${places.length} bytes tell that Python suspends.`);
  return places[0];
}

/** Memory as it is before Python starts in it. */
async function memoryBefore(load, seen, size) {
  const view = new Uint8Array(0);
  Object.defineProperty(view, "length", { value: size });
  await load({ _loadSnapshot: view }).catch(() => undefined);
  return new Uint8Array(seen.memory.buffer).slice();
}

/** Where memory differs, as [start, length] in bytes. */
function differences(before, after) {
  const runs = [];
  for (let start = 0; start < after.length; start += BLOCK) {
    const end = start + BLOCK;
    if (Buffer.compare(before.subarray(start, end), after.subarray(start, end)) === 0) continue;
    const last = runs.at(-1);
    if (last !== undefined && last[0] + last[1] === start) last[1] += BLOCK;
    else runs.push([start, BLOCK]);
  }
  return runs;
}

/** Some numbers, Pyodide's own header, the places of what differs, and what is there. */
function pack(header, given, runs, after) {
  const numbers = [after.length, header.length, runs.length, ...given];
  const table = Uint32Array.from([...numbers, ...runs.flat()]);
  const [head, places] = [table.subarray(0, numbers.length), table.subarray(numbers.length)];
  const content = runs.map(([start, length]) => after.subarray(start, start + length));
  return Buffer.concat([bytesOf(head), header, bytesOf(places), ...content]);
}

function bytesOf(numbers) {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

async function main(modules, source, target) {
  stopTheWorld();
  const seen = watchMemory();
  const { loadPyodide } = await import(pathToFileURL(join(modules, "pyodide", "pyodide.mjs")));
  const given = JSON.parse(readFileSync(join(source, "options.json"), "utf8"));
  const engine = readFileSync(join(source, "engine.zip"));
  const load = (more) =>
    loadPyodide({
      ...given.options,
      ...more,
      stdLibURL: join(source, "stdlib.zip"),
      jsglobals: {},
      fsInit: async (fs) => fs.writeFile(given.engine, engine),
    });
  const take = async (suspends) => {
    tellWhetherItSuspends(suspends);
    const python = await load({ _makeSnapshot: true });
    python.runPython(given.prepare);
    const whole = python.makeMemorySnapshot();
    const start = new Uint32Array(whole.buffer, whole.byteOffset, 2)[1];
    return { header: whole.slice(0, start), memory: whole.subarray(start) };
  };
  const { memory: other } = await take(true);
  const { header, memory } = await take(false);
  const before = await memoryBefore(load, seen, memory.length);
  if (before.length !== memory.length) throw new Error("Python's memory has another size.");
  const place = placeOfDifference(other, memory);
  const numbers = [place, other[place], ...seen.zone];
  writeFileSync(target, pack(header, numbers, differences(before, memory), memory));
}

try {
  await main(...argv.slice(2));
} catch (error) {
  console.error(String(error));
  exit(1);
}
