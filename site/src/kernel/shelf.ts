import type { FileRole } from "../protocol";
import { deferred, type Deferred } from "./deferred";

type Bytes = Uint8Array<ArrayBuffer>;

/** The runtime's files in the frame: they come in pieces and are kept for the next worker. */
export class Shelf {
  private readonly incoming = new Map<FileRole, ReadableStreamDefaultController<Bytes>>();
  private readonly kept = new Map<FileRole, Deferred<Response>>();
  private readonly buffers = new Map<FileRole, Promise<ArrayBuffer>>();
  private compiled: Promise<WebAssembly.Module> | null = null;
  private script: Promise<string> | null = null;

  /** Take the next piece of a file. */
  add(role: FileRole, bytes: Bytes): void {
    this.incoming.get(role)?.enqueue(bytes);
    if (!this.incoming.has(role)) this.open(role, bytes);
  }

  /** The file is complete. */
  end(role: FileRole): void {
    this.incoming.get(role)?.close();
  }

  /** The whole file, unpacked. */
  bytes(role: FileRole): Promise<ArrayBuffer> {
    const whole = (response: Response): Promise<ArrayBuffer> => response.arrayBuffer();
    const known = this.buffers.get(role) ?? this.response(role).promise.then(whole);
    this.buffers.set(role, known);
    return known;
  }

  /** The interpreter, compiled while it still arrives. */
  module(): Promise<WebAssembly.Module> {
    this.compiled ??= this.response("wasm").promise.then((r) => WebAssembly.compileStreaming(r));
    return this.compiled;
  }

  /** The address of the worker's script. */
  workerUrl(): Promise<string> {
    this.script ??= this.bytes("worker").then((bytes) =>
      URL.createObjectURL(new Blob([bytes], { type: "text/javascript" })),
    );
    return this.script;
  }

  private open(role: FileRole, first: Bytes): void {
    const stream = new ReadableStream<Bytes>({
      start: (controller) => void this.incoming.set(role, controller),
    });
    this.incoming.get(role)?.enqueue(first);
    const unpacked = isPacked(first) ? stream.pipeThrough(new DecompressionStream("gzip")) : stream;
    const headers = { "Content-Type": "application/wasm" };
    this.response(role).resolve(new Response(unpacked, { headers }));
  }

  private response(role: FileRole): Deferred<Response> {
    const known = this.kept.get(role) ?? deferred<Response>();
    this.kept.set(role, known);
    return known;
  }
}

/** Hosts may unpack on the way, so the bytes decide and not the name. */
function isPacked(bytes: Bytes): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
