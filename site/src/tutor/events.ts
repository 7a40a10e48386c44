/** Reads a server's stream of events, and gives up when nothing comes any more. */
import { EventSourceParserStream } from "eventsource-parser/stream";
import { BROKEN_OFF, silent, UNREADABLE } from "./trouble";

export interface StreamEvent {
  readonly event?: string | undefined;
  readonly data: string;
}

/** How long to wait, in milliseconds. A model on a slow machine thinks long before it speaks. */
export interface Patience {
  readonly first: number;
  readonly next: number;
}

const LARGEST_EVENT = 1_000_000;

/** Yield the events of a response's body. */
export async function* readEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  patience: Patience,
): AsyncGenerator<StreamEvent> {
  const parser = new EventSourceParserStream({ maxBufferSize: LARGEST_EVENT });
  const reader = body.pipeThrough(new TextDecoderStream()).pipeThrough(parser).getReader();
  let wait = patience.first;
  try {
    while (true) {
      const { done, value } = await inTime(reader.read().catch(explain), wait);
      if (done) return;
      yield value;
      wait = patience.next;
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** A stream that fails was cut by the network, stopped by the learner, or is no stream at all. */
function explain(error: unknown): never {
  if (error instanceof DOMException && error.name === "AbortError") throw error;
  throw error instanceof Error && error.name === "ParseError" ? UNREADABLE : BROKEN_OFF;
}

/** Wait for a result, but not for ever. */
export async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(silent(Math.round(milliseconds / 1_000))), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
