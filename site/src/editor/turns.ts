/** Editors are made one after the other, once Python is there and the page has nothing to do. */
import type { Kernel, KernelState } from "../protocol";

const QUIET: ReadonlySet<KernelState> = new Set<KernelState>(["ready", "failed", "stopped"]);
/** For browsers that do not tell when they are idle. */
const PAUSE_MS = 50;

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

function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve());
    else setTimeout(resolve, PAUSE_MS);
  });
}
