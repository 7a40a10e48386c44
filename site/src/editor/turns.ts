/** Editors are made one after the other, once Python is there and the page has nothing to do. */
import { untilIdle } from "../page/until-idle";
import type { Kernel, KernelState } from "../protocol";

const QUIET: ReadonlySet<KernelState> = new Set<KernelState>(["ready", "failed", "stopped"]);

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

function untilQuiet(kernel: Kernel): Promise<void> {
  if (QUIET.has(kernel.status().state)) return Promise.resolve();
  return new Promise((resolve) => {
    const end = kernel.onStatus(({ state }) => {
      if (!QUIET.has(state)) return;
      end();
      resolve();
    });
  });
}
