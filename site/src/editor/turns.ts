/** Editors are made one after the other, once Python is there and the page has nothing to do. */
import { untilIdle } from "../page/until-idle";
import { untilQuiet } from "../page/until-quiet";
import type { Kernel } from "../protocol";

export class Turns {
  private last: Promise<unknown>;

  constructor(kernel: Kernel) {
    this.last = untilQuiet(kernel);
  }

  /** Do the work when all that was asked for earlier is done and nothing is more urgent. */
  take(work: () => Promise<unknown>): void {
    this.last = this.last.then(untilIdle).then(work);
  }
}
