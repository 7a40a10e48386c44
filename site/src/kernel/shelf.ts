import type { FileRole } from "../protocol";
import { deferred, type Deferred } from "./deferred";
import { kernelWorker } from "./trusted-types";

type Bytes = Uint8Array<ArrayBuffer>;
type Content = ArrayBuffer | WebAssembly.Module;

/** A file that is on its way. */
interface Arrival {
  readonly controller: ReadableStreamDefaultController<Bytes>;
  /** Rejects where the file is damaged. */
  readonly content: Promise<Content>;
}

const SCRIPT = "text/javascript";
const SNAPSHOT = "snapshot";

/** The runtime's files in the frame: they come in pieces and are kept for the next worker. */
export class Shelf {
  private readonly incoming = new Map<FileRole, Arrival>();
  private readonly kept = new Map<FileRole, Deferred<ArrayBuffer>>();
  private readonly compiled = deferred<WebAssembly.Module>();
  /** Whether the next Python starts from the snapshot; one that comes late is for the one after. */
  private snapshot = deferred<boolean>();
  private script: Promise<string> | null = null;

  /** Take the next piece of a file. */
  add(role: FileRole, bytes: Bytes): void {
    const arrival = this.incoming.get(role) ?? open(role, bytes);
    this.incoming.set(role, arrival);
    if (role === SNAPSHOT) this.snapshot.resolve(true);
    quietly(() => arrival.controller.enqueue(bytes));
  }

  /** The file is complete. Tell whether it is sound; where not, it is forgotten. */
  async end(role: FileRole, whole: number): Promise<boolean> {
    const arrival = this.incoming.get(role);
    this.incoming.delete(role);
    if (arrival === undefined) return false;
    quietly(() => arrival.controller.close());
    const content = await arrival.content.catch(() => null);
    if (content === null) return false;
    if (!(content instanceof ArrayBuffer)) this.compiled.resolve(content);
    else if (content.byteLength !== whole) return false;
    else this.place(role).resolve(content);
    if (role === SNAPSHOT) this.snapshot = settled(true);
    return true;
  }

  hasSnapshot(): Promise<boolean> {
    return this.snapshot.promise;
  }

  /** None is here, or it was damaged: a worker that waits for it fails at once, and tries again. */
  goWithoutSnapshot(): void {
    this.snapshot.resolve(false);
    this.place(SNAPSHOT).resolve(new ArrayBuffer(0));
    this.snapshot = settled(false);
    this.kept.delete(SNAPSHOT);
  }

  /** The whole file, unpacked. */
  bytes(role: FileRole): Promise<ArrayBuffer> {
    return this.place(role).promise;
  }

  /** The interpreter, compiled while it still arrives. */
  module(): Promise<WebAssembly.Module> {
    return this.compiled.promise;
  }

  /** The address of the worker's script. */
  workerUrl(): Promise<string> {
    this.script ??= this.bytes("worker").then((bytes) =>
      kernelWorker(URL.createObjectURL(new Blob([bytes], { type: SCRIPT }))),
    );
    return this.script;
  }

  /** The worker's script as an address: WebKit starts none from a `blob:` in an isolated frame. */
  async workerText(): Promise<string> {
    const text = new TextDecoder().decode(await this.bytes("worker"));
    return kernelWorker(`data:${SCRIPT},${encodeURIComponent(text)}`);
  }

  private place(role: FileRole): Deferred<ArrayBuffer> {
    const known = this.kept.get(role) ?? deferred<ArrayBuffer>();
    this.kept.set(role, known);
    return known;
  }
}

function settled<T>(value: T): Deferred<T> {
  const made = deferred<T>();
  made.resolve(value);
  return made;
}

function open(role: FileRole, first: Bytes): Arrival {
  let controller: ReadableStreamDefaultController<Bytes> | null = null;
  const stream = new ReadableStream<Bytes>({ start: (given) => void (controller = given) });
  if (controller === null) throw new Error("A stream did not start.");
  const unpacked = isPacked(first) ? stream.pipeThrough(new DecompressionStream("gzip")) : stream;
  const response = new Response(unpacked, { headers: { "Content-Type": "application/wasm" } });
  const content = role === "wasm" ? WebAssembly.compileStreaming(response) : response.arrayBuffer();
  content.catch(() => undefined);
  return { controller, content };
}

/** A stream that has failed takes nothing more; its content tells so at the end. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    return;
  }
}

/** Hosts may unpack on the way, so the bytes decide and not the name. */
function isPacked(bytes: Bytes): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
