/** The epochs that were seen, to go back to. Knows nothing of the page. */
import type { PlaygroundFrame } from "../../protocol";

const MOST_FRAMES = 300;
const MOST_LOSSES = 500;

export interface LossPoint {
  readonly epoch: number;
  readonly train: number | null;
  readonly test: number | null;
}

export class Recording {
  private kept: PlaygroundFrame[] = [];
  private points: LossPoint[] = [];

  clear(): void {
    this.kept = [];
    this.points = [];
  }

  /** Keep a frame. When there are too many, every second one is given up, never the last. */
  add(frame: PlaygroundFrame): void {
    if (this.kept.at(-1)?.epoch === frame.epoch) {
      this.kept.pop();
      this.points.pop();
    }
    this.kept = thinned([...this.kept, frame], MOST_FRAMES);
    const { epoch, trainLoss: train, testLoss: test } = frame;
    this.points = thinned([...this.points, { epoch, train, test }], MOST_LOSSES);
  }

  get frames(): readonly PlaygroundFrame[] {
    return this.kept;
  }

  get losses(): readonly LossPoint[] {
    return this.points;
  }
}

function thinned<T>(items: T[], most: number): T[] {
  if (items.length <= most) return items;
  const parity = (items.length - 1) % 2;
  return items.filter((_item, index) => index === 0 || index % 2 === parity);
}
