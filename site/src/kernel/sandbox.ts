/** What Python's `js` module shows: the language, timers, and nothing that reaches outside. */
const VISIBLE = [
  "AbortController",
  "AbortSignal",
  "Array",
  "ArrayBuffer",
  "BigInt",
  "Boolean",
  "DataView",
  "Date",
  "Error",
  "Float32Array",
  "Float64Array",
  "Infinity",
  "Int16Array",
  "Int32Array",
  "Int8Array",
  "JSON",
  "Map",
  "Math",
  "NaN",
  "Number",
  "Object",
  "Promise",
  "RangeError",
  "RegExp",
  "Set",
  "String",
  "Symbol",
  "TextDecoder",
  "TextEncoder",
  "TypeError",
  "Uint16Array",
  "Uint32Array",
  "Uint8Array",
  "Uint8ClampedArray",
  "WeakMap",
  "WeakRef",
  "WeakSet",
] as const;

/** What the worker itself gives up before learner code runs. The policy forbids them as well. */
const DOORS = [
  "BroadcastChannel",
  "EventSource",
  "FileReaderSync",
  "SharedWorker",
  "WebSocket",
  "WebSocketStream",
  "WebTransport",
  "Worker",
  "XMLHttpRequest",
  "caches",
  "close",
  "cookieStore",
  "fetch",
  "importScripts",
  "indexedDB",
  "navigator",
  "onmessage",
  "postMessage",
  "storage",
] as const;

export function visibleGlobals(): Readonly<Record<string, unknown>> {
  const scope: Readonly<Record<string, unknown>> = { ...named(VISIBLE) };
  return {
    ...scope,
    setTimeout: setTimeout.bind(globalThis),
    clearTimeout: clearTimeout.bind(globalThis),
    setInterval: setInterval.bind(globalThis),
    clearInterval: clearInterval.bind(globalThis),
    eval: refuse,
  };
}

/** What the worker itself goes on using: no program may put something else in its place. */
const KEPT = [Promise, Promise.prototype, JSON] as const;

/** Remove every door from the global object and from what it inherits. */
export function closeDoors(): void {
  for (const each of KEPT) Object.freeze(each);
  for (const name of DOORS) {
    let place: object | null = globalThis;
    for (; place !== null; place = Object.getPrototypeOf(place)) {
      Reflect.deleteProperty(place, name);
    }
  }
}

function named(names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, Reflect.get(globalThis, name)]));
}

function refuse(): never {
  throw new Error("JavaScript cannot be run from here.");
}
