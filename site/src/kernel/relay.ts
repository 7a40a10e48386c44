import type { OutputPart } from "../protocol";
import { mergeParts } from "./parts";

const PAUSE_MS = 30;

/** Gathers parts and hands them on in bunches, so that a chatty program does not flood the page. */
export class Relay {
  private waiting: OutputPart[] = [];
  private timer: number | null = null;

  constructor(private readonly deliver: (parts: readonly OutputPart[]) => void) {}

  /** The first part goes out at once, those that follow within the pause go together. */
  add(part: OutputPart): void {
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
