const BEAT_MS = 5_000;
/** More than one: after a machine has slept, the first answer is late for no reason. */
const MOST_MISSED = 2;

/** Notices that somebody no longer answers, while something is awaited from them. */
export class Pulse {
  private timer: number | null = null;
  private missed = 0;

  constructor(
    private readonly ask: () => void,
    private readonly isWaiting: () => boolean,
    private readonly onLost: () => void,
  ) {}

  /** Something is awaited from now on. */
  start(): void {
    if (this.timer !== null) return;
    this.missed = 0;
    this.timer = setTimeout(() => this.beat(), BEAT_MS);
  }

  /** An answer has come. */
  onAnswer(): void {
    this.missed = 0;
  }

  private beat(): void {
    this.timer = null;
    if (!this.isWaiting()) return;
    if (this.missed >= MOST_MISSED) return this.onLost();
    this.missed += 1;
    this.ask();
    this.timer = setTimeout(() => this.beat(), BEAT_MS);
  }
}
