/** Lets Python train, slice by slice, at a chosen pace. Knows nothing of the page. */
import type { PlaygroundProgress } from "../../protocol";

/** Python is left free for cells after each slice. */
export const SLICE_S = 0.025;
/** What was missed for longer than this is not made up for. */
const MOST_LATE_S = 0.1;

/** What the trainer needs of the world around it. */
export interface TrainerWorld {
  /** Train so many epochs, or as far as the seconds reach; null when it was stopped. */
  ask(epochs: number, seconds: number): Promise<PlaygroundProgress | null>;
  /** Resolves when the page is about to draw. */
  nextDraw(): Promise<unknown>;
  /** Seconds. */
  now(): number;
  onProgress(progress: PlaygroundProgress): void;
  /** Python was stopped from elsewhere. */
  onStopped(): void;
  /** It plays, or it does not any more. */
  onChange(isPlaying: boolean): void;
}

export class Trainer {
  private isOn = false;
  private owed = 0;
  private epoch = 0;
  /** Grows with every play, pause and step: what was begun earlier ends. */
  private turn = 0;
  private experiment = 0;

  constructor(
    private readonly world: TrainerWorld,
    /** Epochs a second. */
    public rate: number,
  ) {}

  get isPlaying(): boolean {
    return this.isOn;
  }

  /** Begin again at epoch 0; what is still on its way is of no use any more. */
  reset(): void {
    this.pause();
    this.epoch = 0;
    this.experiment += 1;
  }

  pause(): void {
    this.turn += 1;
    if (!this.isOn) return;
    this.isOn = false;
    this.world.onChange(false);
  }

  async play(): Promise<void> {
    this.turn += 1;
    const { turn, world } = this;
    this.isOn = true;
    this.owed = 1;
    world.onChange(true);
    let last = world.now();
    while (turn === this.turn) {
      // The page draws the epoch before while Python trains.
      await Promise.all([this.trainOwed(turn), world.nextDraw()]);
      const now = world.now();
      this.owe(now - last);
      last = now;
    }
  }

  /** Train one whole epoch. */
  async step(): Promise<void> {
    this.pause();
    const { turn } = this;
    const wanted = this.epoch + 1;
    while (turn === this.turn && this.epoch < wanted) await this.train(1, turn);
  }

  private owe(seconds: number): void {
    const most = Math.max(1, this.rate * MOST_LATE_S);
    this.owed = Math.min(this.owed + this.rate * seconds, most);
  }

  private async trainOwed(turn: number): Promise<void> {
    const due = Math.floor(this.owed);
    if (due < 1) return;
    const before = this.epoch;
    await this.train(due, turn);
    this.owed -= this.epoch - before;
  }

  private async train(epochs: number, turn: number): Promise<void> {
    const { experiment } = this;
    const progress = await this.world.ask(epochs, SLICE_S);
    if (experiment !== this.experiment) return;
    if (progress === null) {
      this.pause();
      return this.world.onStopped();
    }
    if (progress.frame !== null) this.epoch = progress.frame.epoch;
    if (progress.word !== "" && turn === this.turn) this.pause();
    this.world.onProgress(progress);
  }
}
