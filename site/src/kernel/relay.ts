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
    this.flush();
    this.timer = setTimeout(() => this.onPause(), PAUSE_MS);
  }

  flush(): void {
    if (this.waiting.length > 0) this.deliver(mergeParts(this.waiting));
    this.waiting = [];
  }

  private onPause(): void {
    this.timer = null;
    if (this.waiting.length === 0) return;
    this.flush();
    this.timer = setTimeout(() => this.onPause(), PAUSE_MS);
  }
}
