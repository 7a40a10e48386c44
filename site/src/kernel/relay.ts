import type { OutputPart } from "../protocol";
import { LONGEST_OUTPUT, mergeParts, readPart } from "./parts";

const PAUSE_MS = 30;

/**
 * Takes what a call puts out, as far as it is sound, and hands it on in bunches, so that a chatty
 * program does not flood the page.
 */
export class Relay {
  private waiting: OutputPart[] = [];
  private timer: number | null = null;
  private lastDelivery = -Infinity;
  /** How many characters may still come. */
  private room = LONGEST_OUTPUT;

  constructor(private readonly deliver: (parts: readonly OutputPart[]) => void) {}

  /** The first part goes out at once, those that follow within the pause go together. */
  take(kind: string, payload: string): void {
    this.room -= payload.length;
    const part = this.room < 0 ? null : readPart(kind, payload);
    if (part !== null) this.add(part);
  }

  private add(part: OutputPart): void {
    this.waiting.push(part);
    if (this.timer !== null) return;
    const pause = this.lastDelivery + PAUSE_MS - performance.now();
    if (pause <= 0) return this.flush();
    this.timer = setTimeout(() => this.onPause(), pause);
  }

  flush(): void {
    if (this.waiting.length === 0) return;
    this.lastDelivery = performance.now();
    const parts = mergeParts(this.waiting);
    this.waiting = [];
    this.deliver(parts);
  }

  private onPause(): void {
    this.timer = null;
    this.flush();
  }
}
