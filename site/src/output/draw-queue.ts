/** Draws in small batches, so that no frame of the screen takes long, however much has come. */
import type { StreamKind } from "./stream";

interface DrawnText {
  readonly kind: StreamKind;
  text: string;
}
export type Drawing = DrawnText | (() => void);

/** How long a frame may be spent on drawing, and how much is drawn before the time is looked at. */
const FRAME_MS = 20;
const BATCH = 4_000;
const A_LINE = 40;
const A_STEP = 500;
const LINES = /^(?:[^\n]*\n){1,100}/;

export class DrawQueue {
  private waiting: Drawing[] = [];
  private next = 0;
  private frame: number | null = null;

  /** `draw` puts one batch into the page and lets the browser lay it out. */
  constructor(private readonly draw: (batch: readonly Drawing[]) => void) {}

  add(drawing: Drawing): void {
    const last = this.waiting.at(-1);
    if (typeof drawing !== "function" && typeof last === "object" && last.kind === drawing.kind)
      last.text += drawing.text;
    else this.waiting.push(drawing);
    this.frame ??= requestAnimationFrame(() => this.onFrame());
  }

  /** Draw at once what one frame has time for: that is all, unless there is very much. */
  hurry(): void {
    const end = performance.now() + FRAME_MS;
    while (this.next < this.waiting.length && performance.now() < end) this.draw(this.batch());
    if (this.next === this.waiting.length) this.clear();
  }

  /** Forget what was not drawn. */
  clear(): void {
    this.waiting = [];
    this.next = 0;
  }

  private onFrame(): void {
    this.frame = null;
    this.hurry();
    if (this.waiting.length > 0) this.frame ??= requestAnimationFrame(() => this.onFrame());
  }

  private batch(): Drawing[] {
    const batch: Drawing[] = [];
    let room = BATCH;
    while (room > 0) {
      const first = this.waiting[this.next];
      if (first === undefined) break;
      const drawing = typeof first === "function" ? first : cutOff(first, room);
      batch.push(drawing);
      room -= cost(drawing);
      if (typeof first === "function" || first.text === "") this.next += 1;
    }
    return batch;
  }
}

/** Cut off and return the beginning of a long text: some lines, or a piece of a long line. */
function cutOff(long: DrawnText, room: number): DrawnText {
  const head = long.text.slice(0, room);
  const text = LINES.exec(head)?.[0] ?? head;
  long.text = long.text.slice(text.length);
  return { kind: long.kind, text };
}

function cost(drawing: Drawing): number {
  if (typeof drawing === "function") return A_STEP;
  return drawing.text.length + A_LINE * drawing.text.split("\n").length;
}
