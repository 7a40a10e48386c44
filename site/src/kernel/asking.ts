/** How one line of `input()` comes back through shared memory: state, length, then UTF-8 bytes. */
export const ANSWER_BYTES = 1 << 18;

const HEADER_BYTES = 8;
const WAITING = 0;
const TEXT = 1;
const END = 2;
const INTERRUPTED = 3;

export type SharedAnswer =
  { readonly kind: "text"; readonly text: string } | { readonly kind: "end" | "interrupted" };

export function createAnswers(): SharedArrayBuffer {
  return new SharedArrayBuffer(HEADER_BYTES + ANSWER_BYTES);
}

/** Worker: forget an older answer, before the question is sent. */
export function expectAnswer(shared: SharedArrayBuffer): void {
  Atomics.store(new Int32Array(shared, 0, 2), 0, WAITING);
}

/** Worker: sleep until there is an answer. */
export function awaitAnswer(shared: SharedArrayBuffer): SharedAnswer {
  const header = new Int32Array(shared, 0, 2);
  Atomics.wait(header, 0, WAITING);
  const state = Atomics.load(header, 0);
  if (state === INTERRUPTED) return { kind: "interrupted" };
  if (state === END) return { kind: "end" };
  const bytes = new Uint8Array(shared, HEADER_BYTES, Atomics.load(header, 1)).slice();
  return { kind: "text", text: new TextDecoder().decode(bytes) };
}

/** Frame: give the line, or null for end of file. */
export function giveAnswer(shared: SharedArrayBuffer, text: string | null): void {
  const header = new Int32Array(shared, 0, 2);
  const copy = new Uint8Array(ANSWER_BYTES);
  const { written } = new TextEncoder().encodeInto(text ?? "", copy);
  new Uint8Array(shared, HEADER_BYTES, written).set(copy.subarray(0, written));
  Atomics.store(header, 1, written);
  wake(header, text === null ? END : TEXT);
}

/** Frame: wake a sleeping worker, so that it notices the interrupt. */
export function giveUpWaiting(shared: SharedArrayBuffer): void {
  wake(new Int32Array(shared, 0, 2), INTERRUPTED);
}

function wake(header: Int32Array, state: number): void {
  Atomics.store(header, 0, state);
  Atomics.notify(header, 0);
}
