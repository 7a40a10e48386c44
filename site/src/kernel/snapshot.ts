/**
 * The memory of a Python that has just started, as it was kept when the site was built. A worker
 * that has it starts in a fraction of the time. Pyodide's own way to keep memory is used; only what
 * differs from the memory of a Python before its start is in the file.
 */
type Bytes = Uint8Array<ArrayBuffer>;

/** What Pyodide starts with; the builder keeps no memory of another size. */
const MEMORY_BYTES = 20_971_520;
/**
 * The file begins with them: the memory's size, that of Pyodide's header, how many pieces there
 * are, the place of the byte that tells whether the browser can suspend Python, with its value
 * then, and the four places where C keeps the time zone.
 */
const NUMBERS = 9;
/** More than Pyodide's header, which says what the memory does not. */
const MOST_HEADER_BYTES = 4_096;

export class Snapshot {
  /** What Pyodide is given for a snapshot: the header, in front of memory that it need not copy. */
  readonly view: Bytes = new Uint8Array(MOST_HEADER_BYTES);
  private memory: WebAssembly.Memory | null = null;
  private setZone: (...places: number[]) => void = () => undefined;
  private file: ArrayBuffer = new ArrayBuffer(0);

  constructor() {
    const part = this.view.subarray.bind(this.view);
    const subarray = (start: number, end?: number): Bytes => {
      if (end !== undefined) return part(start, end);
      this.restore();
      return part(0, 0);
    };
    Object.defineProperties(this.view, {
      length: { value: MEMORY_BYTES },
      subarray: { value: subarray },
    });
  }

  /** What Python is about to have: its memory, and what tells it the time zone. */
  watch(imports: WebAssembly.Imports): void {
    const { memory, _tzset_js: setZone } = imports["env"] ?? {};
    if (memory instanceof WebAssembly.Memory) this.memory = memory;
    if (typeof setZone === "function") {
      this.setZone = (...places) => void Reflect.apply(setZone, undefined, places);
    }
  }

  /** The file is here. Where it is empty, it did not come, and Pyodide refuses the view. */
  open(file: ArrayBuffer): void {
    if (file.byteLength === 0) return;
    this.file = file;
    const [, headerBytes] = new Uint32Array(file, 0, NUMBERS);
    this.view.set(new Uint8Array(file, NUMBERS * 4, headerBytes));
  }

  private restore(): void {
    const { file, memory } = this;
    if (memory?.buffer.byteLength !== MEMORY_BYTES) throw new Error("Python has other memory.");
    const [size, headerBytes = 0, count = 0, ...facts] = new Uint32Array(file, 0, NUMBERS);
    if (size !== MEMORY_BYTES) throw new Error("The snapshot is of other memory.");
    const start = NUMBERS * 4 + headerBytes;
    const places = new Uint32Array(file, start, count * 2);
    const target = new Uint8Array(memory.buffer);
    let from = start + places.byteLength;
    for (let at = 0; at < places.length; at += 2) {
      const [place = 0, length = 0] = places.subarray(at, at + 2);
      target.set(new Uint8Array(file, from, length), place);
      from += length;
    }
    const [place = 0, value = 0, ...zone] = facts;
    this.setZone(...zone);
    if ("Suspending" in WebAssembly || "Suspender" in WebAssembly) target[place] = value;
  }
}
